import { cellAddress } from "@sevenstar/core/cells/cell-address";
import type { ICellData, Nullable } from "@univerjs/core";
import { formulaAt } from "../univer/formula-at.ts";
import { onViewChanged } from "../univer/on-view-changed.ts";
import type { OpenWorkbook } from "../univer/open-workbook.ts";
import { spilledCells } from "../univer/spilled-cells.ts";
import { errorSentence, readCell } from "./read-cell.ts";
import { spillSentence } from "./spill-sentence.ts";

/** A cell whose formula failed. */
export interface Problem {
  readonly row: number;
  readonly column: number;
  readonly address: string;
  readonly code: string;
  readonly sentence: string;
}

/** What the page says about the workbook beside the grid. */
export interface WorkbookState {
  readonly sheetName: string;
  /** The address of the selected cell. */
  readonly address: string;
  /** Why the selected cell's formula failed. */
  readonly sentence: string | null;
  /** The failed cells of the active sheet, row by row. */
  readonly problems: readonly Problem[];
}

/** Tells the state now and whenever selection, sheet or values have changed; gives the way to stop. */
export function watchWorkbook(workbook: OpenWorkbook, onChange: (state: WorkbookState) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let problems: readonly Problem[] = [];
  let areProblemsOld = true;
  const tell = () => {
    if (areProblemsOld) problems = findProblems(workbook);
    areProblemsOld = false;
    onChange(stateOf(workbook, problems));
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, 60);
  };
  const stop = onViewChanged(workbook, (hasOtherCells) => {
    if (hasOtherCells) areProblemsOld = true;
    soon();
  });
  soon();
  return () => {
    clearTimeout(timer);
    stop();
  };
}

function stateOf(workbook: OpenWorkbook, problems: readonly Problem[]): WorkbookState {
  const sheet = workbook.api.getActiveWorkbook()?.getActiveSheet();
  const cell = sheet?.getSelection()?.getCurrentCell();
  if (!sheet || !cell)
    return { sheetName: sheet?.getSheetName() ?? "", address: "", sentence: null, problems };
  const { actualRow, actualColumn } = cell;
  return {
    sheetName: sheet.getSheetName(),
    address: cellAddress(actualRow, actualColumn),
    sentence: readCell(workbook, sheet.getSheetId(), actualRow, actualColumn).sentence,
    problems,
  };
}

/** The failed cells of the active sheet: those of formulas and those they fill. */
function findProblems(workbook: OpenWorkbook): readonly Problem[] {
  const sheet = workbook.api.getActiveWorkbook()?.getActiveSheet();
  if (!sheet) return [];
  const found = new Map<string, Problem>();
  const look = (row: number, column: number, cell: Nullable<ICellData>, formula: string | null) => {
    const spill = cell?.v === "#SPILL!" ? spillSentence(workbook, sheet.getSheetId(), row, column) : null;
    const sentence = spill ?? errorSentence(workbook, cell, formula);
    if (!sentence) return;
    const address = cellAddress(row, column);
    found.set(address, { row, column, address, code: String(cell?.v), sentence });
  };
  const spilled = spilledCells(workbook, sheet.getSheetId()) ?? {};
  for (const [row, line] of Object.entries(spilled)) {
    for (const [column, cell] of Object.entries(line)) {
      look(Number(row), Number(column), cell, null);
    }
  }
  sheet
    .getSheet()
    .getCellMatrix()
    .forValue((row, column, cell) => {
      if (typeof cell?.v === "string" && cell.v.startsWith("#") && (cell.f || cell.si)) {
        look(row, column, cell, formulaAt(workbook, sheet.getSheetId(), row, column, cell));
      }
    });
  return [...found.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}
