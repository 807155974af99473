import { type CalendarDay, civilDate } from "../cells/calendar-day.ts";
import { lunarDay } from "./lunar-day.ts";

/** A date of the lunar calendar; a leap month bears the number of the month that it follows. */
export interface LunarDate {
  readonly month: number;
  readonly day: number;
  readonly isLeap: boolean;
}

/** The lunar months that may begin in a civil year or shortly before it, as [civil year of lunarDay, month]. */
const monthsAround = (year: number): [year: number, month: number][] => [
  [year - 1, 10],
  [year - 1, 11],
  [year, 12],
  ...Array.from({ length: 11 }, (_, index): [number, number] => [year, index + 1]),
  [year + 1, 12],
];

/** The lunar date of a day; undefined outside 1951–2098, where the months around it are not all known. */
export function lunarDate(day: CalendarDay): LunarDate | undefined {
  let found: LunarDate | undefined;
  for (const [year, month] of monthsAround(civilDate(day).year)) {
    const first = lunarDay(year, month, 1);
    if (first === undefined) return undefined;
    if (first > day) break;
    const place = day - first;
    // Day 30 of the twelfth month stands for its last one.
    const last = lunarDay(year, month, 30) ?? first + 28;
    const length = last - first + 1;
    found =
      place < length
        ? { month, day: place + 1, isLeap: false }
        : { month, day: place - length + 1, isLeap: true };
  }
  return found;
}
