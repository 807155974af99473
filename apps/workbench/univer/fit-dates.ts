import type { IMutationInfo } from "@univerjs/core";
import {
  SetWorksheetColWidthMutation,
  SetWorksheetColWidthMutationFactory,
} from "@univerjs/preset-sheets-core";
import type { OpenWorkbook } from "./open-workbook.ts";

/** What 2026年11月30日 takes in the grid's letters. */
const PIXELS = 112;

/** Widens columns in which a date would be cut to another one, as Excel does; and how to take that back. */
export function fitDates(
  { api }: OpenWorkbook,
  sheetId: string,
  columns: Iterable<number>,
): { readonly redos: IMutationInfo[]; readonly undos: IMutationInfo[] } {
  const book = api.getActiveWorkbook();
  const sheet = book?.getSheetBySheetId(sheetId)?.getSheet();
  const narrow = [...new Set(columns)].filter((column) => (sheet?.getColumnWidth(column) ?? PIXELS) < PIXELS);
  if (!book || !sheet || narrow.length === 0) return { redos: [], undos: [] };
  const params = {
    unitId: book.getId(),
    subUnitId: sheetId,
    ranges: narrow.map((column) => ({
      startRow: 0,
      endRow: sheet.getRowCount() - 1,
      startColumn: column,
      endColumn: column,
    })),
    colWidth: PIXELS,
  };
  const id = SetWorksheetColWidthMutation.id;
  return {
    redos: [{ id, params }],
    undos: [{ id, params: SetWorksheetColWidthMutationFactory(params, sheet) }],
  };
}
