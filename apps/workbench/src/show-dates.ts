import { CellValueType, numfmt } from "@univerjs/core";
import type { OpenWorkbook } from "../univer/open-workbook.ts";
import { showCells } from "../univer/show-cells.ts";
import { spilledCells } from "../univer/spilled-cells.ts";
import { dateFormat } from "./formula/result-dates.ts";

/** After the cells that array formulas fill (100), before number formats (10). */
const PRIORITY = 50;

/** Shows the dates that functions give as dates where a cell has no number format of its own; changes no cell. */
export function showDates(workbook: OpenWorkbook): void {
  const styles = workbook.api.getActiveWorkbook()?.getWorkbook().getStyles();
  showCells(workbook, {
    id: "sevenstar-dates",
    priority: PRIORITY,
    changesText: true,
    show(cell, { sheetId, row, column }) {
      if (typeof cell.v !== "number") return undefined;
      const own = typeof cell.s === "string" ? styles?.get(cell.s) : cell.s;
      if (own?.n?.pattern && own.n.pattern !== "General") return undefined;
      const isFormula = Boolean(cell.f || cell.si);
      const spilled = spilledCells(workbook, sheetId)?.[row]?.[column];
      const format =
        (isFormula ? dateFormat(cell, cell.f ?? undefined) : undefined) ?? dateFormat(spilled, undefined);
      return format ? { ...cell, v: numfmt.format(format, cell.v), t: CellValueType.NUMBER } : undefined;
    },
  });
}
