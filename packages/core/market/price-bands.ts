/** A band of ascending prices: what it is called and which prices, from `start` up to before `end`, lie in it. */
interface PriceBand {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/** A way of cutting ascending prices into bands from cheap to dear. */
export type Bands = (prices: Float64Array) => readonly PriceBand[];

const EMPTY = "（空）";
const label = (low: number, high: number, isLast: boolean) => `[${low}, ${high}${isLast ? "]" : ")"}`;

/**
 * Bands of equally many prices, the first n mod k with one more; equal prices stay together in the lower
 * band, so that a later one may run short or empty. None at all without prices.
 */
export function equalCountBands(count: number): Bands {
  return (prices) => {
    const n = prices.length;
    if (n === 0) return [];
    const bands: PriceBand[] = [];
    let [planned, end] = [0, 0];
    for (let band = 0; band < count; band++) {
      const start = end;
      planned += Math.floor(n / count) + (band < n % count ? 1 : 0);
      end = Math.max(planned, start);
      while (end > 0 && end < n && prices[end] === prices[end - 1]) end++;
      const [low, high] = [prices[start] ?? 0, prices[end] ?? prices[n - 1] ?? 0];
      bands.push({ label: start === end ? EMPTY : label(low, high, end === n), start, end });
    }
    return bands;
  };
}

/** Bands between given edges, ascending and distinct; what lies outside them is not counted. */
export function givenBands(edges: readonly number[]): Bands {
  return (prices) => {
    let end = prices.findIndex((price) => price >= (edges[0] ?? 0));
    if (end < 0) end = prices.length;
    return edges.slice(1).map((high, band) => {
      const start = end;
      const isLast = band === edges.length - 2;
      while (end < prices.length && ((prices[end] ?? 0) < high || (isLast && prices[end] === high))) end++;
      return { label: label(edges[band] ?? 0, high, isLast), start, end };
    });
  };
}
