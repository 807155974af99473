import type { OpenWorkbook } from "../univer/open-workbook.ts";
import { showCells } from "../univer/show-cells.ts";

/** The verdicts of the functions and how they stand out: passed, failed, unknown. */
const COLOURS: Readonly<Record<string, { readonly rgb: string }>> = {
  "✓": { rgb: "#107c10" },
  "✗": { rgb: "#b3261e" },
  未知: { rgb: "#8a5700" },
};

/** Shows verdicts in colour wherever a formula writes them, without changing the cells. */
export function colourVerdicts(workbook: OpenWorkbook): void {
  const styles = workbook.api.getActiveWorkbook()?.getWorkbook().getStyles();
  showCells(workbook, {
    id: "sevenstar-verdicts",
    priority: 1,
    show(cell) {
      const colour = typeof cell.v === "string" && cell.v.length < 3 ? COLOURS[cell.v] : undefined;
      if (!colour) return undefined;
      const own = typeof cell.s === "string" ? styles?.get(cell.s) : cell.s;
      return { ...cell, s: { ...own, cl: colour, bl: 1 } };
    },
  });
}
