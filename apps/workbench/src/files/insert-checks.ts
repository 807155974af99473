import { cellAddress, columnLetters } from "@sevenstar/core/cells/cell-address";
import type { OpenWorkbook } from "../../univer/open-workbook.ts";
import type { ImportedSheet } from "./imported-file.ts";
import type { RecognisedListing } from "./recognise-listing.ts";

/** Writes TITLELEN and SEVENSTARCHECK to the right of an imported table and gives where they begin. */
export function insertChecks(
  workbook: OpenWorkbook,
  sheetId: string,
  { rows, columnCount }: ImportedSheet,
  { headerRow, titleColumn }: RecognisedListing,
): string {
  const sheet = workbook.api.getActiveWorkbook()?.getSheetBySheetId(sheetId);
  if (!sheet) throw new Error("导入的表已被删除");
  const first = columnCount + 1;
  const last = rows.length;
  const table = `${cellAddress(headerRow, 0)}:${cellAddress(last - 1, columnCount - 1)}`;
  let column = first;
  if (titleColumn !== undefined) {
    const letters = columnLetters(titleColumn);
    sheet.getRange(headerRow, column).setValue({ v: "标题长度" });
    sheet
      .getRange(headerRow + 1, column)
      .setValue({ f: `=TITLELEN(${letters}${headerRow + 2}:${letters}${last})` });
    sheet.setColumnWidth(column, 76);
    column += 1;
  }
  sheet.getRange(headerRow, column).setValue({ f: `=SEVENSTARCHECK(${table})` });
  for (const [offset, width] of [260, 48, 64, 64, 84, 76, 76, 76, 64, 420].entries()) {
    sheet.setColumnWidth(column + offset, width);
  }
  sheet
    .getRange(headerRow, first, 1, column - first + 10)
    .setFontWeight("bold")
    .setBackground("#dcebf7");
  sheet.scrollToCell(headerRow + 1, first);
  sheet.getRange(headerRow, first).activate();
  return `${sheet.getSheetName()}!${cellAddress(headerRow, first)}`;
}
