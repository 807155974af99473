import type { Piece } from "./scan-formula.ts";

const CELL = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i;
const COLUMN = /^\$?([A-Z]{1,3})$/i;
const ROW = /^\$?[1-9]\d{0,6}$/;
const MOST_ROWS = 1_048_576;

/** Whether a word of a formula is a cell, or a column or row of a range such as A:C. */
export function isReference(pieces: readonly Piece[], index: number): boolean {
  const word = pieces[index]?.written ?? "";
  const [, letters, row] = CELL.exec(word) ?? [];
  if (letters && row) return isColumn(letters) && Number(row) <= MOST_ROWS;
  const isInRange = pieces[index - 1]?.kind === "colon" || pieces[index + 1]?.kind === "colon";
  return isInRange && (ROW.test(word) || isColumn(COLUMN.exec(word)?.[1] ?? ""));
}

/** A to XFD. */
const isColumn = (letters: string) =>
  letters.length > 0 && (letters.length < 3 || letters.toUpperCase() <= "XFD");
