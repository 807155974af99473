import { numberQuantity, type Quantity } from "../cells/quantity.ts";

/** How many rows of a ranking to show. */
export const topQuantity: Quantity<number> = numberQuantity({
  zeroIsBlank: true,
  words: { zh: "整数，不小于 1", en: "integer, 1 or more" },
  integer: true,
  min: 1,
});
