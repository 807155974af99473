import { domains } from "@sevenstar/core/functions/domains";
import type { FunctionCard } from "./function-card.ts";

const fold = (text: string) => text.normalize("NFKC").toLowerCase();

/** Everything of a card that a person may search for, in both languages. */
function searchText(card: FunctionCard): string {
  const domain = domains[card.domain];
  const parameters = card.parameters.flatMap(({ name, title, words }) => [name, title, words.zh, words.en]);
  return fold([card.id, domain.zh, domain.en, card.summary.zh, card.summary.en, ...parameters].join("\n"));
}

/**
 * The functions that hold every word of the query, in Chinese, English or by id; without a query all of them.
 * Functions whose id begins with the query come first.
 */
export function searchFunctions(functions: readonly FunctionCard[], query: string): readonly FunctionCard[] {
  const words = fold(query)
    .split(/[\s,，、]+/)
    .filter(Boolean);
  if (words.length === 0) return functions;
  const hits = functions.filter((card) => {
    const text = searchText(card);
    return words.every((word) => text.includes(word));
  });
  const isNamed = (card: FunctionCard) => fold(card.id).startsWith(words[0] ?? "");
  return [...hits.filter(isNamed), ...hits.filter((card) => !isNamed(card))];
}
