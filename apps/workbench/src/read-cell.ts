import type { ICellData, Nullable } from "@univerjs/core";
import { formulaAt } from "../univer/formula-at.ts";
import type { OpenWorkbook } from "../univer/open-workbook.ts";
import { spilledCells } from "../univer/spilled-cells.ts";
import { workbookNames } from "../univer/workbook-names.ts";
import { keptSentence } from "./formula/refusal-data.ts";
import { unknownName } from "./formula/unknown-name.ts";
import { spillSentence } from "./spill-sentence.ts";

const ERRORS: Readonly<Record<string, string>> = {
  "#VALUE!": "参数的类型不对：请检查引用的格子里是不是要的数字、日期或文字。",
  "#N/A": "没有找到要的值：请检查要找的内容和区域。",
  "#NAME?": "公式里有不认识的名字：请检查函数名有没有写错，文字要用英文双引号括起来。",
  "#REF!": "公式引用的格子已被删除：请重新选择区域。",
  "#DIV/0!": "除数是 0 或空格：请检查除数。",
  "#NUM!": "数字太大、太小或不合要求：请检查参数。",
  "#NULL!": "两个区域没有重叠：请检查区域之间的符号。",
  "#SPILL!": "结果放不下：请清空公式右边和下面的格子，或把公式移到空的地方。",
  "#CALC!": "这个公式算不出结果：请检查参数。",
  "#CYCLE!": "公式直接或间接引用了自己：请改掉循环引用。",
  "#ERROR!": "公式写法有误：请检查括号、逗号和引号。",
};

/** A cell as it shows itself: also the cells that a formula elsewhere fills. */
export interface ShownCell {
  readonly value: string | number | boolean | null;
  /** The formula with its leading "=", where the cell holds one. */
  readonly formula: string | null;
  /** Why the formula failed and what to do, where the cell shows an error. */
  readonly sentence: string | null;
}

/** Reads one cell of a sheet, its place counted from 0. */
export function readCell(workbook: OpenWorkbook, sheetId: string, row: number, column: number): ShownCell {
  const sheet = workbook.api.getActiveWorkbook()?.getSheetBySheetId(sheetId)?.getSheet();
  const own = sheet?.getCellRaw(row, column);
  const spilled = spilledCells(workbook, sheetId)?.[row]?.[column];
  const shown = hasContent(own) ? own : (spilled ?? own);
  const formula = sheet ? formulaAt(workbook, sheetId, row, column, own) : null;
  const value = shown?.v ?? null;
  const isFormula = formula !== null || shown === spilled;
  return {
    value,
    formula,
    sentence: isFormula
      ? ((value === "#SPILL!" ? spillSentence(workbook, sheetId, row, column) : null) ??
        errorSentence(workbook, shown, shown === own ? formula : null))
      : null,
  };
}

const hasContent = (cell: Nullable<ICellData>) =>
  Boolean(cell && (cell.f || cell.si || (cell.v !== undefined && cell.v !== null && cell.v !== "")));

/**
 * Which word of the cell's own formula nobody knows, else the sentence of the function that refused, else what the
 * error code means; null where there is no error.
 */
export function errorSentence(
  workbook: OpenWorkbook,
  cell: Nullable<ICellData>,
  formula: string | null,
): string | null {
  if (typeof cell?.v !== "string" || !cell.v.startsWith("#")) return null;
  const unknown = formula === null ? undefined : unknownName(formula, workbookNames(workbook));
  return unknown ?? keptSentence(cell.custom, cell.v, formula ?? undefined) ?? ERRORS[cell.v] ?? null;
}
