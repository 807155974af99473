import { randomId } from "@sevenstar/pane/browser/random-id.ts";
import { tableNameProblem } from "@sevenstar/pane/sheet-host/name-problem.ts";
import { CellValueType, type ICellData, WrapStrategy } from "@univerjs/core";
import { insertSheet } from "../../univer/edit-sheet.ts";
import type { OpenSheet } from "../../univer/find-table.ts";
import { nameTable, newTableId } from "../../univer/name-table.ts";
import { namedRange } from "../../univer/named-range.ts";
import type { OpenWorkbook } from "../../univer/open-workbook.ts";
import { rangeOf } from "../../univer/range-of.ts";
import { SYSTEM_FONT } from "../../univer/system-font.ts";
import type { FileCell, ImportedSheet } from "./imported-file.ts";

const HEADER = {
  bl: 1,
  bg: { rgb: "#e5ecf3" },
  tb: WrapStrategy.WRAP,
} as const;
const DATE = { n: { pattern: "yyyy-mm-dd" } };
const PERCENTAGE = { n: { pattern: "0.00%" } };
const TIME = { n: { pattern: "yyyy-mm-dd hh:mm:ss" } };

/** Puts an imported sheet into the workbook as a new sheet, shows it, and gives its name. */
export function addSheet(
  workbook: OpenWorkbook,
  imported: ImportedSheet,
  headerRow: number | undefined,
): { readonly id: string; readonly name: string } {
  const book = workbook.api.getActiveWorkbook();
  if (!book) throw new Error("没有打开的工作簿");
  const cellData: Record<number, Record<number, ICellData>> = {};
  for (const [row, cells] of imported.rows.entries()) {
    const line: Record<number, ICellData> = {};
    for (const [column, value] of cells.entries()) {
      if (value === null) continue;
      const cell = cellOf(value);
      if (row === headerRow) cell.s = HEADER;
      line[column] = cell;
    }
    cellData[row] = line;
  }
  for (const { row, column, hasTime } of imported.dates) {
    const cell = cellData[row]?.[column];
    if (cell) cell.s = hasTime ? TIME : DATE;
  }
  for (const { row, column, formula } of imported.formulas) {
    const line = cellData[row] ?? {};
    cellData[row] = line;
    const { s } = line[column] ?? {};
    line[column] = { f: formula, ...(s ? { s } : {}) };
  }
  for (const column of imported.percentages ?? []) {
    for (const line of Object.values(cellData)) {
      const cell = line[column];
      if (cell?.t === CellValueType.NUMBER) cell.s = PERCENTAGE;
    }
  }
  const id = `imported-${randomId()}`;
  const frozen = headerRow === undefined ? 0 : headerRow + 1;
  insertSheet(workbook, {
    id,
    name: sheetName(imported.name),
    cellData,
    defaultStyle: { ff: SYSTEM_FONT },
    defaultRowHeight: 24,
    rowCount: imported.rows.length + 50,
    columnCount: imported.columnCount + 20,
    columnData: Object.fromEntries(columnWidths(imported).map((w, column) => [column, { w }])),
    freeze: { xSplit: 0, ySplit: frozen, startRow: frozen || -1, startColumn: -1 },
  });
  const sheet = book.getSheetBySheetId(id);
  if (sheet) {
    book.setActiveSheet(sheet);
    nameTables(workbook, sheet, imported);
  }
  return { id, name: sheet?.getSheetName() ?? imported.name };
}

/** Makes Excel's tables tables of the workbook, where their names are not taken. */
function nameTables(workbook: OpenWorkbook, sheet: OpenSheet, { tables }: ImportedSheet): void {
  for (const { name, area } of tables) {
    const range = rangeOf(area);
    const isOnSheet = range.endRow < sheet.getMaxRows() && range.endColumn < sheet.getMaxColumns();
    if (!isOnSheet || tableNameProblem(name) || namedRange(workbook, name)) continue;
    nameTable(workbook, { id: newTableId(), name, sheet, range });
  }
}

function cellOf(value: Exclude<FileCell, null>): ICellData {
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: CellValueType.STRING };
}

/** A name that spreadsheets take: at most 31 characters, none of []:*?/\. */
const sheetName = (name: string) =>
  name
    .replace(/[[\]:*?/\\']/g, " ")
    .trim()
    .slice(0, 28) || "导入";

/** Widths that show most of what the first rows hold. */
function columnWidths({ rows, columnCount }: ImportedSheet): number[] {
  const sample = rows.slice(0, 60);
  return Array.from({ length: columnCount }, (_, column) => {
    const widest = sample.reduce((most, row) => Math.max(most, pixels(row[column] ?? null)), 0);
    return Math.min(420, Math.max(64, widest + 16));
  });
}

const pixels = (value: FileCell) =>
  [...String(value ?? "").slice(0, 60)].reduce(
    (sum, character) => sum + ((character.codePointAt(0) ?? 0) < 0x80 ? 8 : 15),
    0,
  );
