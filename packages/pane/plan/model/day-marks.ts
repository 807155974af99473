import { festivals } from "@sevenstar/core/calendar/festivals";
import { type LunarDate, lunarDate } from "@sevenstar/core/calendar/lunar-date";
import type { Holiday } from "@sevenstar/core/calendar/public-holidays";
import { type CalendarDay, civilDate } from "@sevenstar/core/cells/calendar-day";
import type { Words } from "@sevenstar/core/cells/words";
import type { HolidayBook } from "./holiday-book.ts";

/** What a calendar marks on a day. */
export interface DayMarks {
  readonly holiday?: Holiday;
  readonly isWorkday: boolean;
  /** Festivals and solar terms. */
  readonly festivals: readonly string[];
  /** The day of the lunar month, or the month's name on its first. */
  readonly lunar: Words;
}

/** The marks of a day. */
export function dayMarks(day: CalendarDay, book: HolidayBook): DayMarks {
  const holiday = book.on(day);
  const date = lunarDate(day);
  return {
    ...(holiday ? { holiday } : {}),
    isWorkday: book.isWorkday(day),
    festivals: festivalsOf(civilDate(day).year).get(day) ?? [],
    lunar: date ? lunarWords(date) : { zh: "", en: "" },
  };
}

const byYear = new Map<number, ReadonlyMap<CalendarDay, readonly string[]>>();

/** The names of a year's festivals by their day; worked out once. */
function festivalsOf(year: number): ReadonlyMap<CalendarDay, readonly string[]> {
  const known = byYear.get(year);
  if (known) return known;
  const byDay = new Map<CalendarDay, string[]>();
  for (const { name, dayIn } of festivals) {
    const day = dayIn(year);
    if (day !== undefined) byDay.set(day, [...(byDay.get(day) ?? []), name]);
  }
  byYear.set(year, byDay);
  return byDay;
}

const DIGITS = "一二三四五六七八九十";
const TENS = ["初", "十", "廿", "三"];

function lunarWords({ month, day, isLeap }: LunarDate): Words {
  if (day === 1) {
    return {
      zh: `${isLeap ? "闰" : ""}${lunarMonth(month)}`,
      en: `lunar month ${month}${isLeap ? " (leap)" : ""}`,
    };
  }
  const ten = day === 20 ? "二" : day === 30 ? "三" : TENS[Math.floor(day / 10)];
  return { zh: `${day === 10 ? "初" : ten}${DIGITS[(day - 1) % 10]}`, en: `${month}/${day}` };
}

function lunarMonth(month: number): string {
  if (month === 1) return "正月";
  if (month === 11) return "冬月";
  return month === 12 ? "腊月" : `${DIGITS[month - 1]}月`;
}
