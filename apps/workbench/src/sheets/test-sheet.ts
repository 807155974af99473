import type { IWorksheetData } from "@univerjs/core";
import { draftSheet } from "./draft-sheet.ts";

/** Products under test of our own: name, clicks, payments. */
const PRODUCTS: readonly (readonly (string | number)[])[] = [
  ["连帽卫衣 A 款", 300, 60],
  ["连帽卫衣 B 款", 200, 10],
  ["圆领卫衣 C 款", 100, 12],
  ["加绒卫衣 D 款", 420, 55],
  ["情侣卫衣 E 款", 60, 3],
  ["童装卫衣 F 款", 0, 0],
  ["短款卫衣 G 款", 36, 41],
];
const HEADER = 4;
const FIRST = HEADER + 1;
const RESULT = 4;

/** 选品测款: which products have won by paid clicks, which are out, and how many clicks the others still need. */
export function testSheet(isNarrow: boolean): Partial<IWorksheetData> {
  const sheet = draftSheet("tests", "选品测款");
  const rows = PRODUCTS.length;
  const column = (letter: string) => `${letter}${FIRST + 1}:${letter}${FIRST + rows}`;
  sheet.put(0, 0, "选品测款 Product tests", "title");
  sheet.put(
    1,
    0,
    "填每款的点击和转化，右边说胜出、淘汰还是继续测。平台没有公布门槛，目标转化率由你来定。",
    "hint",
  );
  sheet.putRow(2, 0, ["目标转化率", "点击费用（元）"], "data");
  sheet.put(3, 0, 0.1, "inputPercent");
  sheet.put(3, 1, 0.8, "inputMoney");
  sheet.putRow(HEADER, 0, ["款", "点击", "转化"], "data");
  for (const [index, product] of PRODUCTS.entries()) sheet.putRow(FIRST + index, 0, product, "input");
  sheet.put(HEADER, RESULT, `=TESTPICK(${["A", "B", "C"].map(column).join(",")},A4,B4)`);
  sheet.paint(HEADER, RESULT, 1, 9, "result");
  sheet.paint(FIRST, RESULT + 1, rows, 2, "whole");
  sheet.paint(FIRST, RESULT + 3, rows, 3, "percentOne");
  sheet.paint(FIRST, RESULT + 6, rows, 1, "centred");
  sheet.paint(FIRST, RESULT + 7, rows, 1, "whole");
  sheet.paint(FIRST, RESULT + 8, rows, 1, "money");

  const size = FIRST + rows + 1;
  sheet.put(size, 0, "测之前：每款要多少点击，才看得出从现转化率到目标转化率的差别", "section");
  sheet.putRow(size + 1, 0, ["现转化率", "目标转化率", "每款点击"], "data");
  const rates = [
    [0.1, 0.15],
    [0.12, 0.15],
    [0.02, 0.03],
    [0.1, 0.12],
  ];
  for (const [index, pair] of rates.entries()) sheet.putRow(size + 2 + index, 0, pair, "inputPercent");
  const end = size + 2 + rates.length;
  sheet.put(size + 2, 2, `=TESTSIZE(A${size + 3}:A${end},B${size + 3}:B${end})`);
  sheet.paint(size + 2, 2, rates.length, 1, "whole");
  sheet.put(size + 1, RESULT, "300 次点击 36 次转化，真实转化率大约在哪里（95%）", "section");
  sheet.putRow(size + 2, RESULT, ["下限", "上限"], "data");
  sheet.put(size + 3, RESULT, "=WILSON(36,300)");
  sheet.paint(size + 3, RESULT, 1, 2, "percentOne");

  sheet.widths(0, [isNarrow ? 130 : 180, 130, 90, 24, 150, 80, 80, 80, 80, 80, 90, 90, 90]);
  sheet.height(0, 32);
  return sheet.done({ rows: FIRST, columns: isNarrow ? 0 : 1 });
}
