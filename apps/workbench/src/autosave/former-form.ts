import type { IWorkbookData } from "@univerjs/core";
import { type KeptWorkbook, keptForm } from "./kept-form.ts";

/**
 * A workbook of the database's version 1 in today's form.
 *
 * It was kept as everything but the cells, and the cells of each sheet in pieces of any rows. Throws a
 * SyntaxError where a text is damaged.
 */
export function fromFormerForm(book: string, sheets: ReadonlyMap<string, readonly string[]>): KeptWorkbook {
  const data = JSON.parse(book) as IWorkbookData;
  for (const [id, sheet] of Object.entries(data.sheets)) {
    sheet.cellData = Object.assign({}, ...(sheets.get(id) ?? []).map((piece) => JSON.parse(piece)));
  }
  return keptForm(data);
}
