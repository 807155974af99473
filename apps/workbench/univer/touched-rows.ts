import {
  AddWorksheetMergeMutation,
  RemoveDefinedNameMutation,
  RemoveNumfmtMutation,
  RemoveWorksheetMergeMutation,
  SetColDataMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetDefinedNameMutation,
  SetFrozenMutation,
  SetGridlinesColorMutation,
  SetNumfmtMutation,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetTabColorMutation,
  SetWorkbookNameMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetDefaultStyleMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  SetWorksheetRowCountMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
  ToggleGridlinesMutation,
} from "@univerjs/preset-sheets-core";
import type { Mutation } from "./on-mutation.ts";

const idsOf = (mutations: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(mutations.map(({ id }) => id));

/** Mutations that change a sheet but none of its rows. */
const NO_ROW = idsOf([
  AddWorksheetMergeMutation,
  RemoveDefinedNameMutation,
  RemoveWorksheetMergeMutation,
  SetColDataMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetDefinedNameMutation,
  SetFrozenMutation,
  SetGridlinesColorMutation,
  SetTabColorMutation,
  SetWorkbookNameMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetDefaultStyleMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  SetWorksheetRowCountMutation,
  ToggleGridlinesMutation,
]);
/** Mutations whose ranges name the rows that they change. */
const RANGED = idsOf([
  RemoveNumfmtMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
]);

type Ranges = readonly { readonly startRow: number; readonly endRow: number }[];

interface Params {
  readonly subUnitId?: string;
  readonly cellValue?: Readonly<Record<string, unknown>>;
  readonly ranges?: Ranges;
  readonly values?: Readonly<Record<string, { readonly ranges?: Ranges }>>;
  readonly from?: { readonly subUnitId?: string };
  readonly to?: { readonly subUnitId?: string };
}

/** The rows of a sheet that may have changed, the last one included; "all" where it may be any. */
export interface TouchedRows {
  readonly sheetId: string;
  readonly rows: "all" | readonly (readonly [from: number, to: number])[];
}

/** The rows that a mutation may have changed; one that is not known changes its sheet as a whole. */
export function touchedRows({ id, params }: Pick<Mutation, "id" | "params">): TouchedRows[] {
  const { subUnitId, cellValue, ranges, values, from, to } = params as Params;
  const wholes = (ids: readonly (string | undefined)[]) =>
    ids.flatMap((sheetId) => (sheetId ? [{ sheetId, rows: "all" as const }] : []));
  if (subUnitId === undefined || NO_ROW.has(id)) return wholes([from?.subUnitId, to?.subUnitId]);
  const rowsOf = (its: Ranges) => [
    { sheetId: subUnitId, rows: its.map(({ startRow, endRow }) => [startRow || 0, endRow || 0] as const) },
  ];
  if (id === SetRangeValuesMutation.id && cellValue) {
    return [{ sheetId: subUnitId, rows: Object.keys(cellValue).map((row) => [Number(row), Number(row)]) }];
  }
  if (RANGED.has(id) && ranges) return rowsOf(ranges);
  if (id === SetNumfmtMutation.id && values) {
    return rowsOf(Object.values(values).flatMap((each) => each.ranges ?? []));
  }
  return wholes([subUnitId, from?.subUnitId, to?.subUnitId]);
}
