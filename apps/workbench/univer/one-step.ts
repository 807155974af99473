import type { Answer } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { ICommandService, IUndoRedoService, sequenceExecute } from "@univerjs/core";
import type { OpenWorkbook } from "./open-workbook.ts";
import type { WholeUndo } from "./whole-undo.ts";

/** A sentence that ends a write in its middle; what was written is taken back. */
export class HostRefusal extends Error {}

/** Writes into the workbook such that one undo takes everything back, and takes it back itself where it fails. */
export function oneStep<Value extends object>(
  workbook: OpenWorkbook,
  write: () => Answer<Value>,
): Answer<Value> {
  return answered(() => {
    const book = workbook.api.getActiveWorkbook();
    if (!book) return { problem: "没有打开的工作簿，请刷新本页。" };
    if (book.isCellEditing()) return { problem: "单元格正在编辑，请先按回车结束编辑再试。" };
    const undoRedo = workbook.services.get(IUndoRedoService) as WholeUndo;
    return undoRedo.join(book.getId(), write, (undo) => {
      sequenceExecute(undo, workbook.services.get(ICommandService));
    });
  });
}

/** Answers a question about the workbook; what goes wrong becomes a sentence. */
export function answered<Value extends object>(ask: () => Answer<Value>): Answer<Value> {
  try {
    return ask();
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function problemOf(error: unknown): string {
  if (error instanceof HostRefusal) return error.message;
  console.error(error);
  return `表格没有完成这一步，原来的内容没有变，请再试一次（${error instanceof Error ? error.message : String(error)}）。`;
}
