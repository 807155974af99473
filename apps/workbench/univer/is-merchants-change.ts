import {
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
  SetWorksheetRowAutoHeightMutation,
} from "@univerjs/preset-sheets-core";
import type { Mutation } from "./on-mutation.ts";

const FORMULAS = "formula.";
const NAMES: readonly string[] = [SetDefinedNameMutation.id, RemoveDefinedNameMutation.id];

/**
 * Whether a mutation changes what the merchant has in the workbook: not the results of formulas, what the calculation
 * keeps for itself, heights fitted to texts, sheets grown for results, or a text in an editor that is still open.
 */
export function isMerchantsChange({ id, params, isFromFormulas, workbookId }: Mutation): boolean {
  // The editors of cells and formulas are units of their own.
  if ((params as { readonly unitId?: string }).unitId !== workbookId || isFromFormulas) return false;
  if (id.startsWith(FORMULAS)) return NAMES.includes(id);
  return id !== SetWorksheetRowAutoHeightMutation.id;
}
