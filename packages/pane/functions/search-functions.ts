import { domains } from "@sevenstar/core/functions/domains";
import type { FunctionCard } from "./function-card.ts";
import { functionInitials } from "./function-initials.ts";

const fold = (text: string) => text.normalize("NFKC").toLowerCase();

/** Everything of a card that a person may search for, in both languages. */
function searchText(card: FunctionCard): string {
  const domain = domains[card.domain];
  const parameters = card.parameters.flatMap(({ name, title, words }) => [name, title, words.zh, words.en]);
  return fold([card.id, domain.zh, domain.en, card.summary.zh, card.summary.en, ...parameters].join("\n"));
}

/**
 * The functions that hold every word of the query, in Chinese, English, pinyin initials or by id; without a query
 * all of them. Functions whose id begins with the query come first, those that only the initials find last.
 */
export function searchFunctions(functions: readonly FunctionCard[], query: string): readonly FunctionCard[] {
  const words = fold(query)
    .split(/[\s,，、]+/)
    .filter(Boolean);
  if (words.length === 0) return functions;
  const rank = (card: FunctionCard) => {
    const text = searchText(card);
    const initials = functionInitials[card.id] ?? "";
    if (fold(card.id).startsWith(words[0] ?? "")) return 0;
    if (words.every((word) => text.includes(word))) return 1;
    return words.every((word) => text.includes(word) || initials.includes(word)) ? 2 : 3;
  };
  const ranked = functions.map((card) => ({ card, rank: rank(card) }));
  return [0, 1, 2].flatMap((wanted) => ranked.filter((each) => each.rank === wanted).map(({ card }) => card));
}
