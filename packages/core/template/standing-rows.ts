import type { TemplateRow } from "./rows.ts";
import { sameRow } from "./same-content.ts";

/** Tells whether a row stands as it is among others. */
export function standingIn(rows: () => readonly TemplateRow[]): (row: TemplateRow) => boolean {
  let rowsOf: Map<string, TemplateRow[]> | undefined;
  return (row) => {
    if (!rowsOf) {
      rowsOf = new Map();
      for (const each of rows()) {
        const others = rowsOf.get(each.id);
        if (others) others.push(each);
        else rowsOf.set(each.id, [each]);
      }
    }
    return rowsOf.get(row.id)?.some((each) => sameRow(each, row)) ?? false;
  };
}
