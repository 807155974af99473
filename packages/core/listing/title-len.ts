import { textQuantity } from "../cells/quantity.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { TITLE_LIMIT, titleLength } from "./title-length.ts";

/** TITLELEN: the weighted length of a listing's title. */
export const titleLen = defineFunction({
  id: "TITLELEN",
  parameters: [
    {
      shape: "each",
      name: "title",
      title: "标题",
      quantity: textQuantity,
    },
  ],
  elements: () => titleLength,
});

export const titleLenText = describe(titleLen, {
  domain: "listing",
  summary: {
    zh: `商品标题的长度：汉字和全角字符算 2，英文、数字和半角符号算 1，首尾空格不算；上限 ${TITLE_LIMIT}。`,
    en: `Weighted length of a listing title: 2 for each Chinese or full-width character, 1 for each ASCII character, outer blanks not counted; the limit is ${TITLE_LIMIT}.`,
  },
  source: `seed 47：标题 ${TITLE_LIMIT} 个字符（${TITLE_LIMIT / 2} 个汉字）；表情符号算 2 为假设`,
  parameters: {
    title: { zh: "商品标题，一个单元格或一列", en: "listing title, one cell or a range" },
  },
  returns: { zh: "字符数，与标题同样大小", en: "length, same size as the titles" },
  examples: [
    { arguments: ["夏季新款T恤"], answer: 11 },
    { arguments: ["  短袖 T恤 "], answer: 8 },
  ],
});
