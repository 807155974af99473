import type { FunctionMetadata } from "./function-metadata.ts";
import type { ExcelError } from "./passed-argument.ts";

/** A cell that Excel shows. */
export type ShownCell = string | number | boolean | ExcelError;

/** The codes whose message Excel shows. */
const WITH_MESSAGE = ["#VALUE!", "#N/A"];

/**
 * What Excel shows of a function's answer.
 *
 * Throws where Excel would show something wrong without a word: an array where the metadata promises one
 * value or the reverse, ragged rows, null (shown as 0), undefined, NaN, an infinite number, a promise.
 */
export function validatedAnswer(definition: FunctionMetadata, answer: unknown): ShownCell[][] {
  const wrong = (what: string) => new Error(`${definition.id} answered ${what}`);
  const isMatrix = definition.result.dimensionality === "matrix";
  if (isMatrix !== Array.isArray(answer)) {
    throw wrong(
      isMatrix ? "one value where its metadata says matrix" : "an array where its metadata says scalar",
    );
  }
  const rows = (isMatrix ? answer : [[answer]]) as unknown[];
  if (rows.length === 0 || !rows.every(Array.isArray)) throw wrong("an array that is not rows of cells");
  const widths = new Set((rows as unknown[][]).map((row) => row.length));
  if (widths.size !== 1 || widths.has(0)) throw wrong(`rows of different lengths: ${[...widths].join(", ")}`);
  return (rows as unknown[][]).map((row) => row.map((cell) => shownCell(cell, wrong)));
}

function shownCell(cell: unknown, wrong: (what: string) => Error): ShownCell {
  if (typeof cell === "string" || typeof cell === "boolean") return cell;
  if (typeof cell === "number") {
    if (!Number.isFinite(cell)) throw wrong(`${cell} in a cell`);
    return cell;
  }
  const { code, message, type, basicValue } = (cell ?? {}) as Record<string, unknown>;
  if (type === "Error" && typeof basicValue === "string") return { code: basicValue };
  if (typeof code !== "string") throw wrong(`${cell === null ? "null" : typeof cell} in a cell`);
  return WITH_MESSAGE.includes(code) && typeof message === "string" ? { code, message } : { code };
}
