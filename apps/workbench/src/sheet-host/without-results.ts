import { type IRange, Rectangle } from "@univerjs/core";
import { plainCell } from "../../univer/cell-data.ts";
import type { OpenSheet } from "../../univer/find-table.ts";
import type { Spill } from "../../univer/spills.ts";

/**
 * The part of an area around a column that belongs to the formulas filling cells beside it: the columns up to
 * them, in their rows. What such a formula fills follows its data by itself.
 */
export function withoutResults(area: IRange, column: number, spills: readonly Spill[]): IRange {
  const beside = spills
    .map(({ range }) => range)
    .filter((range) => Rectangle.intersects(range, area))
    .filter(({ startColumn, endColumn }) => endColumn < column || startColumn > column);
  if (beside.length === 0) return area;
  const [left, right] = [
    beside.filter(({ endColumn }) => endColumn < column),
    beside.filter(({ startColumn }) => startColumn > column),
  ];
  return {
    startRow: Math.max(area.startRow, Math.min(...beside.map(({ startRow }) => startRow))),
    endRow: Math.min(area.endRow, Math.max(...beside.map(({ endRow }) => endRow))),
    startColumn: Math.max(area.startColumn, ...left.map(({ endColumn }) => endColumn + 1)),
    endColumn: Math.min(area.endColumn, ...right.map(({ startColumn }) => startColumn - 1)),
  };
}

/**
 * Whether sorting a part of an area would leave data of the area behind: beside it in its rows, or as further rows
 * above or below it, of which a total's may stay.
 */
export function leavesDataBehind(sheet: OpenSheet, area: IRange, part: IRange): boolean {
  for (let row = area.startRow; row <= area.endRow; row++) {
    const isInPart = row >= part.startRow && row <= part.endRow;
    let data = 0;
    for (let column = area.startColumn; column <= area.endColumn; column++) {
      if (isInPart === (column >= part.startColumn && column <= part.endColumn)) continue;
      const cell = sheet.getSheet().getCellRaw(row, column);
      if (!cell?.f && !cell?.si && plainCell(cell) !== null) data += 1;
    }
    if (data > (isInPart ? 0 : 1)) return true;
  }
  return false;
}
