import type { ReadTable, SheetValue } from "./sheet-host.ts";

/** The rows directly below a table, of which the first bears `rowNumber` in its sheet, up to the first empty one. */
export function rowsBelow(
  grid: readonly (readonly SheetValue[])[],
  rowNumber: number,
): Pick<ReadTable, "below"> {
  const end = grid.findIndex((row) => row.every((cell) => cell === null));
  const rows = end < 0 ? grid : grid.slice(0, end);
  return rows.length > 0 ? { below: { rows, rowNumbers: rows.map((_, index) => rowNumber + index) } } : {};
}
