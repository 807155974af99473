import { normalQuantile } from "./normal-quantile.ts";

/**
 * Γ((ν+1)/2) ÷ (Γ(ν/2) √π): from its values at ν = 1 and 2 by Γ(x+1) = xΓ(x), for large ν by the asymptotic
 * series of the ratio's square, whose next term is below 1e-17 there.
 */
function gammaRatio(degrees: number): number {
  if (degrees > 400) {
    const a = degrees / 2;
    const series = 1 / 32 + (1 / 128 - (5 / 2048 + 23 / 8192 / a) / a) / a;
    return Math.sqrt((a - 0.25 + series / a) / Math.PI);
  }
  let ratio = degrees % 2 === 1 ? 1 / Math.PI : 0.5;
  for (let n = degrees % 2 === 1 ? 1 : 2; n < degrees; n += 2) ratio *= (n + 1) / n;
  return ratio;
}

/**
 * The probability between 0 and t over t·f(t), f being the density: the series of the incomplete beta function
 * I_y(1/2, ν/2) with y = t²/(ν+t²) (Abramowitz & Stegun 26.5.4), whose terms are all positive.
 */
function centralSeries(t: number, degrees: number): number {
  const y = (t * t) / (degrees + t * t);
  let term = 1;
  let sum = 1;
  for (let n = 0; term > sum * 1e-17; n++) {
    term *= ((degrees + 1 + 2 * n) / (3 + 2 * n)) * y;
    sum += term;
  }
  return sum;
}

/**
 * The value that a variable of Student's t distribution with `degrees` degrees of freedom (a positive integer)
 * exceeds with the probability `tail`, 0.0005 ≤ tail < 0.5: 12.7062 for 0.025 and one degree; to 14 digits
 * at 0.025, to 12 at 0.0005.
 *
 * One and two degrees have a closed form. Else Newton's method from the normal quantile, which lies below: the tail is convex, so no step overshoots.
 */
export function studentQuantile(tail: number, degrees: number): number {
  if (degrees === 1) return 1 / Math.tan(Math.PI * tail);
  if (degrees === 2) return (1 - 2 * tail) / Math.sqrt(2 * tail * (1 - tail));
  const peak = gammaRatio(degrees) / Math.sqrt(degrees);
  let t = -normalQuantile(tail);
  for (let round = 0; round < 100; round++) {
    const density = peak * Math.exp((-(degrees + 1) / 2) * Math.log1p((t * t) / degrees));
    const step = (0.5 - tail) / density - t * centralSeries(t, degrees);
    t += step;
    if (!(step > t * 1e-15)) break;
  }
  return t;
}
