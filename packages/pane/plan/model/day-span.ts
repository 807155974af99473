import { addDays, type CalendarDay } from "@sevenstar/core/cells/calendar-day";

/** A stretch of days, both counted. */
export interface DaySpan {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** The days of a span in order. */
export function daysOf({ from, to }: DaySpan): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day: CalendarDay | undefined = from; day !== undefined && day <= to; day = addDays(day, 1)) {
    days.push(day);
  }
  return days;
}

/** The days that two spans share. */
export function sharedDays(one: DaySpan, other: DaySpan): DaySpan | undefined {
  const from = Math.max(one.from, other.from) as CalendarDay;
  const to = Math.min(one.to, other.to) as CalendarDay;
  return from <= to ? { from, to } : undefined;
}
