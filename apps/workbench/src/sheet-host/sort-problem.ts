import { cellAddress } from "@sevenstar/core/cells/cell-address";
import { AbsoluteRefType, type IRange, Rectangle } from "@univerjs/core";
import { address, type OpenSheet } from "../../univer/find-table.ts";
import { formulaAt } from "../../univer/formula-at.ts";
import { formulaReferences } from "../../univer/formula-references.ts";
import type { OpenWorkbook } from "../../univer/open-workbook.ts";
import { spillsOf } from "../../univer/spills.ts";
import type { SortArea } from "./sort-area.ts";

/** Why sorting rows would break something in them; undefined where it would not. */
export function sortProblem(workbook: OpenWorkbook, area: SortArea): string | undefined {
  return (
    mergedProblem(area) ?? spillProblem(workbook, area.sheet, area.range) ?? formulaProblem(workbook, area)
  );
}

function mergedProblem({ sheet, range }: SortArea): string | undefined {
  const merged = sheet
    .getSheet()
    .getMergeData()
    .find((each) => Rectangle.intersects(each, range));
  return (
    merged &&
    `${address(sheet.getSheetName(), merged)} 是合并的单元格，排序会拆乱它，没有排序；请先取消合并再试。`
  );
}

/** Why a range with results of a formula that fills several cells cannot be sorted: they stay together. */
export function spillProblem(workbook: OpenWorkbook, sheet: OpenSheet, range: IRange): string | undefined {
  const spill = spillsOf(workbook, sheet).find((each) => Rectangle.intersects(each.range, range));
  return (
    spill &&
    `${cellAddress(spill.row, spill.column)} 的一个公式填满了 ${address(sheet.getSheetName(), spill.range)}，不能拆开排序，没有排序；请改为给公式引用的原始数据排序。`
  );
}

/** A formula may look at its own row and at fixed cells; other rows would be other ones after sorting. */
function formulaProblem(workbook: OpenWorkbook, { sheet, range }: SortArea): string | undefined {
  const sheetId = sheet.getSheetId();
  for (let row = range.startRow; row <= range.endRow; row++) {
    for (let column = range.startColumn; column <= range.endColumn; column++) {
      const formula = formulaAt(workbook, sheetId, row, column, sheet.getSheet().getCellRaw(row, column));
      if (formula === null) continue;
      const other = otherRow(workbook, formula, row, sheet.getSheetName());
      if (other) {
        return `${cellAddress(row, column)} 的公式引用了别的行（${other}），排序后会算错，没有排序；请只选中要排序的那些行，或把引用固定（如 $A$1）再试。`;
      }
    }
  }
  return undefined;
}

/** The first reference of a formula that moves with its row and does not lie in it. */
function otherRow(
  workbook: OpenWorkbook,
  formula: string,
  ownRow: number,
  ownSheet: string,
): string | undefined {
  for (const { text, range, sheetName } of formulaReferences(workbook, formula)) {
    const isElsewhere = sheetName !== "" && sheetName !== ownSheet;
    const moves = (row: number, type: AbsoluteRefType | undefined) =>
      Number.isInteger(row) &&
      type !== AbsoluteRefType.ROW &&
      type !== AbsoluteRefType.ALL &&
      (isElsewhere || row !== ownRow);
    if (moves(range.startRow, range.startAbsoluteRefType) || moves(range.endRow, range.endAbsoluteRefType)) {
      return text;
    }
  }
  return undefined;
}
