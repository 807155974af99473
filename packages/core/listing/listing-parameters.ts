import type { Words } from "../cells/words.ts";
import type { HeadersParameter, RangeParameter, TableParameter } from "../functions/define-function.ts";
import { listingFields } from "./listing-fields.ts";
import { builtInRules, readRuleSet } from "./rule-set.ts";

/** The parameters that SEVENSTAR, SEVENSTARCHECK and SEVENSTARSCORE share. */
export const listingTableParameter = {
  shape: "table",
  name: "table",
  title: "商品表",
  fields: listingFields,
} as const satisfies TableParameter;

export const listingTableWords: Words = {
  zh: "商品表区域，第一行是表头（如 商品标题、主图数量、支持网上订购）；缺的列算未知",
  en: "range of listings, one row each, with a header row; a missing column makes its checks unknown",
};

export const listingHeadersParameter = {
  shape: "headers",
  name: "headers",
  title: "表头",
  optional: true,
} as const satisfies HeadersParameter;

export const listingHeadersWords: Words = {
  zh: "表头另放一处时填写；不填则商品表第一行是表头",
  en: "header row, where it is not the table's first row",
};

export const listingRulesParameter = {
  shape: "range",
  name: "rules",
  title: "规则表",
  read: readRuleSet,
  zeroIsBlank: true,
  optional: true,
  get fallback() {
    return builtInRules();
  },
} as const satisfies RangeParameter;

export const listingRulesWords: Words = {
  zh: "规则表区域，含表头 检查项、星、条件、值、权重、依据、等级；不填用内置七星规则",
  en: "rules table with its header row, replaces the built-in seven-star rules",
};

/** Where the rules come from. */
export const RULES_SOURCE =
  "seed 47–60（2019-03-06）：七星产品的七项；一项一星且同权、标题用满多少、自定义属性的下限为假设；违禁词、图片上限、起批量范围见公开资料 2023";
