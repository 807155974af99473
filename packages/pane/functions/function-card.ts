import type { Words } from "@sevenstar/core/cells/words";
import type { DescribedFunction, Domain, Example } from "@sevenstar/core/functions/define-function";
import { exampleFormula } from "@sevenstar/core/functions/example-formula";

/** What the pane shows of a function: its words without its computation, so that the pane stays small. */
export interface FunctionCard {
  readonly id: string;
  readonly domain: Domain;
  readonly summary: Words;
  readonly returns: Words;
  readonly parameters: readonly {
    readonly name: string;
    readonly title: string;
    readonly words: Words;
    readonly optional: boolean;
    /** Takes one cell or a whole range, answered element by element. */
    readonly each: boolean;
  }[];
  /** The first worked example that answers with a value, as a formula with its leading "=". */
  readonly example: string;
  /** Where the rule comes from, and what of it is assumed. */
  readonly source: string;
}

/** The card of one function. */
export function functionCard(definition: DescribedFunction): FunctionCard {
  const { id, domain, summary, returns, parameters, examples, source } = definition;
  return {
    id,
    domain,
    summary,
    returns,
    parameters: parameters.map(({ name, title, words, shape, optional = false }) => ({
      name,
      title,
      words,
      optional,
      each: shape === "each",
    })),
    example: exampleFormula(
      definition,
      examples.find(hasValue) ?? examples[0] ?? { arguments: [], answer: "" },
    ),
    source,
  };
}

/** Whether an example shows an answer, not how a wrong argument is refused. */
const hasValue = ({ answer }: Example) => typeof answer !== "object" || Array.isArray(answer);
