import type { Words } from "../cells/words.ts";
import type { Domain } from "./define-function.ts";

/** The six domains in the order of the manual. */
export const domains: Readonly<Record<Domain, Words>> = {
  listing: { zh: "商品", en: "Listing" },
  payment: { zh: "支付", en: "Payment" },
  calendar: { zh: "活动", en: "Calendar" },
  market: { zh: "市场", en: "Market" },
  operation: { zh: "运营", en: "Operation" },
  strategy: { zh: "定位", en: "Strategy" },
};
