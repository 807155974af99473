import type { TemplateRow } from "../rows.ts";
import { fieldsOf, sameRow, sameValue } from "../same-content.ts";
import type { Content } from "../wire/template.ts";

/** One thing in which a template became another; rows stand in the order of the new one, removed ones last. */
export type Difference =
  | { readonly type: "name"; readonly from: string; readonly to: string }
  | {
      readonly type: "field";
      readonly row: TemplateRow;
      readonly field: string;
      readonly from: unknown;
      readonly to: unknown;
    }
  | { readonly type: "added"; readonly row: TemplateRow }
  | { readonly type: "removed"; readonly row: TemplateRow }
  /** The rows that both have stand in another order. */
  | { readonly type: "order" };

/**
 * What has to be done to one content to make it another, by row id and field; null is a template that is not there.
 *
 * None for contents that are equal. A template of another kind is all of it removed and added.
 */
export function differences(before: Content | null, after: Content | null): Difference[] {
  const found: Difference[] = [];
  if (before && after && before.name !== after.name) {
    found.push({ type: "name", from: before.name, to: after.name });
  }
  const isSameKind = before?.kind === after?.kind;
  const former = new Map(isSameKind ? before?.rows.map((row) => [row.id, row]) : []);
  const stayed: string[] = [];
  for (const row of after?.rows ?? []) {
    const old = former.get(row.id);
    if (!old) found.push({ type: "added", row });
    else {
      stayed.push(row.id);
      if (!sameRow(old, row)) found.push(...changedFields(old, row));
    }
  }
  const isStaying = new Set(stayed);
  const removed = (before?.rows ?? []).filter(({ id }) => !isStaying.has(id));
  found.push(...removed.map((row) => ({ type: "removed", row }) as const));
  const order = (before?.rows ?? []).filter(({ id }) => isStaying.has(id));
  if (order.some(({ id }, index) => id !== stayed[index])) found.push({ type: "order" });
  return found;
}

const changedFields = (old: TemplateRow, row: TemplateRow): Difference[] =>
  fieldsOf(old, row)
    .filter((field) => !sameValue(old[field], row[field]))
    .map((field) => ({ type: "field", row, field, from: old[field], to: row[field] }));
