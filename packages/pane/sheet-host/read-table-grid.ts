import type { Answer, ReadTable, SheetValue } from "./sheet-host.ts";
import { folded } from "./written-problem.ts";

interface TablePlace {
  readonly name: string;
  readonly address: string;
  /** The number of the header row in its sheet. */
  readonly headerRow: number;
}

/**
 * Reads a table from its cells, the header row first.
 *
 * A column that is still wholly empty is called by its place, as Excel calls it. Refused: blank and repeated
 * headers, by which nobody could tell the columns apart.
 */
export function readTableGrid(
  { name, address, headerRow }: TablePlace,
  grid: readonly (readonly SheetValue[])[],
): Answer<ReadTable> {
  const headers = (grid[0] ?? []).map((cell, column) => {
    const isEmpty = grid.every((row) => (row[column] ?? null) === null);
    return isEmpty ? `列${column + 1}` : String(cell ?? "").trim();
  });
  const seen = new Set<string>();
  for (const header of headers) {
    if (header === "") {
      return { problem: `“${name}”表（${address}）有一列没有标题，请在第 ${headerRow} 行补上标题。` };
    }
    if (seen.has(folded(header))) {
      return { problem: `“${name}”表（${address}）有两列的标题都是“${header}”，请改掉其中一个。` };
    }
    seen.add(folded(header));
  }
  const rows: (readonly SheetValue[])[] = [];
  const rowNumbers: number[] = [];
  for (const [index, row] of grid.entries()) {
    if (index === 0 || row.every((cell) => cell === null)) continue;
    rows.push(row);
    rowNumbers.push(headerRow + index);
  }
  return { address, headers, rows, rowNumbers };
}
