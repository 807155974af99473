import type { Answer } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { SheetsSortService, SortRangeCommand, SortType } from "@univerjs/sheets-sort";
import { run } from "../../univer/edit-sheet.ts";
import { address } from "../../univer/find-table.ts";
import { oneStep } from "../../univer/one-step.ts";
import type { OpenWorkbook } from "../../univer/start-univer.ts";
import type { SortOrder } from "../sort-orders.ts";
import { compareCells } from "./compare-cells.ts";
import { findSortArea } from "./sort-area.ts";
import { sortProblem } from "./sort-problem.ts";

/** Sorts what is selected by the column of the selected cell, as one step to undo, and gives the sorted cells. */
export const sortRows = (workbook: OpenWorkbook, order: SortOrder): Answer<{ readonly address: string }> =>
  oneStep(workbook, () => {
    const area = findSortArea(workbook);
    if ("problem" in area) return area;
    const problem = sortProblem(workbook, area);
    if (problem) return { problem };
    const { sheet, range, column } = area;
    const sorting = workbook.services.get(SheetsSortService);
    if (!sorting.getAllCompareFns().includes(compareCells)) sorting.registerCompareFn(compareCells);
    run(workbook, SortRangeCommand.id, {
      unitId: workbook.api.getActiveWorkbook()?.getId(),
      subUnitId: sheet.getSheetId(),
      range,
      orderRules: [{ colIndex: column, type: order === "ascending" ? SortType.ASC : SortType.DESC }],
    });
    return { address: address(sheet.getSheetName(), range) };
  });
