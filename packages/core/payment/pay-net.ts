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

/** PAYNET: what reaches the seller. */
export const payNet = defineFunction({
  id: "PAYNET",
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
      return rule instanceof Refusal ? rule : rule.net(goods, freight);
    };
  },
});

export const payNetText = describe(payNet, {
  domain: "payment",
  summary: {
    zh: "卖家实际到账的金额（元）：货款 + 运费 − 卖家承担的手续费，最后一次四舍五入到分。",
    en: "What reaches the seller in yuan: goods + freight − the fee the seller bears, rounded half-up to the cent once, at the end.",
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
  returns: { zh: "到账金额（元），与参数同样大小", en: "net amount in yuan, same size as the arguments" },
  examples: [
    { arguments: ["信用卡", 10000, 500], answer: 10395 },
    { arguments: ["信用卡", 10000, 500, "买家"], answer: 10500 },
    { arguments: ["诚e赊", 10500], answer: 10447.5 },
  ],
});
