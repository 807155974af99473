import type { IRange } from "@univerjs/core";
import { expandToContinuousRange } from "@univerjs/preset-sheets-core";
import type { OpenSheet } from "./find-table.ts";

/** All that stands together around a range, up to empty rows and columns. */
export const continuousRange = (sheet: OpenSheet, start: IRange): IRange =>
  expandToContinuousRange(start, { up: true, down: true, left: true, right: true }, sheet.getSheet());
