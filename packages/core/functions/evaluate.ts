import { isBlank } from "../cells/blank.ts";
import { boundedText } from "../cells/bounded-text.ts";
import { type Cell, type Grid, isHostError, plainValue } from "../cells/cell.ts";
import { incomingError } from "../cells/incoming-error.ts";
import type { Quantity } from "../cells/quantity.ts";
import { badArgument, Refusal } from "../cells/refusal.ts";
import { readTable } from "../cells/table.ts";
import type { EachParameter, Parameter, SpreadsheetFunction } from "./define-function.ts";

type Matrix = readonly (readonly unknown[])[];

/** Calls one function as a spreadsheet does: any arguments in, always a rectangular grid out (G2–G9). */
export function evaluate(definition: SpreadsheetFunction, callArguments: readonly unknown[]): Grid {
  const matrices = definition.parameters.map(({ shape }, index) =>
    shape === "each" ? toRows(callArguments[index]) : toMatrix(callArguments[index]),
  );
  const shared = readShared(definition.parameters, matrices);
  if (isStop(shared)) return [[shared.stop]];
  if (definition.elements) {
    const rule = definition.elements(shared);
    if (rule instanceof Refusal) return [[rule]];
    return broadcast(definition.parameters, matrices, rule);
  }
  const answer = definition.compute?.(shared) ?? [];
  return answer instanceof Refusal ? [[answer]] : bounded(answer);
}

/** An answer with its texts cut where they are too long (G15); nearly none has one, and one look tells. */
function bounded(answer: Grid): Grid {
  for (const row of answer) {
    for (const cell of row) {
      if (typeof cell === "string" && boundedText(cell) !== cell) {
        return answer.map((each) =>
          each.map((text) => (typeof text === "string" ? boundedText(text) : text)),
        );
      }
    }
  }
  return answer;
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

/**
 * The rows of a ▦ argument, as wide as its first row: what hosts hand over is rectangular, and to look through
 * a long column once more costs as much as to compute it.
 */
function toRows(value: unknown): Matrix {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  return Array.isArray(first) && first.length > 0 ? (value as Matrix) : toMatrix(value);
}

/** How an argument is called in messages: its Chinese name and the contract's. */
const argumentName = (parameter: Parameter) => `${parameter.title}（${parameter.name}）`;

/** The whole call is answered with one cell. */
interface Stop {
  readonly stop: Cell;
}
const isStop = (value: object): value is Stop => Object.hasOwn(value, "stop");

function isOmitted(matrix: Matrix, zeroIsBlank = false): boolean {
  if (matrix.length !== 1 || matrix[0]?.length !== 1) return false;
  const value = plainValue(matrix[0][0]);
  return isBlank(value) || (zeroIsBlank && value === 0);
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
    if (value instanceof Refusal) return { stop: value };
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
      headers && !isOmitted(headers, true) ? headers.flat() : undefined,
      parameter.fields,
      name,
      parameter.keepsUnits,
    );
  }
  const { zeroIsBlank } = parameter.shape === "range" ? parameter : parameter.quantity;
  if (isOmitted(matrix, zeroIsBlank)) {
    if (parameter.optional || parameter.fallback !== undefined) return parameter.fallback;
    return badArgument(`请填写${name}。`);
  }
  if (parameter.shape === "range") return parameter.read(matrix, name);
  if (matrix.length > 1 || (matrix[0]?.length ?? 0) > 1) {
    return badArgument(`${name}只能是一个单元格，现为 ${sizeOf(matrix)}，请只选一个单元格。`);
  }
  const value = plainValue(matrix[0]?.[0]);
  return isHostError(value) ? incomingError(value) : parameter.quantity.read(value, name);
}

const sizeOf = (matrix: Matrix) => `${matrix.length} 行 × ${matrix[0]?.length ?? 0} 列`;

/** A blank element of a required argument. */
const BLANK = Symbol("blank");

/** An error value that came in, before all else that keeps an element from being computed. */
class PassedOn {
  readonly error: Refusal;
  constructor(error: Refusal) {
    this.error = error;
  }
}

/** A ▦ argument, ready to be read element by element; one cell is read once for all elements. */
interface Source {
  readonly quantity: Quantity<unknown>;
  /** What a blank cell is. */
  readonly blank: unknown;
  /** Plain numbers between these are taken as they are. */
  readonly least: number;
  readonly most: number;
  readonly name: string;
  readonly matrix: Matrix;
  readonly width: number;
  /** 1 where the next element stands in the next row or column, 0 where there is only one. */
  readonly rowStep: 0 | 1;
  readonly columnStep: 0 | 1;
  /** The value of the only cell. */
  readonly constant: unknown;
}

function source(parameter: EachParameter, matrix: Matrix): Source {
  const [least, most] = parameter.quantity.takenAsIs ?? [Number.POSITIVE_INFINITY, 0];
  const width = matrix[0]?.length ?? 0;
  const read: Source = {
    quantity: parameter.quantity,
    blank: parameter.optional ? parameter.fallback : BLANK,
    least,
    most,
    name: argumentName(parameter),
    matrix,
    width,
    rowStep: matrix.length > 1 ? 1 : 0,
    columnStep: width > 1 ? 1 : 0,
    constant: undefined,
  };
  const isOneCell = matrix.length === 1 && width === 1;
  return isOneCell ? { ...read, constant: readElement(read, matrix[0]?.[0]) } : read;
}

/** An element's value, or BLANK, or a Refusal, or an error passed on. */
function readElement(from: Source, raw: unknown): unknown {
  let value = raw;
  if (typeof value === "object") {
    value = plainValue(value);
    if (isHostError(value)) return new PassedOn(incomingError(value));
  }
  if (isBlank(value) || (value === 0 && from.quantity.zeroIsBlank)) return from.blank;
  return from.quantity.read(value, from.name);
}

/** The value of a rule's argument for the element in a row and column. */
function valueAt(from: Source, row: number, column: number): unknown {
  if (from.rowStep + from.columnStep === 0) return from.constant;
  const raw = from.matrix[row * from.rowStep]?.[column * from.columnStep];
  const isTakenAsIs = typeof raw === "number" && raw >= from.least && raw <= from.most;
  return isTakenAsIs ? raw : readElement(from, raw);
}

/** What stands for the arguments that a rule of fewer than four does not have. */
const NO_SOURCE: Source = {
  quantity: { words: { zh: "", en: "" }, read: () => undefined },
  blank: undefined,
  least: 0,
  most: 0,
  name: "",
  matrix: [[undefined]],
  width: 1,
  rowStep: 0,
  columnStep: 0,
  constant: undefined,
};

/**
 * Applies the element rule over the broadcast shape of the ▦ arguments (G2), of which there are at most four:
 * they are passed one by one, since an array for each element would cost more than a fee does.
 */
function broadcast(
  parameters: readonly Parameter[],
  matrices: readonly Matrix[],
  rule: (...values: unknown[]) => Cell,
): Grid {
  const sources: Source[] = [];
  for (const [index, parameter] of parameters.entries()) {
    if (parameter.shape === "each") sources.push(source(parameter, matrices[index] ?? [[undefined]]));
  }
  const [first = NO_SOURCE, second = NO_SOURCE, third = NO_SOURCE, fourth = NO_SOURCE, fifth] = sources;
  if (fifth) throw new Error("A function has at most four ▦ parameters.");
  const rows = Math.max(...sources.map(({ matrix }) => matrix.length));
  const columns = Math.max(...sources.map(({ width }) => width));
  const misfit = findMisfit(sources, rows, columns);
  if (misfit) return [[misfit]];

  const elementAt = (row: number, column: number): Cell => {
    const a = valueAt(first, row, column);
    const b = valueAt(second, row, column);
    const c = valueAt(third, row, column);
    const d = valueAt(fourth, row, column);
    if (isStopped(a) || isStopped(b) || isStopped(c) || isStopped(d)) return stoppedElement([a, b, c, d]);
    const cell = rule(a, b, c, d);
    return typeof cell === "string" ? boundedText(cell) : cell;
  };
  const answer: Cell[][] = new Array(rows);
  for (let row = 0; row < rows; row++) {
    const cell = elementAt(row, 0);
    // Two literals: arrays made by the first hold plain doubles, which halves what the answer takes in memory.
    const line: Cell[] = typeof cell === "number" ? [cell] : [cell];
    for (let column = 1; column < columns; column++) line.push(elementAt(row, column));
    answer[row] = line;
  }
  return answer;
}

const isStopped = (value: unknown) =>
  typeof value !== "number" && (value === BLANK || value instanceof Refusal || value instanceof PassedOn);

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
    ({ matrix, width, rowStep, columnStep }) =>
      (rowStep === 1 && matrix.length !== rows) || (columnStep === 1 && width !== columns),
  );
  if (!misfit) return undefined;
  const isRowMisfit = misfit.rowStep === 1 && misfit.matrix.length !== rows;
  const other = sources.find(({ matrix, width }) =>
    isRowMisfit ? matrix.length === rows : width === columns,
  );
  return badArgument(
    `${misfit.name}是 ${sizeOf(misfit.matrix)}，${other?.name}是 ${sizeOf(other?.matrix ?? [])}，大小对不上，请选一样大的区域。`,
  );
}
