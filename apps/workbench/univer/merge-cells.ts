import { type IRange, IUndoRedoService } from "@univerjs/core";
import {
  AddWorksheetMergeMutation,
  RemoveWorksheetMergeCommand,
  RemoveWorksheetMergeMutation,
} from "@univerjs/preset-sheets-core";
import { run } from "./edit-sheet.ts";
import type { OpenSheet } from "./find-table.ts";
import type { OpenWorkbook } from "./open-workbook.ts";

/** Merges ranges of a sheet without merged cells; Univer's command for it may ask, so it cannot be waited for. */
export function mergeCells(workbook: OpenWorkbook, sheet: OpenSheet, ranges: readonly IRange[]): void {
  if (ranges.length === 0) return;
  const unitID = workbook.api.getActiveWorkbook()?.getId() ?? "";
  const params = () => ({
    unitId: unitID,
    subUnitId: sheet.getSheetId(),
    ranges: ranges.map((range) => ({ ...range })),
  });
  run(workbook, AddWorksheetMergeMutation.id, params());
  workbook.services.get(IUndoRedoService).pushUndoRedo({
    unitID,
    undoMutations: [{ id: RemoveWorksheetMergeMutation.id, params: params() }],
    redoMutations: [{ id: AddWorksheetMergeMutation.id, params: params() }],
  });
}

/** Takes all merged cells of a sheet apart. */
export function unmergeCells(workbook: OpenWorkbook, sheet: OpenSheet): void {
  const merged = sheet.getSheet().getMergeData();
  if (merged.length === 0) return;
  run(workbook, RemoveWorksheetMergeCommand.id, {
    unitId: workbook.api.getActiveWorkbook()?.getId(),
    subUnitId: sheet.getSheetId(),
    ranges: merged.map((range) => ({ ...range })),
  });
}
