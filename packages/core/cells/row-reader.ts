import { isBlankInTable } from "./blank.ts";
import { isHostError } from "./cell.ts";
import { errorValue } from "./error-value.ts";
import type { HeaderField } from "./header.ts";
import type { Quantity } from "./quantity.ts";
import { badArgument, Refusal } from "./refusal.ts";
import { cellOf, isBlankRow, type Table, type TableFields } from "./table.ts";

/** What a reader of a row refused, and in which field. */
interface FieldRefusal {
  readonly field: string;
  readonly refusal: Refusal;
}

/**
 * Reads one row of a template, be it of a formula's table or of the template itself, and keeps what it refuses.
 *
 * `place` says in messages where the row stands, such as 第 3 行数据; without it they begin after the column's name.
 */
export class RowReader<Field extends string = string> {
  readonly refusals: FieldRefusal[] = [];
  readonly #columns: Readonly<Record<string, HeaderField>>;
  readonly #cellOf: (field: string) => unknown;
  readonly #place: string | undefined;

  constructor(
    columns: Readonly<Record<Field, HeaderField>>,
    valueIn: (field: Field) => unknown,
    place?: string,
  ) {
    this.#columns = columns;
    this.#cellOf = valueIn as (field: string) => unknown;
    this.#place = place;
  }

  /** A cell as it stands, undefined where it is blank (G3). */
  cell(field: Field): unknown {
    const value = this.#cellOf(field);
    return isBlankInTable(value) ? undefined : value;
  }

  /** Reads a cell: undefined where it is blank; bad text and error values are refused. */
  read<Value>(field: Field, quantity: Quantity<Value>): Value | undefined | Refusal {
    const cell = this.cell(field);
    if (cell === undefined || (cell === 0 && quantity.zeroIsBlank)) return undefined;
    if (isHostError(cell)) return this.#keep(field, errorValue(this.#placeOf(field), cell));
    const value = quantity.read(cell, "");
    if (!(value instanceof Refusal)) return value;
    const placed = this.#place ? quantity.read(cell, this.#placeOf(field)) : value;
    return this.#keep(field, placed instanceof Refusal ? placed : value);
  }

  /** Reads a cell that must not be blank. */
  required<Value>(field: Field, quantity: Quantity<Value>): Value | Refusal {
    return this.read(field, quantity) ?? this.#keep(field, badArgument(this.#missing(field)));
  }

  /** Refuses a cell that can be read and yet does not fit; the complaint follows the column's name. */
  refuse(field: Field, complaint: string): Refusal {
    return this.#keep(field, badArgument(`${this.#placeOf(field)}${complaint}`));
  }

  #keep(field: Field, refusal: Refusal): Refusal {
    this.refusals.push({ field, refusal });
    return refusal;
  }

  #placeOf(field: Field): string {
    return this.#place ? `${this.#place}的“${this.#columns[field]?.header}”` : "";
  }

  #missing(field: Field): string {
    if (this.#place) return `${this.#place}没有填“${this.#columns[field]?.header}”，请填写。`;
    const value = this.#cellOf(field);
    return value === undefined || value === null ? "必须填写。" : "不能为空。";
  }
}

/**
 * A reader for each row of a formula's table that holds anything, with the place that messages name; `placeOf` gets
 * the row, counted from 0.
 */
export const tableRows = <Fields extends TableFields>(
  table: Table<Fields>,
  placeOf: (index: number) => string,
): (readonly [row: RowReader<keyof Fields & string>, place: string, index: number])[] =>
  table.rows.flatMap((row, index) => {
    if (isBlankRow(row)) return [];
    const place = placeOf(index);
    return [[new RowReader(table.fields, (field) => cellOf(table, row, field), place), place, index]];
  });
