import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { column, shownAnswer } from "../functions/shown-answer.fixture.ts";
import { seededRandom } from "../testing/seeded-random.ts";
import { testSize } from "./test-size.ts";

const size = (...callArguments: unknown[]) => shownAnswer(testSize, ...callArguments)[0]?.[0];

describe("TESTSIZE", () => {
  it.each([
    [[0.1, 0.15], 686],
    [[0.12, 0.15], 2036],
    [[0.02, 0.03], 3826],
    [[0.1, 0.12], 3841],
    // The example of R's power.prop.test: n = 76.7.
    [[0.5, 0.75, 0.9], 77],
    [[0, 1], 2],
  ])("of %j is %d", (callArguments, clicks) => expect(size(...callArguments)).toBe(clicks));

  it("answers whole columns, and every pair of a column with a row", () => {
    expect(shownAnswer(testSize, column("10%", "2%", ""), [["15%", "3%"]])).toEqual([
      [686, size(0.1, 0.03)],
      [size(0.02, 0.15), 3826],
      ["", ""],
    ]);
  });

  const rate = fc.integer({ min: 1, max: 999 }).map((n) => n / 1000);
  it("does not mind which rate is which", () => {
    fc.assert(
      fc.property(rate, rate, (base, target) => {
        fc.pre(base !== target);
        expect(size(base, target)).toBe(size(target, base));
      }),
    );
  });

  it("asks for more clicks for more power and for a stricter level", () => {
    fc.assert(
      fc.property(rate, rate, (base, target) => {
        fc.pre(base !== target);
        const usual = size(base, target) as number;
        expect(size(base, target, 0.9)).toBeGreaterThanOrEqual(usual);
        expect(size(base, target, 0.8, 0.01)).toBeGreaterThanOrEqual(usual);
      }),
    );
  });

  it("gives the power that was asked for: 80 % ± 2 % of simulated tests see the difference", () => {
    const random = seededRandom(1981);
    const clicks = 686;
    const count = (rate: number) => {
      let hits = 0;
      for (let i = 0; i < clicks; i++) if (random() < rate) hits++;
      return hits;
    };
    const runs = 4_000;
    let seen = 0;
    for (let run = 0; run < runs; run++) {
      const [a, b] = [count(0.1) / clicks, count(0.15) / clicks];
      const pooled = (a + b) / 2;
      if (Math.abs(a - b) / Math.sqrt((2 * pooled * (1 - pooled)) / clicks) > 1.959964) seen++;
    }
    expect(seen / runs).toBeGreaterThan(0.78);
    expect(seen / runs).toBeLessThan(0.82);
  });

  it.each([
    [[0.1, 0.1], /两个转化率相同/],
    [[0.3, 0.1 + 0.2], /两个转化率相同/],
    [[0.1, 1.5], /目标转化率（target）应不小于 0 且不大于 1/],
    [[0.1, 0.2, 1], /把握（power）/],
    [[0.1, 0.2, 0.8, -0.1], /显著性水平（alpha）/],
    [[0, 5e-324], /数字太大/],
  ])("refuses %j", (callArguments, sentence) => expect(size(...callArguments)).toMatch(sentence));
});
