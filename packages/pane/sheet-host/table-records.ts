import { type CalendarDay, readDate } from "@sevenstar/core/cells/calendar-day";
import { readNumber } from "@sevenstar/core/cells/number-text";
import type { Answer, ReadTable, SheetValue } from "./sheet-host.ts";
import { folded } from "./written-problem.ts";

/** What a reader of a table needs of a column; a key is text that tells the rows apart. */
export interface RecordField {
  readonly header: string;
  readonly kind: "key" | "text" | "number" | "day";
}

type RecordValue<Field extends RecordField> = Field["kind"] extends "day"
  ? CalendarDay | null
  : Field["kind"] extends "number"
    ? number | null
    : string | null;

/** A row by the names of its fields, null for blank cells, with its number in the sheet. */
export type TableRecord<Fields extends Readonly<Record<string, RecordField>>> = {
  readonly [Name in keyof Fields]: RecordValue<Fields[Name]>;
} & { readonly rowNumber: number };

/**
 * Reads the rows of a table as records; dates and numbers that were typed as text are read as what they mean.
 *
 * Refused in one sentence: missing columns, a blank or repeated key, a cell that is no date or no number.
 */
export function tableRecords<const Fields extends Readonly<Record<string, RecordField>>>(
  table: ReadTable,
  fields: Fields,
): Answer<{ readonly records: readonly TableRecord<Fields>[] }> {
  const placeOf = new Map(table.headers.map((header, place) => [folded(header), place]));
  const missing = Object.values(fields).filter(({ header }) => !placeOf.has(folded(header)));
  if (missing.length > 0) {
    const names = missing.map(({ header }) => `“${header}”`).join("、");
    return { problem: `${table.address} 里没有${names}列，请撤消删除或补上这一列的标题。` };
  }
  const firstRow = new Map<string, number>();
  const records: TableRecord<Fields>[] = [];
  for (const [index, row] of table.rows.entries()) {
    const rowNumber = table.rowNumbers[index] ?? 0;
    const entries: [string, unknown][] = [];
    for (const [name, { header, kind }] of Object.entries(fields)) {
      const cell = row[placeOf.get(folded(header)) ?? -1] ?? null;
      const value = readAs(kind, cell);
      const place = `${table.address} 第 ${rowNumber} 行的“${header}”`;
      if (value === undefined) {
        const sample = kind === "day" ? "日期，请改成如 2026-03-28 的写法" : "数字，请改正";
        return { problem: `${place}是“${String(cell)}”，不是${sample}。` };
      }
      if (kind === "key") {
        if (value === null) return { problem: `${place}是空的，请补上或删除这一行。` };
        const first = firstRow.get(String(value));
        if (first !== undefined) {
          return { problem: `${place}与第 ${first} 行重复（${String(value)}），请删除其中一行或改掉编号。` };
        }
        firstRow.set(String(value), rowNumber);
      }
      entries.push([name, value]);
    }
    records.push({ ...Object.fromEntries(entries), rowNumber } as TableRecord<Fields>);
  }
  return { records };
}

/** The value that a cell stands for; undefined where it stands for none of that kind. */
function readAs(kind: RecordField["kind"], cell: SheetValue): string | number | null | undefined {
  if (cell === null || (typeof cell === "string" && cell.trim() === "")) return null;
  if (kind === "day") return readDate(cell);
  if (kind === "number") return typeof cell === "number" ? cell : readNumber(cell);
  return String(cell).trim();
}
