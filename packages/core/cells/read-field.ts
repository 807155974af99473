import { isHostError } from "./cell.ts";
import { errorValue } from "./error-value.ts";
import type { Quantity } from "./quantity.ts";
import { Refusal } from "./refusal.ts";
import { cellOf, type Table, type TableFields } from "./table.ts";

/**
 * Reads a field of a table's row: undefined where the column is missing or the cell is blank; bad text and
 * error values are refused by column and row. `index` counts the data rows from 0.
 */
export function readField<Fields extends TableFields, Value>(
  table: Table<Fields>,
  index: number,
  key: keyof Fields & string,
  quantity: Quantity<Value>,
): Value | undefined | Refusal {
  const value = cellOf(table, table.rows[index] ?? [], key);
  if (value === undefined || (value === 0 && quantity.zeroIsBlank)) return undefined;
  const header = table.fields[key]?.header ?? key;
  const place = () => fieldPlace(index, header);
  if (isHostError(value)) return errorValue(place(), value);
  const read = quantity.read(value, header);
  return read instanceof Refusal ? quantity.read(value, place()) : read;
}

/** How messages call a data row, which are counted from 0. */
export const dataRow = (index: number): string => `第 ${index + 1} 行数据`;

/** How messages call a field of a data row. */
export const fieldPlace = (index: number, header: string): string => `${dataRow(index)}的“${header}”`;
