import { lunarDay } from "@sevenstar/core/calendar/lunar-day";
import { addDays } from "@sevenstar/core/cells/calendar-day";
import type { DaySpan } from "./day-span.ts";
import type { Assumptions } from "./plan-document.ts";

/** The days around a year's Spring Festival on which factories are taken to be closed. */
export function factoryClosure(
  year: number,
  { closedBefore, closedAfter }: Assumptions,
): DaySpan | undefined {
  const festival = lunarDay(year, 1, 1);
  const from = festival && addDays(festival, -closedBefore);
  const to = festival && addDays(festival, closedAfter);
  return from !== undefined && to !== undefined ? { from, to } : undefined;
}
