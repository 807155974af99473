import { cellAddress } from "@sevenstar/core/cells/cell-address";
import { arrayRanges } from "../univer/array-ranges.ts";
import { isFilled } from "../univer/cell-data.ts";
import type { OpenWorkbook } from "../univer/open-workbook.ts";
import { SHEET_LIMITS } from "../univer/sheet-limits.ts";

/** What is in the way of a formula that cannot fill its cells, and what to do; null where nothing is found. */
export function spillSentence(
  workbook: OpenWorkbook,
  sheetId: string,
  row: number,
  column: number,
): string | null {
  const book = workbook.api.getActiveWorkbook();
  const sheet = book?.getSheetBySheetId(sheetId)?.getSheet();
  const ranges = arrayRanges(workbook, sheetId);
  const wanted = ranges[row]?.[column];
  if (!sheet || !wanted) return null;
  const [rows, columns] = [wanted.endRow - row + 1, wanted.endColumn - column + 1];
  if (wanted.endRow >= SHEET_LIMITS.rows || wanted.endColumn >= SHEET_LIMITS.columns) {
    return `结果有 ${rows} 行 × ${columns} 列，从这里放不下：一张表最多 1,048,576 行 × 16,384 列。请把公式移到左上方，或缩小结果。`;
  }
  const cells = sheet.getConfig().cellData as Readonly<
    Record<number, Readonly<Record<number, object | null>>>
  >;
  for (let r = row; r <= wanted.endRow; r++) {
    if (!cells[r]) continue;
    for (let c = column; c <= wanted.endColumn; c++) {
      if ((r === row && c === column) || !isFilled(cells[r]?.[c])) continue;
      return `${cellAddress(r, c)} 里已有内容，这个公式的 ${rows} 行 × ${columns} 列结果放不下：请清空 ${cellAddress(r, c)}，或把公式移到空的地方。`;
    }
  }
  for (const [otherRow, line] of Object.entries(ranges)) {
    for (const [otherColumn, range] of Object.entries(line ?? {})) {
      const [r, c] = [Number(otherRow), Number(otherColumn)];
      if (!range || (r === row && c === column)) continue;
      const [firstRow, firstColumn] = [Math.max(range.startRow, row), Math.max(range.startColumn, column)];
      if (firstRow > Math.min(range.endRow, wanted.endRow)) continue;
      if (firstColumn > Math.min(range.endColumn, wanted.endColumn)) continue;
      return `${cellAddress(firstRow, firstColumn)} 要放 ${cellAddress(r, c)} 里公式的结果，这个公式的 ${rows} 行 × ${columns} 列结果放不下：请把其中一个公式移到空的地方。`;
    }
  }
  return null;
}
