import { ICommandService, type IRange, IUndoRedoService } from "@univerjs/core";
import {
  IDefinedNamesService,
  SetDefinedNameMutation,
  SetRangeValuesMutation,
} from "@univerjs/preset-sheets-core";
import { isFilled } from "./cell-data.ts";
import { fixedReference, type PlacedTable, placedTables } from "./find-table.ts";
import { isMerchantsChange } from "./is-merchants-change.ts";
import { onMutation } from "./on-mutation.ts";
import type { OpenWorkbook } from "./open-workbook.ts";
import type { WholeUndo } from "./whole-undo.ts";

type Cells = Readonly<Record<number, Readonly<Record<number, object | null>> | null | undefined>>;

/** Takes rows that the merchant writes directly below a table into it, as Excel does; undone with the writing. */
export function expandTables(workbook: OpenWorkbook): void {
  const commands = workbook.services.get(ICommandService);
  const undoRedo = workbook.services.get(IUndoRedoService) as WholeUndo;
  onMutation(workbook, (mutation) => {
    if (mutation.id !== SetRangeValuesMutation.id || !isMerchantsChange(mutation) || undoRedo.isJoining)
      return;
    const { subUnitId, cellValue } = mutation.params as { subUnitId: string; cellValue?: Cells };
    if (!cellValue) return;
    const tables = placedTables(workbook);
    for (const table of tables) {
      if (table.sheet.getSheetId() !== subUnitId) continue;
      const endRow = writtenBelow(table, cellValue, tables);
      if (endRow > table.range.endRow) expand(table, endRow);
    }
  });

  function expand({ id, sheet, range }: PlacedTable, endRow: number): void {
    const unitId = workbook.api.getActiveWorkbook()?.getId() ?? "";
    const before = workbook.services.get(IDefinedNamesService).getValueById(unitId, id);
    if (!before) return;
    const named = (its: IRange) => ({
      ...before,
      unitId,
      formulaOrRefString: fixedReference(sheet.getSheetName(), its),
    });
    const mutation = (its: IRange) => ({ id: SetDefinedNameMutation.id, params: named(its) });
    const [undo, redo] = [mutation(range), mutation({ ...range, endRow })];
    commands.syncExecuteCommand(redo.id, redo.params);
    undoRedo.addToLast(unitId, [undo], [redo]);
  }
}

/** The last of the rows directly below a table that were now written where nothing stood. */
function writtenBelow({ sheet, range }: PlacedTable, written: Cells, tables: readonly PlacedTable[]): number {
  let { endRow } = range;
  for (let row = endRow + 1; written[row]; row++) {
    let isWritten = false;
    for (let column = range.startColumn; column <= range.endColumn; column++) {
      if (!isFilled(sheet.getSheet().getCellRaw(row, column))) continue;
      if (!written[row]?.[column]) return endRow;
      isWritten = true;
    }
    const isTaken = tables.some(
      ({ sheet: its, range: other }) =>
        its.getSheetId() === sheet.getSheetId() &&
        row >= other.startRow &&
        row <= other.endRow &&
        range.startColumn <= other.endColumn &&
        range.endColumn >= other.startColumn,
    );
    if (!isWritten || isTaken) return endRow;
    endRow = row;
  }
  return endRow;
}
