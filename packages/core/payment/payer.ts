import { type ChoiceSet, choiceQuantity } from "../cells/quantity.ts";

/** Who bears a fee. */
export type Payer = "卖家" | "买家";

const PAYERS: ChoiceSet = {
  id: "PAYER",
  members: [
    { value: "卖家", words: { zh: "手续费由卖家承担", en: "the seller bears the fee" } },
    {
      value: "买家",
      words: { zh: "手续费由买家承担，卖家费用为 0", en: "the buyer bears the fee, the seller's is 0" },
    },
  ],
};

const SPELLINGS: Readonly<Record<string, Payer>> = {
  卖家: "卖家",
  卖方: "卖家",
  商家: "卖家",
  seller: "卖家",
  买家: "买家",
  买方: "买家",
  buyer: "买家",
};

/** The payer a word stands for, folded as closed sets are. */
export const findPayer = (folded: string): Payer | undefined =>
  Object.hasOwn(SPELLINGS, folded) ? SPELLINGS[folded] : undefined;

/** 卖家 or 买家. */
export const payerQuantity = choiceQuantity(PAYERS, findPayer);
