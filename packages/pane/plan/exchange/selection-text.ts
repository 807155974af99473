import { dayOfSerial, isoDate } from "@sevenstar/core/cells/calendar-day";
import type { SheetValue } from "../../sheet-host/sheet-host.ts";

/** Serial numbers of 2000 to 2099: numbers of that size in an activity table are dates. */
const FIRST_DATE = 36_526;
const LAST_DATE = 73_050;

/** Cells of a spreadsheet as the text that pasting them would give; numbers that must be dates become dates. */
export const selectionText = (values: readonly (readonly SheetValue[])[]): string =>
  values.map((row) => row.map(cellText).join("\t")).join("\n");

function cellText(value: SheetValue): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "number") {
    const day = value >= FIRST_DATE && value <= LAST_DATE ? dayOfSerial(value) : undefined;
    return day === undefined ? String(value) : isoDate(day);
  }
  return /[\t\n"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
