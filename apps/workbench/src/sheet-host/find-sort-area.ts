import type { Answer } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { type IRange, RANGE_TYPE, Rectangle } from "@univerjs/core";
import { isFilled } from "../../univer/cell-data.ts";
import { continuousRange } from "../../univer/continuous-range.ts";
import { address, type OpenSheet, type PlacedTable, placedTables } from "../../univer/find-table.ts";
import type { OpenWorkbook } from "../../univer/open-workbook.ts";
import { filledEnd } from "../../univer/read-cells.ts";
import { spillsOf } from "../../univer/spills.ts";
import { headerRows } from "./header-rows.ts";
import type { SortArea } from "./sort-area.ts";
import { spillProblem } from "./sort-problem.ts";
import { withoutNotes } from "./without-notes.ts";
import { leavesDataBehind, withoutResults } from "./without-results.ts";

const NOTHING = { problem: "请先在要排序的那一列里选中有内容的一格。" };

/**
 * What a person means to sort by what is selected: the table around the selected cell, else all that stands
 * together around it, else the selected rows of it; always whole rows, so that none is torn apart.
 */
export function findSortArea(workbook: OpenWorkbook): Answer<SortArea> {
  const sheet = workbook.api.getActiveWorkbook()?.getActiveSheet();
  const [selected, ...others] = sheet?.getSelection()?.getActiveRangeList() ?? [];
  const cell = sheet?.getSelection()?.getCurrentCell();
  if (!sheet || !selected || !cell || others.length > 0) return NOTHING;
  const column = cell.actualColumn;
  const { startRow, endRow, rangeType } = selected.getRange();
  const isColumn = rangeType === RANGE_TYPE.COLUMN || rangeType === RANGE_TYPE.ALL;
  const row = isColumn ? lastFilled(workbook, sheet, column) : cell.actualRow;

  const tables = placedTables(workbook).filter((table) => table.sheet.getSheetId() === sheet.getSheetId());
  const start = { startRow: row, endRow: row, startColumn: column, endColumn: column };
  const table = tables.find(({ range }) => Rectangle.contains(range, start));
  if (table) return withRows(sheet, { ...table.range, startRow: table.range.startRow + 1 }, column);

  const problem = spillProblem(workbook, sheet, start);
  if (problem) return { problem };
  if (row < 0 || !isFilled(sheet.getSheet().getCellRaw(row, column))) return NOTHING;
  const filled = continuousRange(sheet, start);
  const overlapped = tables.find(({ range }) => Rectangle.intersects(range, filled));
  if (overlapped) return tableBeside(overlapped);
  const region = withoutNotes(workbook, sheet, filled);
  const own = withoutResults(region, column, spillsOf(workbook, sheet));
  const headers = headerRows(workbook, sheet, { ...own, startRow: region.startRow });
  const body = { ...own, startRow: Math.max(own.startRow, region.startRow + headers) };
  if (leavesDataBehind(sheet, { ...region, startRow: region.startRow + headers }, body)) {
    return { problem: spillProblem(workbook, sheet, region) ?? NOTHING.problem };
  }
  const isRows = !isColumn && endRow > startRow;
  return withRows(
    sheet,
    isRows
      ? { ...body, startRow: Math.max(body.startRow, startRow), endRow: Math.min(body.endRow, endRow) }
      : body,
    column,
  );
}

function withRows(sheet: OpenSheet, range: IRange, column: number): Answer<SortArea> {
  if (range.endRow > range.startRow) return { sheet, range, column };
  return { problem: "这里不到两行数据，没有可以排序的。" };
}

const tableBeside = ({ name, sheet, range }: PlacedTable) => ({
  problem: `这片内容和“${name}”表（${address(sheet.getSheetName(), range)}）连在一起，没有排序；请选中表里的一格，或用空列、空行把它们隔开。`,
});

/** The last row of a column that holds something of its own, -1 where it is empty. */
function lastFilled(workbook: OpenWorkbook, sheet: OpenSheet, column: number): number {
  let { row } = filledEnd(workbook, sheet);
  while (row >= 0 && !isFilled(sheet.getSheet().getCellRaw(row, column))) row -= 1;
  return row;
}
