import { readYesNo } from "../exports/yes-no.ts";
import {
  amountQuantity,
  foldChoice,
  numberQuantity,
  shortened,
  yesNoQuantity,
} from "../functions/quantity.ts";
import { Refusal } from "../functions/refusal.ts";
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

const countFromOne = numberQuantity({ words: { zh: "个数", en: "count" }, min: 1, integer: true });

/** 一个 or 多个, of a count. */
export const oneOrMore = oneWord(countFromOne.read, (count) => (count > 1 ? "多个" : "一个"));

/** 是 or 否, of an amount or of yes or no. */
export const anyAmount = oneWord(
  (value, place) => readYesNo(value) ?? amountQuantity.read(value, place),
  (amount) => (Number(amount) > 0 ? "是" : "否"),
);

/** Several words. */
export const freeWords: ReadMetric = (value) => splitWords(value).map((word) => shortened(foldChoice(word)));
