import { type CalendarDay, isoDate, readDate } from "@sevenstar/core/cells/calendar-day";

/** For tests: the day of a text such as 2026-09-20. */
export function onDay(text: string): CalendarDay {
  const day = readDate(text);
  if (day === undefined) throw new Error(`${text} is no date`);
  return day;
}

/** For tests: a day as month and day, such as 9-20. */
export const monthDay = (day: CalendarDay): string => isoDate(day).slice(5).split("-").map(Number).join("-");
