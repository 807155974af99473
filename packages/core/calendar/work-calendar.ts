import { type CalendarDay, calendarDay, civilDate, isoDate } from "../cells/calendar-day.ts";
import type { Refusal } from "../cells/refusal.ts";
import {
  FIRST_HOLIDAY_YEAR,
  type Holiday,
  isAnnounced,
  LAST_HOLIDAY_YEAR,
  publicHolidays,
  unknownHolidays,
} from "./public-holidays.ts";

const FIRST_DAY = calendarDay(FIRST_HOLIDAY_YEAR, 1, 1) as CalendarDay;
const LAST_DAY = calendarDay(LAST_HOLIDAY_YEAR, 12, 31) as CalendarDay;

/** Working days of 2002–2099, counted from 1 for the calendar's first day; 0 is the day before it. */
const DAY_ZERO = FIRST_DAY - 1;

/** What a team says of its holidays. */
export interface HolidayChanges {
  /** All holidays of a year, in place of the built-in ones. */
  readonly notices: ReadonlyMap<number, readonly Holiday[]>;
  /** Single days besides those of their year. */
  readonly additions: readonly Holiday[];
}

/** Saturday or Sunday: Excel's serials count from a Sunday. */
const isWeekend = (day: number) => day % 7 < 2;

let builtInDaysOff: Uint8Array | undefined;

/** Which days are off by the built-in holidays, by their number; worked out once. */
function daysOff(): Uint8Array {
  if (builtInDaysOff) return builtInDaysOff;
  builtInDaysOff = new Uint8Array(LAST_DAY - DAY_ZERO + 1);
  for (let year = FIRST_HOLIDAY_YEAR; year <= LAST_HOLIDAY_YEAR; year++) {
    setYear(builtInDaysOff, year, publicHolidays(year));
  }
  return builtInDaysOff;
}

function setYear(isOff: Uint8Array, year: number, holidays: readonly Holiday[]): void {
  const last = calendarDay(year, 12, 31) as CalendarDay;
  for (let day = calendarDay(year, 1, 1) as number; day <= last; day++) {
    isOff[day - DAY_ZERO] = isWeekend(day) ? 1 : 0;
  }
  setDays(isOff, holidays);
}

function setDays(isOff: Uint8Array, holidays: readonly Holiday[]): void {
  for (const { day, type } of holidays) isOff[day - DAY_ZERO] = type === "休" ? 1 : 0;
}

/**
 * The Chinese working days of 2002–2099: weekends and holidays off, make-up days worked. Announced years are as
 * announced, later ones estimated. A question takes the same time however far apart its days are.
 */
export class WorkCalendar {
  readonly #changes: HolidayChanges | undefined;
  #table: Uint16Array | undefined;

  constructor(changes?: HolidayChanges) {
    this.#changes = changes;
  }

  /** Whether people work on a day. */
  isWorkday(day: CalendarDay): boolean | Refusal {
    return unknownDay(day) ?? this.#worked(day) > this.#worked(day - 1);
  }

  /** The `count`-th working day after a day, or before it if negative; 0 gives the day itself. */
  addWorkdays(day: CalendarDay, count: number): CalendarDay | Refusal {
    if (count === 0) return day;
    const worked = count > 0 ? this.#worked(day) : this.#worked(day - 1) + 1;
    return unknownDay(day) ?? this.#workday(worked + count, day);
  }

  /** The last working day up to a day. */
  lastWorkday(day: CalendarDay): CalendarDay | Refusal {
    const worked = this.#worked(day);
    return unknownDay(day) ?? (worked > this.#worked(day - 1) ? day : this.#workday(worked, day));
  }

  /** The working days from one day to another, both counted; negative if `to` is earlier. */
  countWorkdays(from: CalendarDay, to: CalendarDay): number | Refusal {
    const refusal = unknownDay(from) ?? unknownDay(to);
    if (refusal) return refusal;
    if (from > to) return this.#worked(to - 1) - this.#worked(from);
    return this.#worked(to) - this.#worked(from - 1);
  }

  /** Whether the holidays of a year are announced, or entered by the team, rather than estimated. */
  isAnnounced(year: number): boolean {
    return isAnnounced(year) || (this.#changes?.notices.has(year) ?? false);
  }

  /** The number of working days up to a day, from the calendar's first. */
  #worked(day: number): number {
    this.#table ??= this.#count();
    return this.#table[day - DAY_ZERO] ?? 0;
  }

  /** The working day with a number, found by halving; a refusal, told of the day asked about, if there is none. */
  #workday(number: number, asked: CalendarDay): CalendarDay | Refusal {
    let [low, high] = [DAY_ZERO as number, LAST_DAY + 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#worked(middle) < number) low = middle;
      else high = middle;
    }
    if (number >= 1 && high <= LAST_DAY) return high as CalendarDay;
    return unknownHolidays(0, `${isoDate(asked)} 前后`) as Refusal;
  }

  #count(): Uint16Array {
    let isOff = daysOff();
    if (this.#changes) {
      isOff = isOff.slice();
      for (const [year, holidays] of this.#changes.notices) {
        if (!unknownHolidays(year)) setYear(isOff, year, holidays);
      }
      setDays(isOff, this.#changes.additions);
    }
    const worked = new Uint16Array(isOff.length);
    let count = 0;
    for (let index = 1; index < isOff.length; index++) {
      if (!isOff[index]) count++;
      worked[index] = count;
    }
    return worked;
  }
}

const unknownDay = (day: CalendarDay): Refusal | undefined =>
  day < FIRST_DAY || day > LAST_DAY ? unknownHolidays(civilDate(day).year, isoDate(day)) : undefined;

/** The calendar of the built-in notices. */
export const builtInCalendar: WorkCalendar = new WorkCalendar();
