import { type CalendarDay, calendarDay, civilDate, monthLength } from "@sevenstar/core/cells/calendar-day";
import type { HolidayBook } from "./holiday-book.ts";

/** On which day a new activity begins: the next working day, in another month than this one its first. */
export function newActivityDay(
  year: number,
  month: number,
  today: CalendarDay,
  book: HolidayBook,
): CalendarDay {
  const now = civilDate(today);
  const isThisMonth = now.year === year && now.month === month;
  const last = calendarDay(year, month, monthLength(year, month)) as CalendarDay;
  const first = isThisMonth ? today + 1 : (calendarDay(year, month, 1) as number);
  // No holiday of China's lasts as long as a month.
  const days = Array.from({ length: 31 }, (_, index) => (first + index) as CalendarDay);
  const day = days.find((each) => book.isWorkday(each));
  return day !== undefined && civilDate(day).year === year ? day : last;
}
