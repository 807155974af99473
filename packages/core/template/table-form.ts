import { isBlank, isBlankInTable } from "../cells/blank.ts";
import { type CalendarDay, calendarDay, isoDate, readDate } from "../cells/calendar-day.ts";
import { isHostError, plainValue } from "../cells/cell.ts";
import type { FieldType, KindColumn } from "../cells/define-template-kind.ts";
import { matchHeaders } from "../cells/header.ts";
import { headerUnit, inUnit, type Unit } from "../cells/header-unit.ts";
import { readNumber } from "../cells/number-text.ts";
import { readYesNo } from "../cells/yes-no.ts";
import { type KindId, kindOf, type RowError, rowErrors, type TemplateRow, unknownFields } from "./rows.ts";
import { standingIn } from "./standing-rows.ts";

/** The column of the rows' ids; it stands last and may be hidden. */
export const ID_COLUMN = "编号";

/** A template as a table of a sheet; every row has a cell for each header, a blank one is "". */
export interface TableForm {
  readonly headers: readonly string[];
  /** The number format of each column, to be set before the cells are written: text stays text. */
  readonly formats: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean)[])[];
}

/** What a table of a sheet holds, or what is wrong with it. */
export type TableReading =
  | {
      readonly rows: readonly TemplateRow[];
      /** The id of each data row of the table, "" for a blank one, to be written back into it. */
      readonly ids: readonly string[];
    }
  | { readonly errors: readonly RowError[] };

const FORMATS: Readonly<Record<FieldType, string>> = {
  text: "@",
  number: "General",
  day: "yyyy-mm-dd",
  dayRule: "@",
  yesNo: "General",
  scalar: "@",
};
/** A cell with a smaller number holds no date that somebody plans for: it is 1950-01-01. */
const FIRST_DAY = calendarDay(1950, 1, 1) as CalendarDay;
const ERROR_TEXT =
  /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|CONNECT!|BUSY!|GETTING_DATA)$/;

const isError = (cell: unknown) => isHostError(cell) || (typeof cell === "string" && ERROR_TEXT.test(cell));
/** Whether a cell holds nothing; for a word or a day, a 0 is a blank cell too (G16). */
function isEmpty(holds: FieldType, cell: unknown): boolean {
  if (cell === 0 && (holds === "text" || holds === "day" || holds === "dayRule")) return true;
  return holds === "text" || holds === "scalar" ? isBlank(cell) : isBlankInTable(cell);
}

/** The value that a cell stands for, undefined where it is blank; what cannot be read stays as it is. */
function readValue(holds: FieldType, cell: unknown): unknown {
  if (isEmpty(holds, cell)) return undefined;
  if (holds === "number") return readNumber(cell) ?? cell;
  if (holds === "day") {
    const day = readDate(cell);
    return day === undefined ? cell : isoDate(day);
  }
  if (holds === "yesNo") {
    const answer = readYesNo(cell);
    return answer === undefined ? cell : answer ? "是" : "否";
  }
  const typed = holds === "dayRule" && typeof cell === "number" ? readDate(cell) : undefined;
  if (typed !== undefined && typed >= FIRST_DAY) return isoDate(typed);
  if (holds === "text" || holds === "dayRule")
    return typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell).trim();
  return typeof cell === "string" && String(Number(cell)) === cell ? Number(cell) : cell;
}

/** The value of a kind's field that a cell, or what somebody fills in for it, stands for; undefined where it is blank. */
export const readCell = (kind: KindId, field: string, cell: unknown): unknown =>
  readValue(kindOf(kind).columns[field]?.holds ?? "text", cell);

/** The cell that shows a value. */
function cellFor(holds: FieldType, value: unknown): string | number | boolean {
  const read = readValue(holds, value);
  if (holds === "day") return readDate(read) ?? String(read ?? "");
  return typeof read === "number" || typeof read === "boolean" ? read : String(read ?? "");
}

/** The columns of a kind with their fields, in table order. */
const columnsOf = (kind: KindId): (KindColumn & { readonly field: string })[] =>
  Object.entries(kindOf(kind).columns).map(([field, column]) => ({ field, ...column }));

/** Puts a template's rows into the table of a sheet (T9.1, T9.2). */
export function tableForm(kind: KindId, rows: readonly TemplateRow[]): TableForm {
  const columns = columnsOf(kind);
  return {
    headers: [...columns.map(({ header }) => header), ID_COLUMN],
    formats: [...columns.map(({ holds, numberFormat }) => numberFormat ?? FORMATS[holds]), FORMATS.text],
    rows: rows.map((row) => [...columns.map(({ field, holds }) => cellFor(holds, row[field])), row.id]),
  };
}

/**
 * Reads the table of a sheet, its header first, back into rows (T9).
 *
 * `base` are the rows that the table was made from: a cell that says the same leaves their value as it was. Where
 * it is empty, the table is a new template and needs no column of ids. `newId` gives an id to a new row.
 */
export function readTableForm(
  kind: KindId,
  table: readonly (readonly unknown[])[],
  base: readonly TemplateRow[],
  newId: () => string,
): TableReading {
  const columns = columnsOf(kind);
  const headers = (table[0] ?? []).map(plainValue);
  const cells = table.slice(1).map((row) => row.map(plainValue));
  const names: readonly (readonly [string, string])[] = [
    ...columns.map(({ field, header }) => [field, header] as const),
    ["id", ID_COLUMN],
  ];
  const places = matchHeaders(
    headers,
    Object.fromEntries(names.map(([field, header]) => [field, { header }])),
  );
  const errors = headerErrors(names, places, headers, cells, base.length > 0);
  const units = headerUnits(columns, places, headers, errors);
  if (errors.length > 0) return { errors };

  const baseOf = new Map(base.map((row) => [row.id, row]));
  const used = new Set<string>();
  const rows: TemplateRow[] = [];
  const numbers: number[] = [];
  const ids = cells.map((row, index) => {
    const at = (field: string) => row[places.get(field) ?? -1];
    if (columns.every(({ field }) => isBlankInTable(at(field)))) return "";
    const written = String(at("id") ?? "").trim();
    const id = written === "" || used.has(written) ? newId() : written;
    used.add(id);
    const fields = columns.flatMap(({ field, header, holds }) => {
      const cell = at(field);
      if (isError(cell)) {
        const shown = typeof cell === "string" ? ` ${cell}` : "";
        errors.push({ row: index + 1, column: header, message: `是错误值${shown}，请改正` });
        return [];
      }
      const value = readValue(holds, inUnit(cell, units.get(field)));
      const old = baseOf.get(id)?.[field];
      const kept = value === readValue(holds, old) ? old : value;
      return kept === undefined ? [] : [[field, kept]];
    });
    rows.push({ ...Object.fromEntries(fields), id });
    numbers.push(index + 1);
    return id;
  });
  if (errors.length > 0) return { errors };
  const bad = rowErrors(
    kind,
    rows,
    standingIn(() => base),
  );
  if (bad.length === 0) {
    return { rows: rows.map((row) => ({ ...unknownFields(kind, baseOf.get(row.id)), ...row })), ids };
  }
  return {
    errors: bad.map(({ row, column, message }) => ({
      row: numbers[row - 1] ?? row,
      column: column === "id" ? ID_COLUMN : column,
      message,
    })),
  };
}

/** The units that the headers name, by field (G4); one that its column cannot have is an error. */
function headerUnits(
  columns: readonly (KindColumn & { readonly field: string })[],
  places: ReadonlyMap<string, number>,
  headers: readonly unknown[],
  errors: RowError[],
): ReadonlyMap<string, Unit> {
  const units = new Map<string, Unit>();
  for (const { field, header, measure } of columns) {
    const written = headers[places.get(field) ?? -1];
    const unit = measure && headerUnit(written, measure);
    if (typeof unit === "function") units.set(field, unit);
    else if (unit !== undefined) {
      const message = `的表头写的单位“${unit}”不能用在这一列，请换算后改掉表头里的单位`;
      errors.push({ row: 0, column: header, message });
    }
  }
  return units;
}

/** What is wrong with a table's header: a column that is missing, or one that the kind does not have. */
function headerErrors(
  names: readonly (readonly [string, string])[],
  places: ReadonlyMap<string, number>,
  headers: readonly unknown[],
  cells: readonly (readonly unknown[])[],
  hasBase: boolean,
): RowError[] {
  const missing = names
    .filter(([field]) => !places.has(field) && (field !== "id" || hasBase))
    .map(([, column]) => ({ row: 0, column, message: "缺少这一列，请撤销删除，或照原样加回表头" }));
  const known = new Set(places.values());
  const strange = headers.flatMap((header, index) => {
    if (known.has(index) || (isBlank(header) && cells.every((row) => isBlank(row[index])))) return [];
    return [{ row: 0, column: String(header ?? ""), message: "模板没有这一列，不能同步，请移到表外" }];
  });
  return [...missing, ...strange];
}
