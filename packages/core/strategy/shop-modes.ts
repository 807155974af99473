import { between, budgeted, type Choice, no, yes } from "./criterion.ts";
import type { Metrics } from "./read-profile.ts";
import { assumptions, seedQuotation } from "./seed-quotation.ts";

/** The metrics that decide between shop modes and business types. */
export const shopMetrics = {
  自有工厂: { aliases: ["工厂"], kind: "yesNo" },
  店铺数: { aliases: ["店铺数量"], kind: "number" },
  产品线数: { aliases: ["产品线"], kind: "number" },
  品牌代理: { aliases: ["国际品牌代理"], kind: "yesNo" },
  招募代理: { aliases: ["加盟代理"], kind: "yesNo" },
  推广预算: { aliases: ["预算"], kind: "budget" },
} as const satisfies Metrics;

const ANY = Number.MAX_VALUE;

/** The three modes of the seed (lines 155-162), in its order. */
export const shopModes: readonly Choice[] = [
  {
    name: "单店“霸屏”模式",
    criteria: [
      between("店铺数", [0, 1], "1", 2),
      between("产品线数", [0, 1], "1", 2),
      budgeted("推广预算", 2),
    ],
    basis: [
      seedQuotation(156, "只运营一个店铺，要尽可能使用标王等数字营销工具"),
      assumptions("权重", "一条产品线适合一个店铺", "数字营销工具需要推广预算"),
    ].join("；"),
  },
  {
    name: "多店“霸屏”模式",
    criteria: [between("店铺数", [2, ANY], "2 或更多", 2), between("产品线数", [2, ANY], "2 或更多", 3)],
    basis: [
      seedQuotation(159, "注册两个或两个以上店铺，不同的店铺经营不同的产品"),
      seedQuotation(129, "多店运营要比单店运营更有优势"),
      assumptions("权重", "两条以上产品线适合分店经营"),
    ].join("；"),
  },
  {
    name: "单店加代理模式",
    criteria: [yes(["品牌代理", "招募代理"], 6), between("店铺数", [0, 1], "1", 1)],
    basis: [
      seedQuotation(162, "国际知名品牌的中国代理，或者你的公司具备招募加盟代理的条件"),
      assumptions("权重"),
    ].join("；"),
  },
];

/** Production or trading (seed 127). */
export const businessTypes: readonly Choice[] = [
  {
    name: "生产型",
    criteria: [yes("自有工厂", 3)],
    basis: `${seedQuotation(127, "公司经营模式包括生产型和贸易型")}；${assumptions("有自有工厂即生产型")}`,
  },
  {
    name: "贸易型",
    criteria: [no("自有工厂", 3), yes("品牌代理", 1)],
    basis: `${seedQuotation(127, "公司经营模式包括生产型和贸易型")}；${assumptions("没有自有工厂即贸易型", "品牌代理属于贸易", "权重")}`,
  },
];
