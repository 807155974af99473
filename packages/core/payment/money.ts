import { Decimal } from "decimal.js";
import { badArgument, type Refusal } from "../cells/refusal.ts";

/** Exact decimals of our own: half-up, wide enough for every double, whatever decimal.js is set to elsewhere. */
export const Money = Decimal.clone({ defaults: true, precision: 400, rounding: Decimal.ROUND_HALF_UP });
export type Money = Decimal;

/** The decimal value of a number's 15 significant digits, as Excel shows it: 1.15*100 is 115 (G12). */
export const exactDecimal = (number: number): Money => new Money(number.toPrecision(15));

/** 10¹³ 元 in cents; up to it a double that equals cents/100 stands for exactly that many cents. */
const MOST_CENTS = 1e15;

const isWholeCents = (cents: number, amount: number) =>
  cents / 100 === amount && Math.abs(cents) <= MOST_CENTS;

/**
 * An amount in 元 as an integer of cents, proven exact; NaN where it has parts of a cent or is too large.
 * A number that is off by binary noise only (114.99999999999999) counts as its 15 significant digits.
 */
export function wholeCents(amount: number): number {
  const cents = Math.round(amount * 100);
  return isWholeCents(cents, amount) ? cents : wholeCentsAsShown(amount);
}

function wholeCentsAsShown(amount: number): number {
  const shown = Number(amount.toPrecision(15));
  const cents = Math.round(shown * 100);
  return isWholeCents(cents, shown) ? cents : Number.NaN;
}

/** An exact amount in 元 rounded half-up to the cent; refused where a cell cannot hold it. */
export function toCent(amount: Money): number | Refusal {
  const rounded = amount.toDecimalPlaces(2).toNumber() + 0;
  return Number.isFinite(rounded) ? rounded : badArgument("金额太大，算不出来，请改小。");
}

/** What is left of an amount in 元 when another is taken away, exact to the nearest number. */
export function difference(amount: number, taken: number): number {
  const cents = wholeCents(amount) - wholeCents(taken);
  if (!Number.isNaN(cents)) return cents / 100;
  return exactDecimal(amount).minus(exactDecimal(taken)).toNumber();
}

/** An exact sum of amounts in 元: in integer cents while these are proven exact, else in decimals. */
export class MoneySum {
  #cents = 0;
  #rest: Money = new Money(0);

  add(amount: number): void {
    const cents = this.#cents + wholeCents(amount);
    if (Math.abs(cents) <= Number.MAX_SAFE_INTEGER) this.#cents = cents;
    else this.#rest = this.#rest.plus(exactDecimal(amount));
  }

  get total(): Money {
    return new Money(this.#cents).div(100).plus(this.#rest);
  }
}
