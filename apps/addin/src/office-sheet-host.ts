import { MOST_SELECTED, MOST_TYPED, type SheetHost, type WrittenCell } from "@sevenstar/pane/sheet-host.ts";
import { readCells, sheetValue } from "./excel-cells.ts";
import { excelDocuments } from "./excel-documents.ts";
import { writeExcelPage } from "./excel-page.ts";
import { excelTables } from "./excel-table.ts";
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
  writeSheet: writeExcelPage,

  readSelection: () =>
    runInExcel(async (context) => {
      const selected = await selectedRange(context, MOST_SELECTED);
      if ("problem" in selected) return selected;
      const values = await readCells(context, selected.range, selected, "values");
      return { address: selected.range.address, values: values.map((row) => row.map(sheetValue)) };
    }),

  readSelectedCells: () =>
    runInExcel(async (context) => {
      const selected = await selectedRange(context, MOST_TYPED);
      if ("problem" in selected) return selected;
      const { range } = selected;
      const values = await readCells(context, range, selected, "values");
      const formulas = await readCells(context, range, selected, "formulas");
      const numberFormats = (await readCells(context, range, selected, "numberFormat")) as string[][];
      const isFormula = (row: number, column: number) =>
        String(formulas[row]?.[column]).startsWith("=") && formulas[row]?.[column] !== values[row]?.[column];
      const filled = await filledByFormulas(context, selected, isFormula);
      const cells = values.map((line, row) =>
        line.map((value, column): WrittenCell => {
          if (filled.has(`${row} ${column}`)) return null;
          return isFormula(row, column) ? { formula: String(formulas[row]?.[column]) } : sheetValue(value);
        }),
      );
      return { address: range.address, cells, numberFormats };
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
async function selectedRange(
  context: Excel.RequestContext,
  most: number,
): Promise<
  | { readonly range: Excel.Range; readonly rowCount: number; readonly columnCount: number }
  | { readonly problem: string }
> {
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

/** The cells, by row and column, that formulas of a range fill besides their own. */
async function filledByFormulas(
  context: Excel.RequestContext,
  { range, rowCount, columnCount }: { range: Excel.Range; rowCount: number; columnCount: number },
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
