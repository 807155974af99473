import type { IRange } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/preset-sheets-core";
import type { OpenWorkbook } from "./open-workbook.ts";

type Ranges = Readonly<Record<number, Readonly<Record<number, IRange | null>> | null>>;

/** The ranges that array formulas of a sheet want to fill, also those in each other's way, by row and column. */
export function arrayRanges({ api, services }: OpenWorkbook, sheetId: string): Ranges {
  const unit = api.getActiveWorkbook()?.getId() ?? "";
  return (services.get(FormulaDataModel).getArrayFormulaRange()[unit]?.[sheetId] ?? {}) as Ranges;
}
