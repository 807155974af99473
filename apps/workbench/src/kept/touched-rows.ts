import type { DirtyParts } from "./dirty-parts.ts";

/** Mutations that change a sheet but none of its rows. */
const NO_ROW =
  /set-worksheet-(?:name|order|hidden|col-width|default-style|right-to-left|column-count|row-count)$|set-(?:frozen|tab-color|gridlines-color|col-data|col-hidden|col-visible|workbook-name)$|toggle-gridlines$|worksheet-merge$|defined-name/;
/** Mutations whose ranges name the rows that they change. */
const RANGED = /set-worksheet-row-(?:height|is-auto-height)$|set-row-(?:hidden|visible)$|remove\.numfmt$/;

interface Params {
  readonly subUnitId?: string;
  readonly cellValue?: Readonly<Record<string, unknown>>;
  readonly ranges?: readonly { readonly startRow: number; readonly endRow: number }[];
  readonly values?: Readonly<Record<string, { readonly ranges: Params["ranges"] }>>;
  readonly from?: { readonly subUnitId?: string };
  readonly to?: { readonly subUnitId?: string };
}

/** Notes which parts a mutation of the workbook has changed; one that is not known changes its sheet as a whole. */
export function noteMutation(dirty: DirtyParts, id: string, params: object): void {
  const { subUnitId, cellValue, ranges, values, from, to } = params as Params;
  dirty.touch();
  if (subUnitId === undefined || NO_ROW.test(id)) {
    for (const end of [from, to]) if (end?.subUnitId) dirty.addWhole(end.subUnitId);
    return;
  }
  if (id === "sheet.mutation.set-range-values" && cellValue) {
    for (const row of Object.keys(cellValue)) dirty.addRows(subUnitId, Number(row), Number(row));
  } else if (RANGED.test(id) && ranges) {
    for (const { startRow, endRow } of ranges) dirty.addRows(subUnitId, startRow || 0, endRow || 0);
  } else if (id === "sheet.mutation.set.numfmt" && values) {
    for (const { startRow, endRow } of Object.values(values).flatMap((each) => each.ranges ?? [])) {
      dirty.addRows(subUnitId, startRow || 0, endRow || 0);
    }
  } else {
    for (const sheet of [subUnitId, from?.subUnitId, to?.subUnitId]) if (sheet) dirty.addWhole(sheet);
  }
}
