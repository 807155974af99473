/** A line of the seed (its number) and the words it is quoted with. */
export type SeedLine = readonly [line: number, words: string];

/** What the seed says, as an answer cites it: `seed 第14行：“柔性供应链服务”`. */
export const seedQuotation = ([line, words]: SeedLine): string => `seed 第${line}行：“${words}”`;
