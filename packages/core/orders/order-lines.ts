import { isBlankInTable } from "../cells/blank.ts";
import { isHostError, plainValue } from "../cells/cell.ts";
import { type FileColumn, type FileKind, standingColumn } from "../cells/define-file-kind.ts";
import { isDamagedCode } from "../cells/export-cell.ts";
import { matchHeaders } from "../cells/header.ts";
import { isBlankRow } from "../cells/table.ts";
import { orderExport } from "./order-export.ts";

type Rows = readonly (readonly unknown[])[];

/** What each column of an order export is. */
export const orderColumns = (headers: readonly unknown[]): FileColumn[] =>
  headers.map((cell) => {
    const header = isBlankInTable(cell) || isHostError(cell) ? "" : String(cell);
    return standingColumn(header, orderExport.columns);
  });

/** The rows of one order's items, as indices of the table's rows. */
export type OrderLines = readonly number[];

/**
 * Groups the rows of an export into orders, in the export's order: a row without an order id continues the
 * order above it (merged cells), a row with an id that was seen before belongs to that order. Of ids that have
 * lost digits the order's amounts and times must be equal too. Without a column of ids a row continues the order
 * above it where all columns of the order are blank. Blank rows belong to none.
 */
export function groupOrders(rows: Rows, columns: readonly FileColumn[], kind: FileKind): OrderLines[] {
  const headers = columns.map(({ header }) => header);
  const known = matchHeaders<string>(headers, kind.columns);
  const idColumn = kind.order === undefined ? undefined : known.get(kind.order);
  const placesOf = (has: (column: FileColumn) => boolean) =>
    columns.flatMap((column, place) => (has(column) ? [place] : []));
  const ownPlaces = idColumn === undefined ? placesOf(({ isItem }) => !isItem) : [idColumn];
  const witnesses = placesOf(({ kind }) => kind === "amount" || kind === "time");
  const orders: number[][] = [];
  const byId = new Map<string, number[]>();
  let current: number[] | undefined;
  for (const [index, row] of rows.entries()) {
    if (isBlankRow(row)) continue;
    const isContinued = ownPlaces.every((place) => isBlankInTable(plainValue(row[place])));
    const id = idColumn === undefined || isContinued ? undefined : plainValue(row[idColumn]);
    let name = id === undefined || isHostError(id) ? undefined : String(id).trim();
    if (isDamagedCode(id)) name += JSON.stringify(witnesses.map((place) => row[place]));
    const seen = isContinued ? current : name === undefined ? undefined : byId.get(name);
    if (seen) {
      seen.push(index);
    } else {
      orders.push([index]);
      if (name !== undefined) byId.set(name, orders.at(-1) as number[]);
    }
    current = seen ?? orders.at(-1);
  }
  return orders;
}

/**
 * The rows of an export with each order's columns filled down its lines, amounts on its first line only, so that
 * a column sum is right, and items line by line. `read` gives the cell in a row and column; "" is blank.
 */
export function orderRows<Value, Column extends FileColumn>(
  rows: Rows,
  columns: readonly Column[],
  kind: FileKind,
  read: (raw: unknown, column: Column, row: number, place: number) => Value | "",
): (Value | "")[][] {
  const answer = rows.map(() => new Array<Value | "">(columns.length).fill(""));
  for (const lines of groupOrders(rows, columns, kind)) {
    for (const [place, column] of columns.entries()) {
      let above: Value | "" = "";
      for (const line of lines) {
        const own = read(rows[line]?.[place], column, line, place);
        if (column.isItem || above === "" || (column.kind !== "amount" && own !== "")) above = own;
        if (column.kind !== "amount") (answer[line] as (Value | "")[])[place] = above;
      }
      const first = answer[lines[0] ?? 0];
      if (column.kind === "amount" && first) first[place] = above;
    }
  }
  return answer;
}
