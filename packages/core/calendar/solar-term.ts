import { type CalendarDay, calendarDay } from "../cells/calendar-day.ts";
import { EARLIEST_TERM_DAYS, FIRST_TERM_YEAR, LATER_TERM_YEARS } from "./lunar-table.ts";

/** The last civil year whose solar terms and lunar dates are known; the first is `FIRST_TERM_YEAR`. */
export const LAST_TERM_YEAR = 2099;
const FIRST_CODE = 48;

/** The day of a civil year's solar term, 0 for 小寒 to 23 for 冬至; undefined outside 1950–2099. */
export function solarTermDay(year: number, term: number): CalendarDay | undefined {
  const place = year - FIRST_TERM_YEAR;
  if (place < 0 || year > LAST_TERM_YEAR) return undefined;
  const at = 8 * term + 2 * (place % 4);
  const isLaterBy = (days: number) => place >> 2 < LATER_TERM_YEARS.charCodeAt(at + days - 1) - FIRST_CODE;
  const earliest = Number.parseInt(EARLIEST_TERM_DAYS[term] as string, 36);
  return calendarDay(year, (term >> 1) + 1, earliest + Number(isLaterBy(1)) + Number(isLaterBy(2)));
}
