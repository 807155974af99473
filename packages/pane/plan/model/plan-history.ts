import type { Words } from "@sevenstar/core/cells/words";
import { commandWords } from "./command-words.ts";
import { applyCommand, type PlanCommand } from "./plan-command.ts";
import type { PlanDocument } from "./plan-document.ts";

interface Step {
  readonly words: Words;
  readonly before: PlanDocument;
  readonly after: PlanDocument;
}

/** The plan with what was done to it and what was undone. */
export interface PlanHistory {
  readonly document: PlanDocument;
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

const MOST_STEPS = 200;

/** A plan to which nothing was done yet. */
export const planHistory = (document: PlanDocument): PlanHistory => ({ document, done: [], undone: [] });

/** Does a command; what was undone before can then no longer be done again. */
export function doCommand({ document, done }: PlanHistory, command: PlanCommand): PlanHistory {
  const after = applyCommand(document, command);
  const step = { words: commandWords(command, document), before: document, after };
  return { document: after, done: [...done, step].slice(-MOST_STEPS), undone: [] };
}

/** Takes back the last command; without one nothing changes. */
export function undo(history: PlanHistory): PlanHistory {
  const step = history.done.at(-1);
  if (!step) return history;
  return { document: step.before, done: history.done.slice(0, -1), undone: [...history.undone, step] };
}

/** Does again what was undone last; without anything nothing changes. */
export function redo(history: PlanHistory): PlanHistory {
  const step = history.undone.at(-1);
  if (!step) return history;
  return { document: step.after, done: [...history.done, step], undone: history.undone.slice(0, -1) };
}

/** Shows another year; that is no change of the plan and is not undone. */
export const showYear = (history: PlanHistory, year: number): PlanHistory => ({
  ...history,
  document: { ...history.document, year },
});
