import { seedQuotation } from "./seed-quotation.ts";

/** A tool of a service system and what it is for, in the seed's words. */
interface ServiceTool {
  readonly system: string;
  readonly tool: string;
  readonly use: string;
  readonly basis: string;
}

const serviceTool = (
  system: string,
  tool: string,
  ...quotations: readonly (readonly [number, string])[]
): ServiceTool => ({
  system,
  tool,
  use: quotations.map(([, text]) => text).join("；"),
  basis: quotations.map(([line, text]) => seedQuotation(line, text)).join("；"),
});

const DAILY = "店铺日常工具";

/** The eight service systems (seed 26-42) and the seven daily tools (seed 88-102). */
export const serviceTools: readonly ServiceTool[] = [
  serviceTool("开放平台", "政府、行业协会、专业市场、展会等合作机构", [
    28,
    "联合政府、行业协会、专业市场、展会等全产业链合作伙伴，为平台商家提供全方位的保障和服务",
  ]),
  serviceTool("营销体系", "CRM、私域运营", [30, "从商家角度开展的CRM、私域运营等，提升商家的运营效率"]),
  serviceTool("营销体系", "淘工厂、微供、伙拼", [30, "通过淘工厂、微供、伙拼等产品进行有效推广"]),
  serviceTool("营销体系", "大企业采购平台、淘货源、跨境专供", [
    30,
    "通过大企业采购平台、淘货源、跨境专供等生意场景让中小企业实现高效匹配",
  ]),
  serviceTool("广告体系", "B类天合计划、B类广告联盟、全域营销", [
    32,
    "通过B类天合计划、B类广告联盟和全域营销，帮助中小企业快速生产营销内容",
  ]),
  serviceTool("商家成长体系", "各地电商服务中心", [
    34,
    "通过各地电商服务中心及中小企业商学院实力讲师定制的培训课程",
  ]),
  serviceTool("商家成长体系", "中小企业商学院（peixun.1688.com）", [
    34,
    "通过点播课、直播课、图文课等培训中小企业超过200万家",
  ]),
  serviceTool("商家成长体系", "人才服务", [34, "开展人才的培训、认证、就业匹配等服务"]),
  serviceTool("交易支付体系", "支付宝", [
    36,
    "能够让买卖双方完成安全、快速的网上支付业务，并为买卖双方提供交易资金记录的查询和管理",
  ]),
  serviceTool(
    "交易支付体系",
    "账期交易",
    [36, "账期交易适用于长期与采购商合作的那些供应商在系统内给采购商授信的情况"],
    [106, "一定要选择靠得住的买家，不然就会有风险"],
  ),
  serviceTool("交易支付体系", "担保交易", [36, "担保交易结算的特点是付款在先、收货和发票在后"]),
  serviceTool(
    "交易支付体系",
    "分阶段付款",
    [36, "对于设备类采购、需要后续服务的物资采购，或者需要质保的产品采购，可以使用分阶段付款的方式"],
    [108, "支持3/7、3/6/1等多种分阶段付款方式"],
  ),
  serviceTool("物流体系", "菜鸟网络", [38, "提高物流效率，加快商家库存周转，降低社会物流成本"]),
  serviceTool("物流体系", "阿里巴巴物流服务平台", [38, "物流体系主要由菜鸟网络和阿里巴巴物流服务平台组成"]),
  serviceTool("数据体系", "生意参谋", [
    40,
    "通过下游购买数据为商家提供爆款推荐，通过供应商交易数据分析，为商家提供优质、适用的货源",
  ]),
  serviceTool(
    "金融体系",
    "诚e赊",
    [42, "为B类客户量身打造，解决资金流紧张的问题"],
    [123, "支持买家使用该额度享受确认收货后30天免费账期的服务"],
  ),
  serviceTool("金融体系", "网上银行、诚企贷、诚意保", [42, "网上银行、诚e赊、诚企贷、诚意保等"]),
  serviceTool(DAILY, "卖家工作台", [90, "由首页、交易、商品、旺铺、营销、客户、分销等组成"]),
  serviceTool(
    DAILY,
    "阿里指数",
    [92, "查看、分析相关行业或地区的采购、供应、价格趋势等内容"],
    [65, "我们不仅能进行行业大盘的基本分析，更能掌握产品属性细分、采购商素描、阿里排行等情况"],
  ),
  serviceTool(DAILY, "生意参谋", [
    94,
    "帮助用户分析曝光、点击、客户反馈等情况，有针对性地给出诊断结果，并提供解决方案",
  ]),
  serviceTool(DAILY, "精准营销", [96, "能帮助商家判断访客意向，及时邀请访客洽谈，抓住更多生意机会"]),
  serviceTool(DAILY, "询盘管理", [
    98,
    "能全面收录来自阿里巴巴中文站的询盘，帮助商家对客户进行更为高效和精准的跟进",
  ]),
  serviceTool(DAILY, "专场活动", [100, "专场活动是为了方便客户报名参加网上各种专场推广活动而设置的一个工具"]),
  serviceTool(DAILY, "商机助理", [102, "快捷发布、管理供应信息的客户端软件"]),
];
