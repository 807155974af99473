import {
  FIRST_HOLIDAY_YEAR,
  type Holiday,
  LAST_HOLIDAY_YEAR,
  publicHolidays,
} from "@sevenstar/core/calendar/public-holidays";
import { WorkCalendar } from "@sevenstar/core/calendar/work-calendar";
import { type CalendarDay, civilDate } from "@sevenstar/core/cells/calendar-day";
import { Refusal } from "@sevenstar/core/cells/refusal";
import type { DaySpan } from "./day-span.ts";
import type { HolidayNotice } from "./plan-document.ts";

/** The years that a plan may be made for. */
export const isPlanYear = (year: number): boolean =>
  Number.isInteger(year) && year >= FIRST_HOLIDAY_YEAR && year <= LAST_HOLIDAY_YEAR;

/** The working days and what the days off are called: the built-in notices, and the team's in place of theirs. */
export class HolidayBook {
  readonly calendar: WorkCalendar;
  readonly #notices: readonly HolidayNotice[];
  readonly #years = new Map<number, ReadonlyMap<number, Holiday>>();

  constructor(notices: readonly HolidayNotice[]) {
    this.#notices = notices;
    this.calendar = new WorkCalendar({
      notices: new Map(notices.map(({ year, days }) => [year, days.filter(isOf(year))])),
      // The New Year holiday may begin in the December before; that year's own notice does not say so.
      additions: notices.flatMap(({ year, days }) => days.filter((holiday) => !isOf(year)(holiday))),
    });
  }

  /** The holiday or make-up working day that falls on a day. */
  on(day: CalendarDay): Holiday | undefined {
    return this.#of(civilDate(day).year).get(day);
  }

  /** Whether people work on a day; days without a known calendar count as worked. */
  isWorkday(day: CalendarDay): boolean {
    return this.calendar.isWorkday(day) !== false;
  }

  /** The working days after today up to a day, as NEXTACTIVITY counts them; negative for a day that is past. */
  workdaysLeft(today: CalendarDay, day: CalendarDay): number {
    const [first, last] = today <= day ? [today, day] : [day, today];
    const count = first === last ? 0 : this.calendar.countWorkdays((first + 1) as CalendarDay, last);
    if (count instanceof Refusal) return 0;
    return today <= day ? count : -count;
  }

  /** The Spring Festival holiday of a year, as announced or estimated. */
  springFestival(year: number): DaySpan | undefined {
    const days = [...this.#of(year).values()].filter(
      ({ name, type }) => type === "休" && name.includes("春节"),
    );
    const [first, last] = [days[0], days.at(-1)];
    return first && last && { from: first.day, to: last.day };
  }

  #of(year: number): ReadonlyMap<number, Holiday> {
    const known = this.#years.get(year);
    if (known) return known;
    const own = this.#notices.find((notice) => notice.year === year)?.days.filter(isOf(year));
    const carried = this.#notices.flatMap(({ year: other, days }) =>
      other === year + 1 ? days.filter(isOf(year)) : [],
    );
    const holidays = [...(own ?? (isPlanYear(year) ? publicHolidays(year) : [])), ...carried];
    holidays.sort((a, b) => a.day - b.day);
    const byDay = new Map(holidays.map((holiday) => [holiday.day as number, holiday]));
    this.#years.set(year, byDay);
    return byDay;
  }
}

const isOf = (year: number) => (holiday: Holiday) => civilDate(holiday.day).year === year;
