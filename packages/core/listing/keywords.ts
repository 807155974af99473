import type { Cell } from "../cells/cell.ts";
import { decimalValue } from "../cells/decimal-value.ts";
import { Refusal } from "../cells/refusal.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { finiteCell } from "../functions/finite-cell.ts";
import { commonLength, firstRefusal, readAmounts, readTexts } from "../functions/list.ts";
import { topQuantity } from "../functions/top-quantity.ts";
import { findWords } from "./find-words.ts";

const HEADER = ["关键词", "商品数", "占比", "关联销量"];

/** KEYWORDS: the words that a market's titles use most. */
export const keywords = defineFunction({
  id: "KEYWORDS",
  parameters: [
    {
      shape: "range",
      name: "titles",
      title: "标题",
      read: readTexts,
    },
    {
      shape: "range",
      name: "sales",
      title: "销量",
      read: readAmounts,
      optional: true,
    },
    {
      shape: "one",
      name: "top",
      title: "前几名",
      quantity: topQuantity,
      optional: true,
      fallback: 20,
    },
  ],
  compute: ({ titles, sales, top }) => {
    const length = sales ? commonLength(titles, sales) : titles.length;
    if (length instanceof Refusal) return length;
    const refusal = firstRefusal(titles) ?? (sales && firstRefusal(sales));
    if (refusal) return refusal;
    const texts: string[] = [];
    const sold: number[] = [];
    for (let index = 0; index < length; index++) {
      const title = titles.items[index];
      if (typeof title !== "string") continue;
      texts.push(title);
      sold.push((sales?.items[index] as number | undefined) ?? 0);
    }
    const words = findWords(texts).map(({ word, holders }) => ({
      word,
      count: holders.length,
      sales: decimalValue(holders.reduce((sum, title) => sum + (sold[title] as number), 0)),
    }));
    words.sort(
      (one, other) => other.count - one.count || other.sales - one.sales || (one.word < other.word ? -1 : 1),
    );
    const row = ({ word, count, sales: total }: (typeof words)[number]): Cell[] => [
      word,
      count,
      count / texts.length,
      sales ? finiteCell(total) : "",
    ];
    return [HEADER, ...words.slice(0, top).map(row)];
  },
});

export const keywordsText = describe(keywords, {
  domain: "listing",
  summary: {
    zh: "标题热词：从一批商品标题里找出常用的词，各有多少个商品在用、占比和这些商品的销量；不用词典，词从标题本身发现，标题越多越准。",
    en: "Words that listing titles use most, with the number and share of titles and their sales; found in the titles themselves without a dictionary, the better the more titles there are.",
  },
  source:
    "新词发现：内聚用对称条件概率（Silva 等 1999，LocalMaxs，EPIA），各种切分取最小；两端自由见 Feng 等 2004（Computational Linguistics 30(1), 75–93）；门限为假设",
  parameters: {
    titles: {
      zh: "商品标题，一列，最好几十个以上",
      en: "listing titles, one row or column, some dozens or more",
    },
    sales: { zh: "各商品的销量，与标题一样多；空格算 0", en: "sales of each listing; a blank counts 0" },
    top: { zh: "显示前几个词，不填为 20", en: "how many words to show, 20 if left out" },
  },
  returns: {
    zh: "表格：关键词、商品数、占比、关联销量，按商品数、再按关联销量从大到小；没有销量时最后一列为空",
    en: "table 关键词 (word), 商品数 (titles), 占比 (share), 关联销量 (sales of these titles), by titles and then sales",
  },
  examples: [
    {
      arguments: [
        [["高腰瑜伽裤 Lulu"], ["高腰健身裤"], ["无痕瑜伽裤"], ["无痕高腰短裤"]],
        [[30], [20], [5], [0]],
      ],
      answer: [
        HEADER,
        ["高腰", 3, 0.75, 50],
        ["瑜伽裤", 2, 0.5, 35],
        ["无痕", 2, 0.5, 5],
        ["lulu", 1, 0.25, 30],
      ],
    },
  ],
});
