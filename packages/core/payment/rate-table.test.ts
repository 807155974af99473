import { describe, expect, it } from "vitest";
import { shownAnswer } from "../functions/shown-answer.fixture.ts";
import { payFee } from "./pay-fee.ts";
import { paymentMethods } from "./payment-methods.ts";
import { paymentRates, rateColumns } from "./payment-rates.ts";

const header = Object.values(rateColumns).map(({ header }) => header);
const fee = (
  rates: readonly (readonly unknown[])[] | null,
  {
    method = "信用卡" as unknown,
    goods = 1000,
    freight = 0,
    payer = null as unknown,
    date = null as unknown,
  } = {},
) => shownAnswer(payFee, ...[method, goods, freight, payer, rates, date])[0]?.[0];

describe("the built-in rates", () => {
  it("stand in the form of a template: every method in order, of one method each row from another day on", () => {
    const methods = paymentMethods.map((method) => method.name);
    expect([...new Set(paymentRates.map((row) => row.method))]).toEqual(methods);
    const beginnings = paymentRates.map(({ method, validFrom = "" }) => `${method} ${validFrom}`);
    expect(new Set(beginnings).size).toBe(paymentRates.length);
    const fields = new Set<string>([...Object.keys(rateColumns), "grade"]);
    for (const row of paymentRates) for (const key of Object.keys(row)) expect(fields).toContain(key);
  });

  it("know two rates, and leave all others to be entered", () => {
    const stated = paymentRates
      .filter((row) => row.rate !== undefined)
      .map(({ method, rate }) => [method, rate]);
    expect(stated).toEqual([
      ["信用卡支付", 0.01],
      ["诚e赊", 0.005],
    ]);
    for (const { name, id } of paymentMethods) {
      const answer = fee(null, { method: name, payer: "卖家" });
      if (id === "card" || id === "chengeshe") expect(answer).toBe(id === "card" ? 10 : 5);
      else expect(answer).toMatch(/^#N\/A .*费率未知，请在费率表中填写/);
    }
  });
});

describe("a rates table", () => {
  it("replaces the built-in rates: what is not in it is not known", () => {
    const table = [header, ["诚e赊", 0.004]];
    expect(fee(table, { method: "诚e赊" })).toBe(4);
    expect(fee(table)).toMatch(/^#N\/A 信用卡支付费率未知，请在费率表中填写/);
  });

  it.each([0.006, "0.006", "0.6%", "0.6 %", "０.６％"])("reads the rate %j as 0.6 %%", (rate) =>
    expect(
      fee([
        ["方式", "费率"],
        ["card", rate],
      ]),
    ).toBe(6),
  );

  it("computes fixed part, minimum, maximum and base", () => {
    const row = ["信用卡", "1%", 2, 5, 50, "卖家", "货款", "", "", "合同"];
    expect(fee([header, row], { goods: 100, freight: 1000 })).toBe(5);
    expect(fee([header, row], { goods: 1000, freight: 1000 })).toBe(12);
    expect(fee([header, row], { goods: 10_000, freight: 1000 })).toBe(50);
    expect(fee([header, row], { goods: 0, freight: 1000 })).toBe(0);
    expect(fee([header, row.with(6, "货款 ＋ 运费")], { goods: 1000, freight: 1000 })).toBe(22);
  });

  it("knows its columns in any order, with units and blanks, and takes - for blank", () => {
    const table = [
      ["来源", "费 率", "最低（元）", "方式"],
      ["-", "1%", "-", "信用卡支付"],
    ];
    expect(fee(table)).toBe(10);
  });

  it("leaves a blank rate unknown even with a fixed part; a 0 is a rate", () => {
    expect(
      fee([
        ["方式", "费率", "固定费用"],
        ["信用卡", "", 3],
      ]),
    ).toMatch(/^#N\/A .*费率未知，请在费率表中填写/);
    expect(
      fee([
        ["方式", "费率", "固定费用"],
        ["信用卡", 0, 3],
      ]),
    ).toBe(3);
  });

  it("says who bears the fee, unless the call says so itself", () => {
    const table = [
      ["方式", "费率", "承担方"],
      ["信用卡", "1%", "买家"],
      ["信任付", "1%", ""],
      ["诚e赊", "", "买家"],
    ];
    expect(fee(table)).toBe(0);
    expect(fee(table, { payer: "卖家" })).toBe(10);
    expect(fee(table, { method: "信任付" })).toBe(0);
    expect(fee(table, { method: "信任付", payer: "卖家" })).toBe(10);
    expect(fee(table, { method: "诚e赊" })).toBe(0);
    expect(fee(table, { method: "诚e赊", payer: "卖家" })).toMatch(/^#N\/A/);
    expect(fee(table, { method: "账期", payer: "买家" })).toBe(0);
  });

  describe("with dates", () => {
    const table = [
      ["方式", "费率", "生效日", "失效日"],
      ["信用卡", "2%", "2026-01-01", "2026-06-30"],
      ["信用卡", "3%", 46_204, ""],
      ["信用卡", "1%", "2025年1月1日", "2025/12/31"],
    ];
    it.each([
      ["2025-01-01", 10],
      ["2025-12-31", 10],
      ["2026-01-01", 20],
      ["2026-06-30", 20],
      [46_203, 20],
      [46_203.99, 20],
      [46_204, 30],
      ["2030-01-01", 30],
    ])("applies the row valid on %s, first and last day included", (date, expected) =>
      expect(fee(table, { date })).toBe(expected),
    );

    it("applies the newest row without a date", () => expect(fee(table)).toBe(30));

    it("does not know a day before every row", () =>
      expect(fee(table, { date: "2024-12-31" })).toMatch(/^#N\/A .*费率未知，请在费率表中填写.*2024-12-31/));

    it("does not know a day after the last row has ended", () => {
      const ended = table.filter((row) => row[1] !== "3%");
      expect(fee(ended, { date: "2026-07-01" })).toMatch(/^#N\/A/);
      expect(fee(ended)).toBe(20);
    });

    it("takes a blank 生效日 for earlier than all others", () => {
      const open = [
        ["方式", "费率", "生效日"],
        ["信用卡", "1%", ""],
        ["信用卡", "2%", "2026-01-01"],
      ];
      expect(fee(open)).toBe(20);
      expect(fee(open, { date: "2025-12-31" })).toBe(10);
      expect(fee(open, { date: "2026-01-01" })).toBe(20);
    });

    it("takes the upper of two rows of the same day", () => {
      expect(
        fee([
          ["方式", "费率"],
          ["信用卡", "1%"],
          ["信用卡", "2%"],
        ]),
      ).toBe(10);
    });
  });

  it.each([
    [["信用卡", "-1%"], "“费率”不能为负数"],
    [["信用卡", "百分之一"], "“费率”应为数字，现为“百分之一”"],
    [["信用卡", 0.01, -2], "“固定费用”不能为负数"],
    [["信用卡", 0.01, "", 5, 3], "“最低”大于“最高”"],
    [["信用卡", 0.01, "", "", "", "平台"], "“承担方”“平台”无法识别"],
    [["信用卡", 0.01, "", "", "", "", "运费"], "“基数”“运费”无法识别"],
    [["信用卡", 0.01, "", "", "", "", "", "明天"], "“生效日”应为日期"],
    [["信用卡", 0.01, "", "", "", "", "", "2026-02-01", "2026-01-01"], "“生效日”晚于“失效日”"],
    [["信用卡", 60], "“费率”：费率 6000%，是否忘了除以 100？"],
    [["信用卡", 0.6], "“费率”：费率 60%，是否忘了除以 100？"],
    [["信用卡", { type: "Error", basicType: "Error" }], "“费率”：引用的格子出错（#VALUE!）"],
  ])("refuses %j where it is needed, by row, column and reason", (row, reason) => {
    const padded = header.map((_, column) => row[column] ?? "");
    const table = [header, ["诚e赊", 0.005, ...header.slice(2).map(() => "")], padded];
    expect(fee(table)).toMatch(/^#VALUE! 费率表（rates）第 3 行的/);
    expect(fee(table)).toContain(reason);
    expect(fee(table, { method: "诚e赊" })).toBe(5);
    expect(fee(table, { payer: "买家" })).toBe(0);
  });

  it("does not read a bad row that has been replaced by a newer one", () => {
    const table = [
      ["方式", "费率", "生效日"],
      ["信用卡", "坏", "2025-01-01"],
      ["信用卡", "2%", "2026-01-01"],
    ];
    expect(fee(table)).toBe(20);
    expect(fee(table, { date: "2025-06-01" })).toMatch(/^#VALUE! .*第 2 行/);
  });

  it("names what stands as 方式 where a method is missing, and lets other rows be", () => {
    const table = [
      ["方式", "费率"],
      ["刷脸", "1%"],
      ["诚e赊", "1%"],
      ["", "2%"],
    ];
    expect(fee(table, { method: "诚e赊" })).toBe(10);
    expect(fee(table)).toMatch(/^#N\/A .*第 2 行.*“刷脸”/);
  });

  it("needs a header it knows and the column 方式", () => {
    expect(
      fee([
        ["甲", "乙"],
        [1, 2],
      ]),
    ).toMatch(/^#VALUE! .*方式、费率/);
    expect(
      fee([
        ["费率", "最低"],
        [1, 2],
      ]),
    ).toMatch(/^#VALUE! .*“方式”列/);
    expect(fee([header])).toMatch(/^#N\/A/);
  });
});
