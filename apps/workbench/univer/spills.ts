import type { IRange } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/preset-sheets-core";
import type { OpenSheet } from "./find-table.ts";
import type { OpenWorkbook } from "./start-univer.ts";

/** The cells that one formula fills, its own first. */
export interface Spill {
  readonly row: number;
  readonly column: number;
  readonly range: IRange;
}

/** The formulas of a sheet that fill more than their own cell. */
export function spillsOf(workbook: OpenWorkbook, sheet: OpenSheet): Spill[] {
  const unit = workbook.api.getActiveWorkbook()?.getId() ?? "";
  const ranges = workbook.services.get(FormulaDataModel).getArrayFormulaRange()[unit]?.[sheet.getSheetId()] as
    | Readonly<Record<string, Readonly<Record<string, IRange>>>>
    | undefined;
  return Object.entries(ranges ?? {}).flatMap(([row, line]) =>
    Object.entries(line)
      .filter(([, range]) => range.startRow !== range.endRow || range.startColumn !== range.endColumn)
      .map(([column, range]) => ({ row: Number(row), column: Number(column), range })),
  );
}
