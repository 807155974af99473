import type { Example, SpreadsheetFunction } from "./define-function.ts";

type ExampleArgument = Example["arguments"][number];

/** A worked example as a formula that can be typed into a cell, such as `=PAYFEE("信用卡",10000,500)`. */
export function exampleFormula(definition: SpreadsheetFunction, example: Example): string {
  const given = [...example.arguments];
  while (given.length > 0 && given.at(-1) === null) given.pop();
  return `=${definition.id}(${given.map(argumentText).join(",")})`;
}

/** The pattern of a call, optional parameters in brackets: `PAYFEE(method, goods, [freight])`. */
export function signature(definition: SpreadsheetFunction, language: "zh" | "en"): string {
  const names = definition.parameters.map((parameter) => {
    const name = language === "zh" ? parameter.title : parameter.name;
    const mark = parameter.shape === "each" ? "▦" : "";
    return parameter.optional ? `[${name}${mark}]` : `${name}${mark}`;
  });
  return `${definition.id}(${names.join(", ")})`;
}

function argumentText(argument: ExampleArgument): string {
  if (argument === null) return "";
  if (typeof argument === "object") {
    return `{${argument.map((row) => row.map(argumentText).join(",")).join(";")}}`;
  }
  if (typeof argument === "boolean") return argument ? "TRUE" : "FALSE";
  return typeof argument === "number" ? String(argument) : `"${argument.replaceAll('"', '""')}"`;
}
