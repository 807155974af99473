import type { IWorksheetData } from "@univerjs/core";
import { draftSheet } from "./draft-sheet.ts";
import { errorNote } from "./error-note.ts";
import { ORDER_HEADERS, orderSamples } from "./order-samples.ts";

const HEADER = 2;
const FIRST = HEADER + 1;
const METHODS = 13;

/** 收款测算: what the seller keeps of each order, all methods side by side, and the stages of a staged payment. */
export function paymentSheet(isNarrow: boolean): Partial<IWorksheetData> {
  const sheet = draftSheet("payments", "收款测算");
  const rows = orderSamples.length;
  const column = (letter: string) => `${letter}${FIRST + 1}:${letter}${FIRST + rows}`;
  const orders = ["B", "C", "D", "E"].map(column).join(",");

  sheet.put(0, 0, "收款测算 Payments", "title");
  sheet.put(0, 2, "每笔订单卖家付多少手续费、到账多少、哪天到账。浅黄色可以改。", "hint");
  sheet.put(1, 2, "显示 #N/A 的是没有公布费率的方式：点一下单元格，原因写在下方。", "hint");
  sheet.putRow(HEADER, 0, ORDER_HEADERS, "data");
  sheet.putRow(HEADER, 7, ["手续费", "到账金额", "到账日"], "result");
  for (const [index, order] of orderSamples.entries()) {
    sheet.putRow(
      FIRST + index,
      0,
      order.map((value) => (value === "" ? undefined : value)),
    );
  }
  sheet.paint(FIRST, 0, rows, 1, "text");
  sheet.paint(FIRST, 1, rows, 1, "input");
  sheet.paint(FIRST, 2, rows, 2, "inputMoney");
  sheet.paint(FIRST, 4, rows, 1, "input");
  sheet.paint(FIRST, 5, rows, 1, "inputDate");
  sheet.paint(FIRST, 6, rows, 1, "input");
  sheet.put(FIRST, 7, `=PAYFEE(${orders})`);
  sheet.put(FIRST, 8, `=PAYNET(${orders})`);
  sheet.put(FIRST, 9, `=PAYDUE(${column("B")},${column("F")},${column("G")})`);
  sheet.paint(FIRST, 7, rows, 2, "money");
  sheet.paint(FIRST, 9, rows, 1, "date");
  const total = FIRST + rows;
  sheet.putRow(total, 6, ["已知合计"], "section");
  const known = (letter: string) =>
    `=IF(COUNT(${column(letter)})=0,"没有算出来",SUMIF(${column(letter)},">=0"))`;
  sheet.putRow(total, 7, [known("H"), known("I")], "money");
  const failed = errorNote(`H${FIRST + 1}:I${FIRST + rows}`, { before: "合计之外另有 ", after: "没有计入" });
  sheet.put(total, 9, `=${failed}`, "hint");

  const compare = total + 2;
  const [first, second] = [compare + 3, compare + 4];
  sheet.put(compare, 0, "同一笔货款，哪种收款方式到手最多", "section");
  sheet.putRow(compare + 1, 0, ["货款", "运费", "确认收货日", "资金年利率"], "data");
  sheet.put(compare + 2, 0, 10000, "inputMoney");
  sheet.put(compare + 2, 1, 500, "inputMoney");
  sheet.put(compare + 2, 2, 46120, "inputDate");
  sheet.put(compare + 2, 3, undefined, "inputPercent");
  sheet.put(compare + 2, 4, "年利率留空：不计资金成本，只比手续费", "hint");
  sheet.put(first, 0, `=PAYCOMPARE(A${first},B${first},C${first},D${first})`);
  sheet.paint(first, 0, 1, 8, "result");
  sheet.paint(second, 0, METHODS, 1, "plain");
  sheet.paint(second, 1, METHODS, 2, "money");
  sheet.paint(second, 3, METHODS, 1, "date");
  sheet.paint(second, 4, METHODS, 2, "money");
  sheet.paint(second, 6, METHODS, 1, "centred");
  sheet.paint(second, 7, METHODS, 1, "plain");

  const plan = second + METHODS + 1;
  sheet.put(plan, 0, "分阶段付款：每一笔收多少", "section");
  sheet.putRow(plan + 1, 0, ["方案", "总金额", "第1笔日期", "第2笔日期", "第3笔日期"], "data");
  sheet.put(plan + 2, 0, "3/6/1", "input");
  sheet.put(plan + 2, 1, 128888.88, "inputMoney");
  sheet.putRow(plan + 2, 2, [46122, 46153, 46183], "inputDate");
  sheet.put(plan + 3, 0, `=PAYPLAN(A${plan + 3},B${plan + 3},C${plan + 3}:E${plan + 3})`);
  sheet.paint(plan + 3, 0, 1, 5, "result");
  sheet.paint(plan + 4, 0, 3, 1, "plain");
  sheet.paint(plan + 4, 1, 3, 1, "percent");
  sheet.paint(plan + 4, 2, 3, 1, "money");
  sheet.paint(plan + 4, 3, 3, 1, "plain");
  sheet.paint(plan + 4, 4, 3, 1, "date");

  sheet.widths(0, [180, 110, 110, 100, 106, 106, 84, 110, 120, 110]);
  sheet.height(0, 32);
  sheet.height(HEADER, 28);
  return sheet.done({ rows: FIRST, columns: isNarrow ? 0 : 1 });
}
