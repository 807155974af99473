import { existsSync, readFileSync } from "node:fs";
import { createContext, runInContext, Script } from "node:vm";
import type { FunctionsFile } from "./function-metadata.ts";
import { type EmptyCell, type FormulaArgument, passedArgument, RefusedByExcel } from "./passed-argument.ts";
import { type ShownCell, validatedAnswer } from "./validated-answer.ts";

/** Excel's runtime of custom functions with an add-in loaded. */
export interface ExcelRuntime {
  /** The functions that a formula can call. */
  readonly ids: readonly string[];
  /** Evaluates `=ID(arguments)`; errors in the answer are `{ code, message }`. */
  call(id: string, formulaArguments: readonly FormulaArgument[]): ShownCell[][];
}

interface LoadOptions {
  /** The language of Excel, which decides the metadata file. */
  readonly locale?: "zh-CN" | "en-US";
  readonly emptyCell?: EmptyCell;
}

/** Excel's side, told inside the script's own world: `CustomFunctions`, and no clock (G10). */
const HOST = `(function (associated) {
  delete globalThis.Date;
  delete Math.random;
  globalThis.CustomFunctions = {
    associate(id, call) {
      const calls = typeof id === "string" ? [[id, call]] : Object.entries(id);
      for (const [each, its] of calls) associated.set(each.toUpperCase(), its);
    },
    ErrorCode: {
      invalidValue: "#VALUE!", notAvailable: "#N/A", divisionByZero: "#DIV/0!", invalidNumber: "#NUM!",
      nullReference: "#NULL!", invalidName: "#NAME?", invalidReference: "#REF!",
    },
    Error: class extends Error {
      constructor(code, message) {
        super(message);
        this.code = code;
      }
    },
  };
})`;

/**
 * Loads a built add-in as Excel's runtime does, after what is documented of it (Excel itself runs neither
 * here nor in CI): functions.js as a classic script without DOM, network, timers and clock, then calls by
 * functions.json.
 *
 * Throws when functions.js or functions.json is missing, and when a function is only in one of them.
 */
export function loadExcelRuntime(dist: URL, options: LoadOptions = {}): ExcelRuntime {
  const { locale = "zh-CN", emptyCell = null } = options;
  const metadata = JSON.parse(
    readBuilt(dist, locale === "zh-CN" ? "functions.json" : `functions.${locale}.json`),
  ) as FunctionsFile;
  const associated = new Map<string, (...passed: unknown[]) => unknown>();
  const context = createContext({});
  runInContext(HOST, context)(associated);
  new Script(readBuilt(dist, "functions.js"), { filename: "functions.js" }).runInContext(context);
  const inContext = runInContext("(text) => JSON.parse(text)", context) as (text: string) => unknown[];

  const ids = metadata.functions.map((definition) => definition.id);
  const alone = [
    ...ids.filter((id) => !associated.has(id.toUpperCase())).map((id) => `${id} is only in the metadata`),
    ...[...associated.keys()]
      .filter((key) => !ids.some((id) => id.toUpperCase() === key))
      .map((id) => `${id} is only associated`),
  ];
  if (alone.length > 0) throw new Error(`Excel would show #NAME? or #VALUE!: ${alone.join(", ")}`);

  return {
    ids,
    call(id, formulaArguments) {
      const definition = metadata.functions.find((each) => each.id.toUpperCase() === id.toUpperCase());
      const target = associated.get(id.toUpperCase());
      if (!definition || !target) return [[{ code: "#NAME?" }]];
      const { parameters } = definition;
      const required = parameters.filter((parameter) => !parameter.optional).length;
      if (formulaArguments.length < required || formulaArguments.length > parameters.length) {
        throw new Error(`Excel does not take =${id} with ${formulaArguments.length} arguments`);
      }
      const host = { emptyCell, passesErrors: metadata.allowErrorForDataTypeAny === true };
      let answer: unknown;
      try {
        const passed = parameters.map((parameter, index) =>
          passedArgument(definition, parameter, formulaArguments[index], host),
        );
        const invocation = { functionName: id };
        answer = target(...inContext(JSON.stringify([...passed, invocation])));
      } catch (error) {
        if (error instanceof RefusedByExcel) return [[error.error]];
        return [[shownThrow(error)]];
      }
      return validatedAnswer(definition, answer);
    },
  };
}

/** A thrown CustomFunctions.Error is shown as it is; any other throw is a bare #VALUE!. */
function shownThrow(error: unknown): ShownCell {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === "string" && code.startsWith("#")) return { code, message: String(message) };
  return { code: "#VALUE!" };
}

function readBuilt(dist: URL, file: string): string {
  const url = new URL(file, dist);
  if (!existsSync(url)) throw new Error(`${file} 还没有构建，请先执行 pnpm build。`);
  return readFileSync(url, "utf8");
}
