import {
  type ICellData,
  ICommandService,
  type Injector,
  IUniverInstanceService,
  type Nullable,
  type ObjectMatrix,
  UniverInstanceType,
  type Workbook,
} from "@univerjs/core";
import { type ISetRangeValuesMutationParams, SetRangeValuesMutation } from "@univerjs/preset-sheets-core";

type Rows = Record<number, Nullable<Record<number, Nullable<ICellData>>>>;

/**
 * Has the results of a calculation reach the formulas they are of, and no other cell.
 *
 * A formula whose results no longer fit gives what it found in the cells around it, or nothing, as if that were their
 * result; it would overwrite what was entered meanwhile.
 */
export function keepEntries(services: Injector): void {
  const instances = services.get(IUniverInstanceService);
  services.get(ICommandService).beforeCommandExecuted(({ id, params }, options) => {
    if (id !== SetRangeValuesMutation.id || !options?.["applyFormulaCalculationResult"]) return;
    const { unitId, subUnitId, cellValue } = params as ISetRangeValuesMutationParams;
    const workbook = instances.getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET);
    const cells = workbook?.getSheetBySheetId(subUnitId)?.getCellMatrix();
    if (cells && cellValue) dropOthers(cellValue as Rows, cells);
  });
}

function dropOthers(rows: Rows, cells: ObjectMatrix<Nullable<ICellData>>): void {
  for (const [row, results] of Object.entries(rows)) {
    for (const [column, result] of Object.entries(results ?? {})) {
      const own = cells.getValue(Number(row), Number(column));
      const isResult = result && !result.f && !result.si && (own?.f || own?.si);
      if (!isResult) delete results?.[Number(column)];
    }
  }
}
