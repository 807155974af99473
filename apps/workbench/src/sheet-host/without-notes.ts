import type { IRange } from "@univerjs/core";
import { isFilled } from "../../univer/cell-data.ts";
import type { OpenSheet } from "../../univer/find-table.ts";
import type { OpenWorkbook } from "../../univer/open-workbook.ts";

/**
 * An area without the titles above its columns and the notes below them: rows at its ends that hold one cell,
 * those below in another look than the data.
 */
export function withoutNotes(workbook: OpenWorkbook, sheet: OpenSheet, area: IRange): IRange {
  const styles = workbook.api.getActiveWorkbook()?.getWorkbook().getStyles();
  const cellAt = (row: number, column: number) => sheet.getSheet().getCellRaw(row, column);
  const onlyColumn = (row: number) => {
    let only: number | undefined;
    for (let column = area.startColumn; column <= area.endColumn; column++) {
      if (!isFilled(cellAt(row, column))) continue;
      if (only !== undefined) return undefined;
      only = column;
    }
    return only;
  };
  let { startRow, endRow } = area;
  while (startRow < endRow && onlyColumn(startRow) !== undefined) startRow += 1;
  if (startRow === endRow) return area;
  const look = (row: number, column: number) =>
    JSON.stringify(styles?.getStyleByCell(cellAt(row, column)) ?? null);
  const isNote = (row: number) => {
    const column = onlyColumn(row);
    return column !== undefined && look(row, column) !== look(startRow + 1, column);
  };
  while (endRow > startRow + 1 && isNote(endRow)) endRow -= 1;
  return { ...area, startRow, endRow };
}
