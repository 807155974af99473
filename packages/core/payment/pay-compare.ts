import { addDays, type CalendarDay, isoDate } from "../cells/calendar-day.ts";
import type { Cell } from "../cells/cell.ts";
import { dateQuantity, numberQuantity } from "../cells/quantity.ts";
import { notKnown, Refusal, shownInTable, Unknown } from "../cells/refusal.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { exactDecimal, toCent } from "./money.ts";
import { payCompareExample } from "./pay-compare-example.ts";
import {
  freightParameter,
  freightWords,
  goodsParameter,
  goodsWords,
  RATES_SOURCE,
  ratesParameter,
  ratesWords,
} from "./pay-parameters.ts";
import { type PaymentMethod, paymentMethods } from "./payment-methods.ts";
import { type PaymentRate, type RateTable, rateOn } from "./rate-table.ts";
import { sellerRuleOf, usualPayer } from "./seller-rule.ts";

const HEADER = ["方式", "卖家费用", "到账金额", "到账日", "资金成本", "净得", "排名", "说明"];

interface Sale {
  readonly goods: number;
  readonly freight: number;
  readonly confirmDate: CalendarDay | undefined;
  readonly annualRate: number;
  readonly rates: RateTable;
}

/** A row of the table before it is ranked. */
interface Offer {
  readonly method: PaymentMethod;
  readonly fee: number | Refusal;
  readonly net: number | Refusal;
  readonly due: CalendarDay | Unknown;
  readonly cost: number | Refusal;
  readonly kept: number | Refusal;
  readonly explanation: string;
}

/** What waiting for the money costs: amount × annual rate × days ÷ 365, to the cent; unknown where the days are. */
function costOfWaiting(amount: number, annualRate: number, days: number | Unknown): number | Refusal {
  if (annualRate === 0) return 0;
  if (days instanceof Unknown) return days;
  return toCent(exactDecimal(amount).times(exactDecimal(annualRate)).times(days).div(365));
}

function offer(method: PaymentMethod, sale: Sale): Offer {
  const { goods, freight, confirmDate, annualRate, rates } = sale;
  const days = typeof method.daysAfterReceipt === "number" ? method.daysAfterReceipt : undefined;
  const unknown = notKnown(`${method.name}的到账日未知（${method.settlement}），请按约定自行填写。`);
  const due =
    (confirmDate === undefined || days === undefined ? undefined : addDays(confirmDate, days)) ?? unknown;

  const rate = rateOn(rates, method, undefined);
  const rule = rate instanceof Refusal ? rate : sellerRuleOf(method, rate, undefined);
  const sentences = [feeSentence(method, rate, rule), method.settlement];
  if (days !== undefined && due instanceof Unknown) sentences.push("填写确认收货日后可算到账日");
  if (annualRate > 0 && due instanceof Unknown && !(rule instanceof Refusal)) {
    sentences.push("到账日未知，算不出资金成本，年利率留空才能排名");
  }
  const explanation = `${sentences.join("；")}。`;
  if (rule instanceof Refusal) {
    const cost = annualRate === 0 ? 0 : rule;
    return { method, fee: rule, net: rule, due, cost, kept: rule, explanation };
  }
  const net = rule.net(goods, freight);
  const fee = rule.fee(goods, freight);
  if (net instanceof Refusal) return { method, fee, net, due, cost: net, kept: net, explanation };
  const cost = costOfWaiting(net, annualRate, due === unknown || days === undefined ? unknown : days);
  const kept = typeof cost === "number" ? toCent(exactDecimal(net).minus(exactDecimal(cost))) : cost;
  return { method, fee, net, due, cost, kept, explanation };
}

function feeSentence(method: PaymentMethod, rate: PaymentRate | Refusal, rule: object): string {
  if (rate instanceof Refusal) return rate.message.replace(/。$/, "");
  if (rule instanceof Refusal) return rule.message.replace(/。$/, "");
  const from = [rate.source, rate.validFrom === undefined ? "" : `${isoDate(rate.validFrom)} 起`].filter(
    Boolean,
  );
  const basis = from.length > 0 ? `（依据：${from.join("，")}）` : "";
  if (usualPayer(method, rate) === "买家") return `手续费由买家承担${basis}`;
  return `手续费为${rate.words}，由卖家承担${basis}`;
}

/** PAYCOMPARE: the payment methods side by side. */
export const payCompare = defineFunction({
  id: "PAYCOMPARE",
  parameters: [
    { ...goodsParameter, shape: "one" },
    { ...freightParameter, shape: "one" },
    {
      shape: "one",
      name: "confirmDate",
      title: "确认收货日",
      quantity: dateQuantity,
      optional: true,
    },
    {
      shape: "one",
      name: "annualRate",
      title: "年利率",
      quantity: numberQuantity({ words: { zh: "年利率，不小于 0", en: "annual rate, 0 or more" }, min: 0 }),
      optional: true,
      fallback: 0,
    },
    ratesParameter,
  ],
  dates: ["到账日"],
  compute: (sale) => {
    const offers = paymentMethods.map((method) => offer(method, sale));
    const kept = offers.map((each) => each.kept).filter((value) => typeof value === "number");
    const rank = (value: Offer["kept"]): Cell =>
      typeof value === "number" ? 1 + kept.filter((other) => other > value).length : "";
    return [
      HEADER,
      ...offers.map((each): Cell[] => [
        each.method.name,
        shownInTable(each.fee),
        shownInTable(each.net),
        shownInTable(each.due),
        shownInTable(each.cost),
        shownInTable(each.kept),
        rank(each.kept),
        each.explanation,
      ]),
    ];
  },
});

export const payCompareText = describe(payCompare, {
  domain: "payment",
  summary: {
    zh: "同一笔收款用 13 种支付方式各得多少：手续费、到账金额、到账日、等钱的资金成本、净得和排名；不知道的写未知，并说明该填什么。",
    en: "One payment by all 13 methods side by side: fee, net amount, due day, cost of waiting, what is kept, and rank; what is not known says so and what to enter.",
  },
  get source() {
    return `${RATES_SOURCE}；到账时间：seed 36、106-123`;
  },
  parameters: {
    goods: goodsWords,
    freight: freightWords,
    confirmDate: {
      zh: "买家确认收货的日期；不填则到账日未知",
      en: "day on which the buyer confirms receipt; blank: due days are unknown",
    },
    annualRate: {
      zh: "资金的年利率，如 6%；不填或 0 不计资金成本",
      en: "annual rate of the cost of money, such as 6%; blank or 0: no cost of waiting",
    },
    rates: ratesWords,
  },
  returns: {
    zh: "表：方式、卖家费用、到账金额、到账日、资金成本、净得、排名、说明；每种方式一行",
    en: "table: method, seller's fee, net amount, due day, cost of waiting, kept, rank, explanation; one row per method",
  },
  examples: [payCompareExample],
});
