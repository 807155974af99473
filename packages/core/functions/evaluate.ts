import { isBlank } from "../exports/blank.ts";
import { type Cell, type Grid, type HostError, isHostError, plainValue } from "./cell.ts";
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

/** A range as rows of equal length; a single value is a range of one cell, an omitted argument a blank one. */
function toMatrix(value: unknown): Matrix {
  if (!Array.isArray(value)) return [[value]];
  if (value.length === 0) return [[undefined]];
  const first: unknown = value[0];
  let width = Array.isArray(first) ? Math.max(1, first.length) : 1;
  let isRectangular = true;
  for (const row of value) {
    if (!Array.isArray(row)) return [value];
    if (row.length === width) continue;
    isRectangular = false;
    width = Math.max(width, row.length);
  }
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

/** A blank element of a required argument. */
const BLANK = Symbol("blank");

/** An error value that came in and goes back as it is. */
class PassedOn {
  readonly error: HostError;
  constructor(error: HostError) {
    this.error = error;
  }
}

/** A ▦ argument, ready to be read element by element; one cell is read once for all elements. */
interface Source {
  /** Which of the rule's arguments it is. */
  readonly place: number;
  readonly parameter: EachParameter;
  readonly name: string;
  readonly matrix: Matrix;
  readonly manyRows: boolean;
  readonly manyColumns: boolean;
  readonly constant: unknown;
}

function source(parameter: EachParameter, matrix: Matrix, place: number): Source {
  const name = argumentName(parameter);
  const manyRows = matrix.length > 1;
  const manyColumns = (matrix[0]?.length ?? 0) > 1;
  const constant = manyRows || manyColumns ? undefined : readElement(parameter, name, matrix[0]?.[0]);
  return { place, parameter, name, matrix, manyRows, manyColumns, constant };
}

/** An element's value, or BLANK, or a Refusal, or an error passed on. */
function readElement(parameter: EachParameter, name: string, raw: unknown): unknown {
  let value = raw;
  if (typeof value !== "number") {
    if (typeof value === "object") {
      value = plainValue(value);
      if (isHostError(value)) return new PassedOn(value);
    }
    if (isBlank(value)) return parameter.optional ? parameter.fallback : BLANK;
  }
  return parameter.quantity.read(value, name);
}

/** Applies the element rule over the broadcast shape of the ▦ arguments (G2). */
function broadcast(
  parameters: readonly Parameter[],
  matrices: readonly Matrix[],
  rule: (...values: unknown[]) => Cell,
): Grid {
  const sources: Source[] = [];
  for (const [index, parameter] of parameters.entries()) {
    if (parameter.shape === "each")
      sources.push(source(parameter, matrices[index] ?? [[undefined]], sources.length));
  }
  const rows = Math.max(...sources.map(({ matrix }) => matrix.length));
  const columns = Math.max(...sources.map(({ matrix }) => matrix[0]?.length ?? 0));
  const misfit = findMisfit(sources, rows, columns);
  if (misfit) return [[misfit]];
  const answer: Cell[][] = new Array(rows);
  const values = sources.map((each) => each.constant);
  const varying = sources.filter((each) => each.manyRows || each.manyColumns);
  const isConstantStopped = values.some(isStopped);
  const elementAt = (row: number, column: number): Cell => {
    let hasStop = isConstantStopped;
    for (let index = 0; index < varying.length; index++) {
      const each = varying[index] as Source;
      const raw = (each.matrix[each.manyRows ? row : 0] as readonly unknown[])[each.manyColumns ? column : 0];
      const value = readElement(each.parameter, each.name, raw);
      values[each.place] = value;
      if (typeof value !== "number" && isStopped(value)) hasStop = true;
    }
    return hasStop ? stoppedElement(values) : apply(rule, values);
  };
  for (let row = 0; row < rows; row++) {
    const line = [elementAt(row, 0)];
    for (let column = 1; column < columns; column++) line.push(elementAt(row, column));
    answer[row] = line;
  }
  return answer;
}

const isStopped = (value: unknown) =>
  value === BLANK || value instanceof Refusal || value instanceof PassedOn;

/** Calls the rule; spreading an array costs more than a fee does. */
function apply(rule: (...values: unknown[]) => Cell, values: readonly unknown[]): Cell {
  switch (values.length) {
    case 1:
      return rule(values[0]);
    case 2:
      return rule(values[0], values[1]);
    case 3:
      return rule(values[0], values[1], values[2]);
    case 4:
      return rule(values[0], values[1], values[2], values[3]);
    default:
      return rule(...values);
  }
}

/** What an element that cannot be computed answers: an incoming error first, then "" for a blank, then the refusal. */
function stoppedElement(values: readonly unknown[]): Cell {
  const passedOn = values.find((value) => value instanceof PassedOn);
  if (passedOn) return passedOn.error;
  if (values.includes(BLANK)) return "";
  return values.find((value) => value instanceof Refusal) ?? "";
}

/** The refusal that names both sizes, where an argument does not fit the broadcast shape. */
function findMisfit(sources: readonly Source[], rows: number, columns: number): Refusal | undefined {
  const misfit = sources.find(
    ({ matrix, manyRows, manyColumns }) =>
      (manyRows && matrix.length !== rows) || (manyColumns && matrix[0]?.length !== columns),
  );
  if (!misfit) return undefined;
  const isRowMisfit = misfit.manyRows && misfit.matrix.length !== rows;
  const other = sources.find(({ matrix }) =>
    isRowMisfit ? matrix.length === rows : matrix[0]?.length === columns,
  );
  return badArgument(
    `${misfit.name}是 ${sizeOf(misfit.matrix)}，${other?.name}是 ${sizeOf(other?.matrix ?? [])}，大小对不上，请选一样大的区域。`,
  );
}
