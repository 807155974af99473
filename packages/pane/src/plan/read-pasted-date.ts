import { type CalendarDay, calendarDay, readDate } from "@sevenstar/core/calendar/calendar-day";

/** A date as a merchant's table writes it: its day in the plan's year, and whether a year was written. */
export interface PastedDate {
  readonly day: CalendarDay;
  readonly hasYear: boolean;
}

const MONTH_DAY = /^(\d{1,2})(?:月|[./-])(\d{1,2})(?:日|号)?$/;
const DAY_ALONE = /^(\d{1,2})(?:日|号)?$/;
const YEAR_MONTH = /^(?:(\d{4})[年./-])?(\d{1,2})/;
const SEPARATOR = /至|到|[~—–-]/g;

/** A text without weekdays and the like in brackets. */
const bare = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/\([^()]*\)/g, "")
    .trim();

/** Reads one date: with a year, or as 9月20日, 9.20, 9/20 or 09-20 of `year`. */
export function readPastedDate(text: string, year: number): PastedDate | undefined {
  const plain = bare(text);
  const [, month, dayOfMonth] = MONTH_DAY.exec(plain) ?? [];
  if (month) {
    const day = calendarDay(year, Number(month), Number(dayOfMonth));
    return day && { day, hasYear: false };
  }
  // A small number alone is a count, not a serial date.
  if (/^\d{1,4}(?:\.\d+)?$/.test(plain)) return undefined;
  const day = readDate(plain);
  return day && { day, hasYear: true };
}

/** Reads a date or a stretch such as 9.20-9.22, 9月20日至22日 or 2026/9/20-2026/9/22; its end is counted. */
export function readPastedSpan(
  text: string,
  year: number,
): { readonly from: PastedDate; readonly to: PastedDate } | undefined {
  const whole = readPastedDate(text, year);
  if (whole) return { from: whole, to: whole };
  const plain = bare(text);
  for (const { index, 0: separator } of plain.matchAll(SEPARATOR)) {
    const from = readPastedDate(plain.slice(0, index), year);
    const to = from && readEnd(plain.slice(0, index), plain.slice(index + separator.length).trim(), year);
    if (from && to && to.day >= from.day) return { from, to };
  }
  return undefined;
}

/** The end of a stretch; year and month may stand with its beginning only. */
function readEnd(beginning: string, end: string, year: number): PastedDate | undefined {
  const [, writtenYear, month] = YEAR_MONTH.exec(beginning.trim()) ?? [];
  const [, dayAlone] = DAY_ALONE.exec(end) ?? [];
  return readPastedDate(dayAlone ? `${month}-${dayAlone}` : end, Number(writtenYear ?? year));
}
