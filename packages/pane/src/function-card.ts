import type { Domain, SpreadsheetFunction } from "@sevenstar/core/functions/define-function";
import { exampleFormula, signature } from "@sevenstar/core/functions/example-formula";
import type { Words } from "@sevenstar/core/functions/quantity";

/** What the pane shows of a function: its words without its computation, so that the pane stays small. */
export interface FunctionCard {
  readonly id: string;
  readonly domain: Domain;
  readonly summary: Words;
  readonly signature: Words;
  readonly returns: Words;
  readonly parameters: readonly {
    readonly name: string;
    readonly title: string;
    readonly words: Words;
    readonly optional: boolean;
  }[];
  /** The first worked example as a formula with its leading "=". */
  readonly example: string;
}

/** The card of one function. */
export function functionCard(definition: SpreadsheetFunction): FunctionCard {
  const { id, domain, summary, returns, parameters, examples } = definition;
  return {
    id,
    domain,
    summary,
    signature: { zh: signature(definition, "zh"), en: signature(definition, "en") },
    returns,
    parameters: parameters.map(({ name, title, words, optional = false }) => ({
      name,
      title,
      words,
      optional,
    })),
    example: exampleFormula(definition, examples[0] ?? { arguments: [], answer: "" }),
  };
}
