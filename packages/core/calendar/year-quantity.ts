import { numberQuantity, type Quantity } from "../cells/quantity.ts";

const number = numberQuantity({ words: { zh: "年份，如 2026", en: "year, such as 2026" } });

/** A civil year such as 2026 or 2026年; a fraction is cut. */
export const yearQuantity: Quantity<number> = {
  words: number.words,
  read(value, argument) {
    const plain = typeof value === "string" ? value.trim().replace(/年$/, "") : value;
    const year = number.read(plain, argument);
    return typeof year === "number" ? Math.trunc(year) : year;
  },
};
