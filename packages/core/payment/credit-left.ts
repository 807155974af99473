import { amountQuantity, numberQuantity } from "../cells/quantity.ts";
import { Refusal } from "../cells/refusal.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { type List, listOf } from "../functions/list.ts";
import { exactDecimal, MoneySum, toCent } from "./money.ts";

const readSums = listOf(numberQuantity({ words: { zh: "金额（元）", en: "amount in yuan" } }));
const NOTHING: List<number> = { argument: "", items: [], length: 0 };

/** CREDITLEFT: what a buyer may still order on credit. */
export const creditLeft = defineFunction({
  id: "CREDITLEFT",
  parameters: [
    {
      shape: "one",
      name: "limit",
      title: "授信额度",
      quantity: { ...amountQuantity, zeroIsBlank: true },
    },
    {
      shape: "range",
      name: "outstanding",
      title: "未结清金额",
      read: readSums,
      fallback: NOTHING,
    },
  ],
  compute: ({ limit, outstanding }) => {
    const owed = new MoneySum();
    for (const amount of outstanding.items) {
      if (amount instanceof Refusal) return amount;
      if (amount !== undefined) owed.add(amount);
    }
    return [[toCent(exactDecimal(limit).minus(owed.total))]];
  },
});

export const creditLeftText = describe(creditLeft, {
  domain: "payment",
  summary: {
    zh: "账期买家的剩余额度（元）：授信额度减去全部未结清的货款；超额时为负数。",
    en: "The credit a buyer has left in yuan: the credit line less all that is outstanding; negative where it is exceeded.",
  },
  source: "seed 36：卖家可针对不同买家设定信用额度，信用额度可用余额范围内的交易无须先付款",
  parameters: {
    limit: { zh: "给这位买家的授信额度（元）", en: "credit line of the buyer in yuan" },
    outstanding: {
      zh: "各笔未结清的货款（元），退款或红冲写负数，空单元格不计",
      en: "outstanding amounts in yuan, credit notes negative, blank cells not counted",
    },
  },
  returns: { zh: "剩余额度（元）", en: "credit left in yuan" },
  examples: [
    { arguments: [50000, [[12000], [8500.5]]], answer: 29499.5 },
    {
      words: { zh: "超额", en: "exceeded" },
      arguments: [10000, [[12000], [-500]]],
      answer: -1500,
    },
  ],
});
