import type { HostError } from "./cell.ts";
import { errorCode } from "./incoming-error.ts";
import { badArgument, type Refusal } from "./refusal.ts";

/** The refusal of a table's row that needs a cell with an error value (G14); `place` says where. */
export const errorValue = (place: string, error: HostError): Refusal =>
  badArgument(`${place}：引用的格子出错（${errorCode(error)}），请先处理那个格子。`);
