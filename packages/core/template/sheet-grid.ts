import { areaAddress, type CellPlace, readCellAddress } from "../cells/cell-address.ts";
import type { AcrossProblem } from "../cells/define-template-kind.ts";

/** A worksheet template reaches over no more cells than this, counted from A1. */
const MOST_CELLS = 200_000;

/** Where the cells of a worksheet template stand, by the place of their rows, and how far they reach. */
export interface SheetGrid {
  readonly places: readonly CellPlace[];
  readonly rowCount: number;
  readonly columnCount: number;
}

/**
 * Finds the place of every cell of a worksheet template.
 *
 * Gives the rows that are no cell of a spreadsheet, or that reach too far to be written.
 */
export function readSheetGrid(
  rows: readonly unknown[],
): SheetGrid | { readonly errors: readonly AcrossProblem<"cell">[] } {
  const errors: AcrossProblem<"cell">[] = [];
  const places: CellPlace[] = [];
  let [rowCount, columnCount] = [0, 0];
  for (const [index, row] of rows.entries()) {
    const written = String((row as { readonly cell?: unknown } | null)?.cell ?? "");
    const refuse = (message: string) => errors.push({ row: index + 1, field: "cell", message });
    const place = readCellAddress(written);
    if (!place) {
      refuse(`“${written.slice(0, 40)}”不是单元格地址，应如 A1，最大 XFD1048576`);
      continue;
    }
    const reach = [Math.max(rowCount, place.row + 1), Math.max(columnCount, place.column + 1)] as const;
    if (reach[0] * reach[1] > MOST_CELLS) {
      const area = areaAddress(0, 0, reach[0] - 1, reach[1] - 1);
      refuse(`“${written}”太远：到 ${area} 为止超过 ${MOST_CELLS.toLocaleString("en")} 格，请移近一些`);
      continue;
    }
    [rowCount, columnCount] = reach;
    places.push(place);
  }
  return errors.length > 0 ? { errors } : { places, rowCount, columnCount };
}
