/**
 * The number that a number's 15 significant digits say, as Excel shows and compares it: 1.15*100 is 115,
 * 0.1+0.2 is 0.3. Never -0; what 15 digits would round beyond the largest double stays as it is.
 */
export function decimalValue(number: number): number {
  const hundredths = Math.round(number * 100);
  if (Math.abs(hundredths) <= 1e15 && hundredths / 100 === number) return number + 0;
  const decimal = Number(number.toPrecision(15));
  return Number.isFinite(decimal) ? decimal : number;
}
