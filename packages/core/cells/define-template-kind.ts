import type { HeaderField } from "./header.ts";
import type { RowReader } from "./row-reader.ts";
import type { Words } from "./words.ts";

/**
 * What a column's cells hold: how JSON carries a value of it and how a table shows it. A dayRule is a text in which a
 * real date may stand too.
 */
export type FieldType = "text" | "number" | "day" | "dayRule" | "yesNo" | "scalar";

/** A column of a kind of template; it stands under its header, and its field is the JSON key. */
export interface KindColumn extends HeaderField {
  readonly english: string;
  readonly holds: FieldType;
  /** The number format of its cells, where what they hold does not say it. */
  readonly numberFormat?: string;
  /** What may stand in it: the examples of all columns make a row. */
  readonly example: string | number;
}

export type KindColumns = Readonly<Record<string, KindColumn>>;

/** A row without its id. */
export type RowValues = Readonly<Record<string, unknown>>;

/** What a team may begin with: it is its own from then on. */
export interface Starter {
  /** What a template made from it is called. */
  readonly words: Words;
  readonly rows: readonly RowValues[];
}

/** What is wrong with a row among others; rows count from 1. */
export interface AcrossProblem<Field extends string> {
  readonly row: number;
  readonly field: Field;
  readonly message: string;
}

/** A kind of template, with all that is particular to it: validation, its table, the manual and the starters follow. */
export interface TemplateKind<Id extends string = string, Field extends string = string> {
  readonly id: Id;
  readonly name: Words;
  /** The table that formulas take, as in `=PAYFEE(A2,B2,C2,,费率表[#All])`. */
  readonly tableName: string;
  /** The name of the parameter as which functions take its table, where any does. */
  readonly takenAs?: string;
  /** In table order. */
  readonly columns: Readonly<Record<Field, KindColumn>>;
  /** Reads a row as the formulas do that take its table: what they would refuse, the reader keeps. */
  readRow(row: RowReader<Field>): unknown;
  /** What is wrong with rows of which each is right. */
  readonly acrossRows?: (rows: readonly RowValues[]) => readonly AcrossProblem<Field>[];
  readonly starters: () => readonly Starter[];
}

/** Defines a kind of template; whatever knows its rows is derived from it. */
/* @__NO_SIDE_EFFECTS__ */
export function defineTemplateKind<const Id extends string, Field extends string>(
  kind: TemplateKind<Id, Field>,
): TemplateKind<Id, Field> {
  return kind;
}
