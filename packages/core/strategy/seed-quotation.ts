/** What the seed says, as an answer cites it: `seed 第14行：“柔性供应链服务”`. */
export const seedQuotation = (line: number, text: string): string => `seed 第${line}行：“${text}”`;

/** The sentence that owns up to judgements that the seed does not make. */
export const assumptions = (...judgements: readonly string[]): string =>
  `假设（assumption）：${judgements.join("、")}`;
