import { CellValueType, DisposableCollection, InterceptorEffectEnum, numfmt } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import type { OpenWorkbook } from "../univer/start-univer.ts";
import { dateFormat } from "./formula/result-dates.ts";
import { spilledCells } from "./read-cell.ts";

/** After the cells that array formulas fill (100), before number formats (10). */
const PRIORITY = 50;

/** Shows the dates that functions give as dates where a cell has no number format of its own; changes no cell. */
export function showDates(workbook: OpenWorkbook): DisposableCollection {
  const kept = new DisposableCollection();
  const styles = workbook.api.getActiveWorkbook()?.getWorkbook().getStyles();
  kept.add(
    workbook.services.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      id: "sevenstar-dates",
      priority: PRIORITY,
      effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
      handler(cell, { subUnitId, row, col }, next) {
        if (!cell || typeof cell.v !== "number") return next(cell);
        const own = typeof cell.s === "string" ? styles?.get(cell.s) : cell.s;
        if (own?.n?.pattern && own.n.pattern !== "General") return next(cell);
        const isFormula = Boolean(cell.f || cell.si);
        const spilled = spilledCells(workbook, subUnitId)?.[row]?.[col];
        const format =
          (isFormula ? dateFormat(cell, cell.f ?? undefined) : undefined) ?? dateFormat(spilled, undefined);
        if (!format) return next(cell);
        return next({ ...cell, v: numfmt.format(format, cell.v), t: CellValueType.NUMBER });
      },
    }),
  );
  return kept;
}
