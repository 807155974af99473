import { columnLetters } from "@sevenstar/core/cells/cell-address";
import type { DescribedFunction, Example } from "@sevenstar/core/functions/define-function";
import { domains } from "@sevenstar/core/functions/domains";
import { FunctionType, type IFunctionInfo } from "@univerjs/preset-sheets-core";

/** What Univer's autocomplete and help show of a function, in Chinese. */
export function functionHelp(definition: DescribedFunction): IFunctionInfo {
  const { id, domain, summary, returns, parameters } = definition;
  const given = exampleArguments(definition);
  const call = given.slice(0, given.findLastIndex((text) => text !== "") + 1).join(",");
  return {
    functionName: id,
    functionType: FunctionType.User,
    abstract: summary.zh,
    description: `${domains[domain].zh}：${summary.zh}\n结果：${returns.zh}\n例：=${id}(${call})`,
    functionParameter: parameters.map(({ title, words, shape, optional = false }, index) => ({
      name: title,
      detail: `${words.zh}${shape === "each" ? "（一格或整列）" : ""}`,
      example: given[index] || `[${title}]`,
      require: optional ? 0 : 1,
      repeat: 0,
    })),
  };
}

/** The arguments of the first worked example that answers with a value; tables as the range they would stand in. */
function exampleArguments({ examples, parameters }: DescribedFunction): string[] {
  const example = examples.find(({ answer }) => typeof answer !== "object" || Array.isArray(answer));
  return parameters.map((_, index) => argumentText((example ?? examples[0])?.arguments[index] ?? null));
}

function argumentText(argument: Example["arguments"][number]): string {
  if (argument === null) return "";
  if (typeof argument === "object") {
    return `A1:${columnLetters((argument[0]?.length ?? 1) - 1)}${argument.length}`;
  }
  return typeof argument === "string" ? `"${argument}"` : String(argument).toUpperCase();
}
