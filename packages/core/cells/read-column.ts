import { isHostError } from "./cell.ts";
import { incomingError } from "./incoming-error.ts";
import type { Quantity } from "./quantity.ts";
import { fieldPlace, readField } from "./read-field.ts";
import { Refusal } from "./refusal.ts";
import { cellOf, type Table, type TableFields } from "./table.ts";

/**
 * Reads a field in all rows of a table, undefined where blank, for an answer that depends on all of them: the first
 * that cannot be read refuses it, naming its place (G7).
 */
export function readColumn<Fields extends TableFields, Value>(
  table: Table<Fields>,
  key: keyof Fields & string,
  quantity: Quantity<Value>,
): readonly (Value | undefined)[] | Refusal {
  const values: (Value | undefined)[] = [];
  for (const [index, row] of table.rows.entries()) {
    const raw = cellOf(table, row, key);
    if (isHostError(raw)) return incomingError(raw, fieldPlace(index, table.fields[key]?.header ?? key));
    const value = readField(table, index, key, quantity);
    if (value instanceof Refusal) return value;
    values.push(value);
  }
  return values;
}
