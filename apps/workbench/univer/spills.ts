import type { IRange } from "@univerjs/core";
import { arrayRanges } from "./array-ranges.ts";
import type { OpenSheet } from "./find-table.ts";
import type { OpenWorkbook } from "./open-workbook.ts";

/** The cells that one formula fills, its own first. */
export interface Spill {
  readonly row: number;
  readonly column: number;
  readonly range: IRange;
}

/** The formulas of a sheet that fill more than their own cell. */
export const spillsOf = (workbook: OpenWorkbook, sheet: OpenSheet): Spill[] =>
  Object.entries(arrayRanges(workbook, sheet.getSheetId())).flatMap(([row, line]) =>
    Object.entries(line ?? {}).flatMap(([column, range]) => {
      if (!range || (range.startRow === range.endRow && range.startColumn === range.endColumn)) return [];
      return [{ row: Number(row), column: Number(column), range }];
    }),
  );
