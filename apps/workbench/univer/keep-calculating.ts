import { ErrorType, ErrorValueObject, Interpreter } from "@univerjs/preset-sheets-core";

let isKept = false;

/** Has a formula that makes Univer throw show an error, instead of leaving the whole workbook uncomputed. */
export function keepCalculating(): void {
  if (isKept) return;
  isKept = true;
  const failed = (error: unknown) => {
    console.warn(error);
    return ErrorValueObject.create(ErrorType.CALC);
  };
  const { execute, executeAsync } = Interpreter.prototype;
  Interpreter.prototype.execute = function (node) {
    try {
      return execute.call(this, node);
    } catch (error) {
      return failed(error);
    }
  };
  Interpreter.prototype.executeAsync = async function (node) {
    try {
      return await executeAsync.call(this, node);
    } catch (error) {
      return failed(error);
    }
  };
}
