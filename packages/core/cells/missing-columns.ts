import { badArgument, type Refusal } from "./refusal.ts";
import type { Table, TableFields } from "./table.ts";

/** The refusal that names the columns a table lacks of those it must have; undefined where it has them all. */
export function missingColumns<Fields extends TableFields>(
  table: Table<Fields>,
  keys: readonly (keyof Fields & string)[],
  argument: string,
): Refusal | undefined {
  const missing = keys.filter((key) => !table.columns.has(key)).map((key) => table.fields[key]?.header);
  return missing.length > 0 ? badArgument(`${argument}里没有列：${missing.join("、")}，请加上。`) : undefined;
}
