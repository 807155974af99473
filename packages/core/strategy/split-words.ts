/** The words of a cell that holds several, separated by blanks, commas, semicolons or 、. */
export const splitWords = (value: unknown): string[] =>
  String(value)
    .split(/[\s、,，;；]+/)
    .filter(Boolean);
