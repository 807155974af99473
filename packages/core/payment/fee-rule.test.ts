import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../cells/refusal.ts";
import { FeeRule, type FeeTerms } from "./fee-rule.ts";

const CARD: FeeTerms = { rate: 0.01, base: "货款+运费" };

/** The definition of the contract, written down once more in a decimal.js of its own. */
const Exact = Decimal.clone({ defaults: true, precision: 2000 });
const decimalOf = (number: number) => new Exact(number.toPrecision(15));
function feeByDefinition(terms: FeeTerms, goods: Decimal, freight: Decimal): Decimal {
  const base = terms.base === "货款" ? goods : goods.plus(freight);
  if (base.isZero()) return new Exact(0);
  let fee = base.times(decimalOf(terms.rate)).plus(decimalOf(terms.fixed ?? 0));
  if (terms.minimum !== undefined) fee = Exact.max(fee, decimalOf(terms.minimum));
  if (terms.maximum !== undefined) fee = Exact.min(fee, decimalOf(terms.maximum));
  return fee;
}
const roundedHalfUp = (amount: Decimal) => amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toNumber() + 0;
const netByDefinition = (terms: FeeTerms, goods: number, freight: number) => {
  const total = decimalOf(goods).plus(decimalOf(freight));
  return roundedHalfUp(total.minus(feeByDefinition(terms, decimalOf(goods), decimalOf(freight))));
};

const cents = (most: number) => fc.integer({ min: 0, max: most }).map((count) => count / 100);
const amount = fc.oneof(
  cents(100),
  cents(1_000_000),
  fc.maxSafeInteger().map((count) => (Math.abs(count) % 1e15) / 100),
  fc.integer({ min: 0, max: 1_000_000_000 }).map((count) => count / 1000),
  fc.double({ min: 0, max: 1e13, noNaN: true }),
  fc.constantFrom(0, 1e13, 9_999_999_999_999.99, 1.15 * 100, 0.1 + 0.2, 0.005, 0.015, 1.005, 2.675, 0.5),
);
const rate = fc.oneof(
  fc.constantFrom(0, 0.01, 0.005, 0.006, 0.0055, 0.1, 0.5, 1),
  fc.integer({ min: 0, max: 99_999 }).map((count) => count / 100_000),
  fc.double({ min: 0, max: 0.99, noNaN: true }),
);
const part = fc.option(fc.oneof(cents(1000), fc.constantFrom(0, 0.1, 0.005, 20, 1e6)), { nil: undefined });
const terms = fc
  .record({ rate, fixed: part, minimum: part, maximum: part, base: fc.constantFrom("货款", "货款+运费") })
  .filter(({ minimum, maximum }) => minimum === undefined || maximum === undefined || minimum <= maximum)
  .map((each): FeeTerms => ({ ...each, base: each.base === "货款" ? "货款" : "货款+运费" }));

describe("the fee", () => {
  it("is 1 % of goods and freight by credit card", () => {
    expect(new FeeRule(CARD).fee(10_000, 500)).toBe(105);
    expect(new FeeRule(CARD).net(10_000, 500)).toBe(10_395);
  });

  it.each([
    [{ rate: 0.01, base: "货款" }, 100, 50, 1],
    [{ rate: 0.01, base: "货款", fixed: 2 }, 100, 50, 3],
    [{ rate: 0.01, base: "货款", minimum: 5 }, 100, 50, 5],
    [{ rate: 0.01, base: "货款", maximum: 0.5 }, 100, 50, 0.5],
    [{ rate: 0.01, base: "货款", fixed: 2, minimum: 1 }, 0, 50, 0],
    [{ rate: 0.01, base: "货款+运费", fixed: 2, minimum: 1 }, 0, 50, 2.5],
    [{ rate: 0, base: "货款+运费", fixed: 2 }, 100, 0, 2],
    [{ rate: 0.01, base: "货款" }, 0.5, 0, 0.01],
    [{ rate: 0.01, base: "货款" }, 0.49, 0, 0],
    [{ rate: 0.01, base: "货款" }, 0.495, 0, 0],
    [{ rate: 0.01, base: "货款" }, 1.15 * 100 + 0.35 + 0.15, 0, 1.16],
  ] as const)("of %j on %d and %d is %d", (each, goods, freight, fee) => {
    expect(new FeeRule(each).fee(goods, freight)).toBe(fee);
  });

  it("takes a number for the decimal value of its 15 significant digits (G12)", () => {
    expect(1.15 * 100).not.toBe(115);
    expect(new FeeRule({ rate: 0.1, base: "货款" }).fee(1.15 * 100, 0)).toBe(11.5);
    expect(new FeeRule({ rate: 0.1, base: "货款" }).net(0.1 + 0.2, 0)).toBe(0.27);
  });

  it("loses nothing up to 10¹³ 元 (G12)", () => {
    expect(new FeeRule(CARD).fee(9_999_999_999_999.99, 0)).toBe(100_000_000_000);
    expect(new FeeRule(CARD).net(9_999_999_999_999.5, 0)).toBe(9_899_999_999_999.51);
    expect(new FeeRule({ rate: 0, base: "货款" }).net(1e13, 0.01)).toBe(10_000_000_000_000.01);
  });

  it("equals decimal.js on every amount, rate, part and limit", () => {
    fc.assert(
      fc.property(terms, amount, amount, (each, goods, freight) => {
        const rule = new FeeRule(each);
        const fee = feeByDefinition(each, decimalOf(goods), decimalOf(freight));
        expect(rule.fee(goods, freight)).toBe(roundedHalfUp(fee));
        expect(rule.net(goods, freight)).toBe(netByDefinition(each, goods, freight));
      }),
      { numRuns: 20_000 },
    );
  });

  it("and the net add up to goods and freight, but for the one cent of two halves rounded up", () => {
    const whole = cents(1e9);
    fc.assert(
      fc.property(terms, whole, whole, (each, goods, freight) => {
        const rule = new FeeRule(each);
        const sum = decimalOf(rule.fee(goods, freight) as number).plus(rule.net(goods, freight) as number);
        const excess = sum.minus(decimalOf(goods).plus(decimalOf(freight))).toNumber();
        const fee = feeByDefinition(each, decimalOf(goods), decimalOf(freight));
        const isHalfCent = fee.times(100).mod(1).eq(0.5) && fee.lt(decimalOf(goods).plus(decimalOf(freight)));
        expect(excess).toBe(isHalfCent ? 0.01 : 0);
      }),
    );
  });

  it("of amounts beyond every purse is finite or refused, never NaN or infinite", () => {
    for (const each of [CARD, { ...CARD, fixed: 1e308 }, { ...CARD, rate: 1e308 }, { ...CARD, rate: 0.99 }]) {
      const rule = new FeeRule(each);
      for (const [goods, freight] of [
        [1e308, 1e308],
        [1e308, 0],
        [Number.MAX_VALUE, Number.MAX_VALUE],
        [5e-324, 0],
      ] as const) {
        for (const answer of [
          rule.fee(goods, freight),
          rule.net(goods, freight),
          rule.lowestPrice(goods, freight),
          rule.lowestPrice(goods, 0),
        ]) {
          if (answer instanceof Refusal) expect(answer.message.length).toBeGreaterThan(5);
          else expect(answer).toSatisfy(Number.isFinite);
        }
      }
    }
    expect(new FeeRule(CARD).net(1e308, 1e308)).toMatchObject({ code: "#VALUE!" });
  });
});

describe("the lowest price", () => {
  it("gives 10,000 for 10,395 by credit card with 500 of freight", () => {
    expect(new FeeRule(CARD).lowestPrice(10_395, 500)).toBe(10_000);
  });

  it("is 0 where the freight alone reaches the net, and never negative", () => {
    expect(new FeeRule(CARD).lowestPrice(0, 0)).toBe(0);
    expect(new FeeRule(CARD).lowestPrice(9, 10)).toBe(0);
  });

  it("is not known where the fee takes all", () => {
    for (const whole of [1, 1.5]) {
      expect(new FeeRule({ rate: whole, base: "货款" }).lowestPrice(10, 0)).toMatchObject({ code: "#N/A" });
    }
  });

  it("is found behind a maximum even where the rate takes all", () => {
    expect(new FeeRule({ rate: 1, maximum: 30, base: "货款" }).lowestPrice(10, 0)).toBe(40);
    expect(new FeeRule({ rate: 2, minimum: 30, base: "货款" }).lowestPrice(10, 25)).toBe(0);
    expect(new FeeRule({ rate: 2, minimum: 30, base: "货款" }).lowestPrice(10, 0)).toMatchObject({
      code: "#N/A",
    });
    expect(new FeeRule({ rate: 2, minimum: 30, base: "货款" }).lowestPrice(10, 9.99)).toMatchObject({
      code: "#N/A",
    });
    expect(new FeeRule({ rate: 0.5, minimum: 30, base: "货款" }).lowestPrice(10, 9.99)).toBe(30.01);
  });

  it("is the first of all prices that reaches the net, by counting them all", () => {
    const anyRate = fc.oneof(rate, fc.constantFrom(0.9, 0.99, 1, 1.01, 2));
    const small = fc.option(fc.oneof(cents(300), fc.constantFrom(0.005, 1.005)), { nil: undefined });
    const smallAmount = fc.oneof(
      cents(300),
      fc.integer({ min: 0, max: 5000 }).map((count) => count / 1000),
    );
    const smallTerms = fc
      .record({ rate: anyRate, fixed: small, minimum: small, maximum: small, onGoods: fc.boolean() })
      .filter(({ minimum, maximum }) => minimum === undefined || maximum === undefined || minimum <= maximum);
    fc.assert(
      fc.property(smallTerms, smallAmount, smallAmount, ({ onGoods, ...parts }, net, freight) => {
        const each: FeeTerms = { ...parts, base: onGoods ? "货款" : "货款+运费" };
        const rule = new FeeRule(each);
        const answer = rule.lowestPrice(net, freight);
        const most = typeof answer === "number" ? Math.round(answer * 100) : 3000;
        // Counting up to more prices than these takes minutes.
        fc.pre(most <= 30_000);
        let first: number | undefined;
        for (let count = 0; count <= most && first === undefined; count++) {
          if ((rule.net(count / 100, freight) as number) >= net) first = count / 100;
        }
        if (typeof answer === "number") expect(answer).toBe(first);
        else expect([answer.code, first]).toEqual(["#N/A", undefined]);
      }),
      { numRuns: 400 },
    );
  });

  it("reaches the net and one cent less does not, for any amount", () => {
    fc.assert(
      fc.property(terms, amount, amount, (each, net, freight) => {
        fc.pre(each.rate < 1);
        const price = new FeeRule(each).lowestPrice(net, freight) as number;
        fc.pre(price < 1e13);
        expect(netByDefinition(each, price, freight)).toBeGreaterThanOrEqual(decimalOf(net).toNumber());
        if (price >= 0.02) {
          const below = Math.round(price * 100 - 1) / 100;
          expect(netByDefinition(each, below, freight)).toBeLessThan(decimalOf(net).toNumber());
        }
      }),
      { numRuns: 5000 },
    );
  });
});
