/** The A1 address of a cell by its row and column, counted from 0. */
export const cellAddress = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

function columnName(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return `${rest < 0 ? "" : columnName(rest)}${String.fromCharCode(65 + (column % 26))}`;
}

/** The address of an area by its first and last row and column, counted from 0. */
export const areaAddress = (top: number, left: number, bottom: number, right: number): string =>
  top === bottom && left === right
    ? cellAddress(top, left)
    : `${cellAddress(top, left)}:${cellAddress(bottom, right)}`;

/** The number of a column, from 0: 0 for A. */
export const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
