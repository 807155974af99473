import { describe, expect, it } from "vitest";
import { numberQuantity } from "../cells/quantity.ts";
import { Refusal } from "../cells/refusal.ts";
import { commonLength, firstRefusal, listOf, readAmounts, readTexts } from "./list.ts";

const readNumbers = listOf(numberQuantity({ words: { zh: "数字", en: "number" } }));
const division = { type: "Error", basicType: "Error", basicValue: "#DIV/0!" };

describe("a list", () => {
  it("is a column, a row or a block in reading order", () => {
    expect(readNumbers([[1], [2]], "数").items).toEqual([1, 2]);
    expect(readNumbers([[1, 2]], "数").items).toEqual([1, 2]);
    expect(
      readNumbers(
        [
          [1, 2],
          [3, 4],
        ],
        "数",
      ).items,
    ).toEqual([1, 2, 3, 4]);
  });

  it('takes blanks and "-" for nothing and leaves those at its end out of its length', () => {
    const list = readNumbers([[1], ["-"], [3], [""], [null], ["－"]], "数");
    expect(list.items).toEqual([1, undefined, 3, undefined, undefined, undefined]);
    expect(list.length).toBe(3);
  });

  it("reads numbers as merchants paste them, by their 15 digits", () => {
    expect(readNumbers([["1,234.50", "¥105", "12.3%", 1.15 * 100]], "数").items).toEqual([
      1234.5, 105, 0.123, 115,
    ]);
  });

  it("takes the plain value of rich values", () => {
    const rich = { type: "FormattedNumber", basicType: "Double", basicValue: 7 };
    expect(readNumbers([[rich]], "数").items).toEqual([7]);
  });

  it("refuses bad text and error values in their place, by argument and number", () => {
    const list = readAmounts([[1], ["坏"], [division], [-4]], "价格（prices）");
    expect(list.items.map((item) => (item instanceof Refusal ? item.message : item))).toEqual([
      1,
      expect.stringMatching(/^价格（prices）第 2 个应为数字，现为“坏”/),
      expect.stringMatching(/^价格（prices）第 3 个：引用的格子出错（#DIV\/0!），请先处理那个格子。$/),
      expect.stringMatching(/^价格（prices）第 4 个不能为负数，现为 -4/),
    ]);
    expect(firstRefusal(list)?.message).toContain("第 2 个");
  });

  it("keeps names as text", () => expect(readTexts([["甲"], [2024]], "名称").items).toEqual(["甲", "2024"]));
});

describe("lists that belong together", () => {
  const names = (...cells: unknown[]) =>
    readTexts(
      cells.map((cell) => [cell]),
      "名称（names）",
    );
  const counts = (...cells: unknown[]) =>
    readAmounts(
      cells.map((cell) => [cell]),
      "数量（counts）",
    );

  it("are as long as the longer one where their ranges are equally large", () => {
    expect(commonLength(names("a", "b", "c", ""), counts(1, 2, "", ""))).toBe(3);
  });

  it("fit where equally many items stand in ranges of different size", () => {
    expect(commonLength(names("a", "b", "", ""), counts(1, 2))).toBe(2);
  });

  it("are refused by both names where they do not fit", () => {
    expect(commonLength(names("a", "b", "c"), counts(1, 2))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/名称（names）有 3 个，数量（counts）有 2 个/),
    });
  });
});
