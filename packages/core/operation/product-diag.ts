import type { Cell } from "../cells/cell.ts";
import { Refusal, UNKNOWN } from "../cells/refusal.ts";
import { isBlankRow } from "../cells/table.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { productName } from "../listing/product-fields.ts";
import { type Benchmarks, ownMedians, readBenchmarks } from "./product-benchmarks.ts";
import {
  type Metric,
  type MetricKey,
  metrics,
  type ProductFigures,
  readFigures,
  reportFields,
} from "./product-report.ts";

const HEADER = ["商品", "动作", "理由"];

/** PRODUCTDIAG: what to do about each product, from its report figures. */
export const productDiag = defineFunction({
  id: "PRODUCTDIAG",
  parameters: [
    {
      shape: "table",
      name: "table",
      title: "商品表",
      fields: reportFields,
    },
    {
      shape: "headers",
      name: "headers",
      title: "表头",
      optional: true,
    },
    {
      shape: "range",
      name: "benchmarks",
      title: "基准",
      read: readBenchmarks,
      zeroIsBlank: true,
      optional: true,
      fallback: {},
    },
  ],
  compute: ({ table, benchmarks: given }) => {
    const figures = table.rows.map((_, index) => readFigures(table, index));
    const rules = rulesFor(given, ownMedians(figures, given));
    const answer: Cell[][] = [HEADER];
    for (const [index, product] of figures.entries()) {
      if (isBlankRow(table.rows[index] ?? [])) answer.push(["", "", ""]);
      else if (product instanceof Refusal) answer.push([productName(table, index), product, product]);
      else {
        const [action, why] = adviceFor(product, rules);
        answer.push([productName(table, index), action, why]);
      }
    }
    return answer;
  },
});

export const productDiagText = describe(productDiag, {
  domain: "operation",
  summary: {
    zh: "商品诊断：按展现、点击、询盘、支付和访客，告诉你每个商品该改标题、换主图、改详情还是加推广，并说明理由。",
    en: "Product diagnosis: what to do about each product, by its impressions, clicks, inquiries, payments and visitors, and why.",
  },
  source:
    "seed 140-145 的六条优化要点：浏览量、点击转化率、访客下单、层级及排名、分析访客、修改没有展现的产品；各要点对应的动作为假设；不填基准时用本表中位数为假设",
  parameters: {
    table: {
      zh: "生意参谋的商品数据，认得的列：商品标题、商品ID、展现次数、点击次数、访客数、询盘数、支付买家数；缺的列不判断",
      en: "product report with the columns 展现次数 (impressions), 点击次数 (clicks), 访客数 (visitors), 询盘数 (inquiries), 支付买家数 (paying buyers); a missing one is not judged",
    },
    headers: {
      zh: "另外指定的表头行，不填则用表格第一行",
      en: "header row, if it is not the table's first row",
    },
    benchmarks: {
      zh: "两列：指标、值；指标可为展现次数、点击率、询盘数、询盘率、支付买家数、支付转化率；没给的用本表中位数",
      en: "two columns 指标 (metric) and 值 (value); metrics not given are compared with the table's own medians",
    },
  },
  returns: {
    zh: "表格：商品、动作、理由，每个商品一行；几个动作用“；”隔开",
    en: "table 商品 (product), 动作 (what to do), 理由 (why), one row per product, joined by “；”",
  },
  examples: [
    {
      arguments: [
        [
          ["商品", "展现次数", "点击次数", "访客数", "询盘数", "支付买家数"],
          ["瑜伽裤", 5000, 250, 200, 20, 10],
          ["卫衣", 0, 0, 0, 0, 0],
          ["防晒衣", 6000, 60, 50, 8, 4],
        ],
        null,
        [
          ["指标", "值"],
          ["展现次数", 1000],
          ["点击率", "3%"],
          ["询盘数", 5],
          ["支付买家数", 2],
        ],
      ],
      answer: [
        HEADER,
        ["瑜伽裤", "保持并加推广", "展现次数 5000、点击率 5.00%、询盘数 20、支付买家数 10 均不低于基准"],
        ["卫衣", "修改重发", "没有展现"],
        ["防晒衣", "更换主图或价格", "点击率 1.00% 低于基准 3.00%"],
      ],
    },
  ],
});

/** A metric, what it should reach, and whose figure that is. */
interface Yardstick {
  readonly metric: Metric;
  readonly benchmark: number;
  readonly note: string;
}

/** What to do where a metric is low. */
interface LowRule {
  readonly action: string;
  readonly isAboutImpressions: boolean;
  readonly yardsticks: readonly Yardstick[];
}

/** The seed's rules in their order, with the benchmarks that are known. */
function rulesFor(given: Benchmarks, own: Benchmarks): readonly LowRule[] {
  const yardsticks = (...keys: MetricKey[]) =>
    keys.flatMap((key): Yardstick[] => {
      const benchmark = given[key] ?? own[key];
      if (benchmark === undefined) return [];
      return [{ metric: metrics[key], benchmark, note: given[key] === undefined ? "（本表中位数）" : "" }];
    });
  return [
    { action: "优化标题和类目", isAboutImpressions: true, yardsticks: yardsticks("impressions") },
    { action: "更换主图或价格", isAboutImpressions: false, yardsticks: yardsticks("clickRate") },
    {
      action: "优化详情和价格",
      isAboutImpressions: false,
      yardsticks: yardsticks("inquiries", "inquiryRate", "buyers", "paymentRate"),
    },
  ];
}

type Advice = readonly [action: string, why: string];

/** What to do about a product and why; a product that nobody is shown is judged by its visitors only. */
function adviceFor(product: ProductFigures, rules: readonly LowRule[]): Advice {
  const { impressions, visitors, buyers } = product;
  const isHidden = impressions === 0;
  const actions = isHidden ? ["修改重发"] : [];
  const reasons = isHidden ? ["没有展现"] : [];
  for (const { action, isAboutImpressions, yardsticks } of rules) {
    if (isHidden && (isAboutImpressions || !visitors)) continue;
    const why = shortfall(product, yardsticks);
    if (why === "") continue;
    actions.push(action);
    reasons.push(why);
  }
  if (visitors && buyers === 0) {
    actions.push("分析访客");
    reasons.push(`有访客 ${visitors}，没有支付买家`);
  }
  return actions.length > 0 ? [actions.join("；"), reasons.join("；")] : praise(product, rules);
}

/** The metrics that stay below their benchmarks, in words; "" where none does. */
function shortfall(product: ProductFigures, yardsticks: readonly Yardstick[]): string {
  let words = "";
  for (const { metric, benchmark, note } of yardsticks) {
    const value = metric.of(product);
    if (value === undefined || value >= benchmark) continue;
    const { header, show } = metric;
    words += `${words && "，"}${header} ${show(value)} 低于基准 ${show(benchmark)}${note}`;
  }
  return words;
}

/** The advice where nothing is low: every metric that could be compared, or that none could. */
function praise(product: ProductFigures, rules: readonly LowRule[]): Advice {
  let words = "";
  for (const { metric } of rules.flatMap(({ yardsticks }) => yardsticks)) {
    const value = metric.of(product);
    if (value !== undefined) words += `${words && "、"}${metric.header} ${metric.show(value)}`;
  }
  if (words === "") return [UNKNOWN, "没有可比较的数据，请补充展现次数、点击次数、询盘数、支付买家数"];
  return ["保持并加推广", `${words} 均不低于基准`];
}
