import { readAreaAddress } from "@sevenstar/core/cells/cell-address";
import { type CellValue, readXlsx as readWorkbook, type Sheet } from "hucre/xlsx";
import { readCustomXml } from "./custom-xml.ts";
import {
  brokenXlsx,
  checkSize,
  emptyFile,
  type FileCell,
  FileProblem,
  type ImportedFile,
  type ImportedSheet,
} from "./imported-file.ts";

const DAY = 86_400_000;
/** The serial number of 1970-01-01. */
const EPOCH = 25_569;
/** What Excel writes before the names of newer and of add-in functions. */
const FILE_PREFIXES = /_xlfn\.(?:_xlws\.)?|_xldudf_(?:S1688_)?/g;

/** Reads the visible sheets of an .xlsx with their values, formulas and dates. */
export async function readXlsx(bytes: Uint8Array): Promise<ImportedFile> {
  const workbook = await readWorkbook(bytes, {
    sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
  }).catch(() => {
    throw new FileProblem(brokenXlsx);
  });
  const sheets = workbook.sheets.map(importedSheet).filter(({ rows }) => rows.length > 0);
  if (sheets.length === 0) throw new FileProblem(emptyFile);
  return { sheets, encoding: null, customXml: await readCustomXml(bytes) };
}

function importedSheet(sheet: Sheet): ImportedSheet {
  const formulas: ImportedSheet["formulas"][number][] = [];
  const dates: ImportedSheet["dates"][number][] = [];
  const rows = sheet.rows.map((row, rowIndex) =>
    row.map((value, column): FileCell => {
      if (!(value instanceof Date)) return fileCell(value);
      const serial = value.getTime() / DAY + EPOCH;
      dates.push({ row: rowIndex, column, hasTime: !Number.isInteger(serial) });
      return serial;
    }),
  );
  for (const [key, cell] of sheet.cells ?? []) {
    // A formula that looks into another sheet would look into this workbook's sheet of that name.
    if (!cell.formula || cell.formula.includes("!")) continue;
    const [row = 0, column = 0] = key.split(",").map(Number);
    formulas.push({ row, column, formula: `=${cell.formula.replace(FILE_PREFIXES, "")}` });
    if (cell.formulaRef) clearFilled(rows, row, column, cell.formulaRef);
  }
  while (rows.at(-1)?.every((cell) => cell === null)) rows.pop();
  const columnCount = rows.reduce((most, row) => Math.max(most, usedWidth(row)), 0);
  checkSize(rows.length, columnCount);
  const tables = (sheet.tables ?? []).flatMap(({ name, range: area }) => (area ? [{ name, area }] : []));
  return { name: sheet.name, rows, columnCount, formulas, dates, tables };
}

function fileCell(value: CellValue): FileCell {
  if (value instanceof Date || value === undefined || value === "") return null;
  return value;
}

/** Empties the cells that an array formula fills, so that they do not stand in its way. */
function clearFilled(rows: FileCell[][], row: number, column: number, range: string): void {
  const area = range.includes(":") ? readAreaAddress(range) : undefined;
  if (!area) return;
  for (let r = row; r <= Math.min(area.bottom, rows.length - 1); r++) {
    for (let c = column; c <= area.right; c++) {
      const line = rows[r];
      if (line && c < line.length && !(r === row && c === column)) line[c] = null;
    }
  }
}

function usedWidth(row: readonly FileCell[]): number {
  let width = row.length;
  while (width > 0 && row[width - 1] === null) width -= 1;
  return width;
}
