import type { CalendarDay } from "../cells/calendar-day.ts";
import { Refusal } from "../cells/refusal.ts";
import { FeeRule } from "./fee-rule.ts";
import type { Payer } from "./payer.ts";
import type { PaymentMethod } from "./payment-methods.ts";
import { type PaymentRate, type RateTable, rateOn, unknownRate } from "./rate-table.ts";

/** What the seller pays where the buyer bears the fee. */
const NO_FEE = new FeeRule({ rate: 0, base: "货款+运费" });

/** Who bears the fee by the rate's row, else by the method's custom. */
export const usualPayer = (method: PaymentMethod, rate: PaymentRate): Payer | undefined =>
  rate.payer ?? method.payer;

/** What the seller pays by a rate; #N/A where the seller bears a fee that nobody stated. */
export function sellerRuleOf(
  method: PaymentMethod,
  rate: PaymentRate,
  payer: Payer | undefined,
): FeeRule | Refusal {
  if ((payer ?? usualPayer(method, rate)) === "买家") return NO_FEE;
  return rate.rule ?? unknownRate(method);
}

/**
 * Finds what the seller pays, by method and payer (undefined: the usual one). Each is worked out once a call, and
 * the last one is kept at hand, as columns repeat their method.
 */
export function sellerRules(
  rates: RateTable,
  date: CalendarDay | undefined,
): (method: PaymentMethod, payer: Payer | undefined) => FeeRule | Refusal {
  const findRule = (method: PaymentMethod, payer: Payer | undefined) => {
    const rate = rateOn(rates, method, date);
    return rate instanceof Refusal ? rate : sellerRuleOf(method, rate, payer);
  };
  const usual = new Map<PaymentMethod, FeeRule | Refusal>();
  const borneBySeller = new Map<PaymentMethod, FeeRule | Refusal>();
  let lastMethod: PaymentMethod | undefined;
  let lastPayer: Payer | undefined;
  let lastRule: FeeRule | Refusal = NO_FEE;
  return (method, payer) => {
    if (method === lastMethod && payer === lastPayer) return lastRule;
    if (payer === "买家") return NO_FEE;
    const known = payer ? borneBySeller : usual;
    const rule = known.get(method) ?? findRule(method, payer);
    known.set(method, rule);
    lastMethod = method;
    lastPayer = payer;
    lastRule = rule;
    return rule;
  };
}
