import { expect, it } from "vitest";
import { isComposing } from "./is-composing.ts";

it.each([
  ["Chrome's and Firefox's Enter within a composition", { keyCode: 229, isComposing: true }, true],
  ["the same key as React hands it on", { keyCode: 229, nativeEvent: { isComposing: true } }, true],
  ["a composition of a browser that gives the key's own code", { keyCode: 13, isComposing: true }, true],
  ["Safari's Enter, told after the composition has ended", { keyCode: 229, isComposing: false }, true],
  ["an Enter", { keyCode: 13, isComposing: false }, false],
  ["an Enter as React hands it on", { keyCode: 13, nativeEvent: { isComposing: false } }, false],
])("B11: of %s", (_, event, expected) => {
  expect(isComposing(event)).toBe(expected);
});
