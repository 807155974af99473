import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../testing/seeded-random.ts";
import { NORMAL_95, twoSidedQuantile, wilsonInterval } from "./wilson-interval.ts";

const counts = fc
  .integer({ min: 1, max: 100_000 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));

describe("the Wilson interval", () => {
  it.each([
    [36, 300, 0.08795084430363892, 0.16165781382701608],
    [24, 200, 0.08197992706375513, 0.17234252098296748],
    [12, 100, 0.0699940643701949, 0.1981209942671142],
    [5, 50, 0.04347576493189041, 0.21360231437479654],
    [0, 50, 0, 0.07134759913335872],
    [50, 50, 1 - 0.07134759913335872, 1],
  ])("of %d of %d is that of statistics packages", (successes, trials, lower, upper) => {
    const interval = wilsonInterval(successes, trials);
    expect(interval[0]).toBeCloseTo(lower, 14);
    expect(interval[1]).toBeCloseTo(upper, 14);
  });

  it("holds the proportions that the score test just does not reject", () => {
    fc.assert(
      fc.property(counts, fc.double({ min: 0.5, max: 0.999, noNaN: true }), ([successes, trials], level) => {
        const quantile = twoSidedQuantile(level);
        const observed = successes / trials;
        for (const limit of wilsonInterval(successes, trials, quantile)) {
          if (limit === observed) continue;
          const score = Math.abs(observed - limit) / Math.sqrt((limit * (1 - limit)) / trials);
          expect(score / quantile).toBeCloseTo(1, 6);
        }
      }),
    );
  });

  it("lies within 0 and 1 and around what was observed", () => {
    fc.assert(
      fc.property(counts, ([successes, trials]) => {
        const [lower, upper] = wilsonInterval(successes, trials);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(successes / trials);
        expect(upper).toBeGreaterThanOrEqual(successes / trials);
        expect(upper).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("of failures mirrors that of successes", () => {
    fc.assert(
      fc.property(counts, ([successes, trials]) => {
        const [lower, upper] = wilsonInterval(successes, trials);
        const mirrored = wilsonInterval(trials - successes, trials);
        expect(mirrored[0]).toBeCloseTo(1 - upper, 13);
        expect(mirrored[1]).toBeCloseTo(1 - lower, 13);
      }),
    );
  });

  it("rises with the successes and narrows with the trials", () => {
    fc.assert(
      fc.property(counts, ([successes, trials]) => {
        const [lower, upper] = wilsonInterval(successes, trials);
        if (successes < trials) {
          const more = wilsonInterval(successes + 1, trials);
          expect(more[0]).toBeGreaterThan(lower);
          expect(more[1]).toBeGreaterThan(upper);
        }
        const tenfold = wilsonInterval(successes * 10, trials * 10);
        expect(tenfold[1] - tenfold[0]).toBeLessThan(upper - lower);
      }),
    );
  });

  it("grows with the confidence", () => {
    const [lower, upper] = wilsonInterval(36, 300, twoSidedQuantile(0.99));
    expect(NORMAL_95).toBeCloseTo(1.959963984540054, 14);
    expect(lower).toBeLessThan(0.08795);
    expect(upper).toBeGreaterThan(0.16166);
  });

  it("holds the true rate in 95 % ± 1 % of simulated tests", () => {
    const random = seededRandom(19_270_622);
    const runs = 20_000;
    let held = 0;
    for (let run = 0; run < runs; run++) {
      const rate = 0.02 + 0.4 * random();
      const trials = 100 + Math.floor(400 * random());
      let successes = 0;
      for (let trial = 0; trial < trials; trial++) if (random() < rate) successes++;
      const [lower, upper] = wilsonInterval(successes, trials);
      if (lower <= rate && rate <= upper) held++;
    }
    expect(held / runs).toBeGreaterThan(0.94);
    expect(held / runs).toBeLessThan(0.96);
  });
});
