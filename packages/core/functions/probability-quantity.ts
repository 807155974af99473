import { numberQuantity, type Quantity } from "../cells/quantity.ts";

/** A probability strictly between 0 and 1, such as 0.95 or 95%. */
export const probabilityQuantity: Quantity<number> = numberQuantity({
  zeroIsBlank: true,
  words: { zh: "大于 0 且小于 1 的比率，如 0.95 或 95%", en: "between 0 and 1, such as 0.95 or 95%" },
  min: 0,
  max: 1,
  open: true,
});
