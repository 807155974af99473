import { isReference } from "./reference.ts";
import { isFormulaText, scanFormula } from "./scan-formula.ts";

/** A name that is being typed: its first letters, and where they begin. */
export interface TypedName {
  readonly start: number;
  readonly letters: string;
}

/**
 * The first letters of a function's name that end at the caret; undefined in a text, a sheet name, a reference
 * and everything else that no function's name can become.
 */
export function typedName(formula: string, caret: number): TypedName | undefined {
  if (!isFormulaText(formula)) return undefined;
  const pieces = scanFormula(formula);
  const index = pieces.findIndex(({ end }) => end === caret);
  const piece = pieces[index];
  if (piece?.kind !== "word" || !/^[\p{L}_]/u.test(piece.written) || isReference(pieces, index)) {
    return undefined;
  }
  const before = pieces[index - 1]?.kind;
  const after = pieces[index + 1];
  const isPartOfReference = before === "colon" || before === "bang" || before === "columns";
  const isFinished = after && ["bang", "colon", "columns", "open", "sheet", "text"].includes(after.kind);
  return isPartOfReference || isFinished ? undefined : { start: piece.start, letters: piece.written };
}
