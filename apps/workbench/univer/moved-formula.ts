import { LexerTreeBuilder } from "@univerjs/preset-sheets-core";
import type { OpenWorkbook } from "./open-workbook.ts";

/** A formula as it would stand so many rows further down: its references that are not fixed move with it. */
export const movedFormula = ({ services }: OpenWorkbook, formula: string, rows: number): string =>
  services.get(LexerTreeBuilder).moveFormulaRefOffset(formula, 0, rows);
