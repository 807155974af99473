import type { MovableFormula } from "@sevenstar/pane/sheet-host/lay-out-table.ts";
import type { SheetValue, WrittenCell } from "@sevenstar/pane/sheet-host/sheet-host.ts";

/** Cells that are moved in one call; Excel for the web takes at most 5 MB. */
const CELLS_PER_CALL = 50_000;

/** What is assigned to a cell; the apostrophe keeps Excel from reading "=A1", "001" or "3-28" into a text. */
export function cellInput(cell: WrittenCell | MovableFormula): string | number | boolean {
  if (cell === null || cell === "") return "";
  if (typeof cell === "string") return `'${cell}`;
  if (typeof cell !== "object") return cell;
  return "formula" in cell ? cell.formula : cell.movable;
}

/** A loaded value as the port gives it. */
export function sheetValue(value: unknown): SheetValue {
  if (value === "" || value === null || value === undefined) return null;
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}

/** Reads one kind of content of a range, in as many calls as its size needs. */
export async function readCells(
  context: Excel.RequestContext,
  range: Excel.Range,
  { rowCount, columnCount }: { readonly rowCount: number; readonly columnCount: number },
  content: "values" | "formulas" | "formulasR1C1" | "numberFormat",
): Promise<unknown[][]> {
  const cells: unknown[][] = [];
  for (const part of parts(range, rowCount, columnCount)) {
    part.range.load(content);
    await context.sync();
    for (const row of part.range[content] as unknown[][]) cells.push(row);
  }
  return cells;
}

/** Writes one kind of content into a range from its first row, in as many calls as its size needs. */
export async function writeCells(
  context: Excel.RequestContext,
  range: Excel.Range,
  cells: readonly (readonly (WrittenCell | MovableFormula)[])[],
  content: "formulas" | "formulasR1C1" = "formulas",
): Promise<void> {
  for (const { range: part, from, to } of parts(range, cells.length, cells[0]?.length ?? 0)) {
    part[content] = cells.slice(from, to).map((row) => row.map(cellInput));
    await context.sync();
  }
}

function* parts(range: Excel.Range, rowCount: number, columnCount: number) {
  const rows = Math.max(1, Math.floor(CELLS_PER_CALL / Math.max(1, columnCount)));
  for (let from = 0; from < rowCount; from += rows) {
    const to = Math.min(rowCount, from + rows);
    yield { range: range.getCell(from, 0).getResizedRange(to - from - 1, columnCount - 1), from, to };
  }
}
