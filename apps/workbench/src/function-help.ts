import type { SpreadsheetFunction } from "@sevenstar/core/functions/define-function";
import { domains } from "@sevenstar/core/functions/domains";
import { functionCard } from "@sevenstar/pane/function-card.ts";
import { FunctionType, type IFunctionInfo } from "@univerjs/preset-sheets-core";

/** What Univer's autocomplete and help show of a function, in Chinese. */
export function functionHelp(definition: SpreadsheetFunction): IFunctionInfo {
  const card = functionCard(definition);
  return {
    functionName: card.id,
    functionType: FunctionType.User,
    abstract: card.summary.zh,
    description: `${domains[card.domain].zh}：${card.summary.zh} 结果：${card.returns.zh} 例：${card.example}`,
    functionParameter: card.parameters.map(({ title, words, optional, each }) => ({
      name: title,
      detail: `${words.zh}${each ? "（一格或整列）" : ""}${optional ? "（可不填）" : ""}`,
      example: "",
      require: optional ? 0 : 1,
      repeat: 0,
    })),
  };
}
