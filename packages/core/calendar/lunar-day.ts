import type { CalendarDay } from "../cells/calendar-day.ts";
import { once } from "../cells/once.ts";
import { FIRST_LUNAR_DAY, FIRST_LUNAR_YEAR, LUNAR_YEARS } from "./lunar-table.ts";

const CHARACTERS_A_YEAR = 4;
const LEAP_MONTH_UNIT = 8192;
const MONTHS = 12;

interface LunarYear {
  readonly leapMonth: number;
  /** The first day of each month in order, and of the next year. */
  readonly firstDays: readonly number[];
}

const lunarYears = once((): readonly LunarYear[] => {
  const years: LunarYear[] = [];
  let day = FIRST_LUNAR_DAY;
  for (let at = 0; at < LUNAR_YEARS.length; at += CHARACTERS_A_YEAR) {
    const code = Number.parseInt(LUNAR_YEARS.slice(at, at + CHARACTERS_A_YEAR), 36);
    const leapMonth = Math.floor(code / LEAP_MONTH_UNIT);
    const firstDays = [day];
    for (let month = 0; month < MONTHS + (leapMonth ? 1 : 0); month++) {
      day += 29 + ((code >> month) & 1);
      firstDays.push(day);
    }
    years.push({ leapMonth, firstDays });
  }
  return years;
});

/**
 * The day of a civil year on which a lunar date falls, such as 2026, 1, 1 for its Spring Festival. The twelfth
 * month is the one before that Spring Festival; its day 30 is its last day, also where it has but 29.
 *
 * Undefined where there is no such day, or the year is outside 1950–2099.
 */
export function lunarDay(year: number, month: number, day: number): CalendarDay | undefined {
  const place = year - FIRST_LUNAR_YEAR;
  const years = lunarYears();
  const lunarYear = years[month === MONTHS ? place - 1 : place];
  if (!lunarYear || place < 1 || place >= years.length) return undefined;
  const index = month - (month > (lunarYear.leapMonth || MONTHS) ? 0 : 1);
  const first = lunarYear.firstDays[index] as number;
  const length = (lunarYear.firstDays[index + 1] as number) - first;
  const isNewYearsEve = month === MONTHS && day === 30;
  const dayOfMonth = isNewYearsEve ? length : day;
  return dayOfMonth >= 1 && dayOfMonth <= length ? ((first + dayOfMonth - 1) as CalendarDay) : undefined;
}
