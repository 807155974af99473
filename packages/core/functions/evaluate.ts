import { isBlank } from "../exports/blank.ts";
import { type Cell, type Grid, isHostError, plainValue } from "./cell.ts";
import type { EachParameter, Parameter, SpreadsheetFunction } from "./define-function.ts";
import { badArgument, Refusal } from "./refusal.ts";
import { readTable } from "./table.ts";

type Matrix = readonly (readonly unknown[])[];

/** Calls one function as a spreadsheet does: any arguments in, always a rectangular grid out (G2–G9). */
export function evaluate(definition: SpreadsheetFunction, callArguments: readonly unknown[]): Grid {
  const matrices = definition.parameters.map((_, index) => toMatrix(callArguments[index]));
  const shared = readShared(definition.parameters, matrices);
  if (isStop(shared)) return [[shared.stop]];
  if (definition.elements) {
    const rule = definition.elements(shared);
    if (rule instanceof Refusal) return [[rule]];
    return broadcast(definition.parameters, matrices, rule);
  }
  const answer = definition.compute?.(shared) ?? [];
  return answer instanceof Refusal ? [[answer]] : answer;
}

/** A range as rows of cells; a single value is a range of one cell, an omitted argument a blank one. */
function toMatrix(value: unknown): Matrix {
  if (!Array.isArray(value)) return [[value]];
  if (value.length === 0) return [[undefined]];
  if (!value.every(Array.isArray)) return [value];
  const width = Math.max(1, ...new Set(value.map((row: unknown[]) => row.length)));
  const isRectangular = value.every((row: unknown[]) => row.length === width);
  return isRectangular
    ? value
    : value.map((row: unknown[]) => Array.from({ length: width }, (_, i) => row[i]));
}

/** How an argument is called in messages: its Chinese name and the contract's. */
const argumentName = (parameter: Parameter) => `${parameter.title}（${parameter.name}）`;

/** The whole call is answered with one cell. */
interface Stop {
  readonly stop: Cell;
}
const isStop = (value: object): value is Stop => Object.hasOwn(value, "stop");

function isOmitted(matrix: Matrix): boolean {
  return matrix.length === 1 && matrix[0]?.length === 1 && isBlank(plainValue(matrix[0][0]));
}

/** The values that hold for the whole call, by name; or the cell that answers the whole call. */
function readShared(
  parameters: readonly Parameter[],
  matrices: readonly Matrix[],
): Record<string, unknown> | Stop {
  const shared: Record<string, unknown> = {};
  for (const [index, parameter] of parameters.entries()) {
    const matrix = matrices[index] ?? [[undefined]];
    if (parameter.shape === "each" || parameter.shape === "headers") continue;
    const value = readSharedOne(parameter, matrix, parameters, matrices, index);
    if (value instanceof Refusal || (parameter.shape === "one" && isHostError(value))) return { stop: value };
    shared[parameter.name] = value;
  }
  return shared;
}

function readSharedOne(
  parameter: Exclude<Parameter, { shape: "each" | "headers" }>,
  matrix: Matrix,
  parameters: readonly Parameter[],
  matrices: readonly Matrix[],
  index: number,
): unknown {
  const name = argumentName(parameter);
  if (parameter.shape === "table") {
    const headers = parameters[index + 1]?.shape === "headers" ? matrices[index + 1] : undefined;
    return readTable(
      matrix,
      headers && !isOmitted(headers) ? headers.flat() : undefined,
      parameter.fields,
      name,
    );
  }
  if (isOmitted(matrix)) {
    if (parameter.optional) return parameter.fallback;
    return badArgument(`请填写${name}。`);
  }
  if (parameter.shape === "range") return parameter.read(matrix, name);
  if (matrix.length > 1 || (matrix[0]?.length ?? 0) > 1) {
    return badArgument(`${name}只能是一个单元格，现为 ${sizeOf(matrix)}，请只选一个单元格。`);
  }
  const value = plainValue(matrix[0]?.[0]);
  return isHostError(value) ? value : parameter.quantity.read(value, name);
}

const sizeOf = (matrix: Matrix) => `${matrix.length} 行 × ${matrix[0]?.length ?? 0} 列`;

/** A ▦ argument, ready to be read element by element. */
interface Source {
  readonly parameter: EachParameter;
  readonly name: string;
  readonly matrix: Matrix;
  readonly manyRows: boolean;
  readonly manyColumns: boolean;
}

/** Applies the element rule over the broadcast shape of the ▦ arguments (G2). */
function broadcast(
  parameters: readonly Parameter[],
  matrices: readonly Matrix[],
  rule: (...values: unknown[]) => Cell,
): Grid {
  const sources: Source[] = [];
  for (const [index, parameter] of parameters.entries()) {
    if (parameter.shape !== "each") continue;
    const matrix = matrices[index] ?? [[undefined]];
    const manyColumns = (matrix[0]?.length ?? 0) > 1;
    sources.push({
      parameter,
      name: argumentName(parameter),
      matrix,
      manyRows: matrix.length > 1,
      manyColumns,
    });
  }
  const rows = Math.max(...sources.map((source) => source.matrix.length));
  const columns = Math.max(...sources.map((source) => source.matrix[0]?.length ?? 0));
  const misfit = sources.find(
    ({ matrix, manyRows, manyColumns }) =>
      (manyRows && matrix.length !== rows) || (manyColumns && matrix[0]?.length !== columns),
  );
  if (misfit) {
    const other =
      sources.find((source) => source !== misfit && source.matrix.length === rows && rows > 1) ??
      sources.find((source) => source !== misfit && source.matrix[0]?.length === columns);
    return [
      [
        badArgument(
          `${misfit.name}是 ${sizeOf(misfit.matrix)}，${other?.name ?? "结果"}是 ${other ? sizeOf(other.matrix) : `${rows} 行 × ${columns} 列`}，大小对不上，请选一样大的区域。`,
        ),
      ],
    ];
  }
  const values: unknown[] = new Array(sources.length);
  const answer: Cell[][] = new Array(rows);
  for (let row = 0; row < rows; row++) {
    const line: Cell[] = new Array(columns);
    for (let column = 0; column < columns; column++)
      line[column] = element(sources, row, column, values, rule);
    answer[row] = line;
  }
  return answer;
}

/** One element: an error comes back unchanged, a blank required value gives "", else the rule answers. */
function element(
  sources: readonly Source[],
  row: number,
  column: number,
  values: unknown[],
  rule: (...values: unknown[]) => Cell,
): Cell {
  let isBlankElement = false;
  let refusal: Refusal | undefined;
  for (let index = 0; index < sources.length; index++) {
    const { parameter, name, matrix, manyRows, manyColumns } = sources[index] as Source;
    const line = matrix[manyRows ? row : 0] as readonly unknown[];
    let value = line[manyColumns ? column : 0];
    if (typeof value === "object" && value !== null) {
      value = plainValue(value);
      if (isHostError(value)) return value;
    }
    if (isBlank(value)) {
      if (!parameter.optional) isBlankElement = true;
      values[index] = parameter.fallback;
      continue;
    }
    const read = parameter.quantity.read(value, name);
    if (read instanceof Refusal) refusal ??= read;
    values[index] = read;
  }
  if (isBlankElement) return "";
  return refusal ?? rule(...values);
}
