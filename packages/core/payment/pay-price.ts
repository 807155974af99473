import { amountQuantity } from "../cells/quantity.ts";
import { Refusal } from "../cells/refusal.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import {
  freightParameter,
  freightWords,
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

/** PAYPRICE: the price to ask so that a wished amount reaches the seller. */
export const payPrice = defineFunction({
  id: "PAYPRICE",
  parameters: [
    methodParameter,
    {
      shape: "each",
      name: "net",
      title: "到账金额",
      quantity: amountQuantity,
    },
    freightParameter,
    payerParameter,
    ratesParameter,
    rateDateParameter,
  ],
  elements: ({ rates, date }) => {
    const ruleOf = sellerRules(rates, date);
    return (method, net, freight, payer) => {
      const rule = ruleOf(method, payer);
      return rule instanceof Refusal ? rule : rule.lowestPrice(net, freight);
    };
  },
});

export const payPriceText = describe(payPrice, {
  domain: "payment",
  summary: {
    zh: "想到账多少，货款至少要定多少（元）：到账金额（PAYNET）不少于所填金额的最低货款，精确到分，不会为负。",
    en: "The smallest goods price in yuan, in whole cents and never negative, whose PAYNET is at least the wished amount.",
  },
  source: RATES_SOURCE,
  parameters: {
    method: methodWords,
    net: { zh: "希望到账的金额（元），含运费", en: "wished net amount in yuan, freight included" },
    freight: freightWords,
    payer: payerWords,
    rates: ratesWords,
    date: rateDateWords,
  },
  returns: { zh: "货款（元），与参数同样大小", en: "goods price in yuan, same size as the arguments" },
  examples: [
    { arguments: ["信用卡", 10395, 500], answer: 10000 },
    { arguments: ["信用卡", 10395, 500, "买家"], answer: 9895 },
    {
      words: { zh: "运费已经够了", en: "the freight is enough" },
      arguments: ["诚e赊", 10, 20],
      answer: 0,
    },
  ],
});
