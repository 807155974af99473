import type { FunctionMetadata, FunctionsFile } from "../excel-runtime/function-metadata.ts";
import { reservedNames } from "./reserved-names.ts";

/**
 * What Excel would refuse or show wrongly in a functions.json although the schema accepts it, a sentence
 * each: names that read as a cell, as Excel's own function or as a namespace, doubles, a required parameter
 * behind an optional one, texts that are missing or too long, enums that do not exist.
 */
export function metadataProblems(file: FunctionsFile): string[] {
  return [
    ...doubles(file.functions.map((each) => each.id)).map((id) => `the id ${id} stands twice`),
    ...doubles(file.functions.map((each) => each.name)).map((name) => `the name ${name} stands twice`),
    ...doubles((file.enums ?? []).map((each) => each.id)).map((id) => `the enum ${id} stands twice`),
    ...(file.allowErrorForDataTypeAny ? [] : ["error values in cells do not reach the functions"]),
    ...file.functions.flatMap((each) => [
      ...nameProblems(each.id),
      ...(each.name === each.id ? [] : nameProblems(each.name)),
      ...textProblems(each.id, each.description, 1024),
      ...(each.helpUrl?.startsWith("https://") ? [] : [`${each.id} has no https help address`]),
      ...parameterProblems(each, file),
    ]),
    ...(file.enums ?? []).flatMap((each) => [
      ...(each.values.length > 0 ? [] : [`the enum ${each.id} is empty`]),
      ...each.values.flatMap((value) => [
        ...textProblems(`${each.id} ${value.name}`, value.name, 256),
        ...textProblems(`${each.id} ${value.name}`, value.tooltip, 256),
        ...(each.type === "string" && !value.stringValue ? [`${each.id} ${value.name} has no value`] : []),
      ]),
    ]),
  ];
}

/** What the two languages' files differ in beyond words. */
export function languageProblems(first: FunctionsFile, second: FunctionsFile): string[] {
  const [one, two] = [withoutWords(first), withoutWords(second)].map((file) =>
    JSON.stringify(file, null, 1).split("\n"),
  );
  const line = (one ?? []).findIndex((text, index) => text !== two?.[index]);
  return line < 0 && one?.length === two?.length
    ? []
    : [`the languages differ in more than words: ${one?.[line]} / ${two?.[line]}`];
}

function withoutWords(file: FunctionsFile): object {
  return {
    ...file,
    functions: file.functions.map(({ description: _, ...each }) => ({
      ...each,
      parameters: each.parameters.map(
        ({ name: _name, description: _description, ...parameter }) => parameter,
      ),
    })),
    enums: file.enums?.map((each) => ({
      ...each,
      values: each.values.map(({ tooltip: _, ...value }) => value),
    })),
  };
}

function doubles(texts: readonly string[]): string[] {
  const folded = texts.map((text) => text.toLowerCase());
  return texts.filter((_, index) => folded.indexOf(folded[index] ?? "") < index);
}

/** The last column of a worksheet. */
const LAST_COLUMN = "XFD";

function isCellAddress(name: string): boolean {
  const [, column = "", row = ""] = /^([A-Z]{1,3})(\d{1,7})$/.exec(name) ?? [];
  const isColumn = column.length < LAST_COLUMN.length || column <= LAST_COLUMN;
  return (
    (column !== "" && isColumn && Number(row) >= 1 && Number(row) <= 1_048_576) ||
    /^R\d*(C\d*)?$|^C\d*$/.test(name)
  );
}

function nameProblems(name: string): string[] {
  const folded = name.toUpperCase();
  return [
    ...(/^\p{L}[\p{L}0-9_]{2,63}$/u.test(name) ? [] : [`${name} is not 3 to 64 letters, digits or _`]),
    ...(name.includes(".") ? [`${name} has a dot, before which Excel may see a namespace`] : []),
    ...(isCellAddress(folded) ? [`${name} is a cell's address`] : []),
    ...(reservedNames.has(folded) ? [`${name} is Excel's own`] : []),
  ];
}

function textProblems(of: string, text: string | undefined, limit: number): string[] {
  if (!text?.trim()) return [`${of} has no words`];
  return text.length > limit ? [`${of} has ${text.length} characters, allowed are ${limit}`] : [];
}

function parameterProblems({ id, parameters }: FunctionMetadata, { enums = [] }: FunctionsFile): string[] {
  const firstOptional = parameters.findIndex((parameter) => parameter.optional || parameter.repeating);
  const names = parameters.map((parameter) => parameter.name);
  return [
    ...doubles(names).map((name) => `${id} has two parameters ${name}`),
    ...parameters.flatMap((parameter, index) => {
      const of = `${id} ${parameter.name}`;
      const isLate =
        firstOptional >= 0 && index > firstOptional && !parameter.optional && !parameter.repeating;
      const isUnknown = parameter.customEnumId && !enums.some((each) => each.id === parameter.customEnumId);
      return [
        ...textProblems(`${of} (name)`, parameter.name, 64),
        ...textProblems(of, parameter.description, 512),
        ...(isLate ? [`${of} is required and stands behind an optional parameter`] : []),
        ...(parameter.repeating && index < parameters.length - 1
          ? [`${of} repeats and is not the last`]
          : []),
        ...(isUnknown ? [`${of} lists the enum ${parameter.customEnumId}, which does not exist`] : []),
      ];
    }),
  ];
}
