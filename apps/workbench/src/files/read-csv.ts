import { detectDelimiter, streamCsvRows } from "hucre/csv";
import { decodeText } from "./decode-text.ts";
import {
  checkSize,
  emptyFile,
  type FileCell,
  FileProblem,
  type ImportedFile,
  LIMITS,
} from "./imported-file.ts";

/** Integers of at most ten digits, so that ids stay text; decimals of at most fifteen digits. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,9})(?:\.\d{1,5})?$/;
/** How exports keep Excel from reading an id as a number. */
const QUOTED_AS_FORMULA = /^="(.*)"$/;

/** Reads a .csv; `onProgress` is told the share that is done. */
export function readCsv(bytes: Uint8Array, name: string, onProgress: (share: number) => void): ImportedFile {
  const { text, encoding } = decodeText(bytes);
  const lines = countLines(text);
  const rows: FileCell[][] = [];
  let columnCount = 0;
  for (const row of streamCsvRows(text, { delimiter: delimiterOf(text) })) {
    const cells = row.map(csvCell);
    rows.push(cells);
    let width = cells.length;
    while (width > columnCount && cells[width - 1] === null) width -= 1;
    columnCount = Math.max(columnCount, width);
    if (rows.length % 5000 === 0) onProgress(Math.min(1, rows.length / lines));
    if (rows.length > LIMITS.rows) checkSize(lines, columnCount);
  }
  while (rows.at(-1)?.every((cell) => cell === null)) rows.pop();
  if (rows.length === 0) throw new FileProblem(emptyFile);
  checkSize(rows.length, columnCount);
  for (const row of rows) row.length = Math.min(row.length, columnCount);
  return {
    sheets: [{ name, rows, columnCount, formulas: [], dates: [], tables: [] }],
    encoding,
    customXml: [],
  };
}

function csvCell(value: unknown): FileCell {
  if (typeof value !== "string") return null;
  const text = value.trim();
  if (text === "") return null;
  const unquoted = QUOTED_AS_FORMULA.exec(text)?.[1];
  if (unquoted !== undefined) return unquoted;
  return PLAIN_NUMBER.test(text) ? Number(text) : text;
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}

/** The delimiter of the first lines; a text of one column has none and is cut nowhere but at its lines. */
const delimiterOf = (text: string) => detectDelimiter(text.slice(0, 20_000));
