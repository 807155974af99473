import { CellValueType, type ICellData, type IWorksheetData } from "@univerjs/core";
import { SYSTEM_FONT } from "../../univer/system-font.ts";
import type { SheetStyle } from "./sheet-styles.ts";

/** What may be written into a cell: text, a number, a formula beginning with "=", or nothing but a style. */
type Written = string | number | undefined;

/** A worksheet while it is being written; rows and columns count from 0. */
export interface DraftSheet {
  put(row: number, column: number, value: Written, style?: SheetStyle): void;
  putRow(row: number, column: number, values: readonly Written[], style?: SheetStyle): void;
  /** Gives the cells of a block a style, keeping their values. */
  paint(row: number, column: number, rows: number, columns: number, style: SheetStyle): void;
  widths(column: number, widths: readonly number[]): void;
  height(row: number, height: number): void;
  /** The sheet as Univer opens it, its first rows and columns frozen. */
  done(frozen?: { readonly rows: number; readonly columns: number }): Partial<IWorksheetData>;
}

/** Begins a worksheet. */
export function draftSheet(id: string, name: string): DraftSheet {
  const cells: Record<number, Record<number, ICellData>> = {};
  const columnWidths: Record<number, { w: number }> = {};
  const rowHeights: Record<number, { h: number }> = {};
  let lastRow = 0;
  let lastColumn = 0;

  const cell = (row: number, column: number): ICellData => {
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, column);
    const line = cells[row] ?? {};
    cells[row] = line;
    const found = line[column] ?? {};
    line[column] = found;
    return found;
  };
  const put: DraftSheet["put"] = (row, column, value, style) => {
    const target = cell(row, column);
    if (typeof value === "number") Object.assign(target, { v: value, t: CellValueType.NUMBER });
    else if (value?.startsWith("=")) target.f = value;
    else if (value) Object.assign(target, { v: value, t: CellValueType.STRING });
    if (style) target.s = style;
  };
  return {
    put,
    putRow(row, column, values, style) {
      for (const [offset, value] of values.entries()) put(row, column + offset, value, style);
    },
    paint(row, column, rows, columns, style) {
      for (let r = row; r < row + rows; r++) {
        for (let c = column; c < column + columns; c++) cell(r, c).s = style;
      }
    },
    widths(column, widths) {
      for (const [offset, w] of widths.entries()) columnWidths[column + offset] = { w };
    },
    height(row, h) {
      rowHeights[row] = { h };
    },
    done: (frozen = { rows: 0, columns: 0 }) => ({
      id,
      name,
      cellData: cells,
      rowCount: Math.max(100, lastRow + 50),
      columnCount: Math.max(26, lastColumn + 6),
      defaultStyle: { ff: SYSTEM_FONT },
      defaultRowHeight: 24,
      columnData: columnWidths,
      rowData: rowHeights,
      showGridlines: 1,
      freeze: {
        xSplit: frozen.columns,
        ySplit: frozen.rows,
        startRow: frozen.rows || -1,
        startColumn: frozen.columns || -1,
      },
    }),
  };
}
