import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

type SpreadsheetCall = (...callArguments: unknown[]) => unknown[][];

/** The functions that the built functions.js associates, by id; called directly, without Excel's conversions. */
export function builtFunctions(): ReadonlyMap<string, SpreadsheetCall> {
  const associated = new Map<string, SpreadsheetCall>();
  const file = new URL("../../apps/addin/dist/functions.js", import.meta.url);
  const run = runInThisContext(`(function (CustomFunctions) {${readFileSync(file, "utf8")}\n})`) as (
    host: object,
  ) => void;
  run({
    associate: (id: string, call: SpreadsheetCall) => associated.set(id, call),
    ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
    Error: class {
      readonly code: string;
      constructor(code: string) {
        this.code = code;
      }
    },
  });
  return associated;
}
