import type { IWorksheetData } from "@univerjs/core";
import { draftSheet } from "./draft-sheet.ts";

/** Receivables of our own: buyer, confirmed receipt, term in days, amount. */
const RECEIVABLES: readonly (readonly (string | number)[])[] = [
  ["义乌鑫源百货", 46_030, 30, 12_800],
  ["义乌鑫源百货", 46_092, 30, 9_650.5],
  ["广州云裳服饰", 46_101, 45, 28_400],
  ["广州云裳服饰", 46_010, 45, 15_300],
  ["杭州优品电商", 45_960, 60, 7_420],
  ["杭州优品电商", 46_110, 60, 31_000],
  ["成都家和超市", 45_930, 30, 4_980],
  ["成都家和超市", 46_118, 30, -600],
];
const HEADER = 3;
const FIRST = HEADER + 1;
const RESULT = 7;

/** 账期管理: when each receivable is due, how old what is owed is, what credit a buyer has left. */
export function creditSheet(isNarrow: boolean): Partial<IWorksheetData> {
  const sheet = draftSheet("credit", "账期管理");
  const rows = RECEIVABLES.length;
  const last = FIRST + rows;
  const column = (letter: string) => `${letter}${FIRST + 1}:${letter}${last}`;
  sheet.put(0, 0, "账期管理 Credit terms", "title");
  sheet.put(1, 0, "每笔账期货款何时到期、欠了多久、买家还剩多少额度。退款写负数。", "hint");
  sheet.put(2, 0, "截止日（可改）", "data");
  sheet.put(2, 1, 46_120, "inputDate");
  sheet.putRow(HEADER, 0, ["买家", "确认收货日", "账期天数", "金额（元）"], "data");
  sheet.putRow(HEADER, 4, ["到期日", "逾期天数"], "result");
  for (const [index, receivable] of RECEIVABLES.entries()) sheet.putRow(FIRST + index, 0, receivable);
  sheet.paint(FIRST, 0, rows, 1, "input");
  sheet.paint(FIRST, 1, rows, 1, "inputDate");
  sheet.paint(FIRST, 2, rows, 1, "inputWhole");
  sheet.paint(FIRST, 3, rows, 1, "inputMoney");
  sheet.put(FIRST, 4, `=PAYDUE("账期",${column("B")},${column("C")})`);
  sheet.paint(FIRST, 4, rows, 1, "date");
  for (let row = FIRST + 1; row <= last; row++) sheet.put(row - 1, 5, `=MAX(0,$B$3-E${row})`, "whole");

  sheet.put(2, RESULT, "账龄", "section");
  sheet.put(HEADER, RESULT, `=AGING(${column("E")},${column("D")},B3)`);
  sheet.paint(HEADER, RESULT, 1, 4, "result");
  sheet.paint(FIRST, RESULT + 1, 6, 1, "whole");
  sheet.paint(FIRST, RESULT + 2, 6, 1, "money");
  sheet.paint(FIRST, RESULT + 3, 6, 1, "percentOne");

  const credit = last + 1;
  sheet.put(credit, 0, "买家还剩多少额度", "section");
  sheet.putRow(credit + 1, 0, ["买家", "授信额度（元）"], "data");
  sheet.put(credit + 1, 2, "剩余额度", "result");
  const lines: readonly [string, number][] = [
    ["义乌鑫源百货", 30_000],
    ["广州云裳服饰", 40_000],
    ["杭州优品电商", 50_000],
    ["成都家和超市", 10_000],
  ];
  for (const [index, [buyer, limit]] of lines.entries()) {
    const row = credit + 2 + index;
    sheet.put(row, 0, buyer, "input");
    sheet.put(row, 1, limit, "inputMoney");
    sheet.put(row, 2, `=CREDITLEFT(B${row + 1},SUMIF(${column("A")},A${row + 1},${column("D")}))`, "money");
  }

  sheet.put(credit, RESULT, "提前收款相当于多高的年利率", "section");
  sheet.putRow(credit + 1, RESULT, ["金额（元）", "手续费（元）", "提前天数"], "data");
  sheet.put(credit + 1, RESULT + 3, "年利率", "result");
  const offers = [
    [10_000, 50, 30],
    [28_400, 210, 45],
  ];
  for (const [index, offer] of offers.entries())
    sheet.putRow(credit + 2 + index, RESULT, offer, "inputMoney");
  const offered = ["H", "I", "J"].map(
    (letter) => `${letter}${credit + 3}:${letter}${credit + 2 + offers.length}`,
  );
  sheet.put(credit + 2, RESULT + 3, `=EARLYCOST(${offered.join(",")})`);
  sheet.paint(credit + 2, RESULT + 2, offers.length, 1, "inputWhole");
  sheet.paint(credit + 2, RESULT + 3, offers.length, 1, "percentOne");

  sheet.widths(0, [isNarrow ? 150 : 210, 110, 96, 110, 110, 84, 24, 130, 110, 120, 90]);
  sheet.height(0, 32);
  return sheet.done({ rows: FIRST, columns: isNarrow ? 0 : 1 });
}
