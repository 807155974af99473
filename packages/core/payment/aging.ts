import type { Cell } from "../cells/cell.ts";
import { dateQuantity, numberQuantity } from "../cells/quantity.ts";
import { badArgument, Refusal } from "../cells/refusal.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { commonLength, listOf } from "../functions/list.ts";
import { type Money, MoneySum, toCent } from "./money.ts";

/** The classes by days overdue, the last day of each included. */
const CLASSES = [
  { name: "未到期", lastDay: 0 },
  { name: "逾期1-30天", lastDay: 30 },
  { name: "逾期31-60天", lastDay: 60 },
  { name: "逾期61-90天", lastDay: 90 },
  { name: "逾期90天以上", lastDay: Number.POSITIVE_INFINITY },
] as const;

const readDueDates = listOf(dateQuantity);
const readSums = listOf(numberQuantity({ words: { zh: "金额（元）", en: "amount in yuan" } }));

/** AGING: what is owed, by how long it is overdue. */
export const aging = defineFunction({
  id: "AGING",
  parameters: [
    {
      shape: "range",
      name: "dueDates",
      title: "到期日",
      read: readDueDates,
    },
    {
      shape: "range",
      name: "amounts",
      title: "金额",
      read: readSums,
    },
    {
      shape: "one",
      name: "asOf",
      title: "截止日",
      quantity: dateQuantity,
    },
  ],
  compute: ({ dueDates, amounts, asOf }) => {
    const length = commonLength(dueDates, amounts);
    if (length instanceof Refusal) return length;
    const classes = CLASSES.map(() => ({ count: 0, sum: new MoneySum() }));
    const all = { count: 0, sum: new MoneySum() };
    for (const [index, amount] of amounts.items.entries()) {
      if (amount === undefined) continue;
      const due = dueDates.items[index];
      if (due === undefined) return badArgument(`第 ${index + 1} 笔金额没有到期日，请填写。`);
      if (amount instanceof Refusal) return amount;
      if (due instanceof Refusal) return due;
      const overdue = CLASSES.findIndex(({ lastDay }) => asOf - due <= lastDay);
      for (const each of [classes[overdue] ?? all, all]) {
        each.count++;
        each.sum.add(amount);
      }
    }
    const total = all.sum.total;
    const share = (amount: Money): Cell => (total.isZero() ? "" : amount.div(total).toNumber() + 0);
    const line = (name: string, { count, sum }: typeof all): Cell[] => [
      name,
      count,
      toCent(sum.total),
      share(sum.total),
    ];
    return [
      ["账龄", "笔数", "金额", "占比"],
      ...CLASSES.map(({ name }, index) => line(name, classes[index] ?? all)),
      line("合计", all),
    ];
  },
});

export const agingText = describe(aging, {
  domain: "payment",
  summary: {
    zh: "应收账款账龄表：按到期日把未收的货款分成未到期和逾期 1-30、31-60、61-90、90 天以上，给出笔数、金额和占比。",
    en: "Ageing of receivables: what is owed, not yet due and 1-30, 31-60, 61-90 and over 90 days overdue, with count, amount and share.",
  },
  source: "账龄分段为会计通行做法；账期交易：seed 36、106",
  parameters: {
    dueDates: { zh: "各笔货款的到期日，如 PAYDUE 的结果", en: "due dates, such as PAYDUE gives" },
    amounts: {
      zh: "各笔未收的金额（元），与到期日一一对应，退款写负数，空着的不计",
      en: "amounts owed in yuan beside the dates, credit notes negative, blank ones not counted",
    },
    asOf: {
      zh: "按哪一天计算逾期，如 TODAY()；当天到期算未到期",
      en: "day as of which it is overdue, such as TODAY(); due on that day is not overdue",
    },
  },
  returns: {
    zh: "表：账龄、笔数、金额、占比；五段加合计",
    en: "table: class, count, amount, share; five classes and the total",
  },
  examples: [
    {
      arguments: [[["2026-03-28"], ["2026-03-27"], ["2025-12-01"]], [[1000], [500], [500]], "2026-03-28"],
      answer: [
        ["账龄", "笔数", "金额", "占比"],
        ["未到期", 1, 1000, 0.5],
        ["逾期1-30天", 1, 500, 0.25],
        ["逾期31-60天", 0, 0, 0],
        ["逾期61-90天", 0, 0, 0],
        ["逾期90天以上", 1, 500, 0.25],
        ["合计", 3, 2000, 1],
      ],
    },
  ],
});
