import { describe, expect, it } from "vitest";
import { shownAnswer } from "../functions/shown-answer.fixture.ts";
import { payCompare } from "./pay-compare.ts";
import { paymentMethods } from "./payment-methods.ts";

const CONFIRMED = 46_109;
const compare = (...callArguments: unknown[]) => {
  const [header = [], ...rows] = shownAnswer(payCompare, ...callArguments);
  expect(header).toEqual(["方式", "卖家费用", "到账金额", "到账日", "资金成本", "净得", "排名", "说明"]);
  expect(rows.map((row) => row[0])).toEqual(paymentMethods.map((method) => method.name));
  return (id: string) => rows[paymentMethods.findIndex((method) => method.id === id)] as unknown[];
};
const says = (what: string | RegExp) => expect.stringMatching(what);

describe("PAYCOMPARE", () => {
  it("ranks what is known by what is kept and says what to enter for the rest", () => {
    const row = compare(10_000, 500);
    expect(row("trustpay")).toEqual(["网商银行信任付", 0, 10_500, "未知", 0, 10_500, 1, says("买家承担")]);
    expect(row("chengeshe")).toEqual([
      "诚e赊",
      52.5,
      10_447.5,
      "未知",
      0,
      10_447.5,
      2,
      says("填写确认收货日"),
    ]);
    expect(row("card")).toEqual(["信用卡支付", 105, 10_395, "未知", 0, 10_395, 3, says("1%")]);
    for (const id of ["escrow", "term", "staged37", "cod", "collect", "billcollect", "bill"]) {
      expect(row(id).slice(1, 7)).toEqual(["未知", "未知", "未知", 0, "未知", ""]);
      expect(row(id)[7]).toMatch(/费率未知，请在费率表中填写/);
    }
  });

  it("names rule, source and date of a known rate, and the assumption in it", () => {
    const row = compare(10_000, 500);
    expect(row("card")[7]).toMatch(/货款\+运费的 1%.*成长宝典.*114.*2019-03-06/);
    expect(row("chengeshe")[7]).toMatch(/0\.5%.*成长宝典.*123.*假设.*2019-03-06/);
  });

  it("counts the cost of waiting until the money is the seller's", () => {
    const row = compare(10_000, 500, CONFIRMED, "6%");
    expect(row("chengeshe").slice(1, 7)).toEqual([52.5, 10_447.5, CONFIRMED + 30, 51.52, 10_395.98, 1]);
    expect(row("escrow").slice(1, 7)).toEqual(["未知", "未知", CONFIRMED, "未知", "未知", ""]);
  });

  it("does not rank a method with an unknown day once money costs", () => {
    const row = compare(10_000, 500, CONFIRMED, 0.06);
    expect(row("card").slice(1, 7)).toEqual([105, 10_395, "未知", "未知", "未知", ""]);
    expect(row("card")[7]).toMatch(/到账日未知.*年利率/);
    expect(compare(10_000, 500, null, 0.06)("chengeshe").slice(3)).toEqual([
      "未知",
      "未知",
      "未知",
      "",
      says("填写确认收货日"),
    ]);
  });

  it("takes an annual rate of 0 for none, as old Excel hands over blank cells as 0", () => {
    expect(compare(10_000, 500, CONFIRMED, 0)("card").slice(4, 7)).toEqual([0, 10_395, 3]);
  });

  it("gives equal amounts the same rank and leaves out the next, as RANK.EQ", () => {
    const rates = [
      ["方式", "费率", "来源", "生效日"],
      ["担保交易", "0.6%", "2026 年合同", "2026-01-01"],
      ["账期", 0.006],
      ["信用卡", 0.01],
      ["货到付款", 0],
    ].map((row) => ["", "", "", ""].map((blank, column) => row[column] ?? blank));
    const row = compare(1000, 0, CONFIRMED, null, rates);
    const ranks = ["cod", "escrow", "term", "card"].map((id) => row(id)[6]);
    expect(ranks).toEqual([1, 2, 2, 4]);
    expect(row("escrow")).toEqual([
      "支付宝担保交易",
      6,
      994,
      CONFIRMED,
      0,
      994,
      2,
      says("0.6%，由卖家承担（依据：2026 年合同，2026-01-01 起）"),
    ]);
    expect(row("chengeshe").slice(1, 7)).toEqual(["未知", "未知", CONFIRMED + 30, 0, "未知", ""]);
  });

  it("shows a bad row of the rates table in its method's row only", () => {
    const row = compare(1000, 0, null, null, [
      ["方式", "费率"],
      ["信用卡", "坏"],
      ["诚e赊", 0.005],
    ]);
    expect(row("card")[1]).toMatch(/^#VALUE! 费率表（rates）第 2 行的“费率”/);
    expect(row("card")[6]).toBe("");
    expect(row("chengeshe")[1]).toBe(5);
    expect(row("chengeshe")[6]).toBe(1);
  });

  it("refuses a missing or negative amount as a whole", () => {
    expect(shownAnswer(payCompare, ...[])).toEqual([["#VALUE! 请填写货款（goods）。"]]);
    expect(shownAnswer(payCompare, ...[-1])).toEqual([[says(/^#VALUE! 货款（goods）不能为负数/)]]);
  });

  it("stays finite for amounts beyond every purse", () => {
    for (const cell of shownAnswer(payCompare, ...[1e308, 1e308, CONFIRMED, 1e308]).flat()) {
      if (typeof cell === "number") expect(cell).toSatisfy(Number.isFinite);
    }
  });
});
