import type { ICellData, Nullable } from "@univerjs/core";
import { plainCell } from "../../univer/cell-data.ts";

/** What stands before what in ascending order, as in Excel. */
const RANKS = { number: 0, text: 1, boolean: 2, error: 3, blank: 4 } as const;
/** Chinese by its sound; 款2 before 款10. */
const texts = new Intl.Collator("zh-CN", { numeric: true });

/** How two cells of a sorted column follow each other; blanks come last in either direction. */
export function compareCells(type: "asc" | "desc", a: Nullable<ICellData>, b: Nullable<ICellData>): number {
  const [rankA, rankB] = [rankOf(a), rankOf(b)];
  if (rankA === RANKS.blank || rankB === RANKS.blank) return rankA - rankB;
  if (rankA !== rankB) return type === "asc" ? rankA - rankB : rankB - rankA;
  return type === "asc" ? compareAlike(plainCell(a), plainCell(b)) : compareAlike(plainCell(b), plainCell(a));
}

function rankOf(cell: Nullable<ICellData>): number {
  const value = plainCell(cell);
  if (value === null) return RANKS.blank;
  if (typeof value === "number") return RANKS.number;
  if (typeof value === "boolean") return RANKS.boolean;
  return value.startsWith("#") && (cell?.f || cell?.si) ? RANKS.error : RANKS.text;
}

const compareAlike = (a: unknown, b: unknown) =>
  typeof a === "string" ? texts.compare(a, String(b)) : Number(a) - Number(b);
