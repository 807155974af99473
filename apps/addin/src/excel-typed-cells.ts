import type { ReadCells, WrittenCell } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { readCells, sheetValue } from "./excel-cells.ts";

/** A range with its size. */
export interface SizedRange {
  readonly range: Excel.Range;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Reads a range, its address loaded, as it would be typed: formulas, values and number formats. */
export async function readTypedCells(context: Excel.RequestContext, sized: SizedRange): Promise<ReadCells> {
  const { range } = sized;
  const values = await readCells(context, range, sized, "values");
  const formulas = await readCells(context, range, sized, "formulas");
  const numberFormats = (await readCells(context, range, sized, "numberFormat")) as string[][];
  const isFormula = (row: number, column: number) =>
    String(formulas[row]?.[column]).startsWith("=") && formulas[row]?.[column] !== values[row]?.[column];
  const filled = await filledByFormulas(context, sized, isFormula);
  const cells = values.map((line, row) =>
    line.map((value, column): WrittenCell => {
      if (filled.has(`${row} ${column}`)) return null;
      return isFormula(row, column) ? { formula: String(formulas[row]?.[column]) } : sheetValue(value);
    }),
  );
  return { address: range.address, cells, numberFormats };
}

/** The cells, by row and column, that formulas of a range fill besides their own. */
async function filledByFormulas(
  context: Excel.RequestContext,
  { range, rowCount, columnCount }: SizedRange,
  isFormula: (row: number, column: number) => boolean,
): Promise<ReadonlySet<string>> {
  const filled = new Set<string>();
  range.load("hasSpill");
  await context.sync();
  if (range.hasSpill === false) return filled;
  const spills: { row: number; column: number; to: Excel.Range }[] = [];
  for (let row = 0; row < rowCount; row++) {
    for (let column = 0; column < columnCount; column++) {
      if (!isFormula(row, column)) continue;
      const to = range.getCell(row, column).getSpillingToRangeOrNullObject();
      to.load("rowCount, columnCount");
      spills.push({ row, column, to });
    }
  }
  await context.sync();
  for (const { row, column, to } of spills) {
    if (to.isNullObject) continue;
    for (let r = 0; r < to.rowCount; r++) {
      for (let c = 0; c < to.columnCount; c++) if (r + c > 0) filled.add(`${row + r} ${column + c}`);
    }
  }
  return filled;
}
