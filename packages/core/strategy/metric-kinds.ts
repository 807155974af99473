import { amountQuantity, foldChoice, shortened, yesNoQuantity } from "../cells/quantity.ts";
import { Refusal } from "../cells/refusal.ts";
import { readYesNo } from "../cells/yes-no.ts";
import { splitWords } from "./split-words.ts";

/** Reads a metric's value as the words that criteria ask for, or refuses it. */
export type ReadMetric = (value: unknown, place: string) => readonly string[] | Refusal;

const oneWord =
  <Value>(
    read: (value: unknown, place: string) => Value | Refusal,
    word: (read: Value) => string,
  ): ReadMetric =>
  (value, place) => {
    const known = read(value, place);
    return known instanceof Refusal ? known : [word(known)];
  };

/** 是 or 否. */
export const yesNo = oneWord(yesNoQuantity.read, (is) => (is ? "是" : "否"));

/** 一个 or 多个, of a count; 没有 where there is not one. */
export const oneOrMore = oneWord(amountQuantity.read, (count) =>
  count >= 2 ? "多个" : count >= 1 ? "一个" : "没有",
);

/** 是 or 否, of an amount or of yes or no. */
export const anyAmount = oneWord(
  (value, place) => readYesNo(value) ?? amountQuantity.read(value, place),
  (amount) => (Number(amount) > 0 ? "是" : "否"),
);

/** Several words. */
export const freeWords: ReadMetric = (value) => splitWords(value).map((word) => shortened(foldChoice(word)));
