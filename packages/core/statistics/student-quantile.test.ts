import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalQuantile } from "./normal-quantile.ts";
import { studentQuantile } from "./student-quantile.ts";

/** The probability above t by Simpson's rule over the density in the angle θ = arctan(t/√ν), cos^(ν−1) θ. */
function tailBySimpson(t: number, degrees: number): number {
  const steps = 20_000;
  const integral = (from: number, to: number) => {
    const width = (to - from) / steps;
    let sum = 0;
    for (let i = 0; i <= steps; i++) {
      const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
      sum += weight * Math.cos(from + i * width) ** (degrees - 1);
    }
    return (sum * width) / 3;
  };
  const angle = Math.atan(t / Math.sqrt(degrees));
  return integral(angle, Math.PI / 2) / (2 * integral(0, Math.PI / 2));
}

describe("Student's t quantile", () => {
  // The table that every textbook prints (e.g. Fisher & Yates 1938, table III).
  it.each([
    [1, 0.025, 12.706],
    [2, 0.025, 4.303],
    [3, 0.025, 3.182],
    [4, 0.025, 2.776],
    [5, 0.025, 2.571],
    [10, 0.025, 2.228],
    [20, 0.025, 2.086],
    [30, 0.025, 2.042],
    [120, 0.025, 1.98],
    [1, 0.05, 6.314],
    [5, 0.005, 4.032],
    [10, 0.0005, 4.587],
    [3, 0.0005, 12.924],
  ])("with %d degrees at a tail of %d is the printed %d", (degrees, tail, printed) => {
    expect(studentQuantile(tail, degrees)).toBeCloseTo(printed, 3);
  });

  it.each([
    [1, 12.706204736174705],
    [2, 4.302652729749464],
    [3, 3.1824463052837095],
    [4, 2.7764451051977943],
    [10, 2.228138851986275],
    [29, 2.0452296421327043],
    [98, 1.9844674545084817],
    [399, 1.965927295920882],
    [402, 1.9658826616821923],
    [1000, 1.9623390808264085],
    [99_998, 1.9599877080090846],
  ])("with %d degrees at 0.025 is %d to 14 digits", (degrees, value) => {
    expect(Math.abs(studentQuantile(0.025, degrees) / value - 1)).toBeLessThan(1e-14);
  });

  it("has the tail it was asked for, by numerical integration", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: 0.001, max: 0.4, noNaN: true }),
        (degrees, tail) => {
          expect(tailBySimpson(studentQuantile(tail, degrees), degrees)).toBeCloseTo(tail, 9);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("falls with the degrees towards the normal quantile", () => {
    let last = Number.POSITIVE_INFINITY;
    for (const degrees of [1, 2, 3, 4, 7, 50, 400, 401, 402, 5_000, 1e6]) {
      const quantile = studentQuantile(0.025, degrees);
      expect(quantile).toBeLessThan(last);
      expect(quantile).toBeGreaterThan(-normalQuantile(0.025));
      last = quantile;
    }
    expect(last).toBeCloseTo(1.959964, 5);
  });
});
