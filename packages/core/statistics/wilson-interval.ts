import { normalQuantile } from "./normal-quantile.ts";

/** The half-width, in standard errors, of a two-sided interval: 1.96 for a confidence of 0.95. */
export const twoSidedQuantile = (confidence: number): number => -normalQuantile((1 - confidence) / 2);

/** The two-sided 95 % quantile of the normal distribution, 1.959963984540054. */
export const NORMAL_95: number = twoSidedQuantile(0.95);

/**
 * The lower and upper limit of a proportion, `successes` of at least one trial, as fractions from 0 to 1.
 *
 * They are the two proportions that a score test at `quantile` standard errors just does not reject.
 * Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209–212; without
 * continuity correction.
 */
export function wilsonInterval(
  successes: number,
  trials: number,
  quantile: number = NORMAL_95,
): readonly [lower: number, upper: number] {
  const observed = successes / trials;
  const weight = (quantile * quantile) / trials;
  const root = quantile * Math.sqrt((observed * ((trials - successes) / trials) + weight / 4) / trials);
  const upper = Math.min(1, (observed + weight / 2 + root) / (1 + weight));
  // The limits are the roots of a quadratic whose product is observed² ÷ (1 + weight): no cancellation.
  const lower = successes === 0 ? 0 : (observed * observed) / (1 + weight) / upper;
  return [lower, successes === trials ? 1 : upper];
}
