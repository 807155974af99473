import type { IRange } from "@univerjs/core";
import type { OpenSheet } from "../../univer/find-table.ts";

/** The rows that sorting puts into another order, their headers left out, and the column that orders them. */
export interface SortArea {
  readonly sheet: OpenSheet;
  readonly range: IRange;
  readonly column: number;
}
