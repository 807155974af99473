import { isBlankInTable } from "../cells/blank.ts";
import { type Cell, isHostError, plainValue } from "../cells/cell.ts";
import { incomingError } from "../cells/incoming-error.ts";
import { amountQuantity, priceQuantity, type Quantity, textQuantity } from "../cells/quantity.ts";
import { badArgument, Refusal } from "../cells/refusal.ts";

/** An item of a list: its value, undefined where the cell is blank or "-", or why it could not be read. */
export type ListItem<Value> = Value | undefined | Refusal;

/** A range given as a list of values, column or row, in reading order. */
export interface List<Value> {
  /** How the argument is called in messages. */
  readonly argument: string;
  /** An item for each cell of the range. */
  readonly items: readonly ListItem<Value>[];
  /** The number of items without the blank cells at the end. */
  readonly length: number;
}

/** Reads a range as a list; bad text and error values become refusals in their place, naming it. */
export function listOf<Value>(quantity: Quantity<Value>) {
  return (cells: readonly (readonly unknown[])[], argument: string): List<Value> => {
    const items: ListItem<Value>[] = new Array(cells.length * (cells[0]?.length ?? 0));
    let length = 0;
    let place = 0;
    for (const row of cells) {
      for (const cell of row) {
        const value = plainValue(cell);
        const isBlank = isBlankInTable(value) || (value === 0 && quantity.zeroIsBlank);
        const item = isBlank ? undefined : readItem(value, quantity, argument, place);
        items[place++] = item;
        if (item !== undefined) length = place;
      }
    }
    return { argument, items, length };
  };
}

/** Reads names, labels or keywords. */
export const readTexts = listOf(textQuantity);

/** Reads the prices of products. */
export const readPrices = listOf(priceQuantity);

/** Reads amounts, sales or indices: numbers not below 0. */
export const readAmounts = listOf(amountQuantity);

function readItem<Value>(value: unknown, quantity: Quantity<Value>, argument: string, index: number) {
  const place = () => `${argument}第 ${index + 1} 个`;
  if (isHostError(value)) return incomingError(value, place());
  const item = quantity.read(value, argument);
  return item instanceof Refusal ? quantity.read(value, place()) : item;
}

/**
 * The number of items of lists that belong together, blank items at their common end cut.
 *
 * Ranges of equal size fit, and so do lists of equally many items; else the refusal names both lists.
 */
export function commonLength(first: List<unknown>, ...others: readonly List<unknown>[]): number | Refusal {
  let length = first.length;
  for (const other of others) {
    if (other.items.length !== first.items.length && other.length !== first.length) {
      return badArgument(
        `${first.argument}有 ${first.length} 个，${other.argument}有 ${other.length} 个，两者应一样多，请选一样长的区域。`,
      );
    }
    length = Math.max(length, other.length);
  }
  return length;
}

/** The first item that could not be read, for what needs the whole list. */
export const firstRefusal = (list: List<unknown>): Refusal | undefined =>
  list.items.find((item) => item instanceof Refusal);

/** An item as a cell of the answer: blank gives "". */
export const itemCell = (item: ListItem<string | number>): Cell => item ?? "";
