import type { ICellData, IRange, Nullable } from "@univerjs/core";
import { SheetsSortService, SortRangeCommand, SortType } from "@univerjs/sheets-sort";
import { run } from "./edit-sheet.ts";
import type { OpenSheet } from "./find-table.ts";
import type { OpenWorkbook } from "./open-workbook.ts";

/** How two cells follow each other in an order. */
type Compare = (order: "asc" | "desc", a: Nullable<ICellData>, b: Nullable<ICellData>) => number;

/** Puts the rows of a range into the order of one of its columns. */
export function sortRange(
  workbook: OpenWorkbook,
  { sheet, range, column }: { readonly sheet: OpenSheet; readonly range: IRange; readonly column: number },
  order: "ascending" | "descending",
  compare: Compare,
): void {
  const sorting = workbook.services.get(SheetsSortService);
  if (!sorting.getAllCompareFns().includes(compare)) sorting.registerCompareFn(compare);
  run(workbook, SortRangeCommand.id, {
    unitId: workbook.api.getActiveWorkbook()?.getId(),
    subUnitId: sheet.getSheetId(),
    range,
    orderRules: [{ colIndex: column, type: order === "ascending" ? SortType.ASC : SortType.DESC }],
  });
}
