import { loadPart } from "@sevenstar/pane/browser/load-part.ts";
import {
  type Answer,
  MOST_SELECTED,
  MOST_TYPED,
  type SheetHost,
} from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { byNeed } from "./by-need.ts";
import { readCells, sheetValue } from "./excel-cells.ts";
import { excelDocuments } from "./excel-documents.ts";
import { excelTables } from "./excel-table.ts";
import type { SizedRange } from "./excel-typed-cells.ts";
import { hasMergedUndo, runInExcel } from "./run-in-excel.ts";

/** What Excel says when it refuses a formula, as sentences. */
const FORMULA_PROBLEMS = {
  InvalidSelection: "请先选中一个单元格再插入。",
  ItemNotFound: "请先选中一个单元格再插入。",
  InvalidArgument: "Excel 没有接受这个公式，请换一个单元格再试。",
  GeneralException: "Excel 没有接受这个公式，请换一个单元格再试。",
};

/** The spreadsheet beside the pane when it is Excel. */
export const officeSheetHost: SheetHost = {
  get undoesWholeWrites() {
    return hasMergedUndo();
  },

  insertFormula: (formula) =>
    runInExcel(async (context) => {
      const cell = context.workbook.getActiveCell();
      cell.load("address, formulas");
      await context.sync();
      if (cell.formulas[0]?.[0] !== "") {
        return { problem: `${cell.address} 已有内容，没有覆盖，请选一个空单元格再插入。` };
      }
      cell.formulas = [[formula]];
      await context.sync();
      return { address: cell.address };
    }, FORMULA_PROBLEMS),

  ...excelTables,
  ...excelDocuments,
  writeSheet: (page) =>
    byNeed(async () => (await loadPart(() => import("./excel-page.ts"))).writeExcelPage(page)),

  readSelection: () =>
    runInExcel(async (context) => {
      const selected = await selectedRange(context, MOST_SELECTED);
      if ("problem" in selected) return selected;
      const values = await readCells(context, selected.range, selected, "values");
      return { address: selected.range.address, values: values.map((row) => row.map(sheetValue)) };
    }),

  readSelectedCells: () =>
    runInExcel(async (context) => {
      const { readTypedCells } = await loadPart(() => import("./excel-typed-cells.ts"));
      const selected = await selectedRange(context, MOST_TYPED);
      return "problem" in selected ? selected : readTypedCells(context, selected);
    }),

  showSheet: (name, cell) =>
    runInExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      sheet.load("name, visibility");
      await context.sync();
      if (sheet.isNullObject) return { problem: `工作簿里没有“${name}”工作表，可能已被删除或改名。` };
      if (sheet.visibility !== "Visible") {
        return { problem: `“${name}”工作表隐藏了，请右击工作表标签，选“取消隐藏”。` };
      }
      sheet.activate();
      if (cell) sheet.getRange(cell).select();
      await context.sync();
      return { sheet: sheet.name };
    }),
};

/** The selected range with its size, cut off where the sheet's content ends. */
async function selectedRange(context: Excel.RequestContext, most: number): Promise<Answer<SizedRange>> {
  const selected = context.workbook.getSelectedRange();
  const used = selected.worksheet.getUsedRangeOrNullObject(true);
  for (const range of [selected, used]) range.load("rowIndex, columnIndex, rowCount, columnCount");
  await context.sync();
  const filled = used.isNullObject ? selected : used;
  const within = (from: number, count: number, filledFrom: number, filledCount: number) =>
    Math.max(1, Math.min(count, filledFrom + filledCount - from));
  const rowCount = within(selected.rowIndex, selected.rowCount, filled.rowIndex, filled.rowCount);
  const columnCount = within(
    selected.columnIndex,
    selected.columnCount,
    filled.columnIndex,
    filled.columnCount,
  );
  if (rowCount * columnCount > most) {
    return {
      problem: `选中了 ${rowCount} 行 × ${columnCount} 列，超过 ${most.toLocaleString("en")} 格，请少选一些。`,
    };
  }
  const range = selected.getCell(0, 0).getResizedRange(rowCount - 1, columnCount - 1);
  range.load("address");
  await context.sync();
  return { range, rowCount, columnCount };
}
