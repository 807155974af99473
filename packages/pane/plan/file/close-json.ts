/**
 * What a JSON text that breaks off still says: everything up to its last complete value. Undefined where nothing
 * can be read.
 */
export function closeJson(text: string): unknown {
  const closers: string[] = [];
  /** Ends of complete values with the brackets that are open there, the last one last. */
  const ends: { readonly at: number; readonly closing: string }[] = [];
  const note = (at: number) => ends.push({ at, closing: closers.toReversed().join("") });
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      at = endOfString(text, at);
      if (at < 0) break;
      note(at + 1);
    } else if (character === "{" || character === "[") {
      closers.push(character === "{" ? "}" : "]");
      note(at + 1);
    } else if (character === "}" || character === "]") {
      closers.pop();
      note(at + 1);
    } else if (character === ",") note(at);
  }
  for (const { at, closing } of ends.toReversed().slice(0, MOST_TRIES)) {
    try {
      return JSON.parse(text.slice(0, at) + closing);
    } catch {
      // The text ends within a value here: an earlier end may do.
    }
  }
  return undefined;
}

/** A name without its value is behind by two ends at most; a damage further up is not mended. */
const MOST_TRIES = 10;

/** The closing quote of the string that begins at a place; −1 where there is none. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at;
  }
  return -1;
}
