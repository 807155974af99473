import { findKind, type TemplateRow } from "@sevenstar/core/template/rows";

/** The table's column in which a field stands; of a kind of a later version nothing is known (T19). */
export const columnOf = (kind: string, field: string): string =>
  findKind(kind)?.columns[field]?.header ?? field;

/** A field's value as its column shows it: a rate of 0.006 is 0.6%. */
export function shownValue(kind: string, field: string, value: unknown): string {
  const isShare = findKind(kind)?.columns[field]?.numberFormat?.endsWith("%");
  // Twelve digits leave out what binary fractions add.
  return isShare && typeof value === "number" ? `${Number((value * 100).toPrecision(12))}%` : String(value);
}

/** What stands in a row; of a kind of a later version, all but its id. */
const cellsOf = (kind: string, row: TemplateRow): string[] => {
  const fields = Object.keys(findKind(kind)?.columns ?? row).filter((field) => field !== "id");
  return fields.flatMap((field) => (row[field] ? [shownValue(kind, field, row[field])] : []));
};

/** A row in a few words: what stands in it, column by column. */
export const rowText = (kind: string, row: TemplateRow): string => cellsOf(kind, row).join("、");

/** What merchants call a row: what stands first in it. */
export const rowName = (kind: string, row: TemplateRow): string => cellsOf(kind, row)[0] ?? row.id;
