import type { Quantity } from "./quantity.ts";
import { readField } from "./read-field.ts";
import { badArgument, type Refusal } from "./refusal.ts";
import type { Table, TableFields } from "./table.ts";

/** Reads a field of a table's row that must not be blank, as `readField` does; a blank one is refused. */
export const requiredField = <Fields extends TableFields, Value>(
  table: Table<Fields>,
  index: number,
  key: keyof Fields & string,
  quantity: Quantity<Value>,
): Value | Refusal =>
  readField(table, index, key, quantity) ??
  badArgument(`第 ${index + 1} 行数据没有填“${table.fields[key]?.header}”，请填写。`);
