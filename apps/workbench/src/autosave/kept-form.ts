import type { ICellData, IRowData, IWorkbookData, Nullable } from "@univerjs/core";

/** How many rows one piece holds: few enough that one cell's edit costs little. */
const ROWS = 100;

/** The rows of a sheet, cells and heights, as Univer holds them. */
export interface SheetRows {
  readonly cells: Readonly<Record<string, Readonly<Record<string, Nullable<ICellData>>>>>;
  readonly rows: Readonly<Record<string, Nullable<Partial<IRowData>>>>;
}

/** A workbook as the browser keeps it, each part as JSON. */
export interface KeptWorkbook {
  /** Everything but the sheets. */
  readonly book: string;
  /** Everything of each sheet but its rows, by sheet. */
  readonly heads: ReadonlyMap<string, string>;
  /** Up to ROWS rows each, by sheet and the piece's number. */
  readonly pieces: ReadonlyMap<string, ReadonlyMap<number, string>>;
}

/** The number of the piece in which a row stands. */
export const pieceOf = (row: number): number => Math.floor(row / ROWS);

/** The numbers of the pieces in which something stands. */
export function piecesIn({ cells, rows }: SheetRows): Set<number> {
  const numbers = new Set<number>();
  for (const row of Object.keys(cells)) numbers.add(pieceOf(Number(row)));
  for (const row of Object.keys(rows)) numbers.add(pieceOf(Number(row)));
  return numbers;
}

/** One piece as JSON, undefined where nothing stands in it. */
export function pieceForm({ cells, rows }: SheetRows, piece: number): string | undefined {
  const kept: { cells: Record<string, object>; rows: Record<string, object> } = { cells: {}, rows: {} };
  let isEmpty = true;
  for (let row = piece * ROWS; row < (piece + 1) * ROWS; row++) {
    const line = cells[row];
    const height = rows[row];
    if (line) {
      const entries = Object.entries(line).map(([column, cell]) => [column, withoutResult(cell)]);
      kept.cells[row] = Object.fromEntries(entries);
    }
    if (height) kept.rows[row] = height;
    if (line || height) isEmpty = false;
  }
  return isEmpty ? undefined : JSON.stringify(kept);
}

/** A sheet without its rows, as JSON. */
export const headForm = (sheet: object): string => JSON.stringify({ ...sheet, cellData: {}, rowData: {} });

/** A workbook without its sheets, as JSON. */
export const bookForm = (snapshot: object): string => JSON.stringify({ ...snapshot, sheets: {} });

/** A whole workbook in the form in which it is kept. */
export function keptForm(data: IWorkbookData): KeptWorkbook {
  const heads = new Map<string, string>();
  const pieces = new Map<string, Map<number, string>>();
  for (const [id, sheet] of Object.entries(data.sheets)) {
    heads.set(id, headForm(sheet));
    const standing = { cells: sheet.cellData ?? {}, rows: sheet.rowData ?? {} } as SheetRows;
    const texts = new Map<number, string>();
    for (const piece of piecesIn(standing)) {
      const text = pieceForm(standing, piece);
      if (text !== undefined) texts.set(piece, text);
    }
    pieces.set(id, texts);
  }
  return { book: bookForm(data), heads, pieces };
}

/** The workbook that is kept in that form. */
export function workbookOf({ book, heads, pieces }: KeptWorkbook): IWorkbookData {
  const data = JSON.parse(book) as IWorkbookData;
  data.sheets = {};
  for (const [id, head] of heads) {
    const sheet = JSON.parse(head) as IWorkbookData["sheets"][string];
    const texts = [...(pieces.get(id)?.values() ?? [])];
    const parts = texts.map((text) => JSON.parse(text) as SheetRows);
    sheet.cellData = Object.assign({}, ...parts.map(({ cells }) => cells));
    sheet.rowData = Object.assign({}, ...parts.map(({ rows }) => rows));
    data.sheets[id] = sheet;
  }
  return data;
}

/** A formula is kept without its result, so that it is computed when the workbook is opened. */
function withoutResult(cell: Nullable<ICellData>): Nullable<ICellData> {
  if (!cell?.f && !cell?.si) return cell;
  const { v: _, t: __, custom: ___, ...formula } = cell;
  return formula;
}
