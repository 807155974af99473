import type { Cell } from "@sevenstar/core/cells/cell";
import { badArgument } from "@sevenstar/core/cells/refusal";
import { argumentCountProblem } from "@sevenstar/core/functions/argument-count";
import type { SpreadsheetFunction } from "@sevenstar/core/functions/define-function";
import { evaluate } from "@sevenstar/core/functions/evaluate";
import type { Nullable } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseFunction,
  type BaseValueObject,
  BooleanValueObject,
  type ErrorType,
  ErrorValueObject,
  type FunctionVariantType,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/preset-sheets-core";
import type { KeptRefusal } from "../src/formula/refusal-data.ts";
import { keptDate } from "../src/formula/result-dates.ts";

/** The class that Univer's formula engine calls for a function of the catalogue. */
export function sheetFunction(definition: SpreadsheetFunction): typeof BaseFunction {
  return class extends BaseFunction {
    override calculate(...variants: FunctionVariantType[]): FunctionVariantType {
      const problem = argumentCountProblem(definition, variants.length);
      if (problem) return valueObject(definition.id, problem);
      return answer(definition, variants.map(argument));
    }
  } as typeof BaseFunction;
}

/** A function that throws would stop the calculation of the whole workbook. */
function answer(definition: SpreadsheetFunction, values: unknown[]): BaseValueObject {
  try {
    const grid = evaluate(definition, values);
    const isDate = dateColumns(definition, grid[0]);
    const rows = grid.map((row) =>
      row.map((cell, column) =>
        isDate(column) && typeof cell === "number"
          ? NumberValueObject.create(cell).withCustomData(keptDate(definition.id, cell))
          : valueObject(definition.id, cell),
      ),
    );
    if (rows.length === 1 && rows[0]?.length === 1 && rows[0][0]) return rows[0][0];
    return ArrayValueObject.create({
      calculateValueList: rows,
      rowCount: rows.length,
      columnCount: rows[0]?.length ?? 0,
      unitId: "",
      sheetId: "",
      row: -1,
      column: -1,
    });
  } catch (error) {
    console.error(`${definition.id} failed`, error);
    return valueObject(
      definition.id,
      badArgument(`${definition.id} 内部出错，没有算出结果，请把这个公式告诉我们。`),
    );
  }
}

/** Which columns of an answer hold dates, by its own header row. */
function dateColumns({ dates = [] }: SpreadsheetFunction, header: readonly Cell[] = []) {
  const isDate = header.map((name) => dates === "all" || (dates as readonly Cell[]).includes(name));
  return (column: number) => isDate[column] === true;
}

/** An argument as core takes it: blanks undefined, errors by their code, ranges as rows. */
function argument(variant: FunctionVariantType): unknown {
  if (!variant.isArray()) return plain(variant as BaseValueObject);
  const array = variant as ArrayValueObject;
  const width = array.getColumnCount();
  return array
    .getArrayValue()
    .map((row) => Array.from({ length: width }, (_, column) => plain(row?.[column])));
}

function plain(value: Nullable<BaseValueObject>): unknown {
  if (!value || value.isNull()) return undefined;
  return value.isError()
    ? { type: "Error", basicValue: (value as ErrorValueObject).getErrorType() }
    : value.getValue();
}

function valueObject(id: string, cell: Cell): BaseValueObject {
  if (typeof cell === "number") return NumberValueObject.create(cell);
  if (typeof cell === "string") return StringValueObject.create(cell);
  if (typeof cell === "boolean") return BooleanValueObject.create(cell);
  return refused(id, cell.code, cell.message);
}

function refused(id: string, code: string, message: string): BaseValueObject {
  const kept: KeptRefusal = { sevenstarRefusal: { id, code, message } };
  return new ErrorValueObject(code as ErrorType).withCustomData({ ...kept });
}
