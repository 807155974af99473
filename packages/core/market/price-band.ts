import type { Cell } from "../cells/cell.ts";
import { numberQuantity } from "../cells/quantity.ts";
import { badArgument, Refusal } from "../cells/refusal.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { finiteCell } from "../functions/finite-cell.ts";
import { commonLength, firstRefusal, readAmounts, readPrices } from "../functions/list.ts";
import { sortOrder } from "../functions/sort-order.ts";
import { type Bands, equalCountBands, givenBands } from "./price-bands.ts";

const HEADER = ["价格带", "商品数", "占比", "销量", "销量占比", "均价", "机会"];

const bandCountQuantity = numberQuantity({
  words: { zh: "1 到 1000 的整数", en: "integer from 1 to 1000" },
  integer: true,
  min: 1,
  max: 1000,
});

/** One cell is a number of bands; a range holds the edges of bands, in any order. */
function readBands(cells: readonly (readonly unknown[])[], argument: string): Bands | Refusal {
  const list = readAmounts(cells, argument);
  const refusal = firstRefusal(list);
  if (refusal) return refusal;
  const [first] = list.items;
  if (list.items.length === 1 && typeof first === "number") {
    const count = bandCountQuantity.read(first, argument);
    return count instanceof Refusal ? count : equalCountBands(count);
  }
  const edges = [...new Set(list.items.filter((item) => typeof item === "number"))].sort((a, b) => a - b);
  if (edges.length < 2) {
    return badArgument(`${argument}作为价格边界至少要两个不同的价格，请多填几个，或只填一个数表示分几档。`);
  }
  return givenBands(edges);
}

/** PRICEBAND: how products and sales spread over price bands, and where sales exceed the supply. */
export const priceBand = defineFunction({
  id: "PRICEBAND",
  parameters: [
    {
      shape: "range",
      name: "prices",
      title: "价格",
      read: readPrices,
    },
    {
      shape: "range",
      name: "sales",
      title: "销量",
      read: readAmounts,
      optional: true,
    },
    {
      shape: "range",
      name: "bands",
      title: "分档",
      read: readBands,
      zeroIsBlank: true,
      optional: true,
      fallback: equalCountBands(5),
    },
  ],
  compute: ({ prices, sales, bands }) => {
    const length = sales ? commonLength(prices, sales) : prices.length;
    if (length instanceof Refusal) return length;
    const refusal = firstRefusal(prices) ?? (sales && firstRefusal(sales));
    if (refusal) return refusal;
    const known: number[] = [];
    const sold: number[] = [];
    for (let index = 0; index < length; index++) {
      const price = prices.items[index];
      if (typeof price !== "number") continue;
      known.push(price);
      sold.push((sales?.items[index] as number | undefined) ?? 0);
    }
    const order = sortOrder(known);
    const rising = Float64Array.from(order, (position) => known[position] as number);
    const filled = bands(rising).map(({ label, start, end }): FilledBand => {
      const band = { label, count: end - start, sold: 0, prices: 0, worth: 0 };
      for (let rank = start; rank < end; rank++) {
        const [price, pieces] = [rising[rank] as number, sold[order[rank] as number] as number];
        band.prices += price;
        band.sold += pieces;
        band.worth += price * pieces;
      }
      return band;
    });
    const total = filled.reduce((sum, band) => sum + band.count, 0);
    const totalSold = filled.reduce((sum, band) => sum + band.sold, 0);
    if (!Number.isFinite(totalSold)) return finiteCell(totalSold) as Refusal;
    return [HEADER, ...filled.map((band) => bandRow(band, total, sales && totalSold))];
  },
});

export const priceBandText = describe(priceBand, {
  domain: "market",
  summary: {
    zh: "同类商品的价格带分析：每档有多少商品、卖了多少、均价多少；机会大于 1 表示该档销量占比高过商品占比。",
    en: "Price bands of comparable products: their products, sales and average price; an opportunity above 1 means more than its share of sales.",
  },
  source: "seed 63、77：分析同类产品销量、按价格分布合理定价；等量分档和“机会”的算法为假设",
  parameters: {
    prices: {
      zh: "同类商品的价格，一列或一行；空格不计",
      en: "prices, one row or column; blanks are not counted",
    },
    sales: { zh: "各商品的销量，与价格一样多；空格算 0", en: "sales of each product; a blank counts 0" },
    bands: {
      zh: "一个数：分成商品数相等的几档，不填为 5；或一块区域：各档的边界价格",
      en: "one number: so many bands of equally many products, 5 if left out; or a range of edges",
    },
  },
  returns: {
    zh: "表格：价格带、商品数、占比、销量、销量占比、均价、机会；每档含下限不含上限，最后一档含上限",
    en: "table 价格带 (band), 商品数 (products), 占比 (share), 销量 (sales), 销量占比 (share of sales), 均价 (average price), 机会 (opportunity)",
  },
  examples: [
    {
      arguments: [[[10], [20], [20], [30], [40]], [[5], [10], [30], [5], [0]], 2],
      answer: [
        HEADER,
        ["[10, 30)", 3, 0.6, 45, 0.9, 18.8888888889, 1.5],
        ["[30, 40]", 2, 0.4, 5, 0.1, 30, 0.25],
      ],
    },
    {
      arguments: [[[5], [15], [20], [99]], null, [[0], [10], [20], [50]]],
      answer: [
        HEADER,
        ["[0, 10)", 1, 0.3333333333, "", "", 5, ""],
        ["[10, 20)", 1, 0.3333333333, "", "", 15, ""],
        ["[20, 50]", 1, 0.3333333333, "", "", 20, ""],
      ],
    },
    { arguments: [[[10], [20]], [[1]]], answer: { error: "#VALUE!", says: "两者应一样多" } },
  ],
});

/** What lies in a band: its products, their sales, the sum of their prices and of price times sales. */
interface FilledBand {
  readonly label: string;
  readonly count: number;
  readonly sold: number;
  readonly prices: number;
  readonly worth: number;
}

/** A band as a row; `totalSold` is left out where no sales are given. */
function bandRow(band: FilledBand, total: number, totalSold: number | undefined): Cell[] {
  const share = total === 0 ? undefined : band.count / total;
  const salesShare = totalSold ? band.sold / totalSold : undefined;
  const weight = totalSold === undefined ? band.count : band.sold;
  const worth = totalSold === undefined ? band.prices : band.worth;
  return [
    band.label,
    band.count,
    share ?? "",
    totalSold === undefined ? "" : band.sold,
    salesShare ?? "",
    weight === 0 ? "" : finiteCell(worth / weight),
    share && salesShare !== undefined ? salesShare / share : "",
  ];
}
