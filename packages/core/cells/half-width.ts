/** A cell holds no more; a single sign may unfold into eighteen (G15). */
const LONGEST = 32_767;

/** No word, date or header that is looked up is longer. */
const LONGEST_WORD = 200;

/** A text with full-width letters, digits and signs as half-width ones (NFKC), not longer than a cell. */
export const halfWidth = (text: string): string => text.normalize("NFKC").slice(0, LONGEST);

/**
 * A text that is to be looked up or read as a date or a number: half-width and without outer blanks; "" where it is
 * longer than any such text, so that it is not searched.
 */
export function halfWidthWord(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > LONGEST_WORD ? "" : trimmed.normalize("NFKC").trim();
}
