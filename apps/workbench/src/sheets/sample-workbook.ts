import { type IWorkbookData, LocaleType } from "@univerjs/core";
import { aboutSheet } from "./about-sheet.ts";
import { listingSheet } from "./listing-sheet.ts";
import { paymentSheet } from "./payment-sheet.ts";
import { SYSTEM_FONT, sheetStyles } from "./sheet-styles.ts";

/** The workbook that a newcomer sees. */
export function sampleWorkbook(isNarrow: boolean): Partial<IWorkbookData> {
  const sheets = [listingSheet(isNarrow), paymentSheet(isNarrow), aboutSheet(isNarrow)];
  return {
    id: "workbench",
    name: "七星表格",
    locale: LocaleType.ZH_CN,
    defaultStyle: { ff: SYSTEM_FONT, fs: 11 },
    styles: sheetStyles,
    sheetOrder: sheets.map(({ id }) => id ?? ""),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
  };
}
