import { describe, expect, it } from "vitest";
import { shownAnswer } from "../functions/shown-answer.fixture.ts";
import { earlyCost } from "./early-cost.ts";

const cost = (...callArguments: unknown[]) => shownAnswer(earlyCost, ...callArguments)[0]?.[0];

describe("EARLYCOST", () => {
  it("is 6.1139 % a year for a fee of 50 on 10,000 thirty days early", () =>
    expect(cost(10_000, 50, 30)).toBeCloseTo(0.061139, 6));

  it("makes the amount of what is received by simple interest over the days", () => {
    for (const [amount, fee, days] of [
      [10_000, 50, 30],
      [1, 0.5, 1],
      [123.45, 1.23, 365],
    ] as const) {
      const received = amount - fee;
      expect(received * (1 + ((cost(amount, fee, days) as number) * days) / 365)).toBeCloseTo(amount, 9);
    }
  });

  it("costs nothing without a fee, and is refused where the fee takes all or no day is won", () => {
    expect(cost(10_000, 0, 30)).toBe(0);
    expect(cost(100, 100, 30)).toMatch(/^#VALUE! 手续费（fee）100 应小于金额（amount）100/);
    expect(cost(100, 1, 0)).toMatch(/^#VALUE! 提前天数（daysEarly）应大于 0/);
    expect(cost(100, -1, 5)).toMatch(/^#VALUE! 手续费（fee）不能为负数/);
    expect(cost(1e308, 9e307, 5e-324)).toMatch(/^#VALUE!/);
  });

  it("answers columns", () =>
    expect(shownAnswer(earlyCost, ...[[[10_000], [""]], 0, 30])).toEqual([[0], [""]]));
});
