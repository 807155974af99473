import type { SheetValue } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import type { IRange } from "@univerjs/core";
import { isFilled, plainCell } from "./cell-data.ts";
import type { OpenSheet } from "./find-table.ts";
import type { OpenWorkbook } from "./open-workbook.ts";
import { spilledCells } from "./spilled-cells.ts";

/** The plain values of a range, also those that a formula elsewhere fills. */
export function readCells(workbook: OpenWorkbook, sheet: OpenSheet, range: IRange): SheetValue[][] {
  const cells = sheet.getSheet();
  const spilled = spilledCells(workbook, sheet.getSheetId());
  return Array.from({ length: range.endRow - range.startRow + 1 }, (_, r) =>
    Array.from({ length: range.endColumn - range.startColumn + 1 }, (__, c) => {
      const [row, column] = [range.startRow + r, range.startColumn + c];
      const own = cells.getCellRaw(row, column);
      return plainCell(isFilled(own) ? own : (spilled?.[row]?.[column] ?? own));
    }),
  );
}

/** The last row and column of a sheet that hold something, -1 where it is empty. */
export function filledEnd(workbook: OpenWorkbook, sheet: OpenSheet): { row: number; column: number } {
  const end = { row: -1, column: -1 };
  const see = (row: number, column: number) => {
    end.row = Math.max(end.row, row);
    end.column = Math.max(end.column, column);
  };
  for (const [row, line] of Object.entries(spilledCells(workbook, sheet.getSheetId()) ?? {})) {
    for (const column of Object.keys(line)) see(Number(row), Number(column));
  }
  sheet
    .getSheet()
    .getCellMatrix()
    .forValue((row, column, cell) => {
      if (isFilled(cell)) see(row, column);
    });
  return end;
}
