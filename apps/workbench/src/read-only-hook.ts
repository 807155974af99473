import { readCellAddress } from "@sevenstar/core/cells/cell-address";
import type { OpenWorkbook } from "../univer/open-workbook.ts";
import { readCell, type ShownCell } from "./read-cell.ts";

/** What a test or a curious user may read on the console; nothing can be changed through it. */
interface ReadOnlyHook {
  /** The names of the sheets in order. */
  sheets(): string[];
  /** A cell by sheet name and address: `sevenstarWorkbench.cell("商品体检", "B6")`. */
  cell(sheet: string, address: string): ShownCell;
  /** What the grid paints in a cell, by its number format. */
  shown(sheet: string, address: string): string;
}

declare global {
  interface Window {
    sevenstarWorkbench?: ReadOnlyHook;
  }
}

/** Offers a workbook for reading as `window.sevenstarWorkbench`. */
export function offerReadOnlyHook(workbook: OpenWorkbook): void {
  const book = workbook.api.getActiveWorkbook();
  const placeOf = (name: string, address: string) => {
    const sheet = book?.getSheetByName(name);
    const position = readCellAddress(address);
    if (!sheet || !position) throw new RangeError(`没有这个单元格：${name}!${address}`);
    return { sheet, ...position };
  };
  window.sevenstarWorkbench = Object.freeze({
    sheets: () => book?.getSheets().map((sheet) => sheet.getSheetName()) ?? [],
    cell(name: string, address: string) {
      const { sheet, row, column } = placeOf(name, address);
      return readCell(workbook, sheet.getSheetId(), row, column);
    },
    shown(name: string, address: string) {
      const { sheet, row, column } = placeOf(name, address);
      return String(sheet.getSheet().getCell(row, column)?.v ?? "");
    },
  });
}
