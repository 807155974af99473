import { isBlankInTable } from "../cells/blank.ts";
import { calendarDay, civilDate } from "../cells/calendar-day.ts";
import { isHostError, plainValue } from "../cells/cell.ts";
import type { KindColumns } from "../cells/define-template-kind.ts";
import { errorValue } from "../cells/error-value.ts";
import { dateQuantity, type Quantity, shortened } from "../cells/quantity.ts";
import { dataRow } from "../cells/read-field.ts";
import { badArgument, Refusal } from "../cells/refusal.ts";
import { type RowReader, tableRows } from "../cells/row-reader.ts";
import { readTable, type Table } from "../cells/table.ts";
import type { Holiday } from "./public-holidays.ts";
import { type HolidayChanges, WorkCalendar } from "./work-calendar.ts";

/** The columns of a table of holidays. */
export const holidayColumns = {
  date: { header: "日期", english: "date", holds: "day", example: "2027-02-06" },
  name: { header: "名称", english: "name", holds: "text", example: "春节" },
  type: { header: "类型", english: "off or worked", holds: "text", example: "休" },
  source: { header: "来源", english: "source", holds: "text", example: "国务院办公厅通知" },
} as const satisfies KindColumns;

/** From this day of December on, a notice may already speak of the next New Year. */
const NEW_YEAR_SEASON = 24;

const typeQuantity: Quantity<Holiday["type"]> = {
  words: { zh: "休或班", en: "休 (off) or 班 (work)" },
  zeroIsBlank: true,
  read(value, argument) {
    const type = String(value).trim();
    return type === "休" || type === "班"
      ? type
      : badArgument(`${argument}应为“休”或“班”，现为“${shortened(type)}”，请改正。`);
  },
};

/**
 * Reads a range as a working-day calendar. A table with the columns 日期 and 类型 replaces the years it speaks
 * of; dates without a type are days off besides the built-in ones.
 *
 * Refused: a cell that is no date, a type other than 休 and 班.
 */
export function readHolidays(
  range: readonly (readonly unknown[])[],
  argument: string,
): WorkCalendar | Refusal {
  const table = readTable(range, undefined, holidayColumns, argument);
  const dates = table instanceof Refusal ? undefined : table.columns.get("date");
  if (table instanceof Refusal || dates === undefined) return readDaysOff(range.flat(), argument);
  if (!table.columns.has("type")) {
    return readDaysOff(
      table.rows.map((row) => row[dates]),
      argument,
    );
  }
  const holidays = readRows(table);
  return holidays instanceof Refusal ? holidays : new WorkCalendar(holidayChanges(holidays));
}

function readDaysOff(cells: readonly unknown[], argument: string): WorkCalendar | Refusal {
  const additions: Holiday[] = [];
  for (const cell of cells) {
    const value = plainValue(cell);
    if (isBlankInTable(value) || value === 0) continue;
    if (isHostError(value)) return errorValue(argument, value);
    const day = dateQuantity.read(value, argument);
    if (day instanceof Refusal) {
      return badArgument(
        `${argument}里的“${String(value).slice(0, 40)}”不是日期，请只选日期，或选带表头 ${holidayColumns.date.header}、${holidayColumns.name.header}、${holidayColumns.type.header} 的表格。`,
      );
    }
    additions.push({ day, name: "", type: "休" });
  }
  return new WorkCalendar({ notices: new Map(), additions });
}

function readRows(table: Table<typeof holidayColumns>): Holiday[] | Refusal {
  const holidays: Holiday[] = [];
  for (const [row] of tableRows(table, dataRow)) {
    const holiday = readHoliday(row);
    if (holiday instanceof Refusal) return holiday;
    holidays.push(holiday);
  }
  return holidays;
}

/** The day that a row speaks of; without a type it is a day off. */
export function readHoliday(row: RowReader<keyof typeof holidayColumns>): Holiday | Refusal {
  const day = row.required("date", dateQuantity);
  const type = row.read("type", typeQuantity) ?? "休";
  if (day instanceof Refusal) return day;
  return type instanceof Refusal ? type : { day, name: "", type };
}

/**
 * Years that a table replaces. The last days of December, where they stand alone beside the next year's, belong
 * to the New Year holiday of the next year's notice: they are added to their year and do not replace it.
 */
function holidayChanges(holidays: readonly Holiday[]): HolidayChanges {
  const notices = new Map<number, Holiday[]>();
  for (const holiday of holidays) {
    const { year } = civilDate(holiday.day);
    const ofYear = notices.get(year);
    if (ofYear) ofYear.push(holiday);
    else notices.set(year, [holiday]);
  }
  const additions: Holiday[] = [];
  for (const [year, ofYear] of [...notices]) {
    const seasonStart = calendarDay(year, 12, NEW_YEAR_SEASON) as number;
    if (notices.has(year + 1) && ofYear.every(({ day }) => day >= seasonStart)) {
      notices.delete(year);
      additions.push(...ofYear);
    }
  }
  return { notices, additions };
}
