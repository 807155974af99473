import type { IRange } from "@univerjs/core";
import {
  deserializeRangeWithSheetWithCache,
  LexerTreeBuilder,
  sequenceNodeType,
} from "@univerjs/preset-sheets-core";
import type { OpenWorkbook } from "./open-workbook.ts";

/** A reference of a formula: as it is written, and what it means. */
interface FormulaReference {
  readonly text: string;
  /** Empty where it is the formula's own sheet. */
  readonly sheetName: string;
  readonly range: IRange;
}

/** The references of a formula to cells, in their order. */
export function formulaReferences({ services }: OpenWorkbook, formula: string): FormulaReference[] {
  return (services.get(LexerTreeBuilder).sequenceNodesBuilder(formula) ?? []).flatMap((node) => {
    if (typeof node === "string" || node.nodeType !== sequenceNodeType.REFERENCE) return [];
    const { range, sheetName } = deserializeRangeWithSheetWithCache(node.token);
    return [{ text: node.token, sheetName, range }];
  });
}
