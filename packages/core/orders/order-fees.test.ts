import { describe, expect, it } from "vitest";
import { shownAnswer } from "../functions/shown-answer.fixture.ts";
import { orderFees } from "./order-fees.ts";

const fees = (...callArguments: unknown[]) => shownAnswer(orderFees, ...callArguments).slice(1);
const HEADER = ["订单编号", "货品总价(元)", "运费(元)", "涨价或折扣(元)", "实付款(元)", "货品标题"];
const ORDERS = [
  HEADER,
  ["2233445566778899001", "10,000", "500", "", "10,500", "a"],
  ["", "", "", "", "", "b"],
  ["2233445566778899002", "100", "10", "-10", "", "c"],
  ["2233445566778899002", "100", "10", "-10", "", "d"],
];

describe("ORDERFEES", () => {
  it("answers one row per order, on 实付款, else on what it is made of", () => {
    expect(shownAnswer(orderFees, ...[ORDERS, null, "信用卡"])).toEqual([
      ["订单编号", "货品总价", "运费", "实付款", "方式", "费用", "到账"],
      ["2233445566778899001", 10_000, 500, 10_500, "信用卡支付", 105, 10_395],
      ["2233445566778899002", 100, 10, 100, "信用卡支付", 1, 99],
    ]);
  });

  it.each(["收款方式", "支付方式"])("takes the method from a column %s", (column) => {
    const table = [
      ["订单编号", "实付款", column],
      ["1", 1000, "诚e赊"],
      ["2", 1000, ""],
      ["3", 1000, "余额"],
      ["4", 1000, "账期交易"],
      ["5", 1000, "信用卡"],
    ];
    expect(fees(table)).toEqual([
      ["1", "", "", 1000, "诚e赊", 5, 995],
      ["2", "", "", 1000, "未知", ...twice(/^#N\/A 支付方式未知/)],
      ["3", "", "", 1000, "余额", ...twice(/^#VALUE! 支付方式“余额”无法识别/)],
      ["4", "", "", 1000, "账期交易", ...twice(/^#N\/A 账期交易费率未知，请在费率表中填写/)],
      ["5", "", "", 1000, "信用卡支付", 10, 990],
    ]);
    expect(fees(table, null, "信用卡").map((row) => row[5])).toEqual([10, 10, 10, 10, 10]);
  });

  it("does not know the method without argument and column", () => {
    expect(fees(ORDERS)[0]?.slice(4)).toEqual(["未知", ...twice(/^#N\/A 支付方式未知，请填写/)]);
  });

  it("keeps the freight out of a rate on the goods only", () => {
    const rates = [
      ["方式", "费率", "基数"],
      ["信用卡", "1%", "货款"],
    ];
    expect(fees(ORDERS, null, "信用卡", rates)[0]?.slice(4)).toEqual(["信用卡支付", 100, 10_400]);
  });

  it("needs a freight that cannot be read only where the rate is on the goods alone", () => {
    const table = [
      ["订单编号", "货品总价", "运费", "实付款"],
      ["1", 100, "面议", 100],
    ];
    const unreadable = expect.stringMatching(/^#VALUE! “运费”应为数字/);
    expect(fees(table, null, "信用卡")).toEqual([["1", 100, unreadable, 100, "信用卡支付", 1, 99]]);
    const onGoods = [
      ["方式", "费率", "基数"],
      ["信用卡", "1%", "货款"],
    ];
    expect(fees(table, null, "信用卡", onGoods)[0]?.slice(5)).toEqual([unreadable, unreadable]);
  });

  it("rounds the net once, at the end: 1000.005 − 1 % is 990.00495", () => {
    const table = [
      ["订单编号", "货品总价", "运费"],
      ["1", "1,000.005", 0],
    ];
    expect(fees(table, null, "信用卡")).toEqual([["1", 1000.005, 0, 1000.01, "信用卡支付", 10, 990]]);
  });

  it("does not let a bad order spoil the others", () => {
    const table = [
      ["订单编号", "货品总价", "实付款"],
      ["1", "", "面议"],
      ["2", "", ""],
      ["3", "", -5],
      ["4", "", { type: "Error" }],
      ["5", 200, 100],
    ];
    const rows = fees(table, null, "信用卡");
    expect(rows.map((row) => row[0])).toEqual(["1", "2", "3", "4", "5"]);
    expect(rows.map((row) => row[5])).toEqual([
      expect.stringMatching(/^#VALUE! “实付款”应为数字，现为“面议”/),
      expect.stringMatching(/^#VALUE! 订单没有实付款/),
      expect.stringMatching(/^#VALUE! 实付款不能为负数，现为 -5/),
      expect.stringMatching(/^#VALUE! “实付款”：引用的格子出错/),
      1,
    ]);
    expect(rows[4]).toEqual(["5", 200, "", 100, "信用卡支付", 1, 99]);
  });

  it("takes headers given apart, and answers a header alone with the header", () => {
    expect(fees(ORDERS.slice(1), [HEADER], "信用卡")).toEqual(fees(ORDERS, null, "信用卡"));
    expect(shownAnswer(orderFees, ...[[HEADER]])).toHaveLength(1);
  });
});

const twice = (what: RegExp) => [expect.stringMatching(what), expect.stringMatching(what)];
