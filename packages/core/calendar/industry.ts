import { halfWidth } from "../cells/half-width.ts";
import { foldChoice, type Quantity } from "../cells/quantity.ts";
import type { Words } from "../cells/words.ts";

/** The word for activities of every industry. */
export const EVERY_INDUSTRY = "通用";

/** The industries that seed line 8 names, and cross-border trade (seed line 18), with other words for them. */
const industries: readonly [name: string, otherNames: readonly string[], words: Words][] = [
  [EVERY_INDUSTRY, ["全部", "全行业"], { zh: "各行业都参加的活动", en: "activities of every industry" }],
  ["服装", ["服饰", "服装配饰", "女装", "男装", "童装", "内衣"], { zh: "服装、配饰", en: "apparel" }],
  ["跨境", ["跨境专供", "跨境电商", "外贸"], { zh: "跨境专供、外贸", en: "cross-border trade" }],
  ["原材料", [], { zh: "原材料", en: "raw materials" }],
  ["工业品", [], { zh: "工业品", en: "industrial goods" }],
  ["家居百货", ["家居", "百货"], { zh: "家居、百货", en: "home and general merchandise" }],
  ["小商品", [], { zh: "小商品", en: "small commodities" }],
];

const nameOf = new Map(
  industries.flatMap(([name, otherNames]) => [name, ...otherNames].map((each) => [each, name] as const)),
);

/** The industries that are known without a plan. */
export const knownIndustries: readonly string[] = industries.map(([name]) => name);

/** Reads one or several industries, separated by 、 or , or ; or /; another word for a known one gives its name. */
export function readIndustries(text: string): string[] {
  const name = nameOf.get(text);
  if (name) return [name];
  const words = halfWidth(text)
    .split(/[、,;/\n]/)
    .map((word) => foldChoice(word).replace(/行业$/, ""));
  return words.filter(Boolean).map((word) => nameOf.get(word) ?? word);
}

/** One or several industries. */
export const industriesQuantity: Quantity<readonly string[]> = {
  words: { zh: "行业，可填多个", en: "one or several industries" },
  choices: {
    id: "INDUSTRY",
    members: industries.map(([value, , words]) => ({ value, words })),
  },
  zeroIsBlank: true,
  read: (value) => readIndustries(String(value)),
};
