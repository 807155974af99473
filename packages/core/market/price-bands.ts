/** A product as the bands see it. */
interface PricedProduct {
  readonly price: number;
  readonly sold: number;
}

/** What lies in a band: its products, their sales, the sum of their prices and of price times sales. */
export interface PriceBand {
  readonly label: string;
  readonly count: number;
  readonly sold: number;
  readonly prices: number;
  readonly worth: number;
}

/** A way of cutting products, sorted by price, into bands from cheap to dear. */
export type Bands = (products: readonly PricedProduct[]) => readonly PriceBand[];

const EMPTY = "（空）";
const label = (low: number, high: number, isLast: boolean) => `[${low}, ${high}${isLast ? "]" : ")"}`;

function priceBand(name: string, products: readonly PricedProduct[]): PriceBand {
  let sold = 0;
  let prices = 0;
  let worth = 0;
  for (const product of products) {
    sold += product.sold;
    prices += product.price;
    worth += product.price * product.sold;
  }
  return { label: name, count: products.length, sold, prices, worth };
}

/**
 * Bands of equally many products, the first n mod k with one more; equal prices stay together in the lower
 * band, so that a later one may run short or empty. None at all without products.
 */
export function equalCountBands(count: number): Bands {
  return (products) => {
    const n = products.length;
    if (n === 0) return [];
    const starts = [0];
    let planned = 0;
    for (let band = 0; band < count; band++) {
      planned += Math.floor(n / count) + (band < n % count ? 1 : 0);
      let end = Math.max(planned, starts[band] ?? 0);
      while (end > 0 && end < n && products[end]?.price === products[end - 1]?.price) end++;
      starts.push(end);
    }
    const parts = starts.slice(0, -1).map((start, band) => products.slice(start, starts[band + 1]));
    const highest = products[n - 1]?.price ?? 0;
    return parts.map((part, band) => {
      const [first] = part;
      if (!first) return priceBand(EMPTY, part);
      const next = products[starts[band + 1] ?? n];
      return priceBand(label(first.price, next?.price ?? highest, !next), part);
    });
  };
}

/** Bands between given edges, ascending and distinct; what lies outside them is not counted. */
export function givenBands(edges: readonly number[]): Bands {
  return (products) => {
    let next = products.findIndex((product) => product.price >= (edges[0] ?? 0));
    if (next < 0) next = products.length;
    return edges.slice(1).map((high, band) => {
      const isLast = band === edges.length - 2;
      const start = next;
      while (isInside(products[next], high, isLast)) next++;
      return priceBand(label(edges[band] ?? 0, high, isLast), products.slice(start, next));
    });
  };
}

const isInside = (product: PricedProduct | undefined, high: number, isLast: boolean) =>
  product !== undefined && (isLast ? product.price <= high : product.price < high);
