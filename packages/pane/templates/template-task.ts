import type { Words } from "@sevenstar/core/cells/words";
import type { Content } from "@sevenstar/core/template/wire/template";
import type { CellProblem } from "./linked-table.ts";

/** What came of a task: a problem, or what was done and how it is taken back. */
type TaskAnswer =
  | {
      readonly problem: string;
      /** The cells that are wrong. */
      readonly cells?: readonly CellProblem[];
      /** Another way, which the person may take. */
      readonly instead?: { readonly words: Words; readonly task: TemplateTask };
    }
  | { readonly done: string; readonly undo?: TemplateTask }
  | undefined;

/** Something that a person asked for. */
export type TemplateTask = () => Promise<TaskAnswer>;

/** Takes a person's wish: it is done, and what came of it is told. */
export type RunTask = (task: TemplateTask) => void;

/** What to say where cells are wrong. */
export const wrongCells = (cells: readonly CellProblem[]): string =>
  `没有保存：${cells[0]?.sentence ?? ""}共 ${cells.length} 处有误，请改正后再试。`;

/** When something was changed, in the device's own time. */
export const changedAt = (iso: string): string =>
  iso === "" ? "" : new Date(iso).toLocaleString("zh-CN", { dateStyle: "short", timeStyle: "short" });

/** Whether a template's rows are another's, order included. */
export const hasSameRows = (one: Content, other: Content): boolean =>
  JSON.stringify(one.rows) === JSON.stringify(other.rows);
