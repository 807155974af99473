import { freeWords, yesNo } from "./metric-kinds.ts";
import type { Choice } from "./rank-choices.ts";
import type { Metrics } from "./read-profile.ts";

/** The metrics that decide between business lines. */
export const businessMetrics: Metrics = new Map([
  ["客户", freeWords],
  ["支持代发", yesNo],
  ["支持定制", yesNo],
  ["柔性生产", yesNo],
  ["工业品", yesNo],
  ["品牌授权", yesNo],
  ["集采拼单", yesNo],
  ["企业资质", yesNo],
  ["经营类目", freeWords],
]);

/**
 * The business lines of the seed (lines 6-24), in its order, with what each asks for. Whom a line serves weighs most,
 * for that is how the seed tells most of them apart.
 */
export const businessLines: readonly Choice[] = [
  {
    name: "大市场",
    criteria: [
      ["客户", "批发", 6],
      ["经营类目", "", 1],
    ],
    says: [[8, "1688以批发和采购业务为核心"]],
    assumes: "客户为批发商，类目都在57个之内",
  },
  {
    name: "微供",
    criteria: [["客户", "线下或实体店或微商或学生或辣妈或白领", 6]],
    says: [[11, "线下小店、学生人群、“辣妈”人群、白领人群及微商小团队"]],
  },
  {
    name: "淘工厂",
    criteria: [
      ["柔性生产", "是", 4],
      ["支持定制", "是", 1],
    ],
    says: [[14, "数据驱动的柔性供应链服务"]],
    assumes: "定制有利于柔性供应",
  },
  {
    name: "淘货源",
    criteria: [
      ["客户", "淘宝", 6],
      ["支持代发", "是", 3],
    ],
    says: [[16, "为淘宝卖家提供不囤货代发"]],
  },
  {
    name: "跨境专供",
    criteria: [["客户", "跨境", 6]],
    says: [[18, "为跨境B2C卖家提供数据分析、选品指导"]],
  },
  {
    name: "大企业采购平台",
    criteria: [
      ["客户", "大企业或大型企业", 6],
      ["经营类目", "基建或化工或医药或机械或汽车", 2],
      ["企业资质", "是", 1],
    ],
    says: [
      [20, "大型企业买家，即年采购额达10亿元以上的非流通企业，主要集中在基建、化工、医药、机械、汽车等行业"],
    ],
    assumes: "按买家的行业看类目，供货要企业资质",
  },
  {
    name: "伙拼",
    criteria: [
      ["集采拼单", "是", 5],
      ["客户", "批发", 3],
    ],
    says: [[22, "批发型聚量议价频道，通过集采拼单"]],
    assumes: "批发型即客户为批发商",
  },
  {
    name: "工业品品牌站",
    criteria: [
      ["工业品", "是", 3],
      ["品牌授权", "是", 2],
    ],
    says: [[22, "营销场景主要有伙拼和工业品品牌站"]],
    assumes: "从名称推断",
  },
  {
    name: "诚信通",
    criteria: [
      ["企业资质", "是", 3],
      ["品牌授权", "是", 1],
    ],
    says: [
      [24, "通过企业认证"],
      [24, "品牌建站"],
    ],
    assumes: "品牌授权有利于建站",
  },
];
