/** A cell's place in its sheet, counted from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells by its first and last row and column, counted from 0. */
export interface CellArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A spreadsheet has no cell beyond XFD1048576. */
export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;

/** The letters of a column counted from 0: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** The A1 address of a cell by its row and column, counted from 0. */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** The A1 address of an area by its first and last row and column, counted from 0. */
export const areaAddress = (top: number, left: number, bottom: number, right: number): string =>
  top === bottom && left === right
    ? cellAddress(top, left)
    : `${cellAddress(top, left)}:${cellAddress(bottom, right)}`;

const ADDRESS = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/;
/** Two addresses with a colon are no longer than this. */
const LONGEST_AREA = 25;

/** Reads a cell's address such as B12, b12 or $B$12; undefined for anything else and beyond XFD1048576. */
export function readCellAddress(text: string): CellPlace | undefined {
  if (text.length > LONGEST_AREA) return undefined;
  const [, letters = "", digits] = ADDRESS.exec(text.normalize("NFKC").trim()) ?? [];
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return row <= SHEET_ROWS && column <= SHEET_COLUMNS && column > 0
    ? { row: row - 1, column: column - 1 }
    : undefined;
}

/** Reads the address of an area such as A1:G2, or of a single cell; undefined for anything else. */
export function readAreaAddress(text: string): CellArea | undefined {
  if (text.length > LONGEST_AREA) return undefined;
  const places = text.split(":").map(readCellAddress);
  const [first, last] = [places[0], places.at(-1)];
  if (!first || !last || places.length > 2) return undefined;
  return {
    top: Math.min(first.row, last.row),
    left: Math.min(first.column, last.column),
    bottom: Math.max(first.row, last.row),
    right: Math.max(first.column, last.column),
  };
}
