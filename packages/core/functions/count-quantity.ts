import { numberQuantity, type Quantity } from "../cells/quantity.ts";

/** A number of persons, clicks or purchases: an integer that a double holds exactly. */
export const countQuantity: Quantity<number> = numberQuantity({
  words: { zh: "整数，不小于 0", en: "integer, 0 or more" },
  integer: true,
  min: 0,
  max: 1e15,
});
