import { foldText } from "./fold-text.ts";

const isFullWidthWord = (code: number) => code > 0xff04 && code < 0xff5b;

/** Finds a list's words in titles. */
export interface WordFinder {
  /** Whether a title holds any of the words. */
  isIn(title: string): boolean;
  /** The words that a title holds, the longest where one stands inside another. */
  found(title: string): string[];
}

/** A finder of banned words; only titles that hold a word's first letter are looked at twice. */
export function wordFinder(words: readonly string[]): WordFinder {
  const folded = words.map(foldText);
  const firstLetters = new Set<number>();
  for (const word of folded) {
    for (const letter of [word, word.toUpperCase()]) firstLetters.add(letter.charCodeAt(0));
  }
  const mayStart = new Uint8Array(256);
  for (const code of firstLetters) mayStart[code & 255] = 1;
  return {
    isIn(title) {
      for (let index = 0; index < title.length; index++) {
        const code = title.charCodeAt(index);
        if ((mayStart[code & 255] === 1 && firstLetters.has(code)) || isFullWidthWord(code)) {
          const text = foldText(title);
          return folded.some((word) => text.includes(word));
        }
      }
      return false;
    },
    found(title) {
      const text = foldText(title);
      const hits = words.filter((_, index) => text.includes(folded[index] ?? ""));
      return hits.filter((word) => !hits.some((longer) => longer !== word && longer.includes(word)));
    },
  };
}
