import type { ICellData, Nullable } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/preset-sheets-core";
import type { OpenWorkbook } from "./open-workbook.ts";

/** The values that array formulas of a sheet put into other cells, by row and column. */
export function spilledCells({ api, services }: OpenWorkbook, sheetId: string) {
  const unit = api.getActiveWorkbook()?.getId() ?? "";
  return services.get(FormulaDataModel).getArrayFormulaCellData()[unit]?.[sheetId] as
    | Record<number, Record<number, Nullable<ICellData>>>
    | undefined;
}
