import type { Language, Words } from "@sevenstar/core/cells/words";
import type { Content } from "@sevenstar/core/template/wire/template";
import type { CellProblem } from "./linked-table.ts";

/** What came of a task: a problem, or what was done and how it is taken back. */
type TaskAnswer =
  | {
      /** A sentence of the host, core or the server stands in Chinese only. */
      readonly problem: Words | string;
      /** The cells that are wrong. */
      readonly cells?: readonly CellProblem[];
      /** Another way, which the person may take. */
      readonly instead?: { readonly words: Words; readonly task: TemplateTask };
    }
  | { readonly done: Words; readonly undo?: TemplateTask }
  | undefined;

/** Something that a person asked for. */
export type TemplateTask = () => Promise<TaskAnswer>;

/** Takes a person's wish: it is done, and what came of it is told. */
export type RunTask = (task: TemplateTask) => void;

/** What to say where cells are wrong. */
export const wrongCells = (cells: readonly CellProblem[]): Words => {
  const [first, count] = [cells[0]?.sentence ?? "", cells.length];
  return {
    zh: `没有保存：${first}共 ${count} 处有误，请改正后再试。`,
    en: `Not saved: ${first} ${count} cells are wrong; mend them and try again.`,
  };
};

/** When something was changed, in the device's own time. */
export const changedAt = (iso: string, language: Language): string =>
  iso === ""
    ? ""
    : new Date(iso).toLocaleString(locales[language], { dateStyle: "short", timeStyle: "short" });

const locales: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en-GB" };

/** Whether a template's rows are another's, order included. */
export const hasSameRows = (one: Content, other: Content): boolean =>
  JSON.stringify(one.rows) === JSON.stringify(other.rows);
