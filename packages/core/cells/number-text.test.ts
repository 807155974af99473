import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNumber, readNumberText, readPrice } from "./number-text.ts";

describe("G4: numbers as merchants write them", () => {
  it.each([
    ["1,234.50", 1234.5],
    ["¥105", 105],
    ["￥105", 105],
    ["105元", 105],
    ["¥ -1,234元", -1234],
    ["-¥5", -5],
    ["12.3%", 0.123],
    ["6‰", 0.006],
    ["０.６％", 0.006],
    ["１２", 12],
    ["1.2万", 12000],
    ["3亿", 300_000_000],
    ["5万元", 50000],
    ["200+", 200],
    ["1万+", 10000],
    ["1.5E+3", 1500],
    [".5", 0.5],
    ["5.", 5],
    ["  7  ", 7],
    ["¥ 12 元", 12],
  ])("%s is %d", (text, number) => expect(readNumber(text)).toBe(number));

  it.each([
    "",
    "-",
    "+",
    "¥",
    "万",
    "1,23",
    "12a",
    "+-5",
    "5%+",
    "¥5%",
    "1.2.3",
    "12-15",
    "5千",
    "1万2",
    "1e9999",
    "美元5",
    "5 6",
    "1 234",
    "9".repeat(400),
  ])("%j is no number", (text) => expect(readNumber(text)).toBeUndefined());

  it("keeps the decimal: n 万 is the number with its point four places on", () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 9999 }), (whole, part) => {
        const decimals = String(part).padStart(4, "0");
        expect(readNumber(`${whole}.${decimals}万`)).toBe(Number(`${whole}${decimals}`));
        expect(readNumber(`${whole}.${decimals}%`)).toBe(Number(`${whole}.${decimals}e-2`));
      }),
    ));

  it("says which unit a text carries itself", () => {
    expect(readNumberText("0.6%")).toEqual({ value: 0.006, unit: "%" });
    expect(readNumberText("1.2万+")).toEqual({ value: 12000, unit: "万" });
    expect(readNumberText("7")).toEqual({ value: 7, unit: "" });
    expect(readNumberText(7)).toBeUndefined();
  });
});

describe("G4: the price of a product", () => {
  it.each([
    ["12.5-15.8", 12.5],
    ["¥12.5-¥15.8", 12.5],
    ["12.5 ～ 15.8元", 12.5],
    ["9.9", 9.9],
    [8, 8],
  ])("%s counts as %d", (value, price) => expect(readPrice(value)).toBe(price));

  it.each(["15.8-12.5", "1-2-3", "-5-3", "5-", "-", "a-b"])("%j is no price", (text) => {
    expect(readPrice(text)).toBeUndefined();
  });
});
