import { calendarDay } from "@sevenstar/core/cells/calendar-day";
import { LunarYear, SolarTerm } from "tyme4ts";

const FIRST_YEAR = 1949;
const LAST_YEAR = 2099;
const TERMS_A_YEAR = 24;
const YEARS_OF_LEAP_CYCLE = 4;
/** Counts are written as characters from 0 on, none of which needs an escape. */
const FIRST_CODE = 48;

/** The source of packages/core/calendar/lunar-table.ts: lunar years 1949–2099 and the solar terms of 1950–2099, from tyme4ts. */
export function lunarTable(): string {
  const newYear = LunarYear.fromYear(FIRST_YEAR).getFirstMonth().getFirstDay().getSolarDay();
  const firstDay = calendarDay(newYear.getYear(), newYear.getMonth(), newYear.getDay());
  const lunarYears = range(FIRST_YEAR, LAST_YEAR).map(lunarYear).join("");
  const terms = range(0, TERMS_A_YEAR - 1).map((term) => solarTerm(term));
  return `// Generated from tyme4ts 1.5 by \`pnpm generate\`; do not edit.

/** The lunar year with which the table starts, and its first day as an Excel serial. */
export const FIRST_LUNAR_YEAR = ${FIRST_YEAR};
export const FIRST_LUNAR_DAY = ${firstDay};

/** Four characters (base 36) a lunar year: leap month × 8192 + a bit for each month in order that has 30 days. */
export const LUNAR_YEARS =
  "${lunarYears}";

/** The first civil year whose solar terms are known. */
export const FIRST_TERM_YEAR = ${FIRST_YEAR + 1};

/** The earliest day of the month on which each term falls, 小寒 to 冬至, one character (base 36) each. */
export const EARLIEST_TERM_DAYS = "${terms.map(({ earliest }) => earliest.toString(36)).join("")}";

/**
 * Solar terms come about three quarters of an hour earlier every four years, so that of the years of one leap cycle
 * the first ones see a term a day or two later than the last ones. Two characters for each term and year of the
 * cycle: how many of its years are later by a day at least, and by two (character code − ${FIRST_CODE}).
 */
export const LATER_TERM_YEARS =
  "${terms.map(({ laterYears }) => laterYears).join("")}";
`;
}

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

function lunarYear(year: number): string {
  const lunar = LunarYear.fromYear(year);
  const longMonths = lunar
    .getMonths()
    .reduce((bits, month, index) => bits + (month.getDayCount() === 30 ? 2 ** index : 0), 0);
  return (lunar.getLeapMonth() * 8192 + longMonths).toString(36).padStart(4, "0");
}

/** The day of the month on which a civil year's term falls; 0 is 小寒. */
const dayOfMonth = (year: number, term: number) =>
  SolarTerm.fromIndex(year, term + 1)
    .getSolarDay()
    .getDay();

function solarTerm(term: number): { earliest: number; laterYears: string } {
  const years = range(FIRST_YEAR + 1, LAST_YEAR);
  const earliest = Math.min(...years.map((year) => dayOfMonth(year, term)));
  const laterYears = range(0, YEARS_OF_LEAP_CYCLE - 1).map((place) => {
    const delays = years
      .filter((_, index) => index % YEARS_OF_LEAP_CYCLE === place)
      .map((year) => dayOfMonth(year, term) - earliest);
    const isFalling = delays.every((delay, index) => delay <= (delays[index - 1] ?? 2));
    if (!isFalling) throw new Error(`solar term ${term} does not move as the table supposes`);
    return [1, 2]
      .map((days) => delays.filter((delay) => delay >= days).length)
      .map((count) => String.fromCharCode(FIRST_CODE + count))
      .join("");
  });
  return { earliest, laterYears: laterYears.join("") };
}
