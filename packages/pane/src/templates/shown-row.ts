import { templateColumns } from "@sevenstar/core/template/columns";
import type { TemplateKind, TemplateRow } from "@sevenstar/core/template/rows";

/** The table's column in which a field stands. */
export const columnOf = (kind: TemplateKind, field: string): string =>
  templateColumns[kind].find((each) => each.field === field)?.column ?? field;

const cellsOf = (kind: TemplateKind, row: TemplateRow): string[] =>
  templateColumns[kind].flatMap(({ field }) => (row[field] ? [String(row[field])] : []));

/** A row in a few words: what stands in it, column by column. */
export const rowText = (kind: TemplateKind, row: TemplateRow): string => cellsOf(kind, row).join("、");

/** What merchants call a row: what stands first in it. */
export const rowName = (kind: TemplateKind, row: TemplateRow): string => cellsOf(kind, row)[0] ?? row.id;
