import { addDays, type CalendarDay } from "../cells/calendar-day.ts";
import { dateQuantity, numberQuantity, type Quantity } from "../cells/quantity.ts";
import { badArgument, notKnown, Refusal } from "../cells/refusal.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { methodParameter, methodWords } from "./pay-parameters.ts";
import { type PaymentMethod, paymentMethods } from "./payment-methods.ts";

const daysQuantity = numberQuantity({ words: { zh: "天数，不小于 0", en: "days, 0 or more" }, min: 0 });

/** A term in days whose refusal is kept for the methods that have a term; for all others it is ignored. */
const termQuantity: Quantity<{ readonly days: number | Refusal }> = {
  words: daysQuantity.words,
  read: (value, argument) => ({ days: daysQuantity.read(value, argument) }),
};

/** The day the money is due to the seller; #N/A for a method where receipt alone does not decide it. */
function dueDay(
  method: PaymentMethod,
  confirmed: CalendarDay,
  term: { readonly days: number | Refusal } | undefined,
): CalendarDay | Refusal {
  const wait = method.daysAfterReceipt;
  if (wait === undefined) {
    return notKnown(`${method.name}的到账日未知（${method.settlement}），请按约定自行填写。`);
  }
  const days = wait === "term" ? term?.days : wait;
  if (days === undefined) return badArgument(`${method.name}请填写账期天数（termDays），如 30。`);
  if (days instanceof Refusal) return days;
  return addDays(confirmed, days) ?? badArgument("到期日超出了 Excel 的日期范围，请改小账期天数。");
}

/** The methods that pay so many days after receipt, in words. */
const fixedTerms = (words: (method: { name: string; english: string; days: number }) => string): string =>
  paymentMethods
    .flatMap(({ name, english, daysAfterReceipt: days }) =>
      typeof days === "number" && days > 0 ? words({ name, english, days }) : [],
    )
    .join("");

/** PAYDUE: the day the money is due. */
export const payDue = defineFunction({
  id: "PAYDUE",
  parameters: [
    methodParameter,
    {
      shape: "each",
      name: "confirmDate",
      title: "确认收货日",
      quantity: dateQuantity,
    },
    {
      shape: "each",
      name: "termDays",
      title: "账期天数",
      quantity: termQuantity,
      optional: true,
    },
  ],
  dates: "all",
  elements: () => dueDay,
});

export const payDueText = describe(payDue, {
  domain: "payment",
  summary: {
    get zh() {
      return `确认收货后货款到账（到期）的日期：${fixedTerms(({ name, days }) => `${name}加 ${days} 天，`)}账期交易加账期天数，担保交易当天；其余方式未知。`;
    },
    get en() {
      return `The day the money is due after receipt is confirmed: ${fixedTerms(({ english, days }) => `${english} ${days} days later, `)}credit term after its days, escrow the same day; not known for other methods.`;
    },
  },
  source: "seed 36、106：担保交易、账期交易；seed 123：诚e赊",
  parameters: {
    method: methodWords,
    confirmDate: { zh: "买家确认收货的日期", en: "day on which the buyer confirms receipt" },
    termDays: {
      zh: "账期交易的天数，按整天计；其他方式不用填",
      en: "days of the credit term, whole days; not used for other methods",
    },
  },
  returns: { zh: "日期（序列号），请设成日期格式", en: "date as a serial number; format it as a date" },
  examples: [
    { arguments: ["诚e赊", 46109], answer: 46139 },
    { arguments: ["账期交易", "2026-03-28", 45], answer: 46154 },
    { arguments: ["担保交易", 46109], answer: 46109 },
    { arguments: ["账期交易", 46109], answer: { error: "#VALUE!", says: "请填写账期天数" } },
    { arguments: ["货到付款", 46109], answer: { error: "#N/A", says: "到账日未知" } },
  ],
});
