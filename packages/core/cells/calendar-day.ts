import { halfWidthWord } from "./half-width.ts";
/**
 * A day of the Gregorian calendar as Excel's serial number (1900 system): 46109 is 2026-03-28.
 * Day 60 is the 29 February 1900 that Excel believes in.
 */
export type CalendarDay = number & { readonly unit: "calendar day" };

const FIRST_SERIAL = 1;
const LAST_SERIAL = 2_958_465;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The days of a month (1–12). */
export function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Days from 0000-03-01 to a civil date, by the usual era arithmetic. */
function daysFromMarch(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear;
}

const SERIAL_ZERO = daysFromMarch(1899, 12, 30);

/** The day of a civil date, or undefined where there is no such date or it lies outside 1900–9999. */
export function calendarDay(year: number, month: number, day: number): CalendarDay | undefined {
  if (!Number.isInteger(year) || year < 1900 || year > 9999) return undefined;
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
  if (!Number.isInteger(day) || day < 1 || day > monthLength(year, month)) return undefined;
  const serial = daysFromMarch(year, month, day) - SERIAL_ZERO;
  return (serial < 61 ? serial - 1 : serial) as CalendarDay;
}

/** The day with an Excel serial number, whose fraction is cut; undefined outside Excel's calendar. */
export function dayOfSerial(serial: number): CalendarDay | undefined {
  const day = Math.floor(serial);
  return day >= FIRST_SERIAL && day <= LAST_SERIAL ? (day as CalendarDay) : undefined;
}

/** The day `count` days later; undefined where Excel's calendar ends. */
export const addDays = (day: CalendarDay, count: number): CalendarDay | undefined => dayOfSerial(day + count);

/** Year, month (1–12) and day of the month. */
export function civilDate(day: CalendarDay): { year: number; month: number; day: number } {
  const z = (day < 61 ? Math.min(day + 1, 60) : day) + SERIAL_ZERO;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** ISO text, 2026-03-28. */
export function isoDate(day: CalendarDay): string {
  const date = civilDate(day);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${String(date.year).padStart(4, "0")}-${two(date.month)}-${two(date.day)}`;
}

const DATE_TEXT =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日?)(?:[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;

/**
 * Reads a date as a cell holds it: a serial number or the texts 2026-03-28, 2026/3/28, 2026年3月28日, with
 * or without a time of day, which is cut (G6). Undefined for anything else.
 */
export function readDate(value: unknown): CalendarDay | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? dayOfSerial(value) : undefined;
  if (typeof value !== "string") return undefined;
  const text = halfWidthWord(value);
  if (/^\d{1,7}(?:\.\d+)?$/.test(text)) return dayOfSerial(Number(text));
  const match = DATE_TEXT.exec(text);
  if (!match) return undefined;
  const [month, day] = match.slice(2).filter((part) => part !== undefined);
  return calendarDay(Number(match[1]), Number(month), Number(day));
}
