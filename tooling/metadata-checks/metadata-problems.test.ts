import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { addinDist } from "../excel-runtime/addin-dist.ts";
import type {
  FunctionMetadata,
  FunctionsFile,
  ParameterMetadata,
} from "../excel-runtime/function-metadata.ts";
import { languageProblems, metadataProblems } from "./metadata-problems.ts";

function built(file: string): FunctionsFile {
  const url = new URL(file, addinDist);
  if (!existsSync(url)) throw new Error(`${file} 还没有构建，请先执行 pnpm build。`);
  return JSON.parse(readFileSync(url, "utf8")) as FunctionsFile;
}
const chinese = built("functions.json");
const english = built("functions.en-US.json");

describe.each([
  ["functions.json", chinese],
  ["functions.en-US.json", english],
])("%s", (_, file) => {
  it("has nothing that Excel refuses or shows wrongly", () => expect(metadataProblems(file)).toEqual([]));

  it("is valid by the JSON schema", ({ skip }) => {
    const schema = new URL("../../../shared/schemas/functions-json.schema.json", import.meta.url);
    skip(!existsSync(schema), "the schema is not here (../shared/schemas)");
    const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(schema, "utf8")));
    validate(file);
    expect(validate.errors).toBeNull();
    expect(validate({ ...file, functions: [{ ...file.functions[0], id: "标题" }] })).toBe(false);
  });
});

it("differs between the languages in words only", () => {
  expect(languageProblems(chinese, english)).toEqual([]);
});

it("speaks the language of its file", () => {
  for (const { description, parameters } of chinese.functions) {
    expect([description, ...parameters.map((each) => each.description)].join()).toMatch(/\p{Script=Han}/u);
  }
  for (const { description } of english.functions) expect(description).toMatch(/^[A-Z].*[a-z]/);
});

const parameter: ParameterMetadata = { name: "title", description: "the title" };
const definition: FunctionMetadata = {
  id: "TITLELEN",
  name: "TITLELEN",
  description: "length",
  helpUrl: "https://example.com/docs",
  parameters: [parameter],
  result: {},
};
const file = (...functions: readonly Partial<FunctionMetadata>[]): FunctionsFile => ({
  allowErrorForDataTypeAny: true,
  functions: functions.map((each) => ({ ...definition, ...each })),
});
const named = (id: string) => file({ id, name: id });

describe("a functions.json", () => {
  it("passes when nothing is wrong", () => expect(metadataProblems(file({}))).toEqual([]));

  it.each(["PAY1", "pay12", "XFD1048576", "R1C1", "RC", "C12"])(
    "is refused for the cell address %s",
    (id) => {
      expect(metadataProblems(named(id)).join()).toContain("is a cell's address");
    },
  );

  it.each(["XFE1", "PAY1048577", "PAYFEE", "TITLE1", "R1D1"])("may use %s, which is no cell", (id) => {
    expect(metadataProblems(named(id))).toEqual([]);
  });

  it.each(["WORKDAY", "Rank", "RESULT", "ATAN2"])("is refused for Excel's own %s", (id) => {
    expect(metadataProblems(named(id)).join()).toContain("is Excel's own");
  });

  it.each([
    ["a dot", named("PAY.FEE"), "has a dot"],
    ["a short id", named("PF"), "is not 3 to 64 letters"],
    ["a digit first", named("1688FEE"), "is not 3 to 64 letters"],
    [
      "ids that differ in case only",
      file({}, { id: "TitleLen", name: "OTHER" }),
      "the id TitleLen stands twice",
    ],
    ["two equal names", file({}, { id: "OTHER" }), "the name TITLELEN stands twice"],
    ["a missing description", file({ description: " " }), "TITLELEN has no words"],
    ["a long description", file({ description: "x".repeat(1025) }), "has 1025 characters"],
    ["a help address without https", file({ helpUrl: "http://x" }), "no https help address"],
    ["hidden errors", { ...file({}), allowErrorForDataTypeAny: false }, "do not reach the functions"],
    [
      "a long parameter name",
      file({ parameters: [{ ...parameter, name: "x".repeat(65) }] }),
      "has 65 characters",
    ],
    [
      "a long parameter text",
      file({ parameters: [{ ...parameter, description: "x".repeat(513) }] }),
      "has 513",
    ],
    ["two parameters of one name", file({ parameters: [parameter, parameter] }), "two parameters title"],
    [
      "a required parameter behind an optional one",
      file({
        parameters: [
          { ...parameter, optional: true },
          { ...parameter, name: "sales" },
        ],
      }),
      "sales is required",
    ],
    [
      "a repeating parameter that is not the last",
      file({
        parameters: [
          { ...parameter, repeating: true },
          { ...parameter, name: "sales", optional: true },
        ],
      }),
      "repeats and is not the last",
    ],
    [
      "an unknown enum",
      file({ parameters: [{ ...parameter, customEnumId: "METHOD" }] }),
      "METHOD, which does not",
    ],
    [
      "an empty enum",
      { ...file({}), enums: [{ id: "METHOD", type: "string", values: [] }] },
      "METHOD is empty",
    ],
    [
      "an enum member without value",
      { ...file({}), enums: [{ id: "METHOD", type: "string", values: [{ name: "x", tooltip: "x" }] }] },
      "has no value",
    ],
    [
      "a long tooltip",
      {
        ...file({}),
        enums: [
          {
            id: "METHOD",
            type: "string",
            values: [{ name: "x", stringValue: "x", tooltip: "x".repeat(257) }],
          },
        ],
      },
      "has 257",
    ],
  ] as const)("is refused for %s", (_, broken, problem) => {
    expect(metadataProblems(broken as FunctionsFile).join()).toContain(problem);
  });

  it("may not differ between the languages in more than words", () => {
    const other = { ...parameter, name: "标题", description: "商品标题" };
    expect(languageProblems(file({}), file({ description: "长度", parameters: [other] }))).toEqual([]);
    expect(languageProblems(file({}), file({ parameters: [{ ...other, optional: true }] }))).not.toEqual([]);
    expect(languageProblems(file({}), file({ result: { dimensionality: "matrix" } }))).not.toEqual([]);
    expect(languageProblems(file({}), file({}, { id: "OTHER" }))).not.toEqual([]);
  });
});
