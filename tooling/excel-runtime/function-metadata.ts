/** Excel's functions.json, as far as calls depend on it. */
export interface FunctionsFile {
  readonly allowErrorForDataTypeAny?: boolean;
  readonly functions: readonly FunctionMetadata[];
  readonly enums?: readonly EnumMetadata[];
}

/** One function in functions.json. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result: { readonly type?: ValueType; readonly dimensionality?: Dimensionality };
}

/** One parameter in functions.json. */
export interface ParameterMetadata {
  readonly name: string;
  readonly description?: string;
  readonly type?: ValueType;
  readonly dimensionality?: Dimensionality;
  readonly optional?: boolean;
  readonly repeating?: boolean;
  readonly customEnumId?: string;
}

/** A closed set that Excel lists while typing. */
interface EnumMetadata {
  readonly id: string;
  readonly type: "number" | "string";
  readonly values: readonly {
    readonly name: string;
    readonly stringValue?: string;
    readonly tooltip?: string;
  }[];
}

export type ValueType = "any" | "boolean" | "number" | "string";
type Dimensionality = "scalar" | "matrix";
