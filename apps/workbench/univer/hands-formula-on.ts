import { SetRangeValuesMutation } from "@univerjs/preset-sheets-core";
import type { Mutation } from "./on-mutation.ts";

/**
 * Whether a mutation writes formulas down for cells that share one, as Univer does after each change of them: once the
 * first of the cells is emptied, the formula stands in the next one, in a row that the change itself does not name.
 */
export const handsFormulaOn = ({ id, params, isFromFormulas, isResult, workbookId }: Mutation): boolean =>
  id === SetRangeValuesMutation.id &&
  isFromFormulas &&
  !isResult &&
  (params as { readonly unitId?: string }).unitId === workbookId;
