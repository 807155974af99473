import { CELL_INVERTED_INDEX_CACHE as index } from "@univerjs/preset-sheets-core";

let isSkipping = false;

/**
 * Keeps Univer's index of values by row out of columns that no lookup has asked it for: it enters every cell a
 * formula fills by looking through all other values of the column, which takes minutes over 100,000 rows.
 */
export function skipIdleIndex(): void {
  if (isSkipping) return;
  isSkipping = true;
  const asked = new Set<string>();
  const { set, setContinueBuildingCache, clear } = index;
  const key = (unit: string, sheet: string, column: number) => `${unit}\n${sheet}\n${column}`;

  index.setContinueBuildingCache = (unit, sheet, column, ...rows) => {
    asked.add(key(unit, sheet, column));
    setContinueBuildingCache.call(index, unit, sheet, column, ...rows);
  };
  index.clear = () => {
    asked.clear();
    clear.call(index);
  };
  index.set = (unit, sheet, column, value, row, isFilledByFormula) => {
    if (isFilledByFormula && (asked.size === 0 || !asked.has(key(unit, sheet, column)))) return;
    set.call(index, unit, sheet, column, value, row, isFilledByFormula);
  };
}
