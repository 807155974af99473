import { titleLen } from "../listing/title-len.ts";
import type { SpreadsheetFunction } from "./define-function.ts";

/** Every function of the product, in the order of the manual. */
export const catalogue: readonly SpreadsheetFunction[] = [titleLen];
