import { isBlankInTable } from "../cells/blank.ts";
import { isHostError, plainValue } from "../cells/cell.ts";
import { exportCell, isDamagedCode } from "../cells/export-cell.ts";
import { matchHeaders } from "../cells/header.ts";
import { readNumber } from "../cells/number-text.ts";
import { Refusal } from "../cells/refusal.ts";
import { isBlankRow, type Table } from "../cells/table.ts";
import { readTimeStamp } from "../cells/time-stamp.ts";
import { type OrderColumn, type OrderFields, orderFields, orderRows } from "../orders/order-export.ts";
import { type ExportField, type ExportKind, exportKinds } from "./export-kinds.ts";
import { type CellPlace, type ExportProblem, type ExportWarning, exportWarning } from "./export-warning.ts";
import type { RecognisedExport } from "./recognise-export.ts";

type Rows = readonly (readonly unknown[])[];
type CleanCell = string | number | boolean;

/** A column of a clean table. Texts are to be written as text even where they are digits, whatever the format. */
export interface CleanColumn {
  /** The export's header; a repeated one is made distinct. */
  readonly header: string;
  /** How its numbers are to be shown. */
  readonly format: "text" | "number" | "percentage" | "date" | "time" | "general";
  /** Where it stands in the sheet it was read from, counted from 0. */
  readonly sourceColumn: number;
}

/** An export as a table ready to be written. */
export interface CleanExport {
  /** The header row, then the data: rows of equal length, "" for blank. */
  readonly rows: readonly (readonly CleanCell[])[];
  readonly columns: readonly CleanColumn[];
  /** What is damaged or could not be read; rows are named as they count in a sheet that `rows` fill from its first. */
  readonly warnings: readonly ExportWarning[];
}

interface Column extends OrderColumn {
  readonly sourceColumn: number;
  readonly field: ExportField | undefined;
}

/** Reads the rows of a sheet as the export that they were recognised as, and does what its steps say. */
export function readExport(sheet: Rows, { kind, headerRow }: RecognisedExport): CleanExport {
  const definition: ExportKind = exportKinds[kind];
  const columns = exportColumns(sheet, headerRow, definition);
  const raw = dataRows(sheet, headerRow, columns);
  const dayField = definition.day === undefined ? undefined : definition.fields[definition.day];
  const day = columns.findIndex(({ field }) => field !== undefined && field === dayField);
  const rows = fillGroups(day < 0 ? raw : oldestFirst(raw, day), columns);

  const problems = new Problems(columns);
  const read = (value: unknown, column: OrderColumn, row: number, place: number): CleanCell => {
    if ((column.kind === "code" || column.kind === "unknown") && isDamagedCode(value)) {
      problems.add("damaged", row, place, value);
      return String(value);
    }
    const cell = exportCell(value, column);
    if (!(cell instanceof Refusal)) return cell;
    const isError = isHostError(value) || (typeof value === "number" && !Number.isFinite(value));
    problems.add(isError ? "error" : column.kind === "time" ? "noTime" : "noNumber", row, place, value);
    return isError ? "" : typeof value === "number" ? value : String(value);
  };
  const clean =
    kind === "orders"
      ? orderRows(orderTable(rows, columns), columns, read)
      : rows.map((row, index) => columns.map((column, place) => read(row[place], column, index, place)));
  problems.addZeroed(clean);

  const headers = distinctHeaders(columns);
  return {
    rows: [headers, ...clean],
    columns: columns.map((column, place) => ({
      header: headers[place] ?? "",
      format: formatOf(column, place, clean, rows),
      sourceColumn: column.sourceColumn,
    })),
    warnings: problems.warnings(),
  };
}

/** The columns that have a header or any value. */
function exportColumns(sheet: Rows, headerRow: number, { fields }: ExportKind): Column[] {
  const below = sheet.slice(headerRow + 1);
  const width = below.reduce((most, row) => Math.max(most, row.length), sheet[headerRow]?.length ?? 0);
  const columns: Column[] = [];
  for (let sourceColumn = 0; sourceColumn < width; sourceColumn++) {
    const header = headerText(sheet[headerRow]?.[sourceColumn]);
    if (header === "" && below.every((row) => isBlankInTable(plainValue(row[sourceColumn])))) continue;
    const key = matchHeaders<string>([header], fields).keys().next().value;
    const field = key === undefined ? undefined : fields[key];
    columns.push({
      header,
      kind: field?.kind ?? "unknown",
      isItem: field?.isItem ?? false,
      field,
      sourceColumn,
    });
  }
  return columns;
}

function headerText(cell: unknown): string {
  const header = unwrapped(cell);
  return isHostError(header) ? "" : String(header).replace(/\s+/g, " ");
}

/** A cell without what is put around ids to keep spreadsheets from reading them as numbers: a tab, ="…", '. */
function unwrapped(cell: unknown): unknown {
  const value = plainValue(cell);
  if (isBlankInTable(value)) return "";
  return typeof value === "string" ? value.trim().replace(/^="(.*)"$|^'(?=\d)/, "$1") : value;
}

/** The rows below the header without blank ones, repeated headers (of pages pasted together) and lines of remarks. */
function dataRows(sheet: Rows, headerRow: number, columns: readonly Column[]): unknown[][] {
  return sheet
    .slice(headerRow + 1)
    .map((row) => columns.map(({ sourceColumn }) => unwrapped(row[sourceColumn])))
    .filter((row) => !isBlankRow(row) && !isRemark(row) && !isHeader(row, columns));
}

const isHeader = (row: readonly unknown[], columns: readonly Column[]) =>
  columns.every(({ header }, place) => headerText(row[place]) === header);

/** A line like 1688's `#共 12 条`: one cell that begins with #, in a table of several columns. */
const isRemark = (row: readonly unknown[]) =>
  row.length > 1 &&
  typeof row[0] === "string" &&
  /^#(?!N\/A|[A-Z0-9]+[!?/])/.test(row[0]) &&
  row.every((cell, place) => place === 0 || isBlankInTable(cell));

/** The rows by day; those whose day cannot be read come last. */
function oldestFirst(rows: readonly unknown[][], day: number): unknown[][] {
  return rows
    .map((row) => ({ row, time: readTimeStamp(row[day]) ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => (a.time === b.time ? 0 : a.time - b.time))
    .map(({ row }) => row);
}

/** Fills merged labels down; a label to the left begins a new group, whose blank labels stay blank. */
function fillGroups(rows: readonly unknown[][], columns: readonly Column[]): unknown[][] {
  const places = columns.flatMap(({ field }, place) => (field?.isGroup ? [place] : []));
  let above: readonly unknown[] = [];
  return rows.map((row) => {
    const first = places.find((place) => row[place] !== "") ?? row.length;
    const filled = row.map((value, place) =>
      place < first && places.includes(place) ? (above[place] ?? "") : value,
    );
    above = filled;
    return filled;
  });
}

const orderTable = (rows: Rows, columns: readonly Column[]): Table<OrderFields> => {
  const headers = columns.map(({ header }) => header);
  return {
    fields: orderFields,
    headers,
    rows,
    columns: matchHeaders(headers, orderFields),
    units: new Map(),
  };
};

/** The headers, each once: a repeated share is named for the column to its left, any other gets its number. */
function distinctHeaders(columns: readonly Column[]): string[] {
  const headers: string[] = [];
  for (const [place, { header, field }] of columns.entries()) {
    const left = field?.isShare ? headers[place - 1] : undefined;
    let name = headers.includes(header) && left ? `${header}（${left}）` : header;
    for (let count = 2; name !== "" && headers.includes(name); count++) name = `${header}（${count}）`;
    headers.push(name);
  }
  return headers;
}

/** The format that shows a column's numbers as its export wrote them. */
function formatOf(
  { kind, field }: Column,
  place: number,
  clean: readonly (readonly CleanCell[])[],
  rows: Rows,
): CleanColumn["format"] {
  if (kind === "code" || kind === "text") return "text";
  let isTime = kind === "time";
  let isPercentage = false;
  let isWhole = true;
  let isFraction = true;
  for (const [index, row] of clean.entries()) {
    const cell = row[place];
    if (typeof cell !== "number") continue;
    const text = rows[index]?.[place];
    // A cell filled down from above has no text of its own.
    if (typeof text === "string" && text !== "") {
      isPercentage ||= /[%％]$/.test(text);
      // What is not written as a number and has become one was a date.
      isTime ||= kind === "unknown" && readNumber(text) === undefined;
    }
    isWhole &&= Number.isInteger(cell);
    isFraction &&= Math.abs(cell) <= 1;
  }
  if (isTime) return isWhole ? "date" : "time";
  if (isPercentage || (field?.isShare && isFraction)) return "percentage";
  return kind === "unknown" ? "general" : "number";
}

/** Collects the cells that share a column and a problem. */
class Problems {
  readonly #columns: readonly Column[];
  readonly #found = new Map<string, readonly [ExportProblem, header: string, value: string, CellPlace[]]>();

  constructor(columns: readonly Column[]) {
    this.#columns = columns;
  }

  /** `row` counts the data rows from 0. */
  add(problem: ExportProblem, row: number, column: number, value: unknown): void {
    const key = `${problem} ${column}`;
    const known = this.#found.get(key);
    const place = { row: row + 1, column };
    if (known) known[3].push(place);
    else this.#found.set(key, [problem, this.#columns[column]?.header ?? "", shownValue(value), [place]]);
  }

  /**
   * Adds ids of 16 and more digits that were numbers before they were saved as text: all of a column have only
   * zeros after the fifteenth digit. Fewer than four such zeros may be chance.
   */
  addZeroed(rows: readonly (readonly unknown[])[]): void {
    for (const [column, { kind }] of this.#columns.entries()) {
      if (kind !== "code" || this.#found.has(`damaged ${column}`)) continue;
      const long: [row: number, code: string][] = [];
      for (const [row, cells] of rows.entries()) {
        const code = cells[column];
        if (typeof code === "string" && code.length > 15 && /^\d+$/.test(code)) long.push([row, code]);
      }
      const endings = [...new Set(long.map(([, code]) => code))].map((code) => code.slice(15)).join("");
      if (!/^0{4,}$/.test(endings)) continue;
      for (const [row, code] of long) this.add("zeroed", row, column, code);
    }
  }

  warnings(): ExportWarning[] {
    return [...this.#found.values()].map((problem) => exportWarning(...problem));
  }
}

function shownValue(value: unknown): string {
  if (!isHostError(value)) return String(value);
  const { basicValue } = value as { basicValue?: unknown };
  return typeof basicValue === "string" ? basicValue : "#ERROR!";
}
