import { lunarDay } from "@sevenstar/core/calendar/lunar-day";
import { type CalendarDay, calendarDay, civilDate, readDate } from "@sevenstar/core/cells/calendar-day";

/** A date as a merchant's table writes it: its day in the plan's year, and whether a year was written. */
export interface PastedDate {
  readonly day: CalendarDay;
  readonly hasYear: boolean;
  /** The rule of a lunar date, which falls on another day each year. */
  readonly rule?: string;
}

/** A longer cell holds no date. */
const LONGEST_DATE = 80;
/** A stretch from December into January ends in the next year; a longer one is a mistake. */
const LONGEST_OVER_NEW_YEAR = 183;

const MONTH_DAY = /^(\d{1,2})(?:月|[./-])(\d{1,2})(?:日|号)?$/;
const YEAR_MONTH_DAY =
  /^(\d{4})(\d{2})(\d{2})$|^(\d{2})(?:年|[./-])(\d{1,2})(?:月|[./-])(\d{1,2})(?:日|号)?$/;
const DAY_ALONE = /^(\d{1,2})(?:日|号)?$/;
const SEPARATOR = /至|到|[~—–-]/g;
/** A time of day, which moves no day. */
const CLOCK =
  /(?:凌晨|早上|上午|中午|下午|晚上|晚)?\s{0,3}\d{1,2}(?::\d{2}(?::\d{2})?|[点时](?:半|整|\d{1,2}分?)?)|凌晨|早上|上午|中午|下午|晚上/g;
const WEEKDAY = /(?:周|星期|礼拜)[一二三四五六日天]/g;
/** Words beside a date that say whether it begins or ends. */
const AROUND = /^(?:每年|自|从|截[至止到]?)|(?:起|开始|之?前|截止|结束|止)$/g;
const LUNAR =
  /^(?:农历|阴历)(闰?)(\d{1,2}|[正冬腊一二三四五六七八九十]{1,2})(?:月|[./-])(\d{1,2}|[初十廿二三一四五六七八九]{1,3})日?$/;
const NUMERALS = "零一二三四五六七八九";

/** A text without times of day, weekdays and what stands in brackets. */
const bare = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/\([^()]*\)/g, "")
    .replace(CLOCK, "")
    .replace(WEEKDAY, "")
    .trim();

const trimmed = (text: string) => text.trim().replace(AROUND, "").trim();

function readBare(plain: string, year: number): PastedDate | undefined {
  const lunar = LUNAR.exec(plain.replace(/\s/g, ""));
  if (lunar) return readLunar(lunar, year);
  const [, month, dayOfMonth] = MONTH_DAY.exec(plain) ?? [];
  if (month) {
    const day = calendarDay(year, Number(month), Number(dayOfMonth));
    return day && { day, hasYear: false };
  }
  const parts = YEAR_MONTH_DAY.exec(plain)
    ?.slice(1)
    .filter((part) => part !== undefined);
  if (parts) {
    const [written, ofYear, ofMonth] = parts.map(Number) as [number, number, number];
    const full = written < 100 ? 2000 + written : written;
    const day = Math.abs(full - year) <= 1 ? calendarDay(full, ofYear, ofMonth) : undefined;
    return day && { day, hasYear: true };
  }
  // A small number alone is a count, not a serial date.
  if (/^\d{1,4}(?:\.\d+)?$/.test(plain)) return undefined;
  const day = readDate(plain);
  return day && { day, hasYear: true };
}

function readLunar(
  [, leap, month = "", dayOfMonth = ""]: RegExpExecArray,
  year: number,
): PastedDate | undefined {
  const [ofMonth, ofDay] = [lunarNumber(month), lunarNumber(dayOfMonth)];
  const day = leap ? undefined : lunarDay(year, ofMonth, ofDay);
  const two = (number: number) => String(number).padStart(2, "0");
  return day && { day, hasYear: false, rule: `农历 ${two(ofMonth)}-${two(ofDay)}` };
}

/** The number of 正, 腊, 十二, 初五, 廿三 or 三十; 0 for none. */
function lunarNumber(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const named = ["正", "冬", "腊"].indexOf(text);
  if (named >= 0) return [1, 11, 12][named] as number;
  const [, tens = "", ones = ""] = /^([一二三]?十|廿|初)?([一二三四五六七八九]?|十)$/.exec(text) ?? [];
  const ten = { 初: 0, 廿: 20, 十: 10, 一十: 10, 二十: 20, 三十: 30 }[tens] ?? 0;
  return ten + (ones === "十" ? 10 : Math.max(0, NUMERALS.indexOf(ones || "零")));
}

/** Reads a date or a stretch such as 9.20-9.22, 9月20日至22日 or 12月30日-1月3日; its end is counted. */
export function readPastedSpan(
  text: string,
  year: number,
): { readonly from: PastedDate; readonly to: PastedDate } | undefined {
  if (text.length > LONGEST_DATE) return undefined;
  // What a stretch of hours within a day leaves behind.
  const plain = /[^~—–\s-](?:.*[^~—–\s-])?/s.exec(bare(text))?.[0] ?? "";
  const whole = readBare(trimmed(plain), year);
  if (whole) return { from: whole, to: whole };
  for (const { index, 0: separator } of plain.matchAll(SEPARATOR)) {
    const from = readBare(trimmed(plain.slice(0, index)), year);
    const to = from && readPastedEnd(plain.slice(index + separator.length), from);
    if (to) return { from, to };
  }
  return undefined;
}

/**
 * Reads the end of a stretch that begins on a date; year and month may stand with its beginning only, and an end
 * without a year that comes before its beginning is the next year's. Undefined for none, or one before its beginning.
 */
export function readPastedEnd(text: string, from: PastedDate): PastedDate | undefined {
  if (text.length > LONGEST_DATE) return undefined;
  const plain = trimmed(bare(text));
  const { year, month } = civilDate(from.day);
  const [, dayAlone] = DAY_ALONE.exec(plain) ?? [];
  const to = readBare(dayAlone ? `${month}-${dayAlone}` : plain, year);
  if (!to || to.day >= from.day || to.hasYear || dayAlone) return to && to.day >= from.day ? to : undefined;
  const next = readBare(plain, year + 1);
  return next && next.day - from.day <= LONGEST_OVER_NEW_YEAR ? next : undefined;
}
