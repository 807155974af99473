import type { SpreadsheetFunction } from "./define-function.ts";
import { evaluate } from "./evaluate.ts";
import { Refusal } from "./refusal.ts";

/** The answer of a call with refusals as text, code and sentence: what a test or a page can show. */
export function shownAnswer(definition: SpreadsheetFunction, callArguments: readonly unknown[]): unknown[][] {
  return evaluate(definition, callArguments).map((row) =>
    row.map((cell) => (cell instanceof Refusal ? `${cell.code} ${cell.message}` : cell)),
  );
}
