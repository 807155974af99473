import { expect, it } from "vitest";
import { numberQuantity } from "../cells/quantity.ts";
import { defineFunction, describe } from "./define-function.ts";

const words = { zh: "数", en: "a number" };
const each = <Name extends string>(name: Name) =>
  ({ shape: "each", name, title: name, quantity: numberQuantity({ words }) }) as const;

it("takes one to four ▦ parameters, as the compiler says (G15)", () => {
  const four = defineFunction({
    id: "FOUR",
    parameters: [each("a"), each("b"), each("c"), each("d")],
    elements: () => (a, b, c, d) => a + b + c + d,
  });
  expect(four.parameters).toHaveLength(4);
  defineFunction({
    id: "FIVE",
    parameters: [each("a"), each("b"), each("c"), each("d"), each("e")],
    // @ts-expect-error a fifth one
    elements: () => () => 0,
  });
});

it("asks for the words of each parameter, as the compiler says", () => {
  const one = defineFunction({ id: "ONE", parameters: [each("a")], elements: () => (a) => a });
  const text = { domain: "listing", summary: words, returns: words, source: "", examples: [] } as const;
  expect(describe(one, { ...text, parameters: { a: words } }).parameters[0]?.words).toBe(words);
  // @ts-expect-error no words for the parameter
  describe(one, { ...text, parameters: {} });
});
