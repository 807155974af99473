import { badArgument, type Refusal } from "../cells/refusal.ts";

/** A computed number as a cell; refused where the figures it comes from were too large for a number (G9). */
export const finiteCell = (number: number): number | Refusal =>
  Number.isFinite(number) ? number + 0 : badArgument("数字太大，算不出来，请检查数据，去掉多余的位数。");
