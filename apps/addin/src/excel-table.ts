import { loadPart } from "@sevenstar/pane/browser/load-part.ts";
import { rowsBelow } from "@sevenstar/pane/sheet-host/rows-below.ts";
import { type SheetHost, WATCH_PAUSE } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { byNeed } from "./by-need.ts";
import { findTable, readBelow, readStanding } from "./find-excel-table.ts";
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
