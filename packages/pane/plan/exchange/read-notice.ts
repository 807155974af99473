import type { Holiday } from "@sevenstar/core/calendar/public-holidays";
import { statutoryHolidays } from "@sevenstar/core/calendar/statutory-holidays";
import { type CalendarDay, civilDate } from "@sevenstar/core/cells/calendar-day";
import type { HolidayNotice } from "../model/plan-document.ts";
import { readNoticeSentences } from "./read-notice-sentences.ts";
import { readNoticeTable } from "./read-notice-table.ts";

/** A notice as it was read. */
export interface ReadNotice extends HolidayNotice {
  /** What was left out, in sentences. */
  readonly notes: readonly string[];
}

/** A longer text is more than a year's holidays. */
const LONGEST_NOTICE = 20_000;

/**
 * Reads a year's holidays: the text of the State Council's notice in any of its usual spellings, or a table of days
 * or of holidays.
 *
 * Gives one sentence where nothing of that year can be read, or where what was read contradicts itself.
 */
export function readNotice(text: string, year: number): ReadNotice | { readonly problem: string } {
  if (text.length > LONGEST_NOTICE) {
    return {
      problem: `粘贴的内容有 ${text.length.toLocaleString("en")} 个字，超过 ${LONGEST_NOTICE.toLocaleString("en")} 个，请只粘贴 ${year} 年的放假安排。`,
    };
  }
  const plain = text.normalize("NFKC").replace(/\r\n?/g, "\n");
  const read = readNoticeTable(plain, year) ?? readNoticeSentences(plain, year);
  if ("problem" in read) return read;
  const byDay = new Map<number, Holiday>();
  for (const holiday of read.days) {
    const other = byDay.get(holiday.day);
    const { month, day } = civilDate(holiday.day);
    if (other && other.type !== holiday.type) {
      return { problem: `${month}月${day}日既放假又上班，请核对后再录入。` };
    }
    if (!other?.name) byDay.set(holiday.day, holiday);
  }
  const mine = [...byDay.values()].sort((a, b) => a.day - b.day);
  if (!mine.some(({ day, type }) => type === "休" && civilDate(day).year === year)) {
    return {
      problem: `没有读到 ${year} 年的放假日，请粘贴国务院通知里“一、元旦：……放假”开始的几段，或带表头 日期、名称、类型（休/班）的表格。`,
    };
  }
  const stray = mine.find(({ day }) => !belongsTo(day, year));
  if (stray) {
    return { problem: `里面有 ${civilDate(stray.day).year} 年的日期，请只粘贴 ${year} 年的放假安排。` };
  }
  return { year, days: named(mine, year), notes: read.notes };
}

/** A year's notice speaks of that year and of the New Year's days of the December before. */
const belongsTo = (day: CalendarDay, year: number) => {
  const date = civilDate(day);
  return date.year === year || (date.year === year - 1 && date.month === 12);
};

/** Days without a name get that of the public holiday in their row of days off; a working day that of the nearest. */
function named(days: readonly Holiday[], year: number): Holiday[] {
  if (days.every(({ name }) => name !== "")) return [...days];
  const off = days.filter(({ type }) => type === "休");
  const nameOf = new Map<number, string>();
  for (let from = 0; from < off.length; ) {
    let to = from + 1;
    while (off[to]?.day === (off[to - 1]?.day ?? 0) + 1) to++;
    const row = off.slice(from, to);
    const its = statutoryHolidays.filter(({ firstDay, days: count }) =>
      row.some(({ day }) => day >= Number(firstDay(year)) && day < Number(firstDay(year)) + count),
    );
    for (const { day } of row) nameOf.set(day, its.map(({ name }) => name).join("、"));
    from = to;
  }
  const nearest = (day: CalendarDay) =>
    off.reduce((best, each) => (Math.abs(each.day - day) < Math.abs(best.day - day) ? each : best)).day;
  return days.map((holiday) =>
    holiday.name === ""
      ? { ...holiday, name: nameOf.get(holiday.type === "休" ? holiday.day : nearest(holiday.day)) ?? "" }
      : holiday,
  );
}
