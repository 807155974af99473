import { type ICellData, InterceptorEffectEnum, type Nullable } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import type { OpenWorkbook } from "./open-workbook.ts";

interface Place {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** How cells are shown otherwise than they are. */
interface Showing {
  readonly id: string;
  /** Higher ones come first: cells that array formulas fill have 100, number formats 10. */
  readonly priority: number;
  /** Whether another text is shown, not only another look. */
  readonly changesText?: boolean;
  /** The cell as it is shown; undefined where nothing changes. */
  readonly show: (cell: ICellData, place: Place) => Nullable<ICellData>;
}

/** Shows cells of the workbook in another way, and changes none. */
export function showCells({ services }: OpenWorkbook, { id, priority, changesText, show }: Showing): void {
  const { Value, Style } = InterceptorEffectEnum;
  services.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    id,
    priority,
    effect: changesText ? Value | Style : Style,
    handler: (cell, { subUnitId, row, col }, next) =>
      next((cell && show(cell as ICellData, { sheetId: subUnitId, row, column: col })) ?? cell),
  });
}
