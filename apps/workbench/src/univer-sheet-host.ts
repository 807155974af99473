import type { SheetHost } from "@sevenstar/pane/sheet-host.ts";
import { spilledCells } from "./read-cell.ts";
import { cellAddress } from "./sheets/cell-address.ts";
import type { OpenWorkbook } from "./start-univer.ts";

/** The spreadsheet beside the pane when it is the workbench's own. */
export const univerSheetHost = (workbook: OpenWorkbook): SheetHost => ({
  async insertFormula(formula) {
    const book = workbook.api.getActiveWorkbook();
    if (book?.isCellEditing()) {
      return { problem: "单元格正在编辑，请先按回车结束编辑再插入。" };
    }
    const sheet = book?.getActiveSheet();
    const cell = sheet?.getSelection()?.getCurrentCell();
    if (!sheet || !cell) return { problem: "请先选中一个单元格再插入。" };
    const { actualRow: row, actualColumn: column } = cell;
    const address = `${sheet.getSheetName()}!${cellAddress(row, column)}`;
    const range = sheet.getRange(row, column);
    const isFilled = spilledCells(workbook, sheet.getSheetId())?.[row]?.[column] !== undefined;
    if (isFilled || range.getFormula() !== "" || (range.getRawValue() ?? "") !== "") {
      return { problem: `${address} 已有内容，没有覆盖，请选一个空单元格再插入。` };
    }
    range.setValue({ f: formula });
    return { address };
  },
});
