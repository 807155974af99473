import type { Cell, Grid } from "./cell.ts";
import type { Quantity, Words } from "./quantity.ts";
import type { Refusal } from "./refusal.ts";
import type { Table, TableFields } from "./table.ts";

/** The six domains of the product. */
export type Domain = "listing" | "payment" | "calendar" | "market" | "operation" | "strategy";

interface Described {
  /** The contract's name of the parameter; also its name in the English metadata. */
  readonly name: string;
  readonly title: string;
  readonly words: Words;
  readonly optional?: boolean;
}

/** ▦: one cell or a range, answered element by element. Blank gives `fallback`, else "" if required. */
export interface EachParameter<Value = unknown> extends Described {
  readonly shape: "each";
  readonly quantity: Quantity<Value>;
  readonly fallback?: Value;
}

/** One value for the whole call. */
export interface OneParameter<Value = unknown> extends Described {
  readonly shape: "one";
  readonly quantity: Quantity<Value>;
  readonly fallback?: Value;
}

/**
 * The cells of a range in reading order, as they came; the function's own `read` makes a list of them. One
 * blank cell gives `fallback`, where there is one.
 */
export interface RangeParameter<Value = unknown> extends Described {
  readonly shape: "range";
  read(cells: readonly (readonly unknown[])[], argument: string): Value | Refusal;
  /** One cell with the number 0 is a blank one: a table, or a number of which no 0 can be meant (G16). */
  readonly zeroIsBlank?: true;
  readonly fallback?: Value;
}

/** A table of records whose header row is its first row, or the parameter named `headers`. */
export interface TableParameter<Fields extends TableFields = TableFields> extends Described {
  readonly shape: "table";
  readonly fields: Fields;
  /** Leaves headers and figures as they are, unit and all. */
  readonly keepsUnits?: true;
}

/** The header row of the table parameter before it, given apart from the table. */
export interface HeadersParameter extends Described {
  readonly shape: "headers";
}

export type Parameter =
  // biome-ignore lint/suspicious/noExplicitAny: a parameter list mixes value types; EachValues and SharedValues recover them
  EachParameter<any> | OneParameter<any> | RangeParameter<any> | TableParameter<any> | HeadersParameter;

type ValueOf<P> =
  P extends TableParameter<infer Fields>
    ? Table<Fields>
    : P extends EachParameter<infer Value> | OneParameter<infer Value> | RangeParameter<infer Value>
      ? P extends { readonly optional: true }
        ? P extends { readonly fallback: Value }
          ? Value
          : Value | undefined
        : Value
      : never;

/** The values of the ▦ parameters of one element, in order. */
export type EachValues<P extends readonly unknown[]> = P extends readonly [infer Head, ...infer Rest]
  ? Head extends { readonly shape: "each" }
    ? [ValueOf<Head>, ...EachValues<Rest>]
    : EachValues<Rest>
  : [];

/** The values that hold for the whole call, by parameter name. */
export type SharedValues<P extends readonly Parameter[]> = {
  readonly [K in P[number] as K extends { readonly shape: "each" | "headers" }
    ? never
    : K["name"]]: ValueOf<K>;
};

/** One cell of a worked example's answer, or the error and a part of its sentence. */
export type ExpectedCell =
  | string
  | number
  | boolean
  | { readonly error: "#VALUE!" | "#N/A"; readonly says: string };

/** A worked example: arguments as they stand in a formula (null where one is left out) and the answer. */
export interface Example {
  readonly words?: Words;
  readonly arguments: readonly (
    | string
    | number
    | boolean
    | null
    | readonly (readonly (string | number | boolean)[])[]
  )[];
  readonly answer: ExpectedCell | readonly (readonly ExpectedCell[])[];
}

interface Definition {
  readonly id: string;
  readonly domain: Domain;
  readonly summary: Words;
  /** What the answer looks like: shape, unit, header row. */
  readonly returns: Words;
  /** Where the answer holds dates as serial numbers: in all its cells, or in the columns under these headers. */
  readonly dates?: "all" | readonly string[];
  /** Where the rule comes from: seed line, publication and date; assumptions are called so. */
  readonly source: string;
  readonly examples: readonly Example[];
}

/** A function that answers element by element: `compute` is given what holds for the call and gives the element's rule. */
export interface ElementFunction<P extends readonly Parameter[]> extends Definition {
  readonly parameters: P;
  readonly elements: (shared: SharedValues<P>) => ((...values: EachValues<P>) => Cell) | Refusal;
}

/** A function that answers a whole call with one grid. */
export interface GridFunction<P extends readonly Parameter[]> extends Definition {
  readonly parameters: P;
  readonly compute: (values: SharedValues<P>) => Grid | Refusal;
}

/** A spreadsheet function as its hosts see it. */
export interface SpreadsheetFunction extends Definition {
  readonly parameters: readonly Parameter[];
  // biome-ignore lint/suspicious/noExplicitAny: the evaluator supplies what the definition's own types ask for
  readonly elements?: (shared: any) => ((...values: any[]) => Cell) | Refusal;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly compute?: (values: any) => Grid | Refusal;
}

/**
 * Defines a spreadsheet function: everything about it in one object, from which metadata, association,
 * registration, manual, argument checks and example tests are derived.
 */
export function defineFunction<const P extends readonly Parameter[]>(
  definition: ElementFunction<P> | GridFunction<P>,
): SpreadsheetFunction {
  return definition as unknown as SpreadsheetFunction;
}
