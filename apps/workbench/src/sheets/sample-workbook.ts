import { type IWorkbookData, LocaleType } from "@univerjs/core";
import { aboutSheet } from "./about-sheet.ts";
import { calendarSheet } from "./calendar-sheet.ts";
import { creditSheet } from "./credit-sheet.ts";
import { listingSheet } from "./listing-sheet.ts";
import { paymentSheet } from "./payment-sheet.ts";
import { peerSheet } from "./peer-sheet.ts";
import { positionSheet } from "./position-sheet.ts";
import { sheetStyles } from "./sheet-styles.ts";
import { shopSheet } from "./shop-sheet.ts";
import { testSheet } from "./test-sheet.ts";

/** The workbook that a newcomer sees. */
export function sampleWorkbook(isNarrow: boolean): Partial<IWorkbookData> {
  const sheets = [
    listingSheet,
    paymentSheet,
    peerSheet,
    testSheet,
    shopSheet,
    creditSheet,
    calendarSheet,
    positionSheet,
    aboutSheet,
  ].map((sheet) => sheet(isNarrow));
  return {
    id: "workbench",
    name: "七星表格",
    locale: LocaleType.ZH_CN,
    styles: sheetStyles,
    sheetOrder: sheets.map(({ id }) => id ?? ""),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
  };
}
