import type { ICellData, Nullable } from "@univerjs/core";

/** What a cell keeps beside a serial number that a function gave as a date. */
interface KeptDate {
  readonly sevenstarDate: { readonly id: string; readonly serial: number };
}

/** The mark of a date that a function gives. */
export const keptDate = (id: string, serial: number): Record<string, unknown> =>
  ({ sevenstarDate: { id, serial } }) satisfies KeptDate;

/**
 * The number format of a cell whose formula gave a date; undefined where it gave none. The engine leaves the mark
 * behind when another formula takes the cell over: it holds for its own number and function only.
 */
export function dateFormat(cell: Nullable<ICellData>, formula: string | undefined): string | undefined {
  const { sevenstarDate: date } = (cell?.custom ?? {}) as Partial<KeptDate>;
  if (!date || date.serial !== cell?.v) return undefined;
  if (formula !== undefined && !formula.toUpperCase().includes(`${date.id}(`)) return undefined;
  return Number.isInteger(date.serial) ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm";
}
