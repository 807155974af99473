import { templateColumns } from "@sevenstar/core/template/columns";
import { isKnownKind, type TemplateRow } from "@sevenstar/core/template/rows";

/** The fields of a kind and their columns; of a kind of a later version nothing is known (T19). */
const columnsOf = (kind: string): readonly { readonly field: string; readonly column: string }[] =>
  isKnownKind(kind) ? templateColumns[kind] : [];

/** The table's column in which a field stands. */
export const columnOf = (kind: string, field: string): string =>
  columnsOf(kind).find((each) => each.field === field)?.column ?? field;

/** What stands in a row; of a kind of a later version, all but its id. */
const cellsOf = (kind: string, row: TemplateRow): string[] => {
  const known = columnsOf(kind).map(({ field }) => field);
  const fields = isKnownKind(kind) ? known : Object.keys(row).filter((field) => field !== "id");
  return fields.flatMap((field) => (row[field] ? [String(row[field])] : []));
};

/** A row in a few words: what stands in it, column by column. */
export const rowText = (kind: string, row: TemplateRow): string => cellsOf(kind, row).join("、");

/** What merchants call a row: what stands first in it. */
export const rowName = (kind: string, row: TemplateRow): string => cellsOf(kind, row)[0] ?? row.id;
