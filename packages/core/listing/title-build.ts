import { decimalValue } from "../cells/decimal-value.ts";
import { numberQuantity } from "../cells/quantity.ts";
import { badArgument, Refusal } from "../cells/refusal.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { commonLength, firstRefusal, listOf, readTexts } from "../functions/list.ts";
import { foldText } from "./fold-text.ts";
import { TITLE_LIMIT, titleLength } from "./title-length.ts";

/** No title is longer, and no choice of words needs more of them (G15). */
const MOST_LIMIT = 500;
const MOST_WORDS = 2000;

const readWeights = listOf(numberQuantity({ words: { zh: "数字", en: "number" } }));

/** TITLEBUILD: the keywords worth most that fit into one title. */
export const titleBuild = defineFunction({
  id: "TITLEBUILD",
  parameters: [
    {
      shape: "range",
      name: "keywords",
      title: "关键词",
      read: readTexts,
    },
    {
      shape: "range",
      name: "weights",
      title: "权重",
      read: readWeights,
      optional: true,
    },
    {
      shape: "one",
      name: "limit",
      title: "字数上限",
      quantity: numberQuantity({
        words: { zh: `1 到 ${MOST_LIMIT} 的整数`, en: `integer from 1 to ${MOST_LIMIT}` },
        zeroIsBlank: true,
        integer: true,
        min: 1,
        max: MOST_LIMIT,
      }),
      optional: true,
      fallback: TITLE_LIMIT,
    },
  ],
  compute: ({ keywords, weights, limit }) => {
    const length = weights ? commonLength(keywords, weights) : keywords.length;
    if (length instanceof Refusal) return length;
    const refusal = firstRefusal(keywords) ?? (weights && firstRefusal(weights));
    if (refusal) return refusal;
    if (length > MOST_WORDS) {
      return badArgument(
        `${keywords.argument}有 ${length} 个，最多 ${MOST_WORDS} 个，请先留下最想用的词（如按权重排序后取前面的）。`,
      );
    }
    const words = new Map<string, Keyword>();
    for (let index = 0; index < length; index++) {
      const text = ((keywords.items[index] ?? "") as string).trim();
      const weight = (weights?.items[index] ?? 1) as number;
      const key = foldText(text);
      if (text === "" || weight <= (words.get(key)?.weight ?? 0)) continue;
      words.delete(key); // of repeated words the one worth most stands, in its own place
      words.set(key, { text, weight, length: titleLength(text) });
    }
    return [[heaviestTitle([...words.values()], limit)]];
  },
});

export const titleBuildText = describe(titleBuild, {
  domain: "listing",
  summary: {
    zh: "拼标题：从关键词里选出权重之和最大、拼起来不超过字数上限的一组，按给出的顺序连成标题。",
    en: "Builds a title: of all choices of keywords that fit the limit the one with the largest total weight, in the given order.",
  },
  source: `seed 47：标题 ${TITLE_LIMIT} 个字符，尽量用到位；0/1 背包（Bellman 1957，Dynamic Programming）；权重之和相等时取较长的标题，再取词较靠前的，为假设`,
  parameters: {
    keywords: {
      zh: "关键词，一格一个，按标题里的先后；重复的只用一次",
      en: "keywords, one per cell, in the order of the title; repeated ones count once",
    },
    weights: {
      zh: "各词的权重，与关键词一样多；空格算 1，不大于 0 的词不选",
      en: "weight of each keyword; a blank counts 1, a word of weight 0 or less is not chosen",
    },
    limit: {
      zh: `标题的字符数上限（汉字算 2），不填为 ${TITLE_LIMIT}`,
      en: `largest weighted length (a Chinese character counts 2), ${TITLE_LIMIT} if left out`,
    },
  },
  returns: {
    zh: "一个标题；英文或数字相接处空一格；都放不下为空",
    en: "one title, with a blank where ASCII letters or digits would touch; blank where nothing fits",
  },
  examples: [
    { arguments: [[["高腰"], ["提臀"], ["瑜伽裤"]], [[1], [2], [3]], 10], answer: "提臀瑜伽裤" },
    { arguments: [[["lulu"], ["2025"], ["新款"], ["T恤"]]], answer: "lulu 2025新款T恤" },
  ],
});

interface Keyword {
  readonly text: string;
  readonly weight: number;
  readonly length: number;
}

/** A choice of keywords: its total weight, the place of its last keyword and the choice before that one. */
interface Choice {
  readonly weight: number;
  readonly last: number;
  readonly before: Choice | undefined;
}

const NOTHING: Choice = { weight: 0, last: -1, before: undefined };
const STARTS_ASCII = /^[a-z0-9]/i;
const ENDS_ASCII = /[a-z0-9]$/i;

/**
 * The title of the largest total weight (exact 0/1 knapsack): of equal ones the longest, then the one whose
 * last keyword comes earlier, then whose last but one does, and so on.
 *
 * What a keyword takes depends on whether a blank must stand before it, so the best choice is kept for each
 * length and for each of both endings.
 */
function heaviestTitle(words: readonly Keyword[], limit: number): string {
  const room = words.reduce((sum, { length }) => sum + length + 1, 0);
  const most = Math.min(limit, room);
  const [open, ascii]: [(Choice | undefined)[], (Choice | undefined)[]] = [[NOTHING], []];
  for (const [last, { text, weight, length }] of words.entries()) {
    const into = ENDS_ASCII.test(text) ? ascii : open;
    const blank = STARTS_ASCII.test(text) ? 1 : 0;
    for (let end = most; end >= length; end--) {
      const before = better(open[end - length], ascii[end - length - blank]);
      if (!before) continue;
      into[end] = better(into[end], { weight: decimalValue(before.weight + weight), last, before });
    }
  }
  let best = NOTHING;
  for (let end = 1; end <= most; end++) {
    const longer = better(open[end], ascii[end]);
    if (longer && longer.weight >= best.weight) best = longer;
  }
  let title = "";
  for (let { last, before } = best; before; { last, before } = before) {
    const word = words[last]?.text ?? "";
    title = ENDS_ASCII.test(word) && STARTS_ASCII.test(title) ? `${word} ${title}` : word + title;
  }
  return title;
}

/** The choice that weighs more; of equal ones that with the earlier keywords, from the last on. */
function better(one: Choice | undefined, other: Choice | undefined): Choice | undefined {
  if (!one || !other) return one ?? other;
  if (one.weight !== other.weight) return one.weight > other.weight ? one : other;
  let [left, right]: [Choice | undefined, Choice | undefined] = [one, other];
  while (left && right && left.last === right.last) [left, right] = [left.before, right.before];
  return left && right && right.last < left.last ? other : one;
}
