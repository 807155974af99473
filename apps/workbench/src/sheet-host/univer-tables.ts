import {
  type LaidOutColumn,
  layOutTable,
  type MovableFormula,
  type StandingTable,
  type TableLayout,
} from "@sevenstar/pane/sheet-host/lay-out-table.ts";
import { readTableGrid } from "@sevenstar/pane/sheet-host/read-table-grid.ts";
import { rowsBelow } from "@sevenstar/pane/sheet-host/rows-below.ts";
import {
  type Answer,
  MOST_BELOW,
  type ReadTable,
  type SheetHost,
  type WrittenTable,
} from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { tableProblem } from "@sevenstar/pane/sheet-host/written-problem.ts";
import { type ICellData, type IRange, type IStyleData, Rectangle } from "@univerjs/core";
import { cellData, isFilled } from "../../univer/cell-data.ts";
import { addEmptySheet, makeRoom, setCells } from "../../univer/edit-sheet.ts";
import {
  address,
  findTable,
  type OpenSheet,
  type PlacedTable,
  placedTables,
  TABLE_COMMENT,
} from "../../univer/find-table.ts";
import { formulaAt } from "../../univer/formula-at.ts";
import { movedFormula } from "../../univer/moved-formula.ts";
import { nameTable, newTableId } from "../../univer/name-table.ts";
import { namedRange } from "../../univer/named-range.ts";
import { answered, oneStep } from "../../univer/one-step.ts";
import type { OpenWorkbook } from "../../univer/open-workbook.ts";
import { filledEnd, readCells } from "../../univer/read-cells.ts";
import { readCustom, writeCustom } from "./workbook-custom.ts";

const HEADER: IStyleData = { bl: 1, bg: { rgb: "#e5ecf3" } };
/** The row for which movable formulas are written, so high that references upwards stay on the sheet. */
const MOVABLE_ROW = 100_000;

/** Tables in the workbench, kept as defined names. */
export const univerTables = (workbook: OpenWorkbook): Pick<SheetHost, "writeTable" | "readTable"> => ({
  async writeTable(table) {
    const problem = tableProblem(table);
    if (problem) return { problem };
    return oneStep(workbook, () => {
      const standing = findTable(workbook, table.name);
      return standing ? updateTable(workbook, standing, table) : addTable(workbook, table);
    });
  },

  readTable: async (name) =>
    answered(() => {
      const table = findTable(workbook, name);
      if (!table) return missingTable(workbook, name);
      const read = readStanding(workbook, table);
      return "problem" in read ? read : { ...read, ...readBelow(workbook, table) };
    }),
});

/** What to say where there is no such table: that it was never written, or has gone since. */
export const missingTable = (workbook: OpenWorkbook, name: string) => ({
  problem: readCustom(workbook).tables?.[name]
    ? `工作簿里没有名为“${name}”的表，可能已被删除或改名；请撤消这一步，或重新生成这张表。`
    : `工作簿里还没有名为“${name}”的表：还没有写入过，写入后就会有。`,
  isMissing: true as const,
});

/** The rows directly below a table, up to another one. */
function readBelow(workbook: OpenWorkbook, { id, sheet, range }: PlacedTable): Pick<ReadTable, "below"> {
  const from = range.endRow + 1;
  const others = placedTables(workbook).filter(
    (other) =>
      other.id !== id &&
      other.sheet.getSheetId() === sheet.getSheetId() &&
      other.range.startRow >= from &&
      other.range.startColumn <= range.endColumn &&
      other.range.endColumn >= range.startColumn,
  );
  const end = Math.min(
    range.endRow + MOST_BELOW,
    filledEnd(workbook, sheet).row,
    ...others.map((other) => other.range.startRow - 1),
  );
  return end < from
    ? {}
    : rowsBelow(readCells(workbook, sheet, { ...range, startRow: from, endRow: end }), from + 1);
}

function readStanding(workbook: OpenWorkbook, { name, sheet, range }: PlacedTable): Answer<ReadTable> {
  const place = address(sheet.getSheetName(), range);
  if (
    sheet
      .getSheet()
      .getMergeData()
      .some((merged) => Rectangle.intersects(merged, range))
  ) {
    return { problem: `“${name}”表（${place}）里有合并的单元格，请先取消合并再试。` };
  }
  const read = readTableGrid(
    { name, address: place, headerRow: range.startRow + 1 },
    readCells(workbook, sheet, range),
  );
  const known = readCustom(workbook).tables?.[name]?.headers ?? [];
  const headers = new Set(headerTexts(workbook, sheet, range));
  if (known.length > 0 && !known.some((header) => headers.has(header))) {
    return {
      problem: `“${name}”表（${place}）的标题行不见了，现在第一行是数据；请撤消删除，或在第一行上面补回标题行。`,
    };
  }
  return read;
}

const headerTexts = (workbook: OpenWorkbook, sheet: OpenSheet, range: IRange) =>
  (readCells(workbook, sheet, { ...range, endRow: range.startRow })[0] ?? []).map((cell) =>
    String(cell ?? "").trim(),
  );

function addTable(workbook: OpenWorkbook, table: WrittenTable): Answer<{ readonly address: string }> {
  const layout = layOutTable(table);
  if ("problem" in layout) return layout;
  const book = workbook.api.getActiveWorkbook();
  const standing = book?.getSheetByName(table.sheet);
  const named = namedRange(workbook, table.name);
  if (named && (named.comment !== TABLE_COMMENT || !named.formulaOrRefString.includes("#REF!"))) {
    return { problem: `“${table.name}”已是工作簿里一个区域的名称，请先给它改名再试。` };
  }
  if (standing && filledEnd(workbook, standing).row >= 0) {
    return { problem: `“${table.sheet}”工作表里已有内容，没有覆盖；请给它改名，或清空后再试。` };
  }
  const size = { rows: layout.rowCount + 1, columns: layout.headers.length };
  const sheet = standing ?? addEmptySheet(workbook, table.sheet, size);
  const range = {
    startRow: 0,
    startColumn: 0,
    endRow: layout.rowCount,
    endColumn: layout.headers.length - 1,
  };
  makeRoom(workbook, sheet, range);
  const id = named?.id ?? newTableId();
  fill(workbook, { id, name: table.name, sheet, range }, layout);
  sheet.setFrozenRows(1);
  return { address: address(sheet.getSheetName(), range) };
}

function updateTable(
  workbook: OpenWorkbook,
  found: PlacedTable,
  written: WrittenTable,
): Answer<{ readonly address: string }> {
  const { sheet } = found;
  const read = readStanding(workbook, found);
  if ("problem" in read) return read;
  const below = written.takesBelow ? (readBelow(workbook, found).below?.rows.length ?? 0) : 0;
  const range = { ...found.range, endRow: found.range.endRow + Math.min(below, written.takesBelow ?? 0) };
  const table = { ...found, range };
  const body = { ...range, startRow: range.startRow + 1 };
  const values = readCells(workbook, sheet, body);
  const cells = values.map((row, r) =>
    row.map((value, c) => movableFormula(workbook, sheet, body.startRow + r, body.startColumn + c) ?? value),
  );
  const standing: StandingTable = {
    headers: read.headers,
    firstRow: body.startRow + 1,
    values,
    cells,
  };
  const layout = layOutTable(written, standing);
  if ("problem" in layout) return layout;
  const grown = {
    ...range,
    endRow: range.startRow + layout.rowCount,
    endColumn: range.startColumn + layout.headers.length - 1,
  };
  makeRoom(workbook, sheet, grown);
  if (grown.endColumn > range.endColumn) clearRight(workbook, table, grown.endColumn - range.endColumn);
  if (grown.endRow > range.endRow) clearBelow(workbook, table, grown.endRow - range.endRow);
  if (grown.endRow < range.endRow) removeRows(workbook, table, { ...range, startRow: grown.endRow + 1 });
  fill(workbook, { ...table, range: grown }, layout);
  return { address: address(sheet.getSheetName(), grown) };
}

/** The formula of a cell as it would stand in another row; undefined where the cell holds none. */
function movableFormula(
  workbook: OpenWorkbook,
  sheet: OpenSheet,
  row: number,
  column: number,
): MovableFormula | undefined {
  const cell = sheet.getSheet().getCellRaw(row, column);
  const formula = formulaAt(workbook, sheet.getSheetId(), row, column, cell);
  return formula === null ? undefined : { movable: movedFormula(workbook, formula, MOVABLE_ROW - row) };
}

/** Moves what stands below the table down by whole rows, where something stands there. */
function clearBelow(workbook: OpenWorkbook, { sheet, range }: PlacedTable, rows: number): void {
  if (filledEnd(workbook, sheet).row > range.endRow) sheet.insertRowsAfter(range.endRow, rows);
}

/** Moves what stands beside the table right by whole columns, where something stands there. */
function clearRight(workbook: OpenWorkbook, { sheet, range }: PlacedTable, columns: number): void {
  if (filledEnd(workbook, sheet).column > range.endColumn) sheet.insertColumnsAfter(range.endColumn, columns);
}

/** Takes rows off the table's end: whole rows where nothing stands beside them, else their content alone. */
function removeRows(workbook: OpenWorkbook, { id, sheet, range }: PlacedTable, rows: IRange): void {
  const isAlone = !placedTables(workbook).some(
    (other) =>
      other.id !== id &&
      other.sheet.getSheetId() === sheet.getSheetId() &&
      other.range.startRow <= rows.endRow &&
      other.range.endRow >= rows.startRow,
  );
  let hasNeighbours = !isAlone;
  const cells: Record<number, Record<number, ICellData>> = {};
  for (let row = rows.startRow; row <= rows.endRow; row++) {
    const line: Record<number, ICellData> = {};
    for (let column = 0; column < sheet.getMaxColumns(); column++) {
      if (column >= range.startColumn && column <= range.endColumn) line[column] = cellData(null);
      else if (isFilled(sheet.getSheet().getCellRaw(row, column))) hasNeighbours = true;
    }
    cells[row] = line;
  }
  if (hasNeighbours) setCells(workbook, sheet, cells);
  else sheet.deleteRows(rows.startRow, rows.endRow - rows.startRow + 1);
}

/** Writes a laid-out table into its range, sets its looks, and has its name stand for the range. */
function fill(workbook: OpenWorkbook, { id, name, sheet, range }: PlacedTable, layout: TableLayout): void {
  const cells: Record<number, Record<number, ICellData>> = {};
  const firstAdded = layout.headers.length - layout.addedColumns;
  const header: Record<number, ICellData> = {};
  for (const [place, text] of layout.headers.entries()) {
    if (place >= firstAdded) header[range.startColumn + place] = { ...cellData(text), s: HEADER };
  }
  cells[range.startRow] = header;
  for (let index = 0; index < layout.rowCount; index++) {
    const row = range.startRow + 1 + index;
    const line: Record<number, ICellData> = {};
    for (const column of layout.columns) {
      line[range.startColumn + column.place] = filledCell(workbook, column, index, row);
    }
    cells[row] = line;
  }
  setCells(workbook, sheet, cells);
  for (const { place, written } of layout.columns) {
    if (!written || place < firstAdded) continue;
    const column = range.startColumn + place;
    if (written.width !== undefined) sheet.setColumnWidth(column, written.width);
    if (written.isHidden) sheet.hideColumns(column);
  }
  nameTable(workbook, { id, name, sheet, range });
  rememberTable(workbook, name, layout);
}

function filledCell(
  workbook: OpenWorkbook,
  { cells, written }: LaidOutColumn,
  index: number,
  row: number,
): ICellData {
  const cell = cells[index] ?? null;
  const isMovable = typeof cell === "object" && cell !== null && "movable" in cell;
  const data = cellData(
    isMovable ? { formula: movedFormula(workbook, cell.movable, row - MOVABLE_ROW) } : cell,
  );
  return written?.numberFormat === undefined
    ? data
    : { ...data, s: { n: { pattern: written.numberFormat } } };
}

function rememberTable(workbook: OpenWorkbook, name: string, { columns }: TableLayout): void {
  const custom = readCustom(workbook);
  const written = columns.flatMap((column) => (column.written ? [column.written] : []));
  const headers = written.map(({ header }) => header);
  const marks = Object.fromEntries(written.flatMap(({ header, marks: its }) => (its ? [[header, its]] : [])));
  writeCustom(workbook, { ...custom, tables: { ...custom.tables, [name]: { headers, marks } } });
}
