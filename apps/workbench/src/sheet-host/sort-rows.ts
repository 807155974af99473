import type { Answer } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { address } from "../../univer/find-table.ts";
import { oneStep } from "../../univer/one-step.ts";
import type { OpenWorkbook } from "../../univer/open-workbook.ts";
import { sortRange } from "../../univer/sort-range.ts";
import type { SortOrder } from "../sort-orders.ts";
import { compareCells } from "./compare-cells.ts";
import { findSortArea } from "./find-sort-area.ts";
import { sortProblem } from "./sort-problem.ts";

/** Sorts what is selected by the column of the selected cell, as one step to undo, and gives the sorted cells. */
export const sortRows = (workbook: OpenWorkbook, order: SortOrder): Answer<{ readonly address: string }> =>
  oneStep(workbook, () => {
    const area = findSortArea(workbook);
    if ("problem" in area) return area;
    const problem = sortProblem(workbook, area);
    if (problem) return { problem };
    sortRange(workbook, area, order, compareCells);
    return { address: address(area.sheet.getSheetName(), area.range) };
  });
