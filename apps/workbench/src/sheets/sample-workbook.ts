import { type IWorkbookData, LocaleType } from "@univerjs/core";
import { aboutSheet } from "./about-sheet.ts";
import { listingSheet } from "./listing-sheet.ts";
import { paymentSheet } from "./payment-sheet.ts";
import { sheetStyles } from "./sheet-styles.ts";

/** The workbook that a newcomer sees. */
export function sampleWorkbook(isNarrow: boolean): Partial<IWorkbookData> {
  const sheets = [listingSheet(isNarrow), paymentSheet(isNarrow), aboutSheet(isNarrow)];
  return {
    id: "workbench",
    name: "七星表格",
    locale: LocaleType.ZH_CN,
    styles: sheetStyles,
    sheetOrder: sheets.map(({ id }) => id ?? ""),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
  };
}
