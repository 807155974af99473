import { DisposableCollection, InterceptorEffectEnum } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import type { OpenWorkbook } from "../start-univer.ts";
import { plainCell } from "./cell-data.ts";
import { placedTables } from "./find-table.ts";
import { readCustom } from "./workbook-custom.ts";

/** Shows the marked texts of tables in their colours, without changing the cells. */
export function markTables(workbook: OpenWorkbook): DisposableCollection {
  const kept = new DisposableCollection();
  kept.add(
    workbook.services.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      id: "sevenstar-marks",
      priority: 2,
      effect: InterceptorEffectEnum.Style,
      handler(cell, { subUnitId, row, col }, next) {
        if (typeof cell?.v !== "string" || cell.v === "") return next(cell);
        const mark = findMark(workbook, subUnitId, row, col, cell.v);
        if (!mark) return next(cell);
        const own = workbook.api.getActiveWorkbook()?.getWorkbook().getStyles().getStyleByCell(cell);
        return next({
          ...cell,
          s: {
            ...own,
            ...(mark.fill ? { bg: { rgb: mark.fill } } : {}),
            ...(mark.colour ? { cl: { rgb: mark.colour } } : {}),
          },
        });
      },
    }),
  );
  return kept;
}

function findMark(workbook: OpenWorkbook, sheetId: string, row: number, column: number, text: string) {
  const { tables } = readCustom(workbook);
  if (!tables) return undefined;
  for (const { name, sheet, range } of placedTables(workbook)) {
    if (sheet.getSheetId() !== sheetId || row <= range.startRow || row > range.endRow) continue;
    if (column < range.startColumn || column > range.endColumn) continue;
    const header = plainCell(sheet.getSheet().getCellRaw(range.startRow, column));
    return tables[name]?.marks?.[String(header)]?.find((mark) => mark.text === text);
  }
  return undefined;
}
