import { IDefinedNamesService, IFunctionService, ISuperTableService } from "@univerjs/preset-sheets-core";
import type { WorkbookNames } from "../src/formula/unknown-name.ts";
import type { OpenWorkbook } from "./open-workbook.ts";

/** The names that formulas of a workbook may use. */
export function workbookNames({ api, services }: OpenWorkbook): WorkbookNames {
  const book = api.getActiveWorkbook();
  const unit = book?.getId() ?? "";
  const functions = services.get(IFunctionService);
  const defined = services.get(IDefinedNamesService);
  const tables = services.get(ISuperTableService);
  return {
    sheets: book?.getSheets().map((sheet) => sheet.getSheetName()) ?? [],
    isFunction: (name) => functions.hasExecutor(name),
    isName: (name) => Boolean(defined.getValueByName(unit, name) || tables.getTable(unit, name)),
  };
}
