import { Refusal } from "../cells/refusal.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import {
  freightParameter,
  freightWords,
  goodsParameter,
  goodsWords,
  methodParameter,
  methodWords,
  payerParameter,
  payerWords,
  RATES_SOURCE,
  rateDateParameter,
  rateDateWords,
  ratesParameter,
  ratesWords,
} from "./pay-parameters.ts";
import { sellerRules } from "./seller-rule.ts";

/** PAYFEE: the fee that the seller bears. */
export const payFee = defineFunction({
  id: "PAYFEE",
  parameters: [
    methodParameter,
    goodsParameter,
    freightParameter,
    payerParameter,
    ratesParameter,
    rateDateParameter,
  ],
  elements: ({ rates, date }) => {
    const ruleOf = sellerRules(rates, date);
    return (method, goods, freight, payer) => {
      const rule = ruleOf(method, payer);
      return rule instanceof Refusal ? rule : rule.fee(goods, freight);
    };
  },
});

export const payFeeText = describe(payFee, {
  domain: "payment",
  summary: {
    zh: "卖家为一笔收款承担的手续费（元）：费率 × 基数 + 固定费用，不低于最低、不高于最高，四舍五入到分；由买家承担时为 0。",
    en: "The fee in yuan that the seller bears for a payment: rate × base + fixed part within minimum and maximum, rounded half-up to the cent; 0 where the buyer bears it.",
  },
  source: RATES_SOURCE,
  parameters: {
    method: methodWords,
    goods: goodsWords,
    freight: freightWords,
    payer: payerWords,
    rates: ratesWords,
    date: rateDateWords,
  },
  returns: { zh: "手续费（元），与参数同样大小", en: "fee in yuan, same size as the arguments" },
  examples: [
    { arguments: ["信用卡", 10000, 500], answer: 105 },
    {
      words: { zh: "未开通信用卡服务，由买家承担", en: "card service not enabled, the buyer pays" },
      arguments: ["信用卡", 10000, 500, "买家"],
      answer: 0,
    },
    { arguments: ["creditBuy", 10500], answer: 52.5 },
    { arguments: ["card", 0.5], answer: 0.01 },
    {
      words: { zh: "没有人公布过的费率", en: "a rate that nobody published" },
      arguments: ["账期交易", 100],
      answer: { error: "#N/A", says: "费率未知，请在费率表中填写" },
    },
    {
      words: { zh: "自己的费率表", en: "a rates table of one's own" },
      arguments: [
        "账期交易",
        1000,
        20,
        null,
        [
          ["方式", "费率", "最低"],
          ["账期", "0.6%", 1],
        ],
      ],
      answer: 6.12,
    },
  ],
});
