import type { CalendarDay } from "../cells/calendar-day.ts";
import { notKnown, type Refusal } from "../cells/refusal.ts";
import { FIRST_NOTICE_YEAR, holidayNotices } from "./holiday-notices.ts";
import { statutoryHolidays } from "./statutory-holidays.ts";

/** A day off (休) or a make-up working day (班). */
export interface Holiday {
  readonly day: CalendarDay;
  readonly name: string;
  readonly type: "休" | "班";
}

/** The years whose holidays are announced or can be estimated. */
export const FIRST_HOLIDAY_YEAR = 2002;
export const LAST_HOLIDAY_YEAR = 2099;

/** Whether the State Council's notice for a year is built in. */
export const isAnnounced = (year: number): boolean => noticeOf(year) !== undefined;

const notices = holidayNotices.trim().split("\n");
const noticeOf = (year: number): string | undefined => notices[year - FIRST_NOTICE_YEAR];

/** The years whose notices are built in, such as 2002–2026. */
/* @__NO_SIDE_EFFECTS__ */
export const announcedYears = (): string => `${FIRST_NOTICE_YEAR}–${FIRST_NOTICE_YEAR + notices.length - 1}`;

/** The refusal for a year, or a day, without known holidays; undefined for 2002–2099. */
export const unknownHolidays = (year: number, what = `${year} 年`): Refusal | undefined =>
  year >= FIRST_HOLIDAY_YEAR && year <= LAST_HOLIDAY_YEAR
    ? undefined
    : notKnown(`${what}的放假安排未知，请改用 ${FIRST_HOLIDAY_YEAR}–${LAST_HOLIDAY_YEAR} 年。`);

/** The holidays of a year of 2002–2099 by date: as announced, else estimated as the statutory days themselves. */
export function publicHolidays(year: number): Holiday[] {
  const notice = noticeOf(year);
  const holidays = notice === undefined ? statutoryDays(year) : announcedDays(year, notice);
  return holidays.sort((a, b) => a.day - b.day);
}

const SPAN = /(\D)(-?\d*)~(\d+)([-+\d]*)/g;

/** Reads a year of holiday-notices.ts. */
function announcedDays(year: number, notice: string): Holiday[] {
  const holidays: Holiday[] = [];
  for (const [, mark, first, count, madeUp = ""] of notice.matchAll(SPAN)) {
    const holiday = statutoryHolidays.find((each) => each.mark === mark);
    const add = (offset: number, type: Holiday["type"]) =>
      holidays.push({
        day: (Number(holiday?.firstDay(year)) + offset) as CalendarDay,
        name: holiday?.name ?? "",
        type,
      });
    for (let index = 0; index < Number(count); index++) add(Number(first) + index, "休");
    for (const offset of madeUp.match(/[-+]\d+/g) ?? []) add(Number(offset), "班");
  }
  return holidays;
}

/** The statutory days; one that two holidays share bears both names. */
function statutoryDays(year: number): Holiday[] {
  const nameOf = new Map<number, string>();
  for (const { name, firstDay, days } of statutoryHolidays) {
    for (let index = 0; index < days; index++) {
      const day = Number(firstDay(year)) + index;
      const other = nameOf.get(day);
      nameOf.set(day, other ? `${name}、${other}` : name);
    }
  }
  return [...nameOf].map(([day, name]) => ({ day: day as CalendarDay, name, type: "休" }));
}
