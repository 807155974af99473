/** Whether a cell holds nothing: null, undefined, "" or blanks only (G3). */
export function isBlank(value: unknown): value is null | undefined | "" {
  return (
    value === null ||
    value === undefined ||
    value === "" ||
    (typeof value === "string" && value.trim() === "")
  );
}

/** Whether a cell of a pasted table holds nothing: exports write "-" (also "－" or "--") for no value (G3). */
export function isBlankInTable(value: unknown): boolean {
  return isBlank(value) || (typeof value === "string" && /^\s*(?:[-－—]{1,2})\s*$/.test(value));
}
