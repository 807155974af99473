import { DisposableCollection, InterceptorEffectEnum } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import type { OpenWorkbook } from "../univer/start-univer.ts";

/** The verdicts of the functions and how they stand out: passed, failed, unknown. */
const COLOURS: Readonly<Record<string, { readonly rgb: string }>> = {
  "✓": { rgb: "#107c10" },
  "✗": { rgb: "#b3261e" },
  未知: { rgb: "#8a5700" },
};

/** Shows verdicts in colour wherever a formula writes them, without changing the cells. */
export function colourVerdicts(workbook: OpenWorkbook): DisposableCollection {
  const kept = new DisposableCollection();
  const styles = workbook.api.getActiveWorkbook()?.getWorkbook().getStyles();
  kept.add(
    workbook.services.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      id: "sevenstar-verdicts",
      priority: 1,
      effect: InterceptorEffectEnum.Style,
      handler(cell, _location, next) {
        const colour = typeof cell?.v === "string" && cell.v.length < 3 ? COLOURS[cell.v] : undefined;
        if (!cell || !colour) return next(cell);
        const own = typeof cell.s === "string" ? styles?.get(cell.s) : cell.s;
        return next({ ...cell, s: { ...own, cl: colour, bl: 1 } });
      },
    }),
  );
  return kept;
}
