import type { IRange } from "@univerjs/core";
import { BaseReferenceObject, FormulaRuntimeService } from "@univerjs/preset-sheets-core";
import { SHEET_LIMITS } from "./sheet-limits.ts";

let isAllowed = false;

interface Running {
  readonly currentUnitId: string;
  readonly currentSubUnitId: string;
  readonly _currentConfigService: {
    getUnitData(): Record<string, Record<string, { rowCount: number; columnCount: number } | null> | null>;
  };
  _checkIfArrayFormulaExceeded(rows: number, columns: number, range: IRange): boolean;
}

/** Has formulas fill and read cells beyond a sheet's end, up to Excel's; the sheet grows once they are computed. */
export function spillBeyondEnd(): void {
  if (isAllowed) return;
  isAllowed = true;
  const running = FormulaRuntimeService.prototype as unknown as Running;
  running._checkIfArrayFormulaExceeded = function (_rows, _columns, { endRow, endColumn }) {
    if (endRow >= SHEET_LIMITS.rows || endColumn >= SHEET_LIMITS.columns) return true;
    const sheet = this._currentConfigService.getUnitData()[this.currentUnitId]?.[this.currentSubUnitId];
    if (sheet) {
      // So that whole columns and rows reach what is filled here, in this same calculation.
      sheet.rowCount = Math.max(sheet.rowCount, endRow + 1);
      sheet.columnCount = Math.max(sheet.columnCount, endColumn + 1);
    }
    return false;
  };
  BaseReferenceObject.prototype.isExceedRange = function () {
    const { startRow, startColumn, endRow, endColumn } = this.getRangePosition();
    if (startRow < 0 || startColumn < 0) return true;
    return endRow >= SHEET_LIMITS.rows || endColumn >= SHEET_LIMITS.columns;
  };
}
