import { isoDate } from "../cells/calendar-day.ts";
import { defineTemplateKind } from "../cells/define-template-kind.ts";
import { publicHolidays } from "./public-holidays.ts";
import { holidayColumns, readHoliday } from "./read-holidays.ts";

/** Days off and the weekend days that make up for them. */
export const holidaysKind = defineTemplateKind({
  id: "holidays",
  name: { zh: "放假安排", en: "Holidays" },
  tableName: "放假安排表",
  takenAs: "holidays",
  columns: holidayColumns,
  readRow: readHoliday,
  starters: () => [
    {
      words: { zh: "2026 年放假安排", en: "Public holidays 2026" },
      rows: publicHolidays(2026).map(({ day, name, type }) => ({ date: isoDate(day), name, type })),
    },
  ],
});
