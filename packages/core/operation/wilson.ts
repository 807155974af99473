import { badArgument } from "../cells/refusal.ts";
import { countQuantity } from "../functions/count-quantity.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { probabilityQuantity } from "../functions/probability-quantity.ts";
import { twoSidedQuantile, wilsonInterval } from "../statistics/wilson-interval.ts";

/** WILSON: the interval in which a conversion rate lies, given what was counted. */
export const wilson = defineFunction({
  id: "WILSON",
  parameters: [
    {
      shape: "one",
      name: "successes",
      title: "成功数",
      quantity: countQuantity,
    },
    {
      shape: "one",
      name: "trials",
      title: "总数",
      quantity: countQuantity,
    },
    {
      shape: "one",
      name: "confidence",
      title: "置信度",
      quantity: probabilityQuantity,
      optional: true,
      fallback: 0.95,
    },
  ],
  compute: ({ successes, trials, confidence }) => {
    if (trials === 0) return badArgument("总数（trials）应大于 0，没有试验就没有比率，请填写点击数。");
    if (successes > trials) {
      return badArgument(
        `成功数（successes）${successes} 大于总数（trials）${trials}，请检查两个数是否填反。`,
      );
    }
    return [[...wilsonInterval(successes, trials, twoSidedQuantile(confidence))]];
  },
});

export const wilsonText = describe(wilson, {
  domain: "operation",
  summary: {
    zh: "转化率的可信区间（Wilson 法）：从点击数和转化数看出真实转化率大约在哪两个数之间。",
    en: "Wilson interval of a rate: between which two numbers the true rate lies, given successes and trials.",
  },
  source: "Wilson 1927（JASA 22, 209–212），不加连续性校正；正态分位数用 Wichura 1988 的 AS 241",
  parameters: {
    successes: { zh: "转化数，如支付买家数", en: "number of successes, such as paying buyers" },
    trials: { zh: "试验数，如点击数；不小于成功数", en: "number of trials, such as clicks" },
    confidence: { zh: "置信度，不填为 95%", en: "confidence level, 95 % if left out" },
  },
  returns: {
    zh: "一行两格：下限、上限（比率）",
    en: "one row of two cells: lower and upper limit, as fractions",
  },
  examples: [
    { arguments: [36, 300], answer: [[0.0879508443, 0.1616578138]] },
    { arguments: [24, 200, 0.95], answer: [[0.0819799271, 0.172342521]] },
    { arguments: [0, 50], answer: [[0, 0.0713475991]] },
    { arguments: [12, 0], answer: { error: "#VALUE!", says: "总数（trials）应大于 0" } },
  ],
});
