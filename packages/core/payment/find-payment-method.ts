import { type ChoiceSet, choiceQuantity, foldChoice } from "../cells/quantity.ts";
import { type PaymentMethod, paymentMethods } from "./payment-methods.ts";

/** A name without the words that merchants leave out. */
const bareName = (folded: string) => folded.replaceAll(/网商银行|支付|交易/g, "");

const methodsByName = new Map<string, PaymentMethod>(
  paymentMethods.flatMap((method) =>
    [method.id, method.name, ...method.otherNames, ...method.codes].map((name): [string, PaymentMethod] => [
      bareName(foldChoice(name)),
      method,
    ]),
  ),
);

/**
 * The method that an id, a Chinese name (with or without 网商银行, 支付, 交易, blanks) or an API code stands
 * for, given folded as closed sets are. A bare number is a payWay (8: tradeType 8) or a staged plan's code.
 */
export const findPaymentMethod = (folded: string): PaymentMethod | undefined =>
  methodsByName.get(bareName(folded));

const METHODS: ChoiceSet = {
  id: "PAYMENTMETHOD",
  members: paymentMethods.map((method) => ({
    value: method.name,
    words: { zh: method.settlement, en: method.english },
  })),
};

/** A payment method. */
export const methodQuantity = choiceQuantity(METHODS, findPaymentMethod);
