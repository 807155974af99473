import { templateColumns } from "@sevenstar/core/cells/columns";
import { columnFormat } from "@sevenstar/core/template/column-format";
import type { TemplateKind, TemplateRow } from "@sevenstar/core/template/rows";

/** The table's column in which a field stands. */
export const columnOf = (kind: TemplateKind, field: string): string =>
  templateColumns[kind].find((each) => each.field === field)?.column ?? field;

/** A field's value as its column shows it: a rate of 0.006 is 0.6%. */
export function shownValue(kind: TemplateKind, field: string, value: unknown): string {
  const isShare = columnFormat(kind, field)?.endsWith("%");
  // Twelve digits leave out what binary fractions add.
  return isShare && typeof value === "number" ? `${Number((value * 100).toPrecision(12))}%` : String(value);
}

const cellsOf = (kind: TemplateKind, row: TemplateRow): string[] =>
  templateColumns[kind].flatMap(({ field }) => (row[field] ? [shownValue(kind, field, row[field])] : []));

/** A row in a few words: what stands in it, column by column. */
export const rowText = (kind: TemplateKind, row: TemplateRow): string => cellsOf(kind, row).join("、");

/** What merchants call a row: what stands first in it. */
export const rowName = (kind: TemplateKind, row: TemplateRow): string => cellsOf(kind, row)[0] ?? row.id;
