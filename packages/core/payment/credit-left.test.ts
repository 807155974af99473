import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownAnswer } from "../functions/shown-answer.fixture.ts";
import { creditLeft } from "./credit-left.ts";

const left = (...callArguments: unknown[]) => shownAnswer(creditLeft, ...callArguments)[0]?.[0];

describe("CREDITLEFT", () => {
  it("is the credit line less what is outstanding, and may be negative", () => {
    expect(left(50_000, [[12_000], ["8,500.50"], [""]])).toBe(29_499.5);
    expect(left(10_000, 12_000)).toBe(-2000);
    expect(left(10_000, [[12_000, -500]])).toBe(-1500);
    expect(left(10_000, "")).toBe(10_000);
  });

  it("is exact to the cent", () => {
    expect(left(0.3, [[0.1], [0.1], [0.1]])).toBe(0);
    expect(left(9_999_999_999_999.99, [[0.01], [0.98]])).toBe(9_999_999_999_999);
    const cents = fc.array(fc.integer({ min: -1e12, max: 1e12 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), cents, (limit, owed) => {
        const rest = owed.reduce((sum, each) => sum - each, limit);
        expect(left(limit / 100, [owed.map((each) => each / 100)])).toBe(rest / 100);
      }),
    );
  });

  it("refuses a bad amount by its place, and a negative line", () => {
    expect(left(100, [[1], ["坏"]])).toMatch(/^#VALUE! 未结清金额（outstanding）第 2 个应为数字，现为“坏”/);
    expect(left(100, [[1], [{ type: "Error" }]])).toMatch(/^#VALUE! .*第 2 个：引用的格子出错/);
    expect(left(0, 5)).toMatch(/^#VALUE! 请填写授信额度（limit）/);
    expect(left(-1, 5)).toMatch(/^#VALUE! 授信额度（limit）不能为负数/);
    expect(left(1e308, [[-1e308], [-1e308]])).toMatch(/^#VALUE! 金额太大/);
  });
});
