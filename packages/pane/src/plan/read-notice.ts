import { type CalendarDay, calendarDay, civilDate, readDate } from "@sevenstar/core/calendar/calendar-day";
import type { Holiday } from "@sevenstar/core/calendar/public-holidays";
import { matchHeaders } from "@sevenstar/core/exports/header";
import { templateFields } from "@sevenstar/core/template/template-fields";
import { type DaySpan, daysOf } from "./day-span.ts";
import { pastedCells } from "./pasted-cells.ts";
import type { HolidayNotice } from "./plan-document.ts";

const SPAN =
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:(?:至|到|—|–|-|~)(?:(?:(\d{4})年)?(\d{1,2})月)?(\d{1,2})日)?/g;
const HEADING = /^[一二三四五六七八九十]+、(.{2,12}?)[：:](.*)$/;

/**
 * Reads a year's holidays: the text of the State Council's notice as it is published, or a table with the columns
 * 日期, 名称 and 类型 (休, 班).
 *
 * Gives one sentence where nothing of that year can be read, or where a day is both off and worked.
 */
export function readNotice(text: string, year: number): HolidayNotice | { readonly problem: string } {
  const days = readTable(text) ?? readSentences(text, year);
  if ("problem" in days) return days;
  const byDay = new Map<number, Holiday>();
  for (const holiday of days) {
    const other = byDay.get(holiday.day);
    const { month, day } = civilDate(holiday.day);
    if (other && other.type !== holiday.type) {
      return { problem: `${month}月${day}日既放假又上班，请核对后再录入。` };
    }
    byDay.set(holiday.day, holiday);
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
  return { year, days: mine };
}

/** A year's notice speaks of that year and of the New Year's days of the December before. */
const belongsTo = (day: CalendarDay, year: number) => {
  const date = civilDate(day);
  return date.year === year || (date.year === year - 1 && date.month === 12);
};

const fields = templateFields("holidays");

/** The rows of a table; undefined where the text is none. */
function readTable(text: string): Holiday[] | { readonly problem: string } | undefined {
  const [header = [], ...rows] = pastedCells(text);
  const columns = matchHeaders(header, fields);
  const [date, name, type] = [columns.get("date"), columns.get("name"), columns.get("type")];
  if (date === undefined || type === undefined) return undefined;
  const holidays: Holiday[] = [];
  for (const [index, row] of rows.entries()) {
    const day = readDate(row[date]);
    const kind = row[type];
    if (day === undefined || (kind !== "休" && kind !== "班")) {
      return {
        problem: `第 ${index + 2} 行读不懂：日期应如 2027-01-01，类型应为 休 或 班，请改正后再粘贴。`,
      };
    }
    holidays.push({ day, name: name === undefined ? "" : (row[name] ?? ""), type: kind });
  }
  return holidays;
}

/** The notice's sentences: each heading names a holiday; 放假 says which days are off, 上班 which are worked. */
function readSentences(text: string, year: number): Holiday[] | { readonly problem: string } {
  const holidays: Holiday[] = [];
  let name = "";
  const plain = text.normalize("NFKC").replace(/\([^()]*\)/g, "");
  for (const line of plain.split("\n")) {
    const [, heading, rest = ""] = HEADING.exec(line.trim()) ?? [];
    if (heading) name = heading.trim();
    for (const sentence of (heading ? rest : line).split(/[。;]/)) {
      const type = /放假|调休/.test(sentence) && !/上班/.test(sentence) ? "休" : "班";
      if (name === "" || (type === "班" && !/上班/.test(sentence))) continue;
      for (const span of spansOf(sentence, year)) {
        if ("problem" in span) return span;
        for (const day of daysOf(span)) holidays.push({ day, name, type });
      }
    }
  }
  return holidays;
}

function spansOf(sentence: string, year: number): (DaySpan | { readonly problem: string })[] {
  return [...sentence.replace(/\s/g, "").matchAll(SPAN)].map((match) => {
    const [whole, fromYear, month, first, toYear, toMonth, last] = match;
    const beginning = Number(fromYear ?? year);
    const from = calendarDay(beginning, Number(month), Number(first));
    const to = last ? calendarDay(Number(toYear ?? beginning), Number(toMonth ?? month), Number(last)) : from;
    return from === undefined || to === undefined || to < from || to - from > 15
      ? { problem: `“${whole}”不像放假的日子，请核对后再录入。` }
      : { from, to };
  });
}
