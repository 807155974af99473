import { BooleanNumber, type IRange } from "@univerjs/core";
import { isFilled, plainCell } from "../../univer/cell-data.ts";
import type { OpenSheet } from "../../univer/find-table.ts";
import type { OpenWorkbook } from "../../univer/open-workbook.ts";

/**
 * How many rows at the top of a filled area are headers: those that are frozen, else a first row of texts that
 * is bold, or stands over numbers.
 */
export function headerRows(workbook: OpenWorkbook, sheet: OpenSheet, area: IRange): number {
  const frozen = sheet.getFreeze().startRow - area.startRow;
  if (frozen > 0 && frozen <= area.endRow - area.startRow) return frozen;
  const styles = workbook.api.getActiveWorkbook()?.getWorkbook().getStyles();
  const columns = Array.from(
    { length: area.endColumn - area.startColumn + 1 },
    (_, index) => area.startColumn + index,
  );
  const cellAt = (row: number, column: number) => sheet.getSheet().getCellRaw(row, column);
  const first = columns.filter((column) => isFilled(cellAt(area.startRow, column)));
  const isText = (column: number) => {
    const cell = cellAt(area.startRow, column);
    return typeof plainCell(cell) === "string" && !cell?.f && !cell?.si;
  };
  const isBold = (row: number, column: number) =>
    styles?.getStyleByCell(cellAt(row, column))?.bl === BooleanNumber.TRUE;
  if (!first.every(isText)) return 0;
  const isSetApart = first.every(
    (column) => isBold(area.startRow, column) && !isBold(area.startRow + 1, column),
  );
  const isOverNumbers = first.some(
    (column) => typeof plainCell(cellAt(area.startRow + 1, column)) === "number",
  );
  return isSetApart || isOverNumbers ? 1 : 0;
}
