import { type CalendarDay, readDate } from "./calendar-day.ts";
import { decimalValue } from "./decimal-value.ts";
import { halfWidthWord } from "./half-width.ts";
import { memoize } from "./memoize.ts";
import { readNumber, readPrice } from "./number-text.ts";
import { badArgument, type Refusal } from "./refusal.ts";
import type { Words } from "./words.ts";
import { readYesNo } from "./yes-no.ts";

/** What a cell is read as: one value with its unit and bounds. `read` gets a plain, non-blank value. */
export interface Quantity<Value> {
  readonly words: Words;
  /** The closed set that Excel lists while typing (G13); other spellings are still read. */
  readonly choices?: ChoiceSet;
  /** The number 0 is a blank cell, as some hosts hand one over: no 0 can be meant (G16). */
  readonly zeroIsBlank?: true;
  /** Plain numbers from the first to the second are what `read` would give; they need not be read. */
  readonly takenAsIs?: readonly [least: number, most: number];
  read(value: unknown, argument: string): Value | Refusal;
}

/** A closed set with an id for the metadata and a word and explanation per member. */
export interface ChoiceSet {
  readonly id: string;
  readonly members: readonly { readonly value: string; readonly words: Words }[];
}

/** A user's own text as messages repeat it: the first 40 characters. */
export const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const quoted = (value: unknown) => `“${shortened(String(value))}”`;

interface Bounds {
  readonly words: Words;
  /** Reads what is no number; as merchants paste one, unless said otherwise. */
  readonly readText?: (value: unknown) => number | undefined;
  readonly min?: number;
  readonly max?: number;
  /** No 0 can be meant (G16). */
  readonly zeroIsBlank?: true;
  /** The bounds themselves are refused. */
  readonly open?: boolean;
  readonly integer?: boolean;
}

function boundsSentence({ min, max, open }: Bounds): string {
  const least = min === undefined ? "" : `${open ? "大于" : "不小于"} ${min}`;
  const most = max === undefined ? "" : `${open ? "小于" : "不大于"} ${max}`;
  return [least, most].filter(Boolean).join(" 且");
}

/**
 * A number or a number as merchants paste it (G4), within its bounds; its unit stands in `words`. It counts as
 * the decimal value of its 15 significant digits.
 */
export function numberQuantity(bounds: Bounds): Quantity<number> {
  const { min, max, open, integer, zeroIsBlank, readText = readNumber } = bounds;
  return {
    words: bounds.words,
    ...(zeroIsBlank ? { zeroIsBlank } : {}),
    ...(open || integer ? {} : { takenAsIs: [min ?? -Number.MAX_VALUE, max ?? Number.MAX_VALUE] }),
    read(value, argument) {
      const read = typeof value === "number" && Number.isFinite(value) ? value : readText(value);
      if (read === undefined) {
        return badArgument(
          `${argument}应为数字，现为${quoted(value)}，请改成如 1234.5、1,234.50、¥105 或 12.3% 的写法。`,
        );
      }
      const number = decimalValue(read);
      if (min !== undefined && (open ? number <= min : number < min)) {
        const sentence = min === 0 && !open ? "不能为负数" : `应${boundsSentence(bounds)}`;
        return badArgument(`${argument}${sentence}，现为 ${number}，请改正。`);
      }
      if (max !== undefined && (open ? number >= max : number > max)) {
        return badArgument(`${argument}应${boundsSentence(bounds)}，现为 ${number}，请改正。`);
      }
      if (integer && !Number.isInteger(number)) {
        return badArgument(`${argument}应为整数，现为 ${number}，请改正。`);
      }
      return number;
    },
  };
}

/** An amount of money in 元, not negative. */
export const amountQuantity = numberQuantity({
  words: { zh: "金额（元），不小于 0", en: "amount in yuan, 0 or more" },
  min: 0,
});

/** The price of a product in 元, not negative; of a range the lower end counts (G4). */
export const priceQuantity = numberQuantity({
  words: {
    zh: "价格（元），不小于 0；区间取低的一端",
    en: "price in yuan, 0 or more; a range counts by its lower end",
  },
  readText: readPrice,
  min: 0,
});

/** Text; numbers and truth values are taken as Excel would show them. */
export const textQuantity: Quantity<string> = {
  words: { zh: "文本", en: "text" },
  zeroIsBlank: true,
  read: (value) => {
    if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
    return String(typeof value === "number" ? decimalValue(value) : value);
  },
};

/** A calendar day (G6). */
export const dateQuantity: Quantity<CalendarDay> = {
  words: { zh: "日期", en: "date" },
  zeroIsBlank: true,
  read(value, argument) {
    return (
      readDate(value) ??
      badArgument(
        `${argument}应为日期，现为${quoted(value)}，请改成如 2026-03-28、2026/3/28 或 2026年3月28日 的写法。`,
      )
    );
  },
};

/** Yes or no (G5). */
export const yesNoQuantity: Quantity<boolean> = {
  words: { zh: "是或否", en: "yes or no" },
  read: (value, argument) =>
    readYesNo(value) ?? badArgument(`${argument}应为“是”或“否”，现为${quoted(value)}，请改正。`),
};

/**
 * A member of a closed set.
 *
 * `find` takes the folded text (NFKC, no blanks, lower case) and gives the member or undefined; what it was
 * asked once it is not asked again. The refusal lists the names.
 */
export function choiceQuantity<Member>(
  set: ChoiceSet,
  find: (folded: string) => Member | undefined,
): Quantity<Member> {
  const memberOf = memoize((value: unknown) => find(foldChoice(String(value))));
  return {
    words: {
      zh: `${set.members.map((member) => member.value).join("、")} 之一`,
      en: "one of the listed words",
    },
    choices: set,
    zeroIsBlank: true,
    read(value, argument) {
      const member = memberOf(value);
      if (member !== undefined) return member;
      const names = set.members.map((each) => each.value).join("、");
      return badArgument(`${argument}${quoted(value)}无法识别，请填写：${names}。`);
    },
  };
}

/** The form in which the names of a closed set are compared. */
export const foldChoice = (text: string): string => halfWidthWord(text).replace(/\s+/g, "").toLowerCase();
