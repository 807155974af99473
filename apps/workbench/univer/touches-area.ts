import { type IRange, Rectangle } from "@univerjs/core";
import type { Mutation } from "./on-mutation.ts";

interface Params {
  readonly subUnitId?: string;
  readonly cellValue?: Readonly<Record<number, Readonly<Record<number, unknown>> | null>>;
  readonly order?: unknown;
  readonly range?: IRange;
}

/** Whether a mutation wrote into an area's cells or put its rows into another order. */
export function touchesArea({ params }: Pick<Mutation, "params">, sheetId: string, area: IRange): boolean {
  const { subUnitId, cellValue, order, range } = params as Params;
  if (subUnitId !== sheetId) return false;
  if (order && range) return Rectangle.intersects(range, area);
  return Object.entries(cellValue ?? {}).some(
    ([row, line]) =>
      Number(row) >= area.startRow &&
      Number(row) <= area.endRow &&
      Object.keys(line ?? {}).some(
        (column) => Number(column) >= area.startColumn && Number(column) <= area.endColumn,
      ),
  );
}
