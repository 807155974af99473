import { isBlank } from "../exports/blank.ts";
import { isHostError, plainValue } from "./cell.ts";
import type { Quantity } from "./quantity.ts";
import { badArgument, Refusal } from "./refusal.ts";

/** A list's values in reading order, undefined for blank cells, so that lists that belong together stay aligned. */
export type List<Value> = readonly (Value | undefined)[];

/** Reads a range as a list of a quantity; a bad cell refuses the list and is named by its place. */
export function listReader<Value>(quantity: Quantity<Value>) {
  return (cells: readonly (readonly unknown[])[], argument: string): List<Value> | Refusal => {
    const list: (Value | undefined)[] = [];
    for (const row of cells) {
      for (const cell of row) {
        const value = plainValue(cell);
        if (isBlank(value)) {
          list.push(undefined);
          continue;
        }
        const place = `${argument}第 ${list.length + 1} 个`;
        if (isHostError(value)) return badArgument(`${place}是错误值，请改正。`);
        const read = quantity.read(value, place);
        if (read instanceof Refusal) return read;
        list.push(read);
      }
    }
    return list;
  };
}

/** The refusal of two lists that belong together and differ in length; it names both. */
export function lengthsDiffer(
  left: List<unknown>,
  leftName: string,
  right: List<unknown>,
  rightName: string,
): Refusal | undefined {
  if (left.length === right.length) return undefined;
  return badArgument(
    `${leftName}有 ${left.length} 个单元格，${rightName}有 ${right.length} 个，两者应一样多，请选一样长的区域。`,
  );
}
