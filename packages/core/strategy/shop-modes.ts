import { anyAmount, oneOrMore, yesNo } from "./metric-kinds.ts";
import type { Choice } from "./rank-choices.ts";
import type { Metrics } from "./read-profile.ts";
import type { SeedLine } from "./seed-quotation.ts";

/** The metrics that decide between shop modes and business types. */
export const shopMetrics: Metrics = new Map([
  ["自有工厂", yesNo],
  ["店铺数", oneOrMore],
  ["产品线数", oneOrMore],
  ["品牌代理", yesNo],
  ["招募代理", yesNo],
  ["推广预算", anyAmount],
]);

/** The three modes of the seed (lines 155-162), in its order. */
export const shopModes: readonly Choice[] = [
  {
    name: "单店“霸屏”模式",
    criteria: [
      ["店铺数", "一个", 2],
      ["产品线数", "一个", 2],
      ["推广预算", "是", 2],
    ],
    says: [[156, "只运营一个店铺，要尽可能使用标王等数字营销工具"]],
    assumes: "一条产品线一个店铺，营销工具要推广预算",
  },
  {
    name: "多店“霸屏”模式",
    criteria: [
      ["店铺数", "多个", 2],
      ["产品线数", "多个", 3],
    ],
    says: [
      [159, "注册两个或两个以上店铺，不同的店铺经营不同的产品"],
      [129, "多店运营要比单店运营更有优势"],
    ],
    assumes: "产品线多则分店经营",
  },
  {
    name: "单店加代理模式",
    criteria: [
      ["品牌代理或招募代理", "是", 6],
      ["店铺数", "一个", 1],
    ],
    says: [[162, "国际知名品牌的中国代理，或者你的公司具备招募加盟代理的条件"]],
  },
];

const TYPES: readonly SeedLine[] = [[127, "公司经营模式包括生产型和贸易型"]];

/** Production or trading (seed 127). */
export const businessTypes: readonly Choice[] = [
  { name: "生产型", criteria: [["自有工厂", "是", 3]], says: TYPES, assumes: "有工厂即生产型" },
  {
    name: "贸易型",
    criteria: [
      ["自有工厂", "否", 3],
      ["品牌代理", "是", 1],
    ],
    says: TYPES,
    assumes: "没有工厂、代理品牌即贸易型",
  },
];
