import type { SheetValue, WrittenCell } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { CellValueType, type ICellData, type Nullable } from "@univerjs/core";

/** What takes a cell's content away and leaves its looks. */
const EMPTY = { v: null, t: null, f: null, si: null, p: null, custom: null };

/** A written cell as Univer keeps it; text stays text, whatever it looks like. */
export function cellData(cell: WrittenCell): ICellData {
  if (cell === null || cell === "") return { ...EMPTY };
  if (typeof cell === "object") return { ...EMPTY, f: cell.formula };
  if (typeof cell === "string") return { ...EMPTY, v: cell, t: CellValueType.STRING };
  if (typeof cell === "boolean") return { ...EMPTY, v: cell ? 1 : 0, t: CellValueType.BOOLEAN };
  return { ...EMPTY, v: cell, t: CellValueType.NUMBER };
}

/** The plain value of a cell, of rich text its characters. */
export function plainCell(cell: Nullable<ICellData>): SheetValue {
  const value = cell?.v ?? cell?.p?.body?.dataStream.replace(/\r\n$/, "") ?? "";
  if (value === "") return null;
  return cell?.t === CellValueType.BOOLEAN ? Boolean(Number(value)) : value;
}

/** Whether a cell holds a value or a formula. */
export const isFilled = (cell: Nullable<ICellData>): boolean =>
  Boolean(cell && (cell.f || cell.si || plainCell(cell) !== null));
