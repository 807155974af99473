import {
  type Answer,
  MOST_SELECTED,
  MOST_TYPED,
  type SheetHost,
} from "@sevenstar/pane/sheet-host/sheet-host.ts";
import type { IRange } from "@univerjs/core";
import { address, type OpenSheet } from "../univer/find-table.ts";
import { answered, oneStep } from "../univer/one-step.ts";
import type { OpenWorkbook } from "../univer/open-workbook.ts";
import { filledEnd, readCells } from "../univer/read-cells.ts";
import { spilledCells } from "../univer/spilled-cells.ts";
import { typedCells } from "./sheet-host/typed-cells.ts";
import { univerDocuments } from "./sheet-host/univer-documents.ts";
import { writeUniverPage } from "./sheet-host/univer-page.ts";
import { univerTables } from "./sheet-host/univer-tables.ts";
import { watchTable } from "./sheet-host/watch-table.ts";

/** The spreadsheet beside the pane when it is the workbench's own. */
export function univerSheetHost(workbook: OpenWorkbook): SheetHost {
  let writes = 0;
  /** Univer carries writes out at once, so whatever changes meanwhile is ours. */
  const ours = async <Value>(write: () => Promise<Value>): Promise<Value> => {
    writes += 1;
    const done = write();
    writes -= 1;
    return done;
  };
  const tables = univerTables(workbook);
  const writePage = writeUniverPage(workbook);
  return {
    undoesWholeWrites: true,

    insertFormula: async (formula) =>
      oneStep(workbook, () => {
        const sheet = workbook.api.getActiveWorkbook()?.getActiveSheet();
        const cell = sheet?.getSelection()?.getCurrentCell();
        if (!sheet || !cell) return { problem: "请先选中一个单元格再插入。" };
        const { actualRow: row, actualColumn: column } = cell;
        const place = address(sheet.getSheetName(), {
          startRow: row,
          endRow: row,
          startColumn: column,
          endColumn: column,
        });
        const range = sheet.getRange(row, column);
        const isFilled = spilledCells(workbook, sheet.getSheetId())?.[row]?.[column] !== undefined;
        if (isFilled || range.getFormula() !== "" || (range.getRawValue() ?? "") !== "") {
          return { problem: `${place} 已有内容，没有覆盖，请选一个空单元格再插入。` };
        }
        range.setValue({ f: formula });
        return { address: place };
      }),

    writeTable: (table) => ours(() => tables.writeTable(table)),
    readTable: tables.readTable,
    watchTable: async (name, onChange) =>
      answered(() => watchTable(workbook, name, () => writes > 0, onChange)),
    writeSheet: (page) => ours(() => writePage(page)),
    ...univerDocuments(workbook),

    readSelection: async () =>
      answered(() => {
        const selected = selectedRange(workbook, MOST_SELECTED);
        if ("problem" in selected) return selected;
        const { sheet, range } = selected;
        return { address: address(sheet.getSheetName(), range), values: readCells(workbook, sheet, range) };
      }),

    readSelectedCells: async () =>
      answered(() => {
        const selected = selectedRange(workbook, MOST_TYPED);
        if ("problem" in selected) return selected;
        const { sheet, range } = selected;
        return { address: address(sheet.getSheetName(), range), ...typedCells(workbook, sheet, range) };
      }),

    showSheet: async (name, cell) =>
      answered(() => {
        const book = workbook.api.getActiveWorkbook();
        const sheet = book?.getSheetByName(name);
        if (!book || !sheet) return { problem: `工作簿里没有“${name}”工作表，可能已被删除或改名。` };
        if (sheet.isSheetHidden()) {
          return { problem: `“${name}”工作表隐藏了，请右击工作表标签，选“取消隐藏”。` };
        }
        book.setActiveSheet(sheet);
        if (cell) sheet.getRange(cell).activate();
        return { sheet: sheet.getSheetName() };
      }),
  };
}

/** The selected range, cut off where the sheet's content ends. */
function selectedRange(
  workbook: OpenWorkbook,
  most: number,
): Answer<{ readonly sheet: OpenSheet; readonly range: IRange }> {
  const sheet = workbook.api.getActiveWorkbook()?.getActiveSheet();
  const [selected, ...others] = sheet?.getSelection()?.getActiveRangeList() ?? [];
  if (!sheet || !selected || others.length > 0) {
    return { problem: "请先选中一个单元格或一片连续的区域再试。" };
  }
  const { startRow, startColumn, endRow, endColumn } = selected.getRange();
  const from = { row: startRow || 0, column: startColumn || 0 };
  const end = filledEnd(workbook, sheet);
  const filled = end.row < 0 ? { row: endRow, column: endColumn } : end;
  const to = {
    row: Math.max(from.row, Math.min(endRow, filled.row)),
    column: Math.max(from.column, Math.min(endColumn, filled.column)),
  };
  const [rows, columns] = [to.row - from.row + 1, to.column - from.column + 1];
  if (rows * columns > most) {
    return {
      problem: `选中了 ${rows} 行 × ${columns} 列，超过 ${most.toLocaleString("en")} 格，请少选一些。`,
    };
  }
  const range = { startRow: from.row, startColumn: from.column, endRow: to.row, endColumn: to.column };
  return { sheet, range };
}
