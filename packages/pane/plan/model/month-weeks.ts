import { addDays, type CalendarDay, calendarDay, monthLength } from "@sevenstar/core/cells/calendar-day";
import { mondayOf } from "./agenda.ts";
import { daysOf } from "./day-span.ts";

/** The weeks of a month from Monday to Sunday, filled up with the days of the months beside it. */
export function monthWeeks(year: number, month: number): CalendarDay[][] {
  const first = calendarDay(year, month, 1) as CalendarDay;
  const last = calendarDay(year, month, monthLength(year, month)) as CalendarDay;
  const sunday = addDays(mondayOf(last), 6) as CalendarDay;
  const days = daysOf({ from: mondayOf(first), to: sunday });
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(7 * week, 7 * week + 7));
}
