import { isBlank } from "../cells/blank.ts";
import { type Cell, isHostError, plainValue } from "../cells/cell.ts";
import { incomingError } from "../cells/incoming-error.ts";
import { amountQuantity, dateQuantity } from "../cells/quantity.ts";
import { badArgument } from "../cells/refusal.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { exactDecimal, Money, toCent } from "./money.ts";
import { type PaymentPlan, planQuantity } from "./payment-plan.ts";

/** The stages' amounts: each rounded half-up to the cent and at most what is left, the last one the remainder. */
function stageAmounts(plan: PaymentPlan, amount: number): Money[] {
  let left = exactDecimal(amount).toDecimalPlaces(2);
  const whole = exactDecimal(amount);
  return plan.map((share, index) => {
    const isLast = index === plan.length - 1;
    const part = isLast ? left : Money.min(whole.times(share).toDecimalPlaces(2), left);
    left = left.minus(part);
    return part;
  });
}

/** The cells of a range as dates in reading order, "" for blanks, blanks at the end cut. */
function readDates(cells: readonly (readonly unknown[])[], argument: string): readonly Cell[] {
  const dates = cells.flat().map((cell): Cell => {
    const value = plainValue(cell);
    if (isBlank(value)) return "";
    return isHostError(value) ? incomingError(value) : dateQuantity.read(value, argument);
  });
  while (dates.at(-1) === "") dates.pop();
  return dates;
}

/** PAYPLAN: the stages of a staged payment. */
export const payPlan = defineFunction({
  id: "PAYPLAN",
  parameters: [
    {
      shape: "one",
      name: "plan",
      title: "方案",
      quantity: planQuantity,
    },
    {
      shape: "one",
      name: "amount",
      title: "金额",
      quantity: amountQuantity,
    },
    {
      shape: "range",
      name: "dates",
      title: "日期",
      read: readDates,
      zeroIsBlank: true,
      optional: true,
      fallback: [],
    },
  ],
  dates: ["日期"],
  compute: ({ plan, amount, dates }) => {
    if (dates.length > plan.length) {
      return badArgument(`日期有 ${dates.length} 个，方案只有 ${plan.length} 个阶段，请去掉多余的日期。`);
    }
    const amounts = stageAmounts(plan, amount);
    return [
      ["阶段", "比例", "金额", "付款方式", "日期"],
      ...plan.map((share, index): Cell[] => [
        `第${index + 1}阶段`,
        share.toNumber(),
        toCent(amounts[index] as Money),
        index === 0 ? "担保交易" : "直接到账",
        dates[index] ?? "",
      ]),
    ];
  },
});

export const payPlanText = describe(payPlan, {
  domain: "payment",
  summary: {
    zh: "分阶段付款的每一笔：比例、金额（相加等于总额，尾差归最后一段）、付款方式和日期。",
    en: "The stages of a staged payment: share, amount (they add up to the total, the last stage takes the remainder), way of payment and date.",
  },
  source: "seed 36、108：第一笔由支付宝担保，第二、三笔直接到账；6/3/1、9/1：公开资料 2023",
  parameters: {
    plan: {
      zh: '各阶段的比例，如 "3/7"、"3/6/1"，或相加为 10 或 100 的比例；写在单元格里时先写英文单引号，以免变成日期',
      en: 'shares of the stages, such as "3/7", "3/6/1", or any adding up to 10 or 100; in a cell begin with an apostrophe, else Excel makes a date of it',
    },
    amount: { zh: "总金额（元）", en: "total amount in yuan" },
    dates: {
      zh: "各阶段的日期，依次排列，可少不可多",
      en: "dates of the stages in order; fewer are fine, more are not",
    },
  },
  returns: {
    zh: "表：阶段、比例、金额、付款方式、日期；每阶段一行",
    en: "table: stage, share, amount, way of payment, date; one row per stage",
  },
  examples: [
    {
      arguments: ["3/7", 1000.01],
      answer: [
        ["阶段", "比例", "金额", "付款方式", "日期"],
        ["第1阶段", 0.3, 300, "担保交易", ""],
        ["第2阶段", 0.7, 700.01, "直接到账", ""],
      ],
    },
    {
      arguments: ["3/6/1", 10000, [[46109], ["2026-04-28"]]],
      answer: [
        ["阶段", "比例", "金额", "付款方式", "日期"],
        ["第1阶段", 0.3, 3000, "担保交易", 46109],
        ["第2阶段", 0.6, 6000, "直接到账", 46140],
        ["第3阶段", 0.1, 1000, "直接到账", ""],
      ],
    },
  ],
});
