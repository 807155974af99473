import {
  CommandType,
  DisposableCollection,
  ICommandService,
  type IMutationInfo,
  type IRange,
  IUndoRedoService,
} from "@univerjs/core";
import {
  type ISetSelectionsOperationParams,
  SetArrayFormulaDataMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
} from "@univerjs/preset-sheets-core";
import { arrayRanges } from "./array-ranges.ts";
import { makeRoom, roomFor } from "./edit-sheet.ts";
import type { OpenSheet } from "./find-table.ts";
import type { OpenWorkbook } from "./open-workbook.ts";
import { SHEET_LIMITS } from "./sheet-limits.ts";
import { spilledCells } from "./spilled-cells.ts";
import type { WholeUndo } from "./whole-undo.ts";

interface End {
  readonly endRow: number;
  readonly endColumn: number;
}

/**
 * Lets sheets grow to what formulas fill, to what is written and to what is selected beyond their end. Growth for a
 * formula or a value is undone with it; a selection's stays.
 */
export function growSheets(workbook: OpenWorkbook): DisposableCollection {
  const commands = workbook.services.get(ICommandService);
  const sheets = () => workbook.api.getActiveWorkbook()?.getSheets() ?? [];
  let isGrowing = false;

  const grow = (sheet: OpenSheet, end: End, isUndone: boolean) => {
    const unitId = workbook.api.getActiveWorkbook()?.getId() ?? "";
    const place = { unitId, subUnitId: sheet.getSheetId() };
    const { rows, columns } = roomFor(sheet, end);
    const [undo, redo]: [IMutationInfo[], IMutationInfo[]] = [[], []];
    if (rows !== undefined) {
      const id = SetWorksheetRowCountMutation.id;
      undo.push({ id, params: { ...place, rowCount: sheet.getMaxRows() } });
      redo.push({ id, params: { ...place, rowCount: rows } });
    }
    if (columns !== undefined) {
      const id = SetWorksheetColumnCountMutation.id;
      undo.push({ id, params: { ...place, columnCount: sheet.getMaxColumns() } });
      redo.push({ id, params: { ...place, columnCount: columns } });
    }
    if (redo.length === 0) return;
    isGrowing = true;
    for (const { id, params } of redo) commands.syncExecuteCommand(id, params, { fromFormula: true });
    isGrowing = false;
    if (isUndone) (workbook.services.get(IUndoRedoService) as WholeUndo).addToLast(unitId, undo, redo);
  };
  const growToSpills = () => {
    for (const sheet of sheets()) grow(sheet, spillEnd(workbook, sheet), true);
  };
  const kept = new DisposableCollection();
  kept.add(
    commands.onCommandExecuted(({ id, type, params }) => {
      if (type !== CommandType.MUTATION || isGrowing) return;
      if (id === SetArrayFormulaDataMutation.id) growToSpills();
      else if (id === SetRangeValuesMutation.id) {
        const { unitId, subUnitId, cellValue } = params as {
          unitId: string;
          subUnitId: string;
          cellValue?: Cells;
        };
        if (unitId !== workbook.api.getActiveWorkbook()?.getId()) return;
        const sheet = sheets().find((each) => each.getSheetId() === subUnitId);
        if (sheet) grow(sheet, writtenEnd(cellValue), true);
      } else if (id === SetWorksheetRowCountMutation.id || id === SetWorksheetColumnCountMutation.id) {
        growToSpills();
      }
    }),
  );
  kept.add(
    commands.beforeCommandExecuted(({ id, params }) => {
      if (id !== SetSelectionsOperation.id) return;
      const { unitId, subUnitId, selections } = params as ISetSelectionsOperationParams;
      if (unitId !== workbook.api.getActiveWorkbook()?.getId()) return;
      const sheet = sheets().find((each) => each.getSheetId() === subUnitId);
      for (const { range, primary } of selections) {
        keepWithin(range);
        if (primary) keepWithin(primary);
        if (primary) primary.actualRow = Math.min(primary.actualRow, SHEET_LIMITS.rows - 1);
        if (sheet) grow(sheet, range, false);
      }
    }),
  );
  for (const sheet of sheets()) makeRoomForKept(workbook, sheet);
  return kept;
}

type Cells = Readonly<Record<number, Readonly<Record<number, unknown>> | null | undefined>>;

/** The last row and column of cells that hold something. */
function writtenEnd(cells: Cells = {}): End {
  let [endRow, endColumn] = [-1, -1];
  for (const row in cells) {
    const line = cells[row];
    for (const column in line) {
      if (!hasContent(line[Number(column)])) continue;
      endRow = Math.max(endRow, Number(row));
      endColumn = Math.max(endColumn, Number(column));
    }
  }
  return { endRow, endColumn };
}

function hasContent(cell: unknown): boolean {
  const { v, f, si, p } = (cell ?? {}) as { v?: unknown; f?: unknown; si?: unknown; p?: unknown };
  return Boolean(f || si || p) || (v !== undefined && v !== null && v !== "");
}

/** The last row and column that formulas of a sheet fill; those that are in each other's way fill nothing. */
function spillEnd(workbook: OpenWorkbook, sheet: OpenSheet): End {
  const filled = spilledCells(workbook, sheet.getSheetId());
  let [endRow, endColumn] = [-1, -1];
  for (const [row, line] of Object.entries(arrayRanges(workbook, sheet.getSheetId()))) {
    for (const [column, range] of Object.entries(line ?? {})) {
      const own = filled?.[Number(row)]?.[Number(column)];
      if (!range || !own || own.v === "#SPILL!") continue;
      endRow = Math.max(endRow, range.endRow);
      endColumn = Math.max(endColumn, range.endColumn);
    }
  }
  return { endRow, endColumn };
}

function keepWithin(range: IRange): void {
  range.startRow = Math.min(range.startRow, SHEET_LIMITS.rows - 1);
  range.endRow = Math.min(range.endRow, SHEET_LIMITS.rows - 1);
}

/** Shows what an older version kept beyond the end of a sheet. */
function makeRoomForKept(workbook: OpenWorkbook, sheet: OpenSheet): void {
  const { endRow, endColumn } = writtenEnd(sheet.getSheet().getConfig().cellData as Cells);
  if (endRow >= sheet.getMaxRows() || endColumn >= sheet.getMaxColumns()) {
    makeRoom(workbook, sheet, { startRow: 0, startColumn: 0, endRow, endColumn });
  }
}
