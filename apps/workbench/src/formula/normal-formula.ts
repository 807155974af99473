import { isReference } from "./reference.ts";
import { isFormulaText, MOST_FORMULA_LETTERS, type Piece, scanFormula } from "./scan-formula.ts";

/** What the workbook knows by name. */
export interface KnownNames {
  isFunction(name: string): boolean;
  isSheet(name: string): boolean;
}

/**
 * A typed formula as Excel writes it: full-width signs and Chinese quotation marks outside of texts become the
 * English ones, functions and references are in capitals, missing brackets at the end are closed. Texts, sheet
 * names and numbers stay as they were typed.
 */
export function normalFormula(typed: string, known: KnownNames): string {
  if (!isFormulaText(typed) || typed.length > MOST_FORMULA_LETTERS) return typed;
  const pieces = scanFormula(typed.trimEnd());
  let written = "=";
  const closing: string[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === "open") closing.push(piece.written === "{" ? "}" : ")");
    if (piece.kind === "close") closing.pop();
    written += piece.kind === "word" ? normalWord(pieces, index, known) : piece.written;
  }
  const isWhole = pieces.every(({ isClosed }) => isClosed);
  return isWhole ? written + closing.reverse().join("") : written;
}

function normalWord(pieces: readonly Piece[], index: number, known: KnownNames): string {
  const { typed, written } = pieces[index] as Piece;
  const next = nextSolid(pieces, index);
  const capitals = written.toUpperCase();
  if (pieces[index + 1]?.kind === "bang") return known.isSheet(typed) ? typed : written;
  if (next?.written === "(") return known.isFunction(capitals) ? capitals : written;
  if (pieces[index + 1]?.kind === "columns") return written;
  return isReference(pieces, index) || capitals === "TRUE" || capitals === "FALSE" ? capitals : written;
}

/** The next piece that is not blank. */
export const nextSolid = (pieces: readonly Piece[], index: number): Piece | undefined =>
  pieces.slice(index + 1, index + 3).find(({ kind }) => kind !== "blank");
