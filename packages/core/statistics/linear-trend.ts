import { studentQuantile } from "./student-quantile.ts";

/** A straight line through values over their periods. */
export interface LinearTrend {
  /** The line's value at a period. */
  readonly at: (period: number) => number;
  /** Half the width of the 95 % prediction interval of one new value at a period. */
  readonly margin: (period: number) => number;
}

/**
 * Fits the line of least squares through at least three values; infinite only where the line itself leaves the
 * range of numbers.
 *
 * The interval is that of the classical linear model with independent normal deviations of equal spread:
 * t(0.975, n−2) · s · √(1 + 1/n + (x−x̄)²/Σ(x−x̄)²). Source: Draper & Smith, Applied Regression Analysis,
 * 3rd ed. 1998, chapter 1.
 */
export function linearTrend(periods: readonly number[], values: readonly number[]): LinearTrend {
  const n = values.length;
  const scale = scaleOf(values);
  const scaled = values.map((value) => value / scale);
  const meanPeriod = periods.reduce((sum, period) => sum + period, 0) / n;
  const mean = scaled.reduce((sum, value) => sum + value, 0) / n;
  let squares = 0;
  let products = 0;
  for (const [index, period] of periods.entries()) {
    squares += (period - meanPeriod) ** 2;
    products += (period - meanPeriod) * ((scaled[index] ?? 0) - mean);
  }
  const slope = products / squares;
  const line = (period: number) => mean + slope * (period - meanPeriod);
  let residuals = 0;
  for (const [index, period] of periods.entries()) residuals += ((scaled[index] ?? 0) - line(period)) ** 2;
  const reach = studentQuantile(0.025, n - 2) * Math.sqrt(residuals / (n - 2));
  return {
    at: (period) => line(period) * scale,
    margin: (period) => reach * Math.sqrt(1 + 1 / n + (period - meanPeriod) ** 2 / squares) * scale,
  };
}

/** A power of two near the largest value, so that squares neither overflow nor vanish; dividing by it is exact. */
function scaleOf(values: readonly number[]): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return largest === 0 ? 1 : 2 ** Math.floor(Math.log2(largest));
}
