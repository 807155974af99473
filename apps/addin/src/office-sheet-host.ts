import type { SheetHost } from "@sevenstar/pane/sheet-host.ts";

/** What Excel says when it refuses, as a sentence for the merchant. */
const problems: Readonly<Record<string, string>> = {
  AccessDenied: "工作表受保护，请先取消保护（审阅 → 撤消工作表保护）再插入。",
  InvalidOperationInCellEditMode: "单元格正在编辑，请先按回车结束编辑再插入。",
  InvalidSelection: "请先选中一个单元格再插入。",
  ItemNotFound: "请先选中一个单元格再插入。",
};

/** The spreadsheet beside the pane when it is Excel. */
export const officeSheetHost: SheetHost = {
  async insertFormula(formula) {
    try {
      return await Excel.run(async (context) => {
        const cell = context.workbook.getActiveCell();
        cell.load("address, formulas");
        await context.sync();
        if (cell.formulas[0]?.[0] !== "") {
          return { problem: `${cell.address} 已有内容，没有覆盖，请选一个空单元格再插入。` };
        }
        cell.formulas = [[formula]];
        await context.sync();
        return { address: cell.address };
      });
    } catch (error) {
      const { code = "", message = String(error) } = error as { code?: string; message?: string };
      return {
        problem: problems[code] ?? `Excel 没有接受这个公式（${code}：${message}），请换一个单元格再试。`,
      };
    }
  },
};
