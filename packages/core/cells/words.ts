/** A text in the product's two languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** One of the product's two languages. */
export type Language = keyof Words;
