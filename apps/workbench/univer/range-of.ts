import type { IRange } from "@univerjs/core";
import { deserializeRangeWithSheet } from "@univerjs/preset-sheets-core";

/** The range of an address: A1:E4. */
export const rangeOf = (address: string): IRange => deserializeRangeWithSheet(address).range;
