import { isHostError } from "../cells/cell.ts";
import { errorCode } from "../cells/incoming-error.ts";
import { badArgument, type Refusal } from "../cells/refusal.ts";
import { type CompiledCheck, cellReader, type ListingTable, shownText } from "./compile-check.ts";
import { cellKinds } from "./listing-cells.ts";
import { type ListingField, listingFields } from "./listing-fields.ts";

/** The cells of a row that the checks which met a bad one cannot read: a sentence for each, and whether any is an error value. */
export function unreadableCells(
  checks: readonly CompiledCheck[],
  table: ListingTable,
  row: readonly unknown[],
): { readonly sentences: readonly string[]; readonly hasError: boolean } {
  const sentences = new Map<ListingField, string>();
  let hasError = false;
  for (const check of checks) {
    if (check.outcome(row) !== "bad") continue;
    for (const field of check.reads) {
      const value = cellReader(table, field)(row);
      const { header, holds } = listingFields[field];
      const { read, should } = cellKinds[holds];
      if (value === undefined) continue;
      if (isHostError(value)) {
        hasError = true;
        sentences.set(field, `“${header}”：引用的格子出错（${errorCode(value)}），请先处理那个格子`);
      } else if (read(value) === undefined) {
        sentences.set(field, `“${header}”填的是“${shownText(value)}”，请改成${should}`);
      }
    }
  }
  return { sentences: [...sentences.values()], hasError };
}

/** Why a row cannot be judged. */
export function badListingRow(
  checks: readonly CompiledCheck[],
  table: ListingTable,
  row: readonly unknown[],
): Refusal {
  return badArgument(`${unreadableCells(checks, table, row).sentences.join("；")}。`);
}
