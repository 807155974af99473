import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownAnswer } from "../functions/shown-answer.fixture.ts";
import { aging } from "./aging.ts";

const TODAY = 46_109;
const table = (...callArguments: unknown[]) => shownAnswer(aging, ...callArguments);
const column = (values: readonly unknown[]) => values.map((value) => [value]);

describe("AGING", () => {
  it.each([
    [-365, "未到期"],
    [0, "未到期"],
    [1, "逾期1-30天"],
    [30, "逾期1-30天"],
    [31, "逾期31-60天"],
    [60, "逾期31-60天"],
    [61, "逾期61-90天"],
    [90, "逾期61-90天"],
    [91, "逾期90天以上"],
    [4000, "逾期90天以上"],
  ])("puts what is %d days overdue under %s", (days, name) => {
    const rows = table(TODAY - days, 10, TODAY);
    expect(rows.map((row) => row[0])).toEqual([
      "账龄",
      "未到期",
      "逾期1-30天",
      "逾期31-60天",
      "逾期61-90天",
      "逾期90天以上",
      "合计",
    ]);
    expect(rows.find((row) => row[1] === 1)).toEqual([name, 1, 10, 1]);
  });

  it("adds up in cents, whatever the order and the signs", () => {
    const invoices = fc.array(
      fc.record({ days: fc.integer({ min: -200, max: 200 }), cents: fc.integer({ min: -1e9, max: 1e11 }) }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(invoices, (list) => {
        const rows = table(
          column(list.map(({ days }) => TODAY - days)),
          column(list.map(({ cents }) => cents / 100)),
          TODAY,
        );
        const inClass = (from: number, to: number) =>
          list.filter(({ days }) => days >= from && days <= to).map(({ cents }) => cents);
        const classes = [
          inClass(-1000, 0),
          inClass(1, 30),
          inClass(31, 60),
          inClass(61, 90),
          inClass(91, 1000),
          list.map(({ cents }) => cents),
        ];
        const sum = (cents: number[]) => cents.reduce((total, each) => total + each, 0);
        const total = sum(classes[5] as number[]);
        for (const [index, cents] of classes.entries()) {
          const [, count, amount, share] = rows[index + 1] as unknown[];
          expect([count, amount]).toEqual([cents.length, sum(cents) / 100]);
          if (total === 0) expect(share).toBe("");
          else expect(share).toBeCloseTo(sum(cents) / total, 9);
        }
      }),
    );
  });

  it("has no shares of a total of 0, and skips blank amounts", () => {
    expect(table(column([TODAY, TODAY - 5]), column([10, -10]), TODAY).map((row) => row[3])).toEqual([
      "占比",
      "",
      "",
      "",
      "",
      "",
      "",
    ]);
    expect(table(column([TODAY, "", ""]), column([10, "", ""]), TODAY).at(-1)).toEqual(["合计", 1, 10, 1]);
  });

  it("refuses lists of different length, an amount without a date, and bad cells by their place", () => {
    expect(table(column([1, 2, 3]), column([1, 2]), TODAY)).toEqual([
      [expect.stringMatching(/^#VALUE! 到期日（dueDates）有 3 个，金额（amounts）有 2 个/)],
    ]);
    expect(table(column([TODAY, ""]), column([1, 2]), TODAY)).toEqual([
      ["#VALUE! 第 2 笔金额没有到期日，请填写。"],
    ]);
    expect(table(column([TODAY, "明天"]), column([1, 2]), TODAY)).toEqual([
      [expect.stringMatching(/^#VALUE! 到期日（dueDates）第 2 个应为日期/)],
    ]);
  });
});
