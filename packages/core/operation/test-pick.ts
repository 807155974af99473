import type { Cell } from "../cells/cell.ts";
import { decimalValue } from "../cells/decimal-value.ts";
import { amountQuantity } from "../cells/quantity.ts";
import { badArgument, Refusal } from "../cells/refusal.ts";
import { countQuantity } from "../functions/count-quantity.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { finiteCell } from "../functions/finite-cell.ts";
import { commonLength, itemCell, type ListItem, listOf, readTexts } from "../functions/list.ts";
import { probabilityQuantity } from "../functions/probability-quantity.ts";
import { NORMAL_95, wilsonInterval } from "../statistics/wilson-interval.ts";

const HEADER = ["款", "点击", "转化", "转化率", "下限", "上限", "结论", "还需点击", "还需费用"];
const UNDECIDED = "继续测";
const refused = { error: "#VALUE!", says: "转化 12 大于点击 10" } as const;
const readCounts = listOf(countQuantity);

/** TESTPICK: which product of a test won, which lost, and which needs more clicks. */
export const testPick = defineFunction({
  id: "TESTPICK",
  parameters: [
    {
      shape: "range",
      name: "names",
      title: "款",
      read: readTexts,
    },
    {
      shape: "range",
      name: "clicks",
      title: "点击",
      read: readCounts,
    },
    {
      shape: "range",
      name: "conversions",
      title: "转化",
      read: readCounts,
    },
    {
      shape: "one",
      name: "target",
      title: "目标转化率",
      quantity: probabilityQuantity,
    },
    {
      shape: "one",
      name: "cost",
      title: "单次点击费用",
      quantity: amountQuantity,
      optional: true,
    },
  ],
  compute: ({ names, clicks, conversions, target, cost }) => {
    const length = commonLength(names, clicks, conversions);
    if (length instanceof Refusal) return length;
    const rows: Cell[][] = [HEADER];
    for (let index = 0; index < length; index++) {
      const [name, clicked, converted] = [names.items[index], clicks.items[index], conversions.items[index]];
      if (name === undefined && clicked === undefined && converted === undefined) continue;
      rows.push(tableRow(name, clicked, converted, target, cost));
    }
    return rows;
  },
});

export const testPickText = describe(testPick, {
  domain: "operation",
  summary: {
    zh: "测款选品：用付费点击的数据判断每一款胜出、淘汰还是继续测，以及还要多少点击、花多少钱。",
    en: "Product test by paid clicks: won, dropped or go on, with the clicks and the money still needed.",
  },
  source:
    "seed 148-150：用网销宝快速测品、选品；区间用 Wilson 1927（JASA 22, 209–212）的 95% 区间；还需点击按现有转化率不变估算，N = ⌈z² t(1−t)/(p−t)²⌉；目标转化率由使用者定，平台没有公布",
  parameters: {
    names: { zh: "各款的名称或货号，一列或一行", en: "names of the products, one row or column" },
    clicks: { zh: "各款的点击数（整数），与款一样多", en: "clicks of each product" },
    conversions: {
      zh: "各款的转化数，如支付或收藏加购，不大于点击",
      en: "conversions of each product, at most its clicks",
    },
    target: { zh: "要达到的转化率，如 10%", en: "conversion rate to reach, such as 10%" },
    cost: {
      zh: "每次点击多少元；不填则不算还需费用",
      en: "yuan per click; without it no money is computed",
    },
  },
  returns: {
    zh: "表格：款、点击、转化、转化率、下限、上限、结论（胜出、淘汰、继续测）、还需点击、还需费用（元）",
    en: "table 款 (product), 点击 (clicks), 转化 (conversions), 转化率 (rate), 下限 and 上限 (95 % limits), 结论 (胜出 won, 淘汰 dropped, 继续测 go on), 还需点击 (clicks needed), 还需费用 (yuan needed)",
  },
  examples: [
    {
      arguments: [
        [["A"], ["B"], ["C"], ["D"]],
        [[300], [200], [100], [50]],
        [[60], [10], [12], [5]],
        "10%",
        0.8,
      ],
      answer: [
        HEADER,
        ["A", 300, 60, 0.2, 0.158656859, 0.2489289238, "胜出", "", ""],
        ["B", 200, 10, 0.05, 0.0273826456, 0.0895781481, "淘汰", "", ""],
        ["C", 100, 12, 0.12, 0.0699940644, 0.1981209943, "继续测", 765, 612],
        ["D", 50, 5, 0.1, 0.0434757649, 0.2136023144, "继续测", "", ""],
      ],
    },
    {
      words: { zh: "转化多于点击", en: "more conversions than clicks" },
      arguments: ["A", 10, 12, 0.1],
      answer: [HEADER, ["A", 10, 12, refused, refused, refused, refused, refused, refused]],
    },
  ],
});

function tableRow(
  name: ListItem<string>,
  clicks: ListItem<number>,
  conversions: ListItem<number>,
  target: number,
  cost: number | undefined,
): Cell[] {
  // Each row is written out: one built of two lists takes twice the memory.
  const row = (rate: Cell, lower: Cell, upper: Cell, verdict: Cell, needed: Cell = "", money: Cell = "") => [
    itemCell(name),
    itemCell(clicks),
    itemCell(conversions),
    rate,
    lower,
    upper,
    verdict,
    needed,
    money,
  ];
  const refusal = unusable(clicks, conversions);
  if (refusal) return row(refusal, refusal, refusal, refusal, refusal, refusal);
  if (clicks === undefined || conversions === undefined) return row("", "", "", "");
  if (clicks === 0) return row("", "", "", UNDECIDED);
  const [trials, successes] = [clicks as number, conversions as number];
  const rate = successes / trials;
  const [lower, upper] = wilsonInterval(successes, trials);
  if (lower >= target) return row(rate, lower, upper, "胜出");
  if (upper < target) return row(rate, lower, upper, "淘汰");
  if (decimalValue(rate) === target) return row(rate, lower, upper, UNDECIDED);
  const needed = Math.max(0, decidingClicks(rate, target) - trials);
  const money = cost === undefined ? "" : finiteCell(decimalValue(needed * cost));
  return row(rate, lower, upper, UNDECIDED, finiteCell(needed), money);
}

/** The clicks at which a limit of the interval meets the target if the rate stays as observed. */
const decidingClicks = (rate: number, target: number) =>
  Math.ceil((NORMAL_95 / (rate - target)) * (target / (rate - target)) * (1 - target) * NORMAL_95);

function unusable(clicks: ListItem<number>, conversions: ListItem<number>): Refusal | undefined {
  if (clicks instanceof Refusal) return clicks;
  if (conversions instanceof Refusal) return conversions;
  if (clicks === undefined || conversions === undefined || conversions <= clicks) return undefined;
  return badArgument(`转化 ${conversions} 大于点击 ${clicks}，请检查两列是否填反。`);
}
