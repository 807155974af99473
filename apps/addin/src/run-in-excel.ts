import type { Answer } from "@sevenstar/pane/sheet-host/sheet-host.ts";

/** What Excel says when it refuses, as a sentence for the merchant. */
const problems: Readonly<Record<string, string>> = {
  AccessDenied: "工作表受保护，请先取消保护（审阅 → 撤消工作表保护）再试。",
  InvalidOperationInCellEditMode: "单元格正在编辑，请先按回车结束编辑再试。",
  InvalidSelection: "请先选中一个单元格或一片连续的区域再试。",
  InsertDeleteConflict: "表的下面或右边还有别的表或合并的单元格，没有地方增减行列，请先把它们移开再试。",
  RequestPayloadSizeLimitExceeded:
    "内容超过网页版 Excel 一次能传的 5 MB，请减少行数或在电脑版 Excel 里再试。",
  ResponsePayloadSizeLimitExceeded:
    "内容超过网页版 Excel 一次能传的 5 MB，请减少行数或在电脑版 Excel 里再试。",
};

/** Does a task in Excel; what Excel refuses becomes a sentence, `own` sentences before the common ones. */
export async function runInExcel<Value extends object>(
  task: (context: Excel.RequestContext) => Promise<Answer<Value>>,
  own: Readonly<Record<string, string>> = {},
): Promise<Answer<Value>> {
  try {
    return await (hasMergedUndo() ? Excel.run({ mergeUndoGroup: true }, task) : Excel.run(task));
  } catch (error) {
    const { code = "", message = String(error) } = (error ?? {}) as { code?: string; message?: string };
    const known = own[code] ?? problems[code];
    return {
      problem: known ?? `Excel 没有完成这一步（${code}：${message}），请再试一次；一直不行请重新打开工作簿。`,
    };
  }
}

/** Does a writing task in Excel without events for it, which would tell our own change as the merchant's. */
export async function writeInExcel<Value extends object>(
  task: (context: Excel.RequestContext) => Promise<Answer<Value>>,
): Promise<Answer<Value>> {
  try {
    return await runInExcel((context) => {
      context.runtime.enableEvents = false;
      return task(context);
    });
  } finally {
    await runInExcel(async (context) => {
      context.runtime.enableEvents = true;
      await context.sync();
      return {};
    });
  }
}

/** Whether Excel takes a whole task back in one undo. */
export const hasMergedUndo = (): boolean =>
  typeof Office !== "undefined" && Boolean(Office.context?.requirements?.isSetSupported("ExcelApi", "1.20"));
