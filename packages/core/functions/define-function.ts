import type { Cell, Grid } from "../cells/cell.ts";
import type { Quantity } from "../cells/quantity.ts";
import type { Refusal } from "../cells/refusal.ts";
import type { Table, TableFields } from "../cells/table.ts";
import type { Words } from "../cells/words.ts";

/** The six domains of the product. */
export type Domain = "listing" | "payment" | "calendar" | "market" | "operation" | "strategy";

interface Named {
  /** The contract's name of the parameter; also its name in the English metadata. */
  readonly name: string;
  /** Its Chinese name; messages call it so. */
  readonly title: string;
  readonly optional?: boolean;
}

/** ▦: one cell or a range, answered element by element. Blank gives `fallback`, else "" if required. */
export interface EachParameter<Value = unknown> extends Named {
  readonly shape: "each";
  readonly quantity: Quantity<Value>;
  readonly fallback?: Value;
}

/** One value for the whole call. */
export interface OneParameter<Value = unknown> extends Named {
  readonly shape: "one";
  readonly quantity: Quantity<Value>;
  readonly fallback?: Value;
}

/**
 * The cells of a range in reading order, as they came; the function's own `read` makes a list of them. One
 * blank cell gives `fallback`, where there is one.
 */
export interface RangeParameter<Value = unknown> extends Named {
  readonly shape: "range";
  read(cells: readonly (readonly unknown[])[], argument: string): Value | Refusal;
  /** One cell with the number 0 is a blank one: a table, or a number of which no 0 can be meant (G16). */
  readonly zeroIsBlank?: true;
  readonly fallback?: Value;
}

/** A table of records whose header row is its first row, or the parameter named `headers`. */
export interface TableParameter<Fields extends TableFields = TableFields> extends Named {
  readonly shape: "table";
  readonly fields: Fields;
  /** Leaves headers and figures as they are, unit and all. */
  readonly keepsUnits?: true;
}

/** The header row of the table parameter before it, given apart from the table. */
export interface HeadersParameter extends Named {
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

/** What people read about a function: the computation knows nothing of it. */
export interface FunctionText<P extends readonly Parameter[] = readonly Parameter[]> {
  readonly domain: Domain;
  readonly summary: Words;
  /** What the answer looks like: shape, unit, header row. */
  readonly returns: Words;
  /** Where the rule comes from: seed line, publication and date; assumptions are called so. */
  readonly source: string;
  /** What each parameter takes. */
  readonly parameters: { readonly [Name in P[number]["name"]]: Words };
  readonly examples: readonly Example[];
}

interface Definition {
  readonly id: string;
  /** Where the answer holds dates as serial numbers: in all its cells, or in the columns under these headers. */
  readonly dates?: "all" | readonly string[];
}

/** A function that answers element by element: `elements` is given what holds for the call and gives the element's rule. */
export interface ElementFunction<P extends readonly Parameter[]> extends Definition {
  readonly parameters: P;
  readonly elements: EachValues<P>["length"] extends 1 | 2 | 3 | 4
    ? (shared: SharedValues<P>) => ((...values: EachValues<P>) => Cell) | Refusal
    : "a function has one to four ▦ parameters (G15)";
}

/** A function that answers a whole call with one grid. */
export interface GridFunction<P extends readonly Parameter[]> extends Definition {
  readonly parameters: P;
  readonly compute: (values: SharedValues<P>) => Grid | Refusal;
}

/** A spreadsheet function as its hosts see it. */
export interface SpreadsheetFunction<P extends readonly Parameter[] = readonly Parameter[]>
  extends Definition {
  readonly parameters: P;
  // biome-ignore lint/suspicious/noExplicitAny: the evaluator supplies what the definition's own types ask for
  readonly elements?: (shared: any) => ((...values: any[]) => Cell) | Refusal;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly compute?: (values: any) => Grid | Refusal;
}

/** A parameter with what people read about it. */
export type DescribedParameter = Parameter & { readonly words: Words };

/** A spreadsheet function with everything that people read about it. */
export type DescribedFunction = SpreadsheetFunction<readonly DescribedParameter[]> &
  Omit<FunctionText, "parameters">;

/**
 * Defines what a spreadsheet function computes; association, registration and argument checks are derived
 * from it. Its words stand beside it (`describe`), so that a bundle which only computes does not carry them.
 */
export function defineFunction<const P extends readonly Parameter[]>(
  definition: ElementFunction<P> | GridFunction<P>,
): SpreadsheetFunction<P> {
  return definition as unknown as SpreadsheetFunction<P>;
}

/**
 * Gives a function its words; metadata, manual, help and example tests are derived from it. The compiler asks
 * for each parameter.
 */
/* @__NO_SIDE_EFFECTS__ */
export function describe<P extends readonly Parameter[]>(
  definition: SpreadsheetFunction<P>,
  { parameters, ...text }: FunctionText<P>,
): DescribedFunction {
  const wordsOf: Readonly<Record<string, Words>> = parameters;
  return {
    ...definition,
    ...text,
    parameters: definition.parameters.map((parameter) => ({
      ...parameter,
      words: wordsOf[parameter.name] as Words,
    })),
  };
}
