/** The fewest characters that repeat inside running Chinese by more than chance: two often do, as 装 and 男 in 套装男装. */
const RUNNING = 3;
/** Repeats are looked for in so many characters: a title holds 60 (G15). */
const SEARCHED = 500;
const WITHOUT_MARKS = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su;

/**
 * The words that a title says twice, the longest where one stands inside another: words of two or more
 * characters between blanks, and stretches of three or more inside running text that cut no word of ASCII
 * letters or digits. Case and width make no difference; a word is shown as it stands first.
 */
export function repeatedWords(title: string): string[] {
  const text = title.slice(0, SEARCHED).normalize("NFKC");
  const folded = text.toLowerCase();
  const shown = folded.length === text.length ? text : folded;
  const repeated = new Map<string, string>();
  const report = (start: number, end: number, fewest: number) => {
    const word = WITHOUT_MARKS.exec(shown.slice(start, end))?.[0] ?? "";
    if ([...word].length >= fewest) repeated.set(word.toLowerCase(), word);
  };

  const seen = new Map<string, number>();
  for (const { 0: word, index } of folded.matchAll(/\S+/g)) {
    const first = seen.get(word);
    if (first === undefined) seen.set(word, index);
    else report(first, first + word.length, 2);
    const wordEnd = index + word.length;
    let end = index;
    for (let start = index; start + RUNNING <= wordEnd; start++) {
      let reach = Math.max(end, start + RUNNING - 1);
      let later = -1;
      while (reach < wordEnd) {
        const next = folded.indexOf(folded.slice(start, reach + 1), reach + 1);
        if (next < 0) break;
        later = next;
        reach++;
      }
      if (later < 0) continue;
      end = reach;
      let [from, to] = [start, reach];
      const shift = later - start;
      while (from < to && (cutsWord(folded, from) || cutsWord(folded, from + shift))) from++;
      while (to > from && (cutsWord(folded, to) || cutsWord(folded, to + shift))) to--;
      report(from, to, RUNNING);
    }
  }
  const words = [...repeated.keys()];
  for (const word of words) {
    if (words.some((longer) => longer !== word && longer.includes(word))) repeated.delete(word);
  }
  return [...repeated.values()];
}

/** Whether a word of ASCII letters or digits goes on across a place of a folded text. */
const cutsWord = (folded: string, place: number) => /[a-z0-9]{2}/.test(folded.slice(place - 1, place + 1));
