import type { ChoiceSet } from "../cells/quantity.ts";
import type { DescribedFunction, Parameter } from "../functions/define-function.ts";

/** The languages of the metadata: zh-CN is the default, en-US the override. */
export type Locale = "zh-CN" | "en-US";

/** The custom enums' and functions' part of Excel's functions.json. */
export interface ExcelMetadata {
  readonly allowErrorForDataTypeAny: true;
  readonly functions: readonly object[];
  readonly enums: readonly object[];
}

/**
 * Excel's functions.json for the catalogue in one language; the two languages differ only in words.
 *
 * @param helpBaseUrl https address of the manual, to which `/ID` is added
 */
export function excelMetadata(
  catalogue: readonly DescribedFunction[],
  locale: Locale,
  helpBaseUrl: string,
): ExcelMetadata {
  const language = locale === "zh-CN" ? "zh" : "en";
  return {
    allowErrorForDataTypeAny: true,
    functions: catalogue.map((definition) => ({
      id: definition.id,
      name: definition.id,
      description: definition.summary[language],
      helpUrl: `${helpBaseUrl}/${definition.id}`,
      parameters: definition.parameters.map((parameter) => ({
        name: language === "zh" ? parameter.title : parameter.name,
        description: parameter.words[language],
        type: "any",
        dimensionality: parameter.shape === "one" ? "scalar" : "matrix",
        ...(parameter.optional ? { optional: true } : {}),
        ...(choicesOf(parameter) ? { customEnumId: choicesOf(parameter)?.id } : {}),
      })),
      result: { type: "any", dimensionality: "matrix" },
    })),
    enums: choiceSets(catalogue).map((set) => ({
      id: set.id,
      type: "string",
      values: set.members.map((member) => ({
        name: member.value,
        stringValue: member.value,
        tooltip: member.words[language],
      })),
    })),
  };
}

const choicesOf = (parameter: Parameter): ChoiceSet | undefined =>
  parameter.shape === "each" || parameter.shape === "one" ? parameter.quantity.choices : undefined;

/** The closed sets that the catalogue's parameters use, each once. */
function choiceSets(catalogue: readonly DescribedFunction[]): ChoiceSet[] {
  const sets = new Map<string, ChoiceSet>();
  for (const parameter of catalogue.flatMap((definition) => definition.parameters)) {
    const set = choicesOf(parameter);
    if (set) sets.set(set.id, set);
  }
  return [...sets.values()];
}
