import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import type { FunctionMetadata, ParameterMetadata } from "./function-metadata.ts";
import { loadExcelRuntime } from "./load-excel-runtime.ts";
import type { EmptyCell, FormulaArgument } from "./passed-argument.ts";

const folder = mkdtempSync(join(tmpdir(), "excel-runtime-"));
afterAll(() => rmSync(folder, { recursive: true }));
let builds = 0;

/** An add-in with these functions and this script. */
function addin(script: string, functions: readonly Partial<FunctionMetadata>[], more: object = {}): URL {
  const dist = join(folder, String(++builds));
  mkdirSync(dist);
  writeFileSync(join(dist, "functions.js"), script);
  writeFileSync(join(dist, "functions.json"), JSON.stringify({ functions, ...more }));
  return pathToFileURL(`${dist}/`);
}

/** What a function is given for these arguments, seen by one that answers its arguments as text. */
function seen(
  parameters: readonly Partial<ParameterMetadata>[],
  formulaArguments: readonly FormulaArgument[],
  { emptyCell = null, ...more }: { emptyCell?: EmptyCell; allowErrorForDataTypeAny?: boolean } = {},
): unknown {
  const dist = addin(
    `CustomFunctions.associate("SEEN", (...given) => JSON.stringify(given));`,
    [
      {
        id: "SEEN",
        name: "SEEN",
        parameters: parameters.map((parameter, index) => ({ name: `p${index}`, ...parameter })),
        result: {},
      },
    ],
    more,
  );
  const [[answer] = []] = loadExcelRuntime(dist, { emptyCell }).call("SEEN", formulaArguments);
  return typeof answer === "string" ? JSON.parse(answer) : answer;
}

/** What Excel shows of this answer. */
function shown(answer: string, dimensionality: "scalar" | "matrix" = "matrix") {
  const dist = addin(`CustomFunctions.associate("ANSWER", () => ${answer});`, [
    { id: "ANSWER", name: "ANSWER", parameters: [], result: { dimensionality } },
  ]);
  return loadExcelRuntime(dist).call("ANSWER", []);
}

const invocation = { functionName: "SEEN" };
const table = { dimensionality: "matrix" } as const;
const optional = { optional: true } as const;

describe("arguments", () => {
  it("are null where left out, and the invocation comes after the declared ones", () => {
    expect(seen([{}, optional, optional], [1])).toEqual([1, null, null, invocation]);
    expect(seen([{}, optional, optional], [1, null, 3])).toEqual([1, null, 3, invocation]);
  });

  it("are rows of cells for a matrix parameter, a single cell too", () => {
    expect(seen([table], [7])).toEqual([[[7]], invocation]);
    expect(
      seen(
        [table],
        [
          [
            [1, "a"],
            [true, null],
          ],
        ],
      ),
    ).toEqual([
      [
        [1, "a"],
        [true, null],
      ],
      invocation,
    ]);
  });

  it.each([null, "", 0] as const)("show an empty cell as %j where the build of Excel does", (emptyCell) => {
    expect(seen([table], [[[null]]], { emptyCell })).toEqual([[[emptyCell]], invocation]);
  });

  it("are not converted for any", () => {
    expect(seen([{ type: "any" }, {}, {}], ["12", true, 3])).toEqual(["12", true, 3, invocation]);
  });

  it.each([
    ["number", "12", 12],
    ["number", true, 1],
    ["string", 12, "12"],
    ["string", true, "TRUE"],
    ["boolean", 2, true],
    ["boolean", "false", false],
  ] as const)("are converted to %s: %j to %j", (type, given, passed) => {
    expect(seen([{ type }], [given])).toEqual([passed, invocation]);
  });

  it.each([
    ["number", "abc"],
    ["number", ""],
    ["boolean", "yes"],
  ] as const)("are refused by Excel itself as %s: %j", (type, given) => {
    expect(seen([{ type }], [given])).toEqual({ code: "#VALUE!" });
  });

  it("carry errors only where the metadata allows it, otherwise the error is the answer", () => {
    const error = { code: "#DIV/0!" };
    expect(seen([{}], [error])).toEqual(error);
    expect(seen([{}], [error], { allowErrorForDataTypeAny: true })).toEqual([
      { type: "Error", basicType: "Error", basicValue: "#DIV/0!" },
      invocation,
    ]);
    expect(seen([{ type: "number" }], [error], { allowErrorForDataTypeAny: true })).toEqual(error);
  });

  it("cannot be more than declared or fewer than required", () => {
    expect(() => seen([{}], [1, 2])).toThrow("with 2 arguments");
    expect(() => seen([{}, {}], [1])).toThrow("with 1 arguments");
  });
});

describe("answers", () => {
  it("are numbers, texts, truth values and errors in a rectangle", () => {
    expect(shown(`[[1, "a"], [true, new CustomFunctions.Error("#N/A", "请填写费率。")]]`)).toEqual([
      [1, "a"],
      [true, { code: "#N/A", message: "请填写费率。" }],
    ]);
  });

  it("show a sentence with #VALUE! and #N/A only", () => {
    expect(shown(`[[new CustomFunctions.Error("#DIV/0!", "unseen")]]`)).toEqual([[{ code: "#DIV/0!" }]]);
  });

  it("show an error that came in and goes out unchanged", () => {
    expect(shown(`[[{ type: "Error", basicType: "Error", basicValue: "#REF!" }]]`)).toEqual([
      [{ code: "#REF!" }],
    ]);
  });

  it("are #VALUE! without a word where the function throws", () => {
    expect(shown(`{ throw new TypeError("bug"); }`)).toEqual([[{ code: "#VALUE!" }]]);
    expect(shown(`{ throw new CustomFunctions.Error("#N/A", "没有"); }`)).toEqual([
      [{ code: "#N/A", message: "没有" }],
    ]);
  });

  it.each([
    ["ragged rows", "[[1], [1, 2]]"],
    ["no row", "[]"],
    ["rows without cells", "[[]]"],
    ["a flat list", "[1, 2]"],
    ["null, which Excel shows as 0", "[[null]]"],
    ["undefined", "[[undefined]]"],
    ["NaN", "[[NaN]]"],
    ["an infinite number", "[[1 / 0]]"],
    ["a promise", "Promise.resolve([[1]])"],
    ["one value where the metadata says matrix", "1"],
  ])("are refused by this stand-in: %s", (_, answer) => {
    expect(() => shown(answer)).toThrow("ANSWER answered");
  });

  it("are one value where the metadata says scalar", () => {
    expect(shown("1", "scalar")).toEqual([[1]]);
    expect(() => shown("[[1]]", "scalar")).toThrow("ANSWER answered an array");
  });
});

describe("loading", () => {
  const named = (id: string) => ({ id, name: id, parameters: [], result: {} });
  const associate = (id: string) => `CustomFunctions.associate("${id}", () => 1);`;

  it("names a function that is only in the metadata or only associated", () => {
    expect(() => loadExcelRuntime(addin(associate("ONE"), [named("ONE"), named("TWO")]))).toThrow(
      "TWO is only in the metadata",
    );
    expect(() => loadExcelRuntime(addin(associate("ONE") + associate("TWO"), [named("ONE")]))).toThrow(
      "TWO is only associated",
    );
  });

  it.each([
    ["DOM", "document.title"],
    ["window", "window.name"],
    ["network", "fetch('/')"],
    ["timers", "setTimeout(() => {}, 0)"],
    ["clock", "new Date()"],
    ["chance", "Math.random()"],
    ["CommonJS", "require('x')"],
  ])("offers no %s", (_, use) => {
    const dist = addin(`CustomFunctions.associate("USE", () => { ${use}; return 1; });`, [named("USE")]);
    expect(loadExcelRuntime(dist).call("USE", [])).toEqual([[{ code: "#VALUE!" }]]);
  });

  it("takes a classic script, not a module", () => {
    expect(() => loadExcelRuntime(addin(`export {}; ${associate("ONE")}`, [named("ONE")]))).toThrow(
      SyntaxError,
    );
  });

  it("says what to do where nothing was built", () => {
    expect(() => loadExcelRuntime(pathToFileURL(`${folder}/nowhere/`))).toThrow("请先执行 pnpm build");
  });
});
