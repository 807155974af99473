import { anyWord, type Choice, mentions, oneOf, yes } from "./criterion.ts";
import type { Metrics } from "./read-profile.ts";
import { assumptions, seedQuotation } from "./seed-quotation.ts";

/** The metrics that decide between business lines. */
export const businessMetrics = {
  客户: {
    aliases: ["客户类型", "客户群", "目标客户", "主要客户"],
    kind: "words",
    words: {
      线下小店: ["实体店", "小店"],
      微商: ["微商小团队", "微商团队", "学生", "辣妈", "白领"],
      淘宝卖家: ["淘宝店", "淘宝"],
      跨境卖家: ["跨境电商", "跨境"],
      大企业: ["大型企业"],
      批发商: ["批发"],
    },
  },
  支持代发: { aliases: ["一件代发"], kind: "yesNo" },
  支持定制: { kind: "yesNo" },
  柔性生产: { aliases: ["柔性供应链"], kind: "yesNo" },
  工业品: { kind: "yesNo" },
  品牌授权: { kind: "yesNo" },
  集采拼单: { aliases: ["集采", "拼单"], kind: "yesNo" },
  企业资质: { aliases: ["企业认证"], kind: "yesNo" },
  经营类目: {
    aliases: ["类目", "主营类目", "行业"],
    kind: "words",
  },
} as const satisfies Metrics;

/** The industries of the large buyers (seed 20). */
const BUYER_INDUSTRIES = ["基建", "化工", "医药", "机械", "汽车"];

/**
 * The business lines of the seed (lines 6-24), in its order, with what each asks for. Whom a line serves weighs most,
 * for that is how the seed tells most of them apart; the weights are an assumption.
 */
export const businessLines: readonly Choice[] = [
  {
    name: "大市场",
    criteria: [oneOf("客户", ["批发商"], 6), anyWord("经营类目", 1)],
    basis: [
      seedQuotation(8, "以批发和采购业务为核心"),
      seedQuotation(8, "57个一级行业类目"),
      assumptions("权重", "客户为批发商", "类目都在其中"),
    ].join("；"),
  },
  {
    name: "微供",
    criteria: [oneOf("客户", ["线下小店", "微商"], 6)],
    basis: [seedQuotation(11, "线下小店"), seedQuotation(11, "微商小团队"), assumptions("权重")].join("；"),
  },
  {
    name: "淘工厂",
    criteria: [yes("柔性生产", 4), yes("支持定制", 1)],
    basis: [seedQuotation(14, "柔性供应链"), assumptions("权重", "支持定制")].join("；"),
  },
  {
    name: "淘货源",
    criteria: [oneOf("客户", ["淘宝卖家"], 6), yes("支持代发", 3)],
    basis: [seedQuotation(16, "针对淘宝卖家"), seedQuotation(16, "不囤货代发"), assumptions("权重")].join(
      "；",
    ),
  },
  {
    name: "跨境专供",
    criteria: [oneOf("客户", ["跨境卖家"], 6)],
    basis: [seedQuotation(18, "为跨境B2C卖家提供"), assumptions("权重")].join("；"),
  },
  {
    name: "大企业采购平台",
    criteria: [oneOf("客户", ["大企业"], 6), mentions("经营类目", BUYER_INDUSTRIES, 2), yes("企业资质", 1)],
    basis: [
      seedQuotation(20, "客户为大型企业买家"),
      seedQuotation(20, "基建、化工、医药、机械、汽车等行业"),
      assumptions("权重", "按买家的行业判断", "需要企业资质"),
    ].join("；"),
  },
  {
    name: "伙拼",
    criteria: [yes("集采拼单", 5), mentions("客户", ["批发商"], 3)],
    basis: [seedQuotation(22, "批发型聚量议价频道，通过集采拼单"), assumptions("权重", "客户为批发商")].join(
      "；",
    ),
  },
  {
    name: "工业品品牌站",
    criteria: [yes("工业品", 3), yes("品牌授权", 2)],
    basis: [seedQuotation(22, "工业品品牌站"), assumptions("权重", "工业品和品牌授权")].join("；"),
  },
  {
    name: "诚信通",
    criteria: [yes("企业资质", 3), yes("品牌授权", 1)],
    basis: [
      seedQuotation(24, "通过企业认证、信用累积"),
      seedQuotation(24, "品牌建站"),
      assumptions("权重", "品牌授权"),
    ].join("；"),
  },
];
