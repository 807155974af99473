import type { HostError } from "./cell.ts";
import { badArgument, type Refusal } from "./refusal.ts";

/** The refusal for an error value that stands where a table or a list needs a value; `place` says where. */
export function errorValue(place: string, error: HostError): Refusal {
  const { basicValue, code } = error as { basicValue?: unknown; code?: unknown };
  const name = [basicValue, code].find((word) => typeof word === "string" && word !== "");
  return badArgument(`${place}是错误值${name === undefined ? "" : ` ${name}`}，请先改正这个单元格。`);
}
