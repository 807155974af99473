import type { Cell } from "../cells/cell.ts";
import { decimalValue } from "../cells/decimal-value.ts";
import { amountQuantity, numberQuantity } from "../cells/quantity.ts";
import { Refusal } from "../cells/refusal.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { finiteCell } from "../functions/finite-cell.ts";
import {
  commonLength,
  firstRefusal,
  itemCell,
  type ListItem,
  listOf,
  readAmounts,
  readTexts,
} from "../functions/list.ts";

const HEADER = ["环节", "数量", "转化率", "基准", "差距", "损失", "瓶颈"];
const readBenchmarks = listOf(
  numberQuantity({ words: { zh: "0 到 1 的比率", en: "rate from 0 to 1" }, min: 0, max: 1 }),
);
/** Losses that differ by less than this part of themselves are equal: binary noise decides no bottleneck. */
const NOISE = 1e-12;

/** FUNNEL: where a shop loses its buyers on the way from impression to payment. */
export const funnel = defineFunction({
  id: "FUNNEL",
  parameters: [
    {
      shape: "range",
      name: "stages",
      title: "环节",
      read: readTexts,
    },
    {
      shape: "range",
      name: "counts",
      title: "数量",
      read: readAmounts,
    },
    {
      shape: "range",
      name: "benchmarks",
      title: "基准",
      read: readBenchmarks,
      optional: true,
    },
    {
      shape: "one",
      name: "value",
      title: "单笔价值",
      quantity: amountQuantity,
      optional: true,
      fallback: 1,
    },
  ],
  compute: ({ stages, counts, benchmarks, value }) => {
    const length = benchmarks ? commonLength(stages, counts, benchmarks) : commonLength(stages, counts);
    if (length instanceof Refusal) return length;
    const refusal = firstRefusal(stages) ?? firstRefusal(counts) ?? (benchmarks && firstRefusal(benchmarks));
    if (refusal) return refusal;
    const names: ListItem<string>[] = [];
    const reached: ListItem<number>[] = [];
    const hopes: ListItem<number>[] = [];
    for (let index = 0; index < length; index++) {
      const stage = stages.items[index];
      const count = counts.items[index];
      if (stage === undefined && count === undefined) continue;
      hopes.push(names.length === 0 ? undefined : benchmarks?.items[index]);
      names.push(stage);
      reached.push(count);
    }
    const yields = benchmarks ? yieldsOf(reached, hopes) : hopes;
    const answer: Cell[][] = [HEADER];
    let before: ListItem<number>;
    for (let index = 0; index < names.length; index++) {
      const count = reached[index];
      const benchmark = hopes[index];
      const rate = combine(before, count, rateOf);
      const gap = combine(rate, benchmark, (actual, hoped) => decimalValue(decimalValue(actual) - hoped));
      const hoped = combine(before, benchmark, (all, share) => all * share);
      const isReached = typeof gap === "number" && gap >= 0;
      const shortfall = combine(count, hoped, (actual, wanted) =>
        isReached ? 0 : Math.max(0, wanted - actual),
      );
      const loss = combine(shortfall, yields[index], (missing, share) => finiteCell(missing * share * value));
      answer.push([
        itemCell(names[index]),
        itemCell(count),
        itemCell(rate),
        itemCell(benchmark),
        itemCell(gap),
        itemCell(loss),
        "",
      ]);
      before = count;
    }
    markBottleneck(answer);
    return answer;
  },
});

export const funnelText = describe(funnel, {
  domain: "operation",
  summary: {
    zh: "转化漏斗：各环节的转化率与基准比较，算出每一步的差距最终少了多少成交，并指出瓶颈。",
    en: "Conversion funnel: each step's rate against its benchmark, what the shortfall costs at the end, and the bottleneck.",
  },
  source:
    "seed 140-142：提升浏览量、点击转化率、进店下单；损失 =（基准 × 上一环节数量 − 本环节数量）× 其后各步的实际转化率，即只补上这一步的差距最终能多多少",
  parameters: {
    stages: { zh: "环节名称，从前到后，如 展现、点击、询盘、支付", en: "stages from first to last" },
    counts: { zh: "各环节的数量，与环节一样多", en: "count at each stage" },
    benchmarks: {
      zh: "各环节的基准转化率，与环节对齐，第一个空着",
      en: "benchmark rate of each stage, beside the stages, the first one blank",
    },
    value: {
      zh: "最后一个环节每一个值多少，如客单价；不填则损失按个数算",
      en: "worth of one at the last stage, such as the average order value; losses are counts if left out",
    },
  },
  returns: {
    zh: "表格：环节、数量、转化率、基准、差距、损失、瓶颈；损失最大的一步标“瓶颈”",
    en: "table 环节 (stage), 数量 (count), 转化率 (rate), 基准 (benchmark), 差距 (gap), 损失 (loss), 瓶颈 (bottleneck)",
  },
  examples: [
    {
      arguments: [
        [["展现"], ["点击"], ["询盘"], ["支付"]],
        [[10000], [400], [100], [25]],
        [[""], ["5%"], ["20%"], ["40%"]],
        200,
      ],
      answer: [
        HEADER,
        ["展现", 10000, "", "", "", "", ""],
        ["点击", 400, 0.04, 0.05, -0.01, 1250, ""],
        ["询盘", 100, 0.25, 0.2, 0.05, 0, ""],
        ["支付", 25, 0.25, 0.4, -0.15, 3000, "瓶颈"],
      ],
    },
    {
      arguments: [
        [["点击"], ["支付"]],
        [[300], [36]],
      ],
      answer: [HEADER, ["点击", 300, "", "", "", "", ""], ["支付", 36, 0.12, "", "", "", ""]],
    },
  ],
});

/** What follows from two items: nothing from a blank one, the refusal of one that could not be read. */
function combine(
  first: ListItem<number>,
  second: ListItem<number>,
  rule: (first: number, second: number) => ListItem<number>,
): ListItem<number> {
  if (first instanceof Refusal) return first;
  if (second instanceof Refusal) return second;
  return first === undefined || second === undefined ? undefined : rule(first, second);
}

/** The share of a stage that reached the next one, unknown where none reached the stage itself. */
const rateOf = (before: number, count: number) => (before === 0 ? undefined : finiteCell(count / before));

/**
 * What becomes of one more at each stage: the share of the stage that reached the end. After a stage that
 * nobody reached the rates are unknown, and the benchmarks stand in for them.
 */
function yieldsOf(
  counts: readonly ListItem<number>[],
  benchmarks: readonly ListItem<number>[],
): ListItem<number>[] {
  const yields: ListItem<number>[] = new Array(counts.length).fill(1);
  const end = counts.at(-1);
  let isObserved = true;
  for (let index = counts.length - 2; index >= 0; index--) {
    const count = counts[index];
    if (isObserved && count !== 0) yields[index] = combine(count, end, rateOf);
    else {
      const rate = combine(count, counts[index + 1], rateOf) ?? benchmarks[index + 1];
      yields[index] = rate === 0 ? 0 : combine(rate, yields[index + 1], (share, rest) => share * rest);
    }
    if (count === 0) isObserved = false;
  }
  return yields;
}

/** Marks the row of the largest loss, the first of equals; none where nothing is lost. */
function markBottleneck(rows: Cell[][]): void {
  let bottleneck: Cell[] | undefined;
  let largest = 0;
  for (const row of rows) {
    const loss = row[HEADER.indexOf("损失")];
    if (typeof loss !== "number" || loss <= largest * (1 + NOISE)) continue;
    largest = loss;
    bottleneck = row;
  }
  if (bottleneck) bottleneck[HEADER.indexOf("瓶颈")] = "瓶颈";
}
