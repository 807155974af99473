import { numberQuantity } from "../cells/quantity.ts";
import { badArgument } from "../cells/refusal.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { finiteCell } from "../functions/finite-cell.ts";
import { probabilityQuantity } from "../functions/probability-quantity.ts";
import { normalQuantile } from "../statistics/normal-quantile.ts";

const rateQuantity = numberQuantity({
  words: { zh: "0 到 1 的比率，如 0.1 或 10%", en: "rate from 0 to 1, such as 0.1 or 10%" },
  min: 0,
  max: 1,
});

/**
 * The observations per group that a two-sided test of two proportions needs, not yet rounded up; the variance
 * is pooled under the hypothesis of equal rates. Source: Fleiss, Levin & Paik, Statistical Methods for Rates
 * and Proportions, 3rd ed. 2003, chapter 4, without continuity correction.
 */
function groupSize(base: number, target: number, power: number, alpha: number): number {
  const mean = (base + target) / 2;
  const underNull = -normalQuantile(alpha / 2) * Math.sqrt(2 * mean * (1 - mean));
  const underAlternative = -normalQuantile(1 - power) * Math.sqrt(base * (1 - base) + target * (1 - target));
  const needed = Math.max(0, underNull + underAlternative) / (base - target);
  return needed * needed;
}

/** TESTSIZE: the clicks each arm of a test needs before a difference in conversion can be seen. */
export const testSize = defineFunction({
  id: "TESTSIZE",
  parameters: [
    {
      shape: "each",
      name: "base",
      title: "现转化率",
      quantity: rateQuantity,
    },
    {
      shape: "each",
      name: "target",
      title: "目标转化率",
      quantity: rateQuantity,
    },
    {
      shape: "one",
      name: "power",
      title: "把握",
      quantity: probabilityQuantity,
      optional: true,
      fallback: 0.8,
    },
    {
      shape: "one",
      name: "alpha",
      title: "显著性水平",
      quantity: probabilityQuantity,
      optional: true,
      fallback: 0.05,
    },
  ],
  elements:
    ({ power, alpha }) =>
    (base, target) => {
      if (base === target)
        return badArgument("两个转化率相同，再多点击也看不出差别，请填写不同的目标转化率。");
      return finiteCell(Math.max(1, Math.ceil(groupSize(base, target, power, alpha))));
    },
});

export const testSizeText = describe(testSize, {
  domain: "operation",
  summary: {
    zh: "测款前算样本量：要看出转化率从现在的水平到目标水平的差别，每一款至少要多少次点击。",
    en: "Clicks that each arm of a test needs to tell the target conversion rate from the present one.",
  },
  source:
    "Fleiss、Levin、Paik《Statistical Methods for Rates and Proportions》第 3 版 2003 第 4 章（双侧，原假设下合并方差，不加连续性校正）；正态分位数用 Wichura 1988 的 AS 241；把握 80%、显著性水平 5% 是通行的默认值",
  parameters: {
    base: { zh: "现在的转化率，如 10%", en: "present conversion rate, such as 10%" },
    target: { zh: "希望看出的转化率，如 15%", en: "conversion rate to be told apart, such as 15%" },
    power: { zh: "差别真的存在时看出它的把握，不填为 80%", en: "power, 80 % if left out" },
    alpha: {
      zh: "没有差别时误判的概率（双侧），不填为 5%",
      en: "two-sided significance level, 5 % if left out",
    },
  },
  returns: { zh: "每一款需要的点击数，与转化率同样大小", en: "clicks per arm, same size as the rates" },
  examples: [
    { arguments: ["10%", "15%"], answer: 686 },
    {
      arguments: [
        [[0.12], [0.02]],
        [[0.15], [0.03]],
      ],
      answer: [[2036], [3826]],
    },
    { arguments: [0.1, 0.12, 0.8, 0.05], answer: 3841 },
    { arguments: [0.1, 0.1], answer: { error: "#VALUE!", says: "两个转化率相同" } },
  ],
});
