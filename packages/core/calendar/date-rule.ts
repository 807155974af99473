import { type CalendarDay, calendarDay, civilDate, monthLength, readDate } from "../cells/calendar-day.ts";
import { halfWidthWord } from "../cells/half-width.ts";
import { memoize } from "../cells/memoize.ts";
import { badArgument, type Refusal } from "../cells/refusal.ts";
import { findFestival } from "./festivals.ts";
import { lunarDay } from "./lunar-day.ts";
import { simplified } from "./simplified.ts";

/**
 * On which day of a year an activity starts; undefined where the rule names a day of another year, a refusal where
 * the year has no such day. `place` says in messages where the rule stands.
 */
export type DateRule = (year: number, place: () => string) => CalendarDay | undefined | Refusal;

const MONTH_DAY = /^(农历)?(\d{1,2})[-/月](\d{1,2})日?$/;
const NTH_WEEKDAY = /^(\d{1,2})月第([1-5一二三四五])个(?:周|星期)([一二三四五六日天])$/;
const ORDINALS = "一二三四五";

/** From Saturday, as Excel's serials count the days of the week. */
const WEEKDAYS = "六日一二三四五";

const LEAP_YEAR = 2028;
const LONGEST_LUNAR_MONTH = 30;

/** A date that a rule names in full is later than this; an earlier one is a number typed for a rule. */
const FIRST_EXPLICIT_YEAR = 1950;

/**
 * Reads a date rule: `03-28`, `农历 01-01`, `节气 立秋` (or a festival), `2026-05-20`, `11月第4个周五`.
 *
 * Refused: any other text, and a day that no year has, such as 13-45; `place` says in messages where the rule stands.
 */
export const readDateRule = (value: unknown, place: () => string): DateRule | Refusal =>
  knownRule(value) ?? badRule(value, place, "不是日期规则");

const badRule = (value: unknown, place: () => string, reason: string) =>
  badArgument(
    `${place()}“${String(value).slice(0, 40)}”${reason}，请写成 03-28、农历 01-01、节气 立秋、2026-05-20 或 11月第4个周五。`,
  );

const knownRule = memoize((value: unknown): DateRule | undefined => {
  const day = readDate(value);
  if (day === undefined) {
    const dayIn = yearlyRule(simplified(halfWidthWord(String(value))).replace(/\s/g, ""));
    return dayIn && ((year, place) => dayIn(year) ?? badRule(value, place, `在 ${year} 年没有这一天`));
  }
  const named = civilDate(day).year;
  return named < FIRST_EXPLICIT_YEAR ? undefined : (year) => (year === named ? day : undefined);
});

/** The rules that hold for every year. */
function yearlyRule(text: string): ((year: number) => CalendarDay | undefined) | undefined {
  const monthDay = MONTH_DAY.exec(text);
  if (monthDay) {
    const [month, day] = [Number(monthDay[2]), Number(monthDay[3])];
    const longest = monthDay[1] ? LONGEST_LUNAR_MONTH : monthLength(LEAP_YEAR, month);
    if (month < 1 || month > 12 || day < 1 || day > longest) return undefined;
    return (year) => (monthDay[1] ? lunarDay : calendarDay)(year, month, day);
  }
  const [, month, ordinal = "", weekday = ""] = NTH_WEEKDAY.exec(text) ?? [];
  if (!month) return findFestival(text.replace(/^节气/, ""))?.dayIn;
  const which = ORDINALS.indexOf(ordinal) + 1 || Number(ordinal);
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  const first = WEEKDAYS.indexOf(weekday.replace("天", "日"));
  return (year) => {
    const monthStart = calendarDay(year, Number(month), 1);
    const daysToFirst = (first - ((monthStart ?? 0) % 7) + 7) % 7;
    return monthStart && calendarDay(year, Number(month), daysToFirst + 7 * which - 6);
  };
}
