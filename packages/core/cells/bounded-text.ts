/** The longest text of an answer (G15); a cell holds 32,767 characters. */
const MOST_CHARACTERS = 32_000;
const CUT = "…（已截断）";

/** A text as an answer may hold it; a longer one is cut and says so (G15). */
export function boundedText(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const end = MOST_CHARACTERS - CUT.length;
  // A character of two units is not cut in half.
  const isHalf = /[\ud800-\udbff]/.test(text.charAt(end - 1));
  return text.slice(0, isHalf ? end - 1 : end) + CUT;
}
