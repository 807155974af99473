import type { Refusal } from "@sevenstar/core/functions/refusal";

/** What a cell keeps beside its error code: the sentence of the function that refused. */
export const refusalData = ({ code, message }: Refusal) => ({ sevenstarRefusal: { code, message } });

/** The sentence kept in a cell, where it belongs to the error that the cell shows. */
export function keptSentence(custom: unknown, shown: unknown): string | undefined {
  const { sevenstarRefusal } = (custom ?? {}) as Partial<ReturnType<typeof refusalData>>;
  return sevenstarRefusal?.code === shown ? sevenstarRefusal?.message : undefined;
}
