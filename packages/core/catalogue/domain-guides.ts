import { activityPlan } from "../calendar/activity-plan.ts";
import { activityPlanKind } from "../calendar/activity-plan-kind.ts";
import { FIRST_TERM_YEAR } from "../calendar/lunar-table.ts";
import { LAST_TERM_YEAR } from "../calendar/solar-term.ts";
import type { TemplateKind } from "../cells/define-template-kind.ts";
import type { Domain } from "../functions/define-function.ts";
import { listingRules } from "../listing/listing-rules.ts";
import { listingRulesKind } from "../listing/listing-rules-kind.ts";
import { TITLE_USED_PERCENT } from "../listing/title-length.ts";
import { knownRates } from "../payment/known-rates.ts";
import { paymentRates } from "../payment/payment-rates.ts";
import { paymentRatesKind } from "../payment/payment-rates-kind.ts";

/** A built-in table as a template of its kind holds it, with the grade of each row. */
interface BuiltInTable {
  readonly title: string;
  readonly kind: TemplateKind;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** What the manual says of a domain beyond its functions: how its rules work, where they come from, what is assumed. */
export interface DomainGuide {
  readonly paragraphs: readonly string[];
  readonly assumptions: readonly string[];
  readonly table?: BuiltInTable;
}

/** The guides of the six domains, in Markdown. */
export const domainGuides: Readonly<Record<Domain, DomainGuide>> = {
  listing: {
    paragraphs: [
      "《1688商家成长宝典》（2019-03-06，下称 seed）第 47–53 行列出做好一个七星产品要填对的七项。本手册给每项一颗星，按 seed 的顺序；每项里的检查、要求和依据见下表。",
      "**不知道不等于不合格**：表里没有那一列、那一格空着，这项检查就是“未知”：不得星，也不打 ✗，改进建议会写明要补哪一列或哪一格。",
      "**网上订购是门槛**：seed 第 52 行写明不支持网上订购不可能是七星，无论规则表怎样改，少了它最多六星。",
      "标题长度按 1688 的算法：ASCII 字符算 1，其他字符算 2，前后空格不算。开放平台的“商品信息质量星级”是 0–5，与七星不是一回事，不能换算。",
      "公司有自己的标准时，把下表复制到工作表里修改，作为函数的“规则表”参数传入；传入后完全代替内置规则，表里没写的项就是未知。",
    ],
    assumptions: [
      "一项一颗星、七项同权；每项内各检查平分（SEVENSTARSCORE）。",
      `标题“尽量用到位”按用满 ${TITLE_USED_PERCENT}% 判断；表情符号算 2 个字符。`,
      "自定义属性“适当增加”的下限见下表。",
      "违禁词是公开资料里常见的广告用语，不是平台公布的完整名单，请自行增减。",
    ],
    table: { title: "内置商品规则", kind: listingRulesKind, rows: listingRules },
  },
  payment: {
    paragraphs: [
      `有公开依据的卖家费率只有${knownRates("zh")}（2019-03-06 起），依据见下表。其他方式的费率没有人公布过，函数返回 #N/A 并说明要在费率表里填什么，**绝不当作 0**。`,
      "手续费 = 费率 × 基数 + 固定费用，不低于“最低”、不高于“最高”；基数为 0 时不收。金额用十进制精确计算，只在最后一次四舍五入到分。",
      "有约定费率时，把下表复制到工作表里填写，作为“费率表”参数传入；同一方式可以有多行，用生效日和失效日（含当天）区分，函数的“日期”参数决定用哪一行，不填用生效日最新的一行。",
    ],
    assumptions: [
      "手续费四舍五入到分；退款时手续费是否退还没有公开资料。",
      "诚e赊的基数含运费。",
      "担保交易的到账日按买家确认收货当天计。",
    ],
    table: { title: "内置费率", kind: paymentRatesKind, rows: paymentRates },
  },
  calendar: {
    paragraphs: [
      `四个官方大促的日期来自 seed 第 135 行；农历日期和节气由历法推算（${FIRST_TERM_YEAR}–${LAST_TERM_YEAR}）；放假和调休按国务院办公厅历年通知，没有通知的年份按周末加法定节日估算，并标明“预计”。`,
      "报名、备货、预热、复盘的日期从活动日期倒推；落在非工作日的提前到最近的一个工作日（调休上班的周末算工作日）。",
      "新一年的放假通知公布当天，就可以按“日期、名称、类型（休/班）”填成一张表，作为“放假安排”参数传入；它只代替表里出现的年份。",
      "日期规则可以写成 `03-28`、`农历 01-01`、`节气 立秋`、`2026-05-20`、`11月第4个周五`。",
    ],
    assumptions: [
      "各项准备的提前天数（见下表）是行业习惯，请按自己的情况修改。",
      "618、双11、商人节等默认不启用，日期以平台当年公告为准。",
    ],
    table: { title: "内置活动计划", kind: activityPlanKind, rows: activityPlan },
  },
  market: {
    paragraphs: [
      "价格带按商品数等分或按自己给的分界划分；“机会”是销量占比除以商品数占比，大于 1 表示这个价位卖得比铺的货多。",
      "趋势用最小二乘直线（与 Excel 的 FORECAST.LINEAR 相同），上下限是 95% 预测区间；占比的上下限是 Wilson 95% 区间；价格分位与 PERCENTRANK.INC 相同。",
      "供需比 = 采购指数 ÷ 供应指数，两者都来自阿里指数导出；供应指数为 0 时没有比值。",
    ],
    assumptions: ["指数之间只能比大小，不能当作件数或金额。"],
  },
  operation: {
    paragraphs: [
      "测款用区间说话：转化率的 Wilson 95% 下限达到目标才算“胜出”，上限低于目标才算“淘汰”，否则“继续测”，并给出照目前转化率还要多少次点击才能判断。",
      "TESTSIZE 是两个比例的双侧检验所需的每组点击数（原假设下用合并方差）。",
      "PRODUCTDIAG 把 seed 第 140–145 行的六条优化要点写成规则；没有给基准时，用这张表自己的中位数。",
    ],
    assumptions: ["没有给基准时以表内中位数为界。", "1688 没有公布测款门槛，所以目标转化率由你来定。"],
  },
  strategy: {
    paragraphs: [
      "业务线、店铺模式和工具都摘自《1688商家成长宝典》，“依据”一栏写明行号。匹配度 = 符合条件的分 ÷ 已知条件的分；没填的指标不计，并在“理由”里点名。",
    ],
    assumptions: ["各条件的分值是我们定的，seed 没有给权重。"],
  },
};
