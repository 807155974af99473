import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../functions/evaluate.ts";
import { titleLen } from "./title-len.ts";
import { titleLength } from "./title-length.ts";

describe("TITLELEN", () => {
  it.each([
    ["三十个汉字正好用满六十个字符的标题应当写成这样长短才算合适呢", 60],
    ["abc", 3],
    ["T恤", 3],
    ["１２", 4],
    ["😀", 2],
    ["  两端空格  ", 8],
    ["中 间", 5],
    ["\u007f\u0080", 3],
  ])("counts %s as %d", (title, length) => expect(evaluate(titleLen, [title])).toEqual([[length]]));

  it("answers a column of titles in one call, blanks with nothing, numbers as their text", () => {
    expect(evaluate(titleLen, [[["卫衣"], [""], [2024], [0.1 + 0.2]]])).toEqual([[4], [""], [4], [3]]);
  });

  it("is the sum over code points of 1 up to U+007F and 2 above", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const points = [...text.trim()].map((character) => character.codePointAt(0) ?? 0);
        expect(titleLength(text)).toBe(points.reduce((sum, point) => sum + (point <= 0x7f ? 1 : 2), 0));
      }),
    );
  });
});
