import { isBlankInTable } from "./blank.ts";
import { plainValue } from "./cell.ts";
import { type HeaderField, matchHeaders } from "./header.ts";
import { headerUnit, inUnit, type Unit } from "./header-unit.ts";
import { badArgument, Refusal } from "./refusal.ts";

/** The columns a function knows, by key. */
export type TableFields = Readonly<Record<string, HeaderField>>;

/** A merchant's table: its data rows as they came and where each known column stands. */
export interface Table<Fields extends TableFields = TableFields> {
  readonly fields: Fields;
  /** The header row as it came. */
  readonly headers: readonly unknown[];
  /** The data rows, trailing blank rows cut; blank rows in between stay. */
  readonly rows: readonly (readonly unknown[])[];
  /** The column of each field that the table has. */
  readonly columns: ReadonlyMap<keyof Fields & string, number>;
  /** The units that the headers name, by field. */
  readonly units: ReadonlyMap<keyof Fields & string, Unit>;
}

/** Whether a row holds nothing at all. */
export function isBlankRow(row: readonly unknown[]): boolean {
  for (const cell of row) if (!isBlankInTable(plainValue(cell))) return false;
  return true;
}

/** The rows of a range without the blank rows at its end. */
export function trimTrailingBlankRows(
  rows: readonly (readonly unknown[])[],
): readonly (readonly unknown[])[] {
  let end = rows.length;
  while (end > 0 && isBlankRow(rows[end - 1] ?? [])) end--;
  return end === rows.length ? rows : rows.slice(0, end);
}

/**
 * Reads a range as a table: the header is the range's first row, or `headers` where given.
 *
 * Refused: a header none of whose columns is known (the refusal names the columns looked for), headers whose
 * number differs from the table's columns, and a header with a unit that its column cannot have (G4), unless the
 * caller leaves figures as they are (`keepsUnits`).
 */
export function readTable<Fields extends TableFields>(
  range: readonly (readonly unknown[])[],
  headers: readonly unknown[] | undefined,
  fields: Fields,
  argument: string,
  keepsUnits = false,
): Table<Fields> | Refusal {
  const width = range[0]?.length ?? 0;
  if (headers && headers.length !== width) {
    return badArgument(
      `表头有 ${headers.length} 列，${argument}有 ${width} 列，两者应一样多，请让表头与数据左右对齐。`,
    );
  }
  const header = (headers ?? range[0] ?? []).map(plainValue);
  const columns = matchHeaders<keyof Fields & string>(header, fields);
  if (columns.size === 0) {
    const names = Object.values(fields).map((field) => field.header);
    return badArgument(`${argument}里没有认识的列，请在第一行写上表头，可用的列有：${names.join("、")}。`);
  }
  const units = keepsUnits ? new Map() : headerUnits(fields, header, columns, argument);
  if (units instanceof Refusal) return units;
  const rows = trimTrailingBlankRows(headers ? range : range.slice(1));
  return { fields, headers: header, rows, columns, units };
}

/** The units that the headers of a table's columns name; refused where a column cannot have one. */
function headerUnits<Key extends string>(
  fields: Readonly<Record<Key, HeaderField>>,
  header: readonly unknown[],
  columns: ReadonlyMap<Key, number>,
  argument: string,
): ReadonlyMap<Key, Unit> | Refusal {
  const units = new Map<Key, Unit>();
  for (const [key, column] of columns) {
    const { measure } = fields[key];
    const unit = measure && headerUnit(header[column], measure);
    if (typeof unit === "string") {
      return badArgument(
        `${argument}的表头“${String(header[column])}”写的单位“${unit}”不能用在“${fields[key].header}”这一列，请换算后改掉表头里的单位。`,
      );
    }
    if (unit) units.set(key, unit);
  }
  return units;
}

/** The plain value of a field in a row, or undefined where the column is missing or the cell is blank. */
export function cellOf<Fields extends TableFields>(
  table: Table<Fields>,
  row: readonly unknown[],
  key: keyof Fields & string,
): unknown {
  const column = table.columns.get(key);
  if (column === undefined) return undefined;
  const value = plainValue(row[column]);
  return isBlankInTable(value) ? undefined : inUnit(value, table.units.get(key));
}
