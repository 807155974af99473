/**
 * The percentage rank of values within themselves, as Excel's PERCENTRANK.INC gives it but not cut to three
 * digits: the smaller values over n − 1, and 1 where there is only one value.
 */
export function percentRank(values: readonly number[]): (value: number) => number {
  const sorted = Float64Array.from(values).sort();
  return (value) => (sorted.length === 1 ? 1 : countBelow(sorted, value) / (sorted.length - 1));
}

/** How many of ascending values are smaller, by bisection. */
function countBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
