import { amountQuantity, numberQuantity } from "../cells/quantity.ts";
import { badArgument } from "../cells/refusal.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { difference } from "./money.ts";

/** EARLYCOST: what being paid early costs, as a yearly rate. */
export const earlyCost = defineFunction({
  id: "EARLYCOST",
  parameters: [
    {
      shape: "each",
      name: "amount",
      title: "金额",
      quantity: amountQuantity,
    },
    {
      shape: "each",
      name: "fee",
      title: "手续费",
      quantity: amountQuantity,
    },
    {
      shape: "each",
      name: "daysEarly",
      title: "提前天数",
      quantity: numberQuantity({
        words: { zh: "天数，大于 0", en: "days, more than 0" },
        min: 0,
        open: true,
      }),
    },
  ],
  elements: () => (amount, fee, daysEarly) => {
    const received = difference(amount, fee);
    if (received <= 0) {
      return badArgument(`手续费（fee）${fee} 应小于金额（amount）${amount}，请改正。`);
    }
    const rate = ((fee / received) * 365) / daysEarly;
    return Number.isFinite(rate) ? rate : badArgument("年利率太大，算不出来，请检查手续费和提前天数。");
  },
});

export const earlyCostText = describe(earlyCost, {
  domain: "payment",
  summary: {
    zh: "提前收款相当于多高的年利率（单利）：手续费 ÷（金额 − 手续费）× 365 ÷ 提前天数，可与贷款利率比较。",
    en: "The simple annual rate that being paid early costs: fee / (amount − fee) × 365 / days early; compare it with the rate of a loan.",
  },
  source: "seed 123：诚e赊提前收款也会产生一定费用（金额未公布，按实际填写）；单利 365 天为通行算法",
  parameters: {
    amount: { zh: "提前收的货款（元）", en: "amount paid early in yuan" },
    fee: { zh: "提前收款的手续费（元），应小于金额", en: "fee for it in yuan, less than the amount" },
    daysEarly: { zh: "提前多少天收到，大于 0", en: "days earlier than due, more than 0" },
  },
  returns: {
    zh: "年利率（小数，请设成百分比格式），与参数同样大小",
    en: "annual rate as a fraction; format it as a percentage",
  },
  examples: [{ arguments: [10000, 50, 30], answer: (50 / 9950) * (365 / 30) }],
});
