import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalQuantile } from "./normal-quantile.ts";

/** The standard normal distribution function by its Taylor series about 0: exact to 1e-15 for |x| < 5. */
function normalDistribution(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
    term *= (x * x) / (2 * n + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}

describe("the normal quantile", () => {
  it.each([
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.262340089798409],
  ])("is Wichura's test value of AS 241 at %d", (probability, value) => {
    expect(normalQuantile(probability) / value).toBeCloseTo(1, 15);
  });

  it.each([
    [0.5, 0],
    [0.8, 0.8416212335729143],
    [0.9, 1.2815515655446004],
    [0.95, 1.6448536269514722],
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [1e-10, -6.361340902404056],
    [1e-100, -21.273453560965326],
    [1e-300, -37.0470962993612],
  ])("at %d is %d", (probability, value) => {
    expect(Math.abs(normalQuantile(probability) - value)).toBeLessThanOrEqual(6e-16 * Math.abs(value));
  });

  it("is undone by the distribution function", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (probability) => {
        expect(Math.abs(normalDistribution(normalQuantile(probability)) - probability)).toBeLessThan(1e-14);
      }),
    );
  });

  it("is antisymmetric about one half and grows with the probability", () => {
    const tail = fc.integer({ min: 1, max: 2 ** 20 - 1 }).map((n) => n / 2 ** 21);
    fc.assert(
      fc.property(tail, tail, (one, other) => {
        expect(normalQuantile(1 - one)).toBe(-normalQuantile(one));
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        if (low < high) expect(normalQuantile(low)).toBeLessThan(normalQuantile(high));
      }),
    );
  });
});
