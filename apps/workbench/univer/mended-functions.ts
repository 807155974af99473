import {
  ArrayValueObject,
  type BaseFunction,
  type BaseReferenceObject,
  type BaseValueObject,
  ErrorType,
  ErrorValueObject,
  functionLookup,
  functionMath,
} from "@univerjs/preset-sheets-core";
import { SHEET_LIMITS } from "./sheet-limits.ts";

/** How many cells a function may make; more would stop the page. */
const MOST_CELLS = 2_000_000;

type Calculate = BaseFunction["calculate"];
type FunctionClass = new (name: string) => BaseFunction;

/** Univer's functions that answer wrongly, mended; each stands in the place of the one of its name. */
export function mendedFunctions(): [typeof BaseFunction, string][] {
  const classes: [FunctionClass, string][] = [
    // Sorts the rows that it is given where they stand, which all other formulas over the same range then read.
    mended("SORT", (calculate, array, ...rest) => calculate(...(array ? [rowsOf(array)] : []), ...rest)),
    // Takes a range for one cell where it chooses several.
    mended("CHOOSE", (calculate, index, ...choices) =>
      calculate(...(index ? [index] : []), ...(index && isMany(index) ? choices.map(rowsOf) : choices)),
    ),
    // Throws where results of another length are no range; without its own adjusting they are refused.
    mended("LOOKUP", (calculate, ...given) => calculate(...given), { needsExpandParams: false }),
    // Refuse what goes beyond the sheet's present end, though it grows.
    mended("SEQUENCE", withoutSheet, { needsSheetRowColumnCount: false }),
    mended("RANDARRAY", withoutSheet, { needsSheetRowColumnCount: false }),
  ];
  return classes as unknown as [typeof BaseFunction, string][];
}

/** Has a function fill as many cells as a sheet can have, below and right of it, and no more than can be shown. */
function withoutSheet(
  this: BaseFunction,
  calculate: Calculate,
  ...given: BaseValueObject[]
): ReturnType<Calculate> {
  this.setSheetRowColumnCount(SHEET_LIMITS.rows + this.row, SHEET_LIMITS.columns + this.column);
  const [rows = 1, columns = 1] = given.slice(0, 2).map(largest);
  return rows * columns > MOST_CELLS ? ErrorValueObject.create(ErrorType.NUM) : calculate(...given);
}

function largest(variant: BaseValueObject): number {
  const values = variant.isArray() ? (variant as ArrayValueObject).getArrayValue().flat() : [variant];
  return Math.max(1, ...values.map((value) => Math.floor(Number(value?.getValue())) || 1));
}

function mended(
  name: string,
  answer: (this: BaseFunction, calculate: Calculate, ...given: BaseValueObject[]) => ReturnType<Calculate>,
  settings: Partial<BaseFunction> = {},
): [FunctionClass, string] {
  const found = [...functionLookup, ...functionMath].find(([, its]) => (its as unknown) === name)?.[0];
  if (!found) throw new Error(`Univer has no ${name}`);
  class Mended extends (found as unknown as FunctionClass) {
    constructor(its: string) {
      super(its);
      Object.assign(this, settings);
    }
    override calculate(...given: BaseValueObject[]): ReturnType<Calculate> {
      return answer.call(this, (...values) => super.calculate(...values), ...given);
    }
  }
  return [Mended, name];
}

/** A range or array as an array of its own. */
function rowsOf(variant: BaseValueObject): BaseValueObject {
  const value = variant.isReferenceObject()
    ? (variant as unknown as BaseReferenceObject).toArrayValueObject()
    : variant;
  if (!value.isArray()) return value;
  const array = value as ArrayValueObject;
  return ArrayValueObject.create({
    calculateValueList: array.getArrayValue().map((row) => [...row]),
    rowCount: array.getRowCount(),
    columnCount: array.getColumnCount(),
    unitId: array.getUnitId(),
    sheetId: array.getSheetId(),
    row: array.getCurrentRow(),
    column: array.getCurrentColumn(),
  });
}

function isMany(variant: BaseValueObject): boolean {
  if (!variant.isReferenceObject() && !variant.isArray()) return false;
  const sized = variant as ArrayValueObject;
  return sized.getRowCount() * sized.getColumnCount() > 1;
}
