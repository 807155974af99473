import type { FunctionMetadata, ParameterMetadata, ValueType } from "./function-metadata.ts";

/** An error value in a cell; `message` is shown for #VALUE! and #N/A only. */
export interface ExcelError {
  readonly code: string;
  readonly message?: string;
}

/** A cell of a range: null is an empty one. */
type InputCell = string | number | boolean | ExcelError | null;

/** An argument of a formula: one value, a range, or null where it is left out. */
export type FormulaArgument = InputCell | readonly (readonly InputCell[])[];

/** How a build of Excel hands over an empty cell (office-js#4702, #5262). */
export type EmptyCell = null | "" | 0;

const isError = (value: unknown): value is ExcelError => typeof value === "object" && value !== null;

/** Excel's own answer instead of a call: an error in a typed argument, or a text where a number must be. */
export class RefusedByExcel extends Error {
  readonly error: ExcelError;
  constructor(error: ExcelError) {
    super(error.code);
    this.error = error;
  }
}

/** Converts one argument as Excel does before it calls the function. */
export function passedArgument(
  definition: FunctionMetadata,
  parameter: ParameterMetadata,
  argument: FormulaArgument | undefined,
  host: { readonly emptyCell: EmptyCell; readonly passesErrors: boolean },
): unknown {
  if (argument === null || argument === undefined) return null;
  const type = parameter.type ?? "any";
  const convert = (cell: InputCell) => {
    if (isError(cell)) {
      if (type !== "any" || !host.passesErrors) throw new RefusedByExcel(cell);
      return { type: "Error", basicType: "Error", basicValue: cell.code };
    }
    return type === "any" ? (cell ?? host.emptyCell) : typedValue(type, cell);
  };
  const rows = Array.isArray(argument) ? (argument as InputCell[][]) : [[argument as InputCell]];
  if (parameter.dimensionality === "matrix") return rows.map((row) => row.map(convert));
  if (rows.length === 1 && rows[0]?.length === 1) return convert(rows[0][0] ?? null);
  throw new Error(
    `${definition.id}: parameter “${parameter.name}” is scalar and was given a range; what Excel does then is not documented`,
  );
}

function typedValue(type: Exclude<ValueType, "any">, cell: string | number | boolean | null): unknown {
  const refused = new RefusedByExcel({ code: "#VALUE!" });
  if (type === "string") return typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell ?? "");
  if (type === "number") {
    const number = typeof cell === "string" && cell.trim() === "" ? Number.NaN : Number(cell);
    if (Number.isNaN(number)) throw refused;
    return number;
  }
  if (typeof cell !== "string") return Boolean(cell);
  if (!/^(true|false)$/i.test(cell)) throw refused;
  return cell.toLowerCase() === "true";
}
