import type { ReadCells, WrittenCell } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import type { IRange } from "@univerjs/core";
import { plainCell } from "../../univer/cell-data.ts";
import type { OpenSheet } from "../../univer/find-table.ts";
import { formulaAt } from "../../univer/formula-at.ts";
import type { OpenWorkbook } from "../../univer/open-workbook.ts";

/** The cells of a range as they would be typed, with their number formats; what a formula fills besides its own cell is empty. */
export function typedCells(
  workbook: OpenWorkbook,
  sheet: OpenSheet,
  range: IRange,
): Pick<ReadCells, "cells" | "numberFormats"> {
  const cells: WrittenCell[][] = [];
  const numberFormats: string[][] = [];
  const styles = workbook.api.getActiveWorkbook()?.getWorkbook().getStyles();
  for (let row = range.startRow; row <= range.endRow; row++) {
    const line: WrittenCell[] = [];
    const formats: string[] = [];
    for (let column = range.startColumn; column <= range.endColumn; column++) {
      const cell = sheet.getSheet().getCellRaw(row, column);
      const formula = formulaAt(workbook, sheet.getSheetId(), row, column, cell);
      line.push(formula ? { formula } : plainCell(cell));
      formats.push(styles?.getStyleByCell(cell)?.n?.pattern ?? "General");
    }
    cells.push(line);
    numberFormats.push(formats);
  }
  return { cells, numberFormats };
}
