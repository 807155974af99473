import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../testing/seeded-random.ts";
import { linearTrend } from "./linear-trend.ts";

const periodsOf = (values: readonly number[]) => values.map((_, index) => index + 1);

/** The normal equations in raw sums, solved in whole numbers: intercept and slope as fractions. */
function normalEquations(values: readonly number[]) {
  let [n, x, xx, y, xy] = [0n, 0n, 0n, 0n, 0n];
  for (const [index, value] of values.entries()) {
    const period = BigInt(index + 1);
    n += 1n;
    x += period;
    xx += period * period;
    y += BigInt(value);
    xy += period * BigInt(value);
  }
  const determinant = Number(n * xx - x * x);
  return { intercept: Number(xx * y - x * xy) / determinant, slope: Number(n * xy - x * y) / determinant };
}

describe("the line of least squares", () => {
  const values = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 3, maxLength: 60 });

  it("solves the normal equations", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -9, max: 99 }), (sample, period) => {
        const { intercept, slope } = normalEquations(sample);
        const expected = intercept + slope * period;
        const { at } = linearTrend(periodsOf(sample), sample);
        expect(Math.abs(at(period) - expected)).toBeLessThan(1e-6);
      }),
    );
  });

  it("is FORECAST.LINEAR: the example of Excel's help, 10.607253", () => {
    expect(linearTrend([20, 28, 31, 38, 40], [6, 7, 9, 15, 21]).at(30)).toBeCloseTo(10.607253, 6);
  });

  it("leaves residuals that add up to nothing, also weighted by their periods", () => {
    fc.assert(
      fc.property(values, (sample) => {
        const { at } = linearTrend(periodsOf(sample), sample);
        const residuals = sample.map((value, index) => value - at(index + 1));
        const sum = residuals.reduce((total, residual) => total + residual, 0);
        const moment = residuals.reduce((total, residual, index) => total + residual * (index + 1), 0);
        expect(Math.abs(sum)).toBeLessThan(1e-5);
        expect(Math.abs(moment)).toBeLessThan(1e-3);
      }),
    );
  });

  it("runs through points that lie on a line, without a margin", () => {
    const { at, margin } = linearTrend([1, 2, 3, 5], [3, 5, 7, 11]);
    expect(at(6)).toBeCloseTo(13, 12);
    expect(margin(6)).toBeCloseTo(0, 12);
    const flat = linearTrend([1, 2, 3], [7, 7, 7]);
    expect([flat.at(9), flat.margin(9)]).toEqual([7, 0]);
  });

  it("scales with the values, from the smallest to the largest numbers", () => {
    const sample = [10, 12, 11, 13, 15];
    const { at, margin } = linearTrend(periodsOf(sample), sample);
    for (const factor of [2 ** 1000, 2 ** -1000]) {
      const scaled = linearTrend(
        periodsOf(sample),
        sample.map((value) => value * factor),
      );
      expect(scaled.at(7)).toBe(at(7) * factor);
      expect(scaled.margin(7)).toBe(margin(7) * factor);
    }
  });

  it("widens its margin away from the middle of the periods", () => {
    const { margin } = linearTrend([1, 2, 3, 4, 5], [10, 12, 11, 13, 15]);
    const margins = [3, 4, 5, 6, 7, 8].map(margin);
    expect(margins).toEqual(margins.toSorted((a, b) => a - b));
    expect(margin(1)).toBeCloseTo(margin(5), 12);
  });

  it("holds the next value in 95 % ± 1 % of simulated series", () => {
    const random = seededRandom(1998);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const runs = 20_000;
    let held = 0;
    for (let run = 0; run < runs; run++) {
      const n = 3 + Math.floor(20 * random());
      const [level, slope, spread] = [1000 * random(), 20 * (random() - 0.5), 1 + 50 * random()];
      const series = Array.from({ length: n }, (_, index) => level + slope * (index + 1) + spread * normal());
      const period = n + 1 + Math.floor(4 * random());
      const { at, margin } = linearTrend(periodsOf(series), series);
      const next = level + slope * period + spread * normal();
      if (Math.abs(next - at(period)) <= margin(period)) held++;
    }
    expect(held / runs).toBeGreaterThan(0.94);
    expect(held / runs).toBeLessThan(0.96);
  });
});
