import { Refusal } from "../cells/refusal.ts";
import type { SpreadsheetFunction } from "./define-function.ts";
import { evaluate } from "./evaluate.ts";

/** For tests: a call's answer with each refusal as text, such as `#VALUE! 请填写…`. */
export const shownAnswer = (definition: SpreadsheetFunction, ...callArguments: unknown[]): unknown[][] =>
  evaluate(definition, callArguments).map((row) =>
    row.map((cell) => (cell instanceof Refusal ? `${cell.code} ${cell.message}` : cell)),
  );

/** For tests: values as a column. */
export const column = (...values: readonly unknown[]): unknown[][] => values.map((value) => [value]);
