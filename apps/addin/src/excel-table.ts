import { loadPart } from "@sevenstar/pane/browser/load-part.ts";
import { readTableGrid } from "@sevenstar/pane/read-table-grid.ts";
import { rowsBelow } from "@sevenstar/pane/rows-below.ts";
import {
  type Answer,
  MOST_BELOW,
  type ReadTable,
  type SheetHost,
  WATCH_PAUSE,
} from "@sevenstar/pane/sheet-host.ts";
import { byNeed } from "./by-need.ts";
import { readCells, sheetValue } from "./excel-cells.ts";
import { runInExcel } from "./run-in-excel.ts";

/** Tables as Excel's own, found by their name. */
export const excelTables: Pick<SheetHost, "writeTable" | "readTable" | "watchTable"> = {
  writeTable: async (table) =>
    byNeed(async () => (await loadPart(() => import("./excel-write-table.ts"))).writeExcelTable(table)),

  readTable: (name) =>
    runInExcel(async (context) => {
      const table = await findTable(context, name);
      if (!table) return missing(name);
      const read = await readStanding(context, table);
      if ("problem" in read) return read;
      const below = await readBelow(context, table);
      return below ? { ...read, ...rowsBelow(below.values, below.firstRow) } : read;
    }),

  watchTable: (name, onChange) =>
    runInExcel(async (context) => {
      const found = await findTable(context, name);
      if (!found) return missing(name);
      let timer: ReturnType<typeof setTimeout> | undefined;
      const soon = async () => {
        clearTimeout(timer);
        timer = setTimeout(onChange, WATCH_PAUSE);
      };
      const changed = found.table.onChanged.add(soon);
      const deleted = context.workbook.tables.onDeleted.add(async ({ tableId }) => {
        if (tableId === found.table.id) await soon();
      });
      const typed = found.range.worksheet.onChanged.add(async ({ address }) => {
        if (await sharesColumns(address, found.range)) await soon();
      });
      await context.sync();
      const stop = () => {
        clearTimeout(timer);
        for (const handler of [changed, deleted, typed]) {
          Excel.run(handler.context, async (its) => {
            handler.remove();
            await its.sync();
          }).catch(() => {
            // The workbook is being closed: its handlers end with it.
          });
        }
      };
      return { stop };
    }),
};

const missing = (name: string) => ({
  problem: `工作簿里没有名为“${name}”的表，可能已被删除、改名或转换为普通区域；请撤消这一步，或重新生成这张表。`,
  isMissing: true as const,
});

/** Whether a change lies in a table's columns, so that it may stand below it. */
async function sharesColumns(address: string, { columnIndex, columnCount }: Excel.Range): Promise<boolean> {
  const { readAreaAddress } = await loadPart(() => import("@sevenstar/core/cells/cell-address"));
  const area = readAreaAddress(address.replace(/^.*!/, ""));
  // Whole rows and columns have no cells to compare.
  return !area || (area.left < columnIndex + columnCount && area.right >= columnIndex);
}

export interface FoundTable {
  readonly table: Excel.Table;
  /** The header row and the data, without a row of totals. */
  readonly range: Excel.Range;
}

/** The table with everything loaded that reading and writing ask for. */
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
