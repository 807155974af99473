import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalValue } from "./decimal-value.ts";

describe("the decimal value of 15 significant digits", () => {
  it.each([
    [1.15 * 100, 115],
    [0.1 + 0.2, 0.3],
    [1.1 * 3, 3.3],
    [4.35 * 100, 435],
    [749.9999999999999, 750],
    [-0, 0],
    [2 ** 53 - 1, 9007199254740990],
    [5e-324, 5e-324],
    [Number.MAX_VALUE, Number.MAX_VALUE],
  ])("of %d is %d", (number, decimal) => expect(decimalValue(number)).toBe(decimal));

  it("is what toPrecision(15) says, wherever that is a number", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const said = Number(number.toPrecision(15));
        expect(decimalValue(number)).toBe(Number.isFinite(said) ? said + 0 : number);
      }),
    );
  });

  it("leaves every number of two decimals as it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e15, max: 1e15 }), (cents) => {
        expect(decimalValue(cents / 100)).toBe(cents / 100 + 0);
      }),
    );
  });
});
