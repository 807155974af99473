import type { ICellData, Nullable } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/preset-sheets-core";
import type { OpenWorkbook } from "./open-workbook.ts";

/** The formula of a cell, also where it shares another cell's. */
export function formulaAt(
  workbook: OpenWorkbook,
  sheetId: string,
  row: number,
  column: number,
  cell: Nullable<ICellData>,
): string | null {
  if (!cell?.f && !cell?.si) return null;
  const unit = workbook.api.getActiveWorkbook()?.getId() ?? "";
  const model = workbook.services.get(FormulaDataModel);
  return model.getFormulaStringByCell(row, column, sheetId, unit) ?? cell.f ?? null;
}
