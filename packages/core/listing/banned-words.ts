import { foldText } from "./fold-text.ts";

/** Letters that folding leaves as they are: Chinese, and ASCII without capitals. */
const FOLDED = /^[\0-@[-\x7f一-鿿]*$/;

/** Finds a list's words in titles. */
export interface WordFinder {
  /** Whether a title holds any of the words. */
  isIn(title: string): boolean;
  /** The words that a title holds, the longest where one stands inside another. */
  found(title: string): string[];
}

/** A finder of banned words; only titles that hold a letter with which one may begin are looked at twice. */
export function wordFinder(words: readonly string[]): WordFinder {
  const folded = words.map(foldText);
  const letters = folded.map((word) => word.charAt(0) + word.toUpperCase().charAt(0)).join("");
  const beginning = new RegExp(`[${letters.replace(/[\]\\^-]/g, "\\$&")}\uff05-\uff5a]`);
  return {
    isIn(title) {
      if (!beginning.test(title)) return false;
      const text = FOLDED.test(title) ? title : foldText(title);
      return folded.some((word) => text.includes(word));
    },
    found(title) {
      const text = foldText(title);
      const hits = words.filter((_, index) => text.includes(folded[index] ?? ""));
      return hits.filter((word) => !hits.some((longer) => longer !== word && longer.includes(word)));
    },
  };
}
