import { type ICellData, ICommandService, type IRange, type IWorksheetData } from "@univerjs/core";
import {
  InsertSheetCommand,
  SetRangeValuesCommand,
  SetWorksheetColumnCountCommand,
  SetWorksheetRowCountCommand,
} from "@univerjs/preset-sheets-core";
import type { OpenSheet } from "./find-table.ts";
import { HostRefusal } from "./one-step.ts";
import type { OpenWorkbook } from "./open-workbook.ts";
import { SHEET_LIMITS } from "./sheet-limits.ts";
import { SYSTEM_FONT } from "./system-font.ts";

/** Rows and columns that stay free below and right of what is written. */
const MARGIN = { rows: 50, columns: 20 };

/** Has Univer carry a command out; refused where it does not, as on a protected sheet. */
export function run(workbook: OpenWorkbook, id: string, params: object): void {
  if (!workbook.services.get(ICommandService).syncExecuteCommand(id, params)) {
    throw new HostRefusal("表格不让改这里的内容，请看看工作表是不是受保护，再试一次。");
  }
}

/** Adds a sheet to the workbook. */
export function insertSheet(workbook: OpenWorkbook, sheet: Partial<IWorksheetData>): void {
  run(workbook, InsertSheetCommand.id, { unitId: workbook.api.getActiveWorkbook()?.getId(), sheet });
}

/** Adds an empty sheet with room for what will be written. */
export function addEmptySheet(
  workbook: OpenWorkbook,
  name: string,
  size: { readonly rows: number; readonly columns: number },
  custom: Record<string, unknown> = {},
): OpenSheet {
  insertSheet(workbook, {
    name,
    custom,
    defaultStyle: { ff: SYSTEM_FONT },
    defaultRowHeight: 24,
    rowCount: size.rows + MARGIN.rows,
    columnCount: size.columns + MARGIN.columns,
  });
  const sheet = workbook.api.getActiveWorkbook()?.getSheetByName(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** The rows and columns that a sheet needs for an area to lie within it, where it has fewer. */
export function roomFor(
  sheet: OpenSheet,
  { endRow, endColumn }: Pick<IRange, "endRow" | "endColumn">,
): { readonly rows?: number; readonly columns?: number } {
  const rows = Math.min(SHEET_LIMITS.rows, endRow + 1 + MARGIN.rows);
  const columns = Math.min(SHEET_LIMITS.columns, endColumn + 1 + MARGIN.columns);
  return {
    ...(endRow >= sheet.getMaxRows() ? { rows } : {}),
    ...(endColumn >= sheet.getMaxColumns() ? { columns } : {}),
  };
}

/** Makes a sheet large enough that a range lies within it. */
export function makeRoom(workbook: OpenWorkbook, sheet: OpenSheet, range: IRange): void {
  const place = { unitId: workbook.api.getActiveWorkbook()?.getId(), subUnitId: sheet.getSheetId() };
  const { rows: rowCount, columns: columnCount } = roomFor(sheet, range);
  if (rowCount !== undefined) run(workbook, SetWorksheetRowCountCommand.id, { ...place, rowCount });
  if (columnCount !== undefined) run(workbook, SetWorksheetColumnCountCommand.id, { ...place, columnCount });
}

/** Writes cells by row and column. */
export function setCells(
  workbook: OpenWorkbook,
  sheet: OpenSheet,
  value: Readonly<Record<number, Record<number, ICellData>>>,
): void {
  run(workbook, SetRangeValuesCommand.id, {
    unitId: workbook.api.getActiveWorkbook()?.getId(),
    subUnitId: sheet.getSheetId(),
    range: { startRow: 0, endRow: 0, startColumn: 0, endColumn: 0 },
    value,
  });
}
