import type { Cell } from "../cells/cell.ts";
import { amountQuantity, priceQuantity } from "../cells/quantity.ts";
import { readColumn } from "../cells/read-column.ts";
import { Refusal } from "../cells/refusal.ts";
import { isBlankRow, type TableFields } from "../cells/table.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { finiteCell } from "../functions/finite-cell.ts";
import { sortOrder } from "../functions/sort-order.ts";
import { topQuantity } from "../functions/top-quantity.ts";
import { listingFields } from "../listing/listing-fields.ts";
import { productFields, productName } from "../listing/product-fields.ts";
import { percentRank } from "../statistics/percent-rank.ts";

const HEADER = ["排名", "商品", "价格", "销量", "销量占比", "累计占比", "价格分位"];

const fields = {
  ...productFields,
  price: listingFields.price,
  sales: listingFields.sales,
} as const satisfies TableFields;

/** PEERS: the best sold of comparable products, their share of sales and where their price stands. */
export const peers = defineFunction({
  id: "PEERS",
  parameters: [
    {
      shape: "table",
      name: "table",
      title: "商品表",
      fields,
    },
    {
      shape: "headers",
      name: "headers",
      title: "表头",
      optional: true,
    },
    {
      shape: "one",
      name: "top",
      title: "前几名",
      quantity: topQuantity,
      optional: true,
      fallback: 10,
    },
  ],
  compute: ({ table, top }) => {
    const prices = readColumn(table, "price", priceQuantity);
    const sales = readColumn(table, "sales", amountQuantity);
    if (prices instanceof Refusal) return prices;
    if (sales instanceof Refusal) return sales;
    const known: number[] = [];
    const unknown: number[] = [];
    for (const [index, sold] of sales.entries()) {
      if (sold !== undefined) known.push(index);
      else if (prices[index] !== undefined || !isBlankRow(table.rows[index] ?? [])) unknown.push(index);
    }
    const soldOf = (index: number) => sales[index] as number;
    const order = sortOrder(known.map(soldOf), true);
    const total = order.reduce((sum, position) => sum + soldOf(known[position] as number), 0);
    if (!Number.isFinite(total)) return finiteCell(total) as Refusal;
    const rankOf = percentRank(prices.filter((price) => typeof price === "number"));
    const standing = (price: number | undefined): Cell => (price === undefined ? "" : rankOf(price));

    const answer: Cell[][] = [HEADER];
    const place = (index: number, rank: Cell, sold: Cell, share: Cell, runningShare: Cell) => {
      const price = prices[index];
      const name = productName(table, index);
      answer.push([rank, name, price ?? "", sold, share, runningShare, standing(price)]);
    };
    let running = 0;
    for (const [rank, position] of order.subarray(0, top).entries()) {
      const index = known[position] as number;
      const sold = soldOf(index);
      running += sold;
      const [share, runningShare] = total === 0 ? ["", ""] : [sold / total, running / total];
      place(index, rank + 1, sold, share, runningShare);
    }
    for (const index of unknown.slice(0, Math.max(0, top - known.length))) place(index, "", "", "", "");
    return answer;
  },
});

export const peersText = describe(peers, {
  domain: "market",
  summary: {
    zh: "同类商品按销量排名：前几名各占多少销量、累计多少，价格在同类里处于什么位置。",
    en: "Comparable products ranked by sales: each one's share, the running share and where its price stands among them.",
  },
  source:
    "seed 62-63：搜索关键词查看同类产品，分析哪些款式销量不错；价格分位 = PERCENTRANK.INC（不截成三位）",
  parameters: {
    table: {
      zh: "同类商品表，认得的列：商品标题、商品ID、价格、近90天销量",
      en: "table of comparable products with the columns 商品标题 (title), 商品ID (id), 价格 (price), 近90天销量 (sales)",
    },
    headers: {
      zh: "另外指定的表头行，不填则用表格第一行",
      en: "header row, if it is not the table's first row",
    },
    top: { zh: "显示前几名，不填为 10", en: "how many to show, 10 if left out" },
  },
  returns: {
    zh: "表格：排名、商品、价格、销量、销量占比、累计占比、价格分位；占比和分位对全表计算，没有销量的商品排在最后，不计名次",
    en: "table 排名 (rank), 商品 (product), 价格 (price), 销量 (sales), 销量占比 (share), 累计占比 (running share), 价格分位 (price rank from 0 to 1)",
  },
  examples: [
    {
      arguments: [
        [
          ["商品标题", "价格", "销量"],
          ["裤子A", 30, 10],
          ["裤子B", 20, 70],
          ["裤子C", 50, 20],
        ],
        null,
        2,
      ],
      answer: [HEADER, [1, "裤子B", 20, 70, 0.7, 0.7, 0], [2, "裤子C", 50, 20, 0.2, 0.9, 1]],
    },
  ],
});
