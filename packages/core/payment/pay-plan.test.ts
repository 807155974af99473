import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownAnswer } from "../functions/shown-answer.fixture.ts";
import { payPlan } from "./pay-plan.ts";

const plan = (...callArguments: unknown[]) => shownAnswer(payPlan, ...callArguments);
const amounts = (...callArguments: unknown[]) =>
  plan(...callArguments)
    .slice(1)
    .map((row) => row[2]);

describe("PAYPLAN", () => {
  it.each([
    ["3/7", [300, 700.01]],
    ["3/6/1", [300, 600.01, 100]],
    ["6/3/1", [600.01, 300, 100]],
    ["9/1", [900.01, 100]],
    ["30/70", [300, 700.01]],
    ["30%/70%", [300, 700.01]],
    ["２／５／３", [200, 500.01, 300]],
    [" 3 / 7 ", [300, 700.01]],
    ["分阶段 3/7", [300, 700.01]],
    ["2.5/2.5/5", [250, 250, 500.01]],
  ])("splits 1000.01 by %s", (text, expected) => expect(amounts(text, 1000.01)).toEqual(expected));

  it.each(["3/8", "10", "100", "3/7/0", "5/5/", "a/b", "-3/13", "50/40", "3%/7%", "3：7：9", true])(
    "refuses %j and says what to write",
    (text) =>
      expect(plan(text, 100)).toEqual([[expect.stringMatching(/^#VALUE! 方案（plan）.*请填写 3\/7/)]]),
  );

  it.each([46_088, 37_773])("sees that Excel made a date of 3/7 (%d) and says how to type it", (serial) =>
    expect(plan(serial, 100)).toEqual([[expect.stringMatching(/^#VALUE! .*日期.*'3\/7.*单引号/)]]),
  );

  it("puts dates beside the stages, blanks where there is none", () => {
    const dates = (...given: unknown[]) =>
      plan("3/6/1", 100, [given])
        .slice(1)
        .map((row) => row[4]);
    expect(dates("2026-03-28", 46_140, 46_170)).toEqual([46_109, 46_140, 46_170]);
    expect(dates("", 46_140)).toEqual(["", 46_140, ""]);
    expect(dates(46_140, "", "", "")).toEqual([46_140, "", ""]);
    expect(dates("明天", 46_140)).toEqual([expect.stringMatching(/^#VALUE! 日期（dates）/), 46_140, ""]);
    expect(plan("3/7", 100, [[1], [2], [3]])).toEqual([[expect.stringMatching(/^#VALUE! 日期有 3 个/)]]);
  });

  it("adds up to the amount to the cent, no stage negative, each within a cent of its share", () => {
    const shares = fc
      .array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 })
      .map((parts) => [...parts, 100 - parts.reduce((sum, part) => sum + part, 0)])
      .filter((parts) => (parts.at(-1) as number) > 0);
    const amount = fc.oneof(fc.nat(100), fc.nat(1e9), fc.constant(1e15)).map((cents) => cents / 100);
    fc.assert(
      fc.property(shares, amount, (parts, whole) => {
        const stages = amounts(parts.join("/"), whole) as number[];
        const sum = stages.reduce((total, stage) => total.plus(stage), new Decimal(0));
        expect(sum.toNumber()).toBe(whole);
        for (const [index, stage] of stages.entries()) {
          expect(stage).toBeGreaterThanOrEqual(0);
          const share = new Decimal(whole).times(parts[index] as number).div(100);
          expect(share.minus(stage).abs().toNumber()).toBeLessThanOrEqual(0.005 * parts.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
