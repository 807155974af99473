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
  serviceTool("开放平台", "政府、行业协会、专业市场、展会", [28, "为平台商家提供全方位的保障和服务"]),
  serviceTool("营销体系", "CRM、私域运营", [30, "提升商家的运营效率"]),
  serviceTool("营销体系", "淘工厂、微供、伙拼", [30, "进行有效推广"]),
  serviceTool("营销体系", "大企业采购平台、淘货源、跨境专供", [30, "挖掘新客户，开拓潜力市场"]),
  serviceTool("广告体系", "B类天合计划、B类广告联盟、全域营销", [32, "帮助中小企业快速生产营销内容"]),
  serviceTool("商家成长体系", "各地电商服务中心", [34, "帮助中小企业学习互联网经营思路和模式"]),
  serviceTool("商家成长体系", "中小企业商学院", [34, "通过点播课、直播课、图文课等培训中小企业"]),
  serviceTool("商家成长体系", "人才服务", [34, "人才的培训、认证、就业匹配"]),
  serviceTool("交易支付体系", "支付宝", [36, "安全、快速的网上支付业务"]),
  serviceTool(
    "交易支付体系",
    "账期交易",
    [36, "供应商在系统内给采购商授信"],
    [106, "一定要选择靠得住的买家"],
  ),
  serviceTool("交易支付体系", "担保交易", [36, "付款在先、收货和发票在后"]),
  serviceTool(
    "交易支付体系",
    "分阶段付款",
    [36, "设备类采购、需要后续服务的物资采购"],
    [108, "支持3/7、3/6/1等多种分阶段付款方式"],
  ),
  serviceTool("物流体系", "菜鸟网络、阿里巴巴物流服务平台", [38, "提高物流效率，加快商家库存周转"]),
  serviceTool("数据体系", "生意参谋", [40, "为商家提供爆款推荐"]),
  serviceTool("金融体系", "诚e赊", [42, "解决资金流紧张的问题"], [123, "确认收货后30天免费账期"]),
  serviceTool("金融体系", "网上银行、诚企贷、诚意保", [42, "为企业交易双方提供金融产品与服务"]),
  serviceTool(DAILY, "卖家工作台", [90, "由首页、交易、商品、旺铺、营销、客户、分销等组成"]),
  serviceTool(DAILY, "阿里指数", [92, "采购、供应、价格趋势"], [65, "产品属性细分、采购商素描、阿里排行"]),
  serviceTool(DAILY, "生意参谋", [94, "分析曝光、点击、客户反馈等情况"]),
  serviceTool(DAILY, "精准营销", [96, "判断访客意向，及时邀请访客洽谈"]),
  serviceTool(DAILY, "询盘管理", [98, "询盘，帮助商家对客户进行更为高效和精准的跟进"]),
  serviceTool(DAILY, "专场活动", [100, "报名参加网上各种专场推广活动"]),
  serviceTool(DAILY, "商机助理", [102, "快捷发布、管理供应信息"]),
];
