import { type ChoiceSet, foldChoice, type Quantity } from "../cells/quantity.ts";
import { badArgument } from "../cells/refusal.ts";
import { exactDecimal, Money } from "./money.ts";

/** The stages of a payment as shares that add up to 1. */
export type PaymentPlan = readonly Money[];

const stages = (first: string) => ({
  zh: `第1阶段 ${first}，由担保交易保管，其余直接到账`,
  en: `stage 1 of ${first} in escrow, the rest straight to the account`,
});

const PLANS: ChoiceSet = {
  id: "PAYMENTPLAN",
  members: [
    { value: "3/7", words: stages("30%") },
    { value: "3/6/1", words: stages("30%") },
    { value: "6/3/1", words: stages("60%") },
    { value: "9/1", words: stages("90%") },
  ],
};

const PLAN_TEXT = /^(?:分阶段)?(?:付款|支付|交易)?(\d+(?:\.\d+)?%?(?:\/\d+(?:\.\d+)?%?)+)$/;

/** Reads 3/7, 30/70, 30%/70%: two or more shares that add up to 10 or 100. */
function parsePlan(text: string): PaymentPlan | undefined {
  const list = PLAN_TEXT.exec(foldChoice(text))?.[1];
  if (!list) return undefined;
  const parts = list
    .replaceAll("%", "")
    .split("/")
    .map((part) => exactDecimal(Number(part)));
  const whole = Money.sum(...parts);
  const isWhole = list.includes("%") ? whole.eq(100) : whole.eq(10) || whole.eq(100);
  if (!isWhole || parts.some((part) => part.isZero())) return undefined;
  return parts.map((part) => part.div(whole));
}

/** A plan of stages, such as 3/7. */
export const planQuantity: Quantity<PaymentPlan> = {
  words: {
    zh: "3/7、3/6/1、6/3/1、9/1，或相加为 10 或 100 的比例",
    en: "3/7, 3/6/1, 6/3/1, 9/1, or shares adding up to 10 or 100",
  },
  choices: PLANS,
  zeroIsBlank: true,
  read(value, argument) {
    if (typeof value === "number") {
      return badArgument(
        `${argument}是数字 ${value}，是 Excel 把 3/7 这样的写法当成了日期，请在单元格里写 '3/7（前面加英文单引号），或在公式里写 "3/7"。`,
      );
    }
    return (
      parsePlan(String(value)) ??
      badArgument(
        `${argument}“${String(value).slice(0, 40)}”无法识别，请填写 3/7、3/6/1、6/3/1、9/1，或相加为 10 或 100 的比例，如 20/50/30。`,
      )
    );
  },
};
