/** Whether a text surely holds something: it starts with a digit, a letter or a Chinese character. */
const startsWithWord = (text: string) => {
  const first = text.charCodeAt(0);
  return (first >= 0x30 && first < 0x1680) || (first > 0x3000 && first < 0xfeff);
};

/** Whether a cell holds nothing: null, undefined, "" or blanks only (G3). */
export function isBlank(value: unknown): value is null | undefined | "" {
  if (typeof value !== "string") return value === null || value === undefined;
  return !startsWithWord(value) && value.trim() === "";
}

const DASHES: ReadonlySet<string> = new Set(["-", "--", "－", "－－", "—", "——"]);

/** Whether a cell of a pasted table holds nothing: exports write "-" (also "－" or "--") for no value (G3). */
export function isBlankInTable(value: unknown): boolean {
  if (typeof value !== "string") return value === null || value === undefined;
  if (startsWithWord(value)) return false;
  const text = value.trim();
  return text === "" || DASHES.has(text);
}
