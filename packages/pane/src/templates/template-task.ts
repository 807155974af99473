import type { Content } from "@sevenstar/core/template/template";

/** What came of a task: a problem, or what was done and how it is taken back. */
export type TaskAnswer =
  | { readonly problem: string }
  | { readonly done: string; readonly undo?: TemplateTask }
  | undefined;

/** Something that a person asked for. */
export type TemplateTask = () => Promise<TaskAnswer>;

/** Takes a person's wish: it is done, and what came of it is told. */
export type RunTask = (task: TemplateTask) => void;

/** When something was changed, in the device's own time. */
export const changedAt = (iso: string): string =>
  iso === "" ? "" : new Date(iso).toLocaleString("zh-CN", { dateStyle: "short", timeStyle: "short" });

/** Whether a template's rows are another's, order included. */
export const hasSameRows = (one: Content, other: Content): boolean =>
  JSON.stringify(one.rows) === JSON.stringify(other.rows);
