import { amountQuantity, dateQuantity } from "../cells/quantity.ts";
import type { Words } from "../cells/words.ts";
import type { EachParameter, OneParameter, RangeParameter } from "../functions/define-function.ts";
import { methodQuantity } from "./find-payment-method.ts";
import { knownRates, knownRatesSource } from "./known-rates.ts";
import { payerQuantity } from "./payer.ts";
import { builtInRates, readRateTable } from "./rate-table.ts";

/** The parameters that PAYFEE, PAYNET and PAYPRICE share. */
export const methodParameter = {
  shape: "each",
  name: "method",
  title: "方式",
  quantity: methodQuantity,
} as const satisfies EachParameter;

export const methodWords: Words = {
  zh: "支付方式：中文名（可省去网商银行、支付、交易）、编号或接口代码，如 信用卡、诚e赊、分阶段 3/7、creditBuy；单写一个数字时按 payWay 或分阶段代码理解",
  en: "payment method: Chinese name, id or API code, such as card, 诚e赊, creditBuy; a bare number is a payWay or staged code",
};

export const goodsParameter = {
  shape: "each",
  name: "goods",
  title: "货款",
  quantity: amountQuantity,
} as const satisfies EachParameter;

export const goodsWords: Words = { zh: "货款（元）", en: "price of the goods in yuan" };

export const freightParameter = {
  shape: "each",
  name: "freight",
  title: "运费",
  quantity: amountQuantity,
  optional: true,
  fallback: 0,
} as const satisfies EachParameter;

export const freightWords: Words = { zh: "运费（元），不填为 0", en: "freight in yuan, 0 if left out" };

export const payerParameter = {
  shape: "each",
  name: "payer",
  title: "承担方",
  quantity: payerQuantity,
  optional: true,
} as const satisfies EachParameter;

export const payerWords: Words = {
  zh: "手续费由谁承担：卖家或买家；不填按费率表或该方式的惯例",
  en: "who bears the fee: 卖家 (seller) or 买家 (buyer); blank: as the rates table or the method's custom says",
};

export const ratesParameter = {
  shape: "range",
  name: "rates",
  title: "费率表",
  read: readRateTable,
  zeroIsBlank: true,
  optional: true,
  get fallback() {
    return builtInRates();
  },
} as const satisfies RangeParameter;

export const ratesWords: Words = {
  get zh() {
    return `费率表区域，含表头 方式、费率、固定费用、最低、最高、承担方、基数、生效日、失效日、来源；不填用内置费率（只知${knownRates("zh")}）`;
  },
  get en() {
    return `rates table with its header row, replaces the built-in rates (${knownRates("en")}, all others unknown)`;
  },
};

export const rateDateParameter = {
  shape: "one",
  name: "date",
  title: "日期",
  quantity: dateQuantity,
  optional: true,
} as const satisfies OneParameter;

export const rateDateWords: Words = {
  zh: "按哪一天有效的费率计算，如 TODAY()；不填用生效日最新的一行",
  en: "day whose rate applies, such as TODAY(); blank: the newest rate",
};

/** Where the two known rates come from. */
export const RATES_SOURCE = /* @__PURE__ */ knownRatesSource();
