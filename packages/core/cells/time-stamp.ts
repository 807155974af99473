import { calendarDay, readDate } from "./calendar-day.ts";
import { halfWidthWord } from "./half-width.ts";

const EIGHT_DIGITS = /^(\d{4})(\d\d)(\d\d)$/;
const CLOCK = /[ T](\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?$/;

/**
 * Reads a time stamp as an Excel serial number with its fraction of a day: a serial number, or a date text of
 * G6 with or without a time ("2024-07-11 09:48:43"), or eight digits (20240711). Undefined for anything else.
 */
export function readTimeStamp(value: unknown): number | undefined {
  const day = readDate(value);
  if (day === undefined) {
    const [, year, month, date] = EIGHT_DIGITS.exec(halfWidthWord(String(value))) ?? [];
    return calendarDay(Number(year), Number(month), Number(date));
  }
  if (typeof value === "number") return value;
  const text = halfWidthWord(String(value));
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  const clock = CLOCK.exec(text);
  if (!clock) return day;
  const [hours, minutes, seconds] = [Number(clock[1]), Number(clock[2]), Number(clock[3] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds >= 60) return undefined;
  return day + (hours * 3600 + minutes * 60 + seconds) / 86_400;
}
