import type { Holiday } from "@sevenstar/core/calendar/public-holidays";
import { holidayColumns } from "@sevenstar/core/calendar/read-holidays";
import { matchHeaders } from "@sevenstar/core/cells/header";
import { readYesNo } from "@sevenstar/core/cells/yes-no";
import { daysOf } from "../model/day-span.ts";
import { pastedCells } from "./pasted-cells.ts";
import { type NoticeSentences, readNoticeSentences } from "./read-notice-sentences.ts";
import { readPastedSpan } from "./read-pasted-date.ts";

const { date, name, type } = holidayColumns;

const aliases = {
  date: { ...date, aliases: ["date", "day", "放假日期", "日子"] },
  name: { ...name, aliases: ["节日", "节假日", "假日", "假期", "节日名称", "假期名称", "name", "holiday"] },
  type: { ...type, aliases: ["状态", "安排", "休/班", "放假/补班", "放假/上班", "type", "status"] },
  isOff: {
    header: "是否放假",
    aliases: ["放假", "是否休息", "休息", "是否假日", "isOffDay", "is_off_day", "isHoliday", "off"],
  },
  isWorked: { header: "是否上班", aliases: ["是否补班", "是否工作日", "上班", "isWorkday", "isWorkingDay"] },
};
/** A table with a row a holiday: when it is off and when that is made up for. */
const perHoliday = {
  name: aliases.name,
  off: { header: "放假时间", aliases: ["放假日期", "放假", "放假安排", "休假时间", "假期时间", "放假起止"] },
  worked: {
    header: "调休上班",
    aliases: ["补班", "上班", "调休", "补班日期", "上班日期", "调休上班日期", "调休日期", "补班时间"],
  },
  count: { header: "天数", aliases: ["放假天数", "共几天", "假期天数"] },
};
const OFF = new Set([
  "休",
  "放假",
  "休息",
  "假",
  "假日",
  "节假日",
  "法定节假日",
  "休假",
  "公休",
  "off",
  "holiday",
]);
const WORKED = new Set([
  "班",
  "上班",
  "补班",
  "工作",
  "工作日",
  "调休上班",
  "调休补班",
  "补班日",
  "work",
  "workday",
]);

/** A title or two may stand above the header. */
const HEADER_WITHIN = 6;
/** A longer cell is no header of ours. */
const LONGEST_HEADER = 40;
/** A longer stretch in one cell is no public holiday. */
const LONGEST_SPAN = 16;

/**
 * Reads a table of days (日期, 名称, and 类型, isOffDay or the like) or of holidays (节日, 放假时间, 调休上班);
 * undefined where the text is none.
 *
 * Gives one sentence with its row where a cell cannot be read.
 */
export function readNoticeTable(
  text: string,
  year: number,
): NoticeSentences | { readonly problem: string } | undefined {
  const cells = pastedCells(text);
  for (const [index, first] of cells.slice(0, HEADER_WITHIN).entries()) {
    const header = first.map((cell) => (cell.length > LONGEST_HEADER ? "" : cell));
    const rows = cells.slice(index + 1);
    const days = matchHeaders(header, aliases);
    if (days.has("date") && (days.has("type") || days.has("isOff") || days.has("isWorked"))) {
      return readDays(rows, days, index + 2, year);
    }
    const holidays = matchHeaders(header, perHoliday);
    if (holidays.has("name") && holidays.has("off")) return readHolidays(rows, holidays, year);
  }
  return undefined;
}

function readDays(
  rows: readonly (readonly string[])[],
  columns: ReadonlyMap<keyof typeof aliases, number>,
  firstRow: number,
  year: number,
): NoticeSentences | { readonly problem: string } {
  const holidays: Holiday[] = [];
  for (const [index, row] of rows.entries()) {
    const cell = (column: keyof typeof aliases) => row[columns.get(column) ?? -1] ?? "";
    const span = readPastedSpan(cell("date"), year);
    const [from, to] = [span?.from.day, span?.to.day];
    const kind = typeOf(cell("type"), cell("isOff"), cell("isWorked"), from);
    if (from === undefined || to === undefined || to - from >= LONGEST_SPAN || !kind) {
      return {
        problem: `第 ${firstRow + index} 行读不懂：日期应如 ${year}-01-01，类型应为 休 或 班（也可写 放假、补班、TRUE、FALSE），请改正后再粘贴。`,
      };
    }
    for (const day of daysOf({ from, to })) holidays.push({ day, name: cell("name"), type: kind });
  }
  return { days: holidays, notes: [] };
}

function typeOf(
  type: string,
  isOff: string,
  isWorked: string,
  day: number | undefined,
): Holiday["type"] | undefined {
  const word = type.trim().toLowerCase();
  if (OFF.has(word)) return "休";
  if (WORKED.has(word)) return "班";
  // A weekend day that is swapped is worked, another one is off.
  if (word === "调休" && day !== undefined) return day % 7 < 2 ? "班" : "休";
  const off = readYesNo(isOff || type);
  if (off !== undefined) return off ? "休" : "班";
  const worked = readYesNo(isWorked);
  return worked === undefined ? undefined : worked ? "班" : "休";
}

/** Such a table says in columns what a notice says in sentences. */
function readHolidays(
  rows: readonly (readonly string[])[],
  columns: ReadonlyMap<keyof typeof perHoliday, number>,
  year: number,
): NoticeSentences | { readonly problem: string } {
  const sentences = rows.map((row) => {
    const cell = (column: keyof typeof perHoliday) =>
      (row[columns.get(column) ?? -1] ?? "").replace(/[\n。;]/g, "、");
    const [off, worked, count] = [cell("off"), cell("worked"), /\d{1,2}/.exec(cell("count"))?.[0]];
    const says = /\d/.test(off) && !off.includes("放假") ? `${off}放假` : off;
    const works = /\d/.test(worked) && !/上班|补班/.test(worked) ? `${worked}上班` : worked;
    return `${cell("name")}：${says}${count ? `，共${count}天` : ""}。${works}。`.normalize("NFKC");
  });
  return readNoticeSentences(sentences.join("\n"), year);
}
