/** What a cell keeps beside its error code: which function failed, and its sentence. */
export interface KeptRefusal {
  readonly sevenstarRefusal: { readonly id: string; readonly code: string; readonly message: string };
}

/**
 * The sentence kept in a cell, where it belongs to the error that the cell shows: the engine leaves it behind
 * when another formula takes the cell over.
 */
export function keptSentence(kept: unknown, shown: unknown, formula: string | undefined): string | undefined {
  const { sevenstarRefusal: refusal } = (kept ?? {}) as Partial<KeptRefusal>;
  if (!refusal || refusal.code !== shown) return undefined;
  const isItsOwn = formula === undefined || formula.toUpperCase().includes(`${refusal.id}(`);
  return isItsOwn ? refusal.message : undefined;
}
