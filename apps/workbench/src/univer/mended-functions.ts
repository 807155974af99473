import {
  ArrayValueObject,
  type BaseFunction,
  type BaseReferenceObject,
  type BaseValueObject,
  functionLookup,
} from "@univerjs/preset-sheets-core";

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
  ];
  return classes as unknown as [typeof BaseFunction, string][];
}

function mended(
  name: string,
  answer: (calculate: Calculate, ...given: BaseValueObject[]) => ReturnType<Calculate>,
  settings: Partial<BaseFunction> = {},
): [FunctionClass, string] {
  const found = functionLookup.find(([, its]) => (its as unknown) === name)?.[0];
  if (!found) throw new Error(`Univer has no ${name}`);
  class Mended extends (found as unknown as FunctionClass) {
    constructor(its: string) {
      super(its);
      Object.assign(this, settings);
    }
    override calculate(...given: BaseValueObject[]): ReturnType<Calculate> {
      return answer((...values) => super.calculate(...values), ...given);
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
