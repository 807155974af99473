import { readTableGrid } from "@sevenstar/pane/sheet-host/read-table-grid.ts";
import { type Answer, MOST_BELOW, type ReadTable } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { readCells, sheetValue } from "./excel-cells.ts";

/** A table of the workbook with everything loaded that reading and writing ask for. */
export interface FoundTable {
  readonly table: Excel.Table;
  /** The header row and the data, without a row of totals. */
  readonly range: Excel.Range;
}

/** The table of a name. */
export async function findTable(
  context: Excel.RequestContext,
  name: string,
): Promise<FoundTable | undefined> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load("id, name, showHeaders, showTotals");
  await context.sync();
  if (table.isNullObject) return undefined;
  const range = table.getRange().getResizedRange(table.showTotals ? -1 : 0, 0);
  range.load("address, rowIndex, rowCount, columnIndex, columnCount");
  await context.sync();
  return { table, range };
}

/** The header row and the rows of a table. */
export async function readStanding(
  context: Excel.RequestContext,
  { table, range }: FoundTable,
): Promise<Answer<ReadTable>> {
  if (!table.showHeaders) {
    return { problem: `“${table.name}”表的标题行被隐藏了，请在“表设计”里勾选“标题行”再试。` };
  }
  const grid = (await readCells(context, range, range, "values")).map((row) => row.map(sheetValue));
  return readTableGrid({ name: table.name, address: range.address, headerRow: range.rowIndex + 1 }, grid);
}

/** The cells below a table as far as something stands there; a row of totals ends the table for good. */
export async function readBelow(context: Excel.RequestContext, { table, range }: FoundTable) {
  if (table.showTotals) return undefined;
  const used = range.worksheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex, rowCount");
  await context.sync();
  const end = range.rowIndex + range.rowCount;
  const rowCount = used.isNullObject ? 0 : Math.min(MOST_BELOW, used.rowIndex + used.rowCount - end);
  if (rowCount <= 0) return undefined;
  const { columnCount } = range;
  const area = range.getCell(range.rowCount, 0).getResizedRange(rowCount - 1, columnCount - 1);
  const values = (await readCells(context, area, { rowCount, columnCount }, "values")).map((row) =>
    row.map(sheetValue),
  );
  return { area, values, rowCount, columnCount, firstRow: end + 1 };
}
