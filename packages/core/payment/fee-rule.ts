import { notKnown, type Refusal } from "../cells/refusal.ts";
import { exactDecimal, Money, toCent, wholeCents } from "./money.ts";

/** What a fee is charged on. */
export type FeeBase = "货款" | "货款+运费";

/** A fee in 元: rate × base + fixed, kept between minimum and maximum; 0 on a base of 0. The rate is a fraction. */
export interface FeeTerms {
  readonly rate: number;
  readonly fixed?: number | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly base: FeeBase;
}

/** Up to here, integers and their rounded quotients by a unit come out exact in doubles. */
const EXACT = 2 ** 52;
const MOST_DECIMALS = 9;
const MOST_STEPS = 40;
const CENT = new Money("0.01");
const HALF_CENT = new Money("0.005");
const ZERO = new Money(0);

/**
 * Fee terms, ready to be computed: what the seller pays, what is left, and the price for a wished net.
 *
 * Amounts of whole cents are computed in integers as long as these are proven exact, all others in decimals;
 * both give the same cents.
 */
export class FeeRule {
  readonly #base: FeeBase;
  readonly #rate: Money;
  readonly #fixed: Money;
  readonly #minimum: Money;
  readonly #maximum: Money | undefined;
  /** The integers count 1/unit of a cent; terms that do not fit have the rate NaN. */
  readonly #unit: number;
  readonly #unitRate: number;
  readonly #unitFixed: number;
  readonly #unitMinimum: number;
  readonly #unitMaximum: number;

  /** Whether the freight does not count. */
  get isOnGoods(): boolean {
    return this.#base === "货款";
  }

  constructor(terms: FeeTerms) {
    this.#base = terms.base;
    this.#rate = exactDecimal(terms.rate);
    this.#fixed = exactDecimal(terms.fixed ?? 0);
    this.#minimum = exactDecimal(terms.minimum ?? 0);
    this.#maximum = terms.maximum === undefined ? undefined : exactDecimal(terms.maximum);

    const amounts = [this.#fixed, this.#minimum, this.#maximum ?? ZERO];
    const decimals = Math.max(this.#rate.decimalPlaces(), ...amounts.map((each) => each.decimalPlaces() - 2));
    const unit = 10 ** Math.min(decimals, MOST_DECIMALS);
    const inUnits = (amount: Money) => amount.times(100).times(unit).toNumber();
    const fits = decimals <= MOST_DECIMALS && amounts.every((each) => inUnits(each) < EXACT / 2);
    this.#unit = unit;
    this.#unitRate = fits ? this.#rate.times(unit).toNumber() : Number.NaN;
    this.#unitFixed = inUnits(this.#fixed);
    this.#unitMinimum = inUnits(this.#minimum);
    this.#unitMaximum = this.#maximum ? inUnits(this.#maximum) : Number.POSITIVE_INFINITY;
  }

  /** The fee on goods and freight, rounded half-up to the cent. */
  fee(goods: number, freight: number): number | Refusal {
    const fee = this.#unitFee(wholeCents(goods), wholeCents(freight));
    if (fee <= EXACT) return Math.floor((fee + this.#unit / 2) / this.#unit) / 100;
    return toCent(this.#exactFee(exactDecimal(goods), exactDecimal(freight)));
  }

  /** Goods and freight less the unrounded fee, rounded half-up to the cent; negative where the fee is larger. */
  net(goods: number, freight: number): number | Refusal {
    const cents = this.#netCents(wholeCents(goods), wholeCents(freight));
    return Number.isNaN(cents)
      ? toCent(this.#exactNet(exactDecimal(goods), exactDecimal(freight)))
      : cents / 100;
  }

  /** The smallest goods price of whole cents, 0 or more, whose net is at least `net`; #N/A where none is. */
  lowestPrice(net: number, freight: number): number | Refusal {
    const quickly = this.#lowestPriceCents(wholeCents(net), wholeCents(freight));
    if (!Number.isNaN(quickly)) return quickly / 100;
    const exactFreight = exactDecimal(freight);
    const target = exactDecimal(net).toDecimalPlaces(2, Money.ROUND_CEIL);
    const reaches = (goods: Money) => this.#exactNet(goods, exactFreight).toDecimalPlaces(2).gte(target);
    if (reaches(ZERO)) return 0;
    for (const bound of this.#priceBounds(target.minus(HALF_CENT), exactFreight)) {
      const price = Money.max(bound.toDecimalPlaces(2, Money.ROUND_CEIL), CENT);
      if (reaches(price)) return toCent(price);
      if (reaches(price.plus(CENT))) return toCent(price.plus(CENT));
    }
    return notKnown(`没有哪个货款能在扣除费用后到账 ${net} 元，请改小到账金额，或检查费率表里的费率。`);
  }

  /**
   * The lowest price by steps of what is still missing, or NaN where integers or a few steps do not reach it.
   * A step never passes it: a price that is higher by one cent leaves at most one cent more.
   */
  #lowestPriceCents(netCents: number, freightCents: number): number {
    if (this.#netCents(0, freightCents) >= netCents) return 0;
    let price = Math.max(1, netCents - freightCents - 1);
    for (let step = 0; step < MOST_STEPS; step++) {
      const reached = this.#netCents(price, freightCents);
      if (reached >= netCents) return price;
      const missing = netCents - reached;
      price += reached < 0 && missing > 1 ? missing - 1 : missing;
    }
    return Number.NaN;
  }

  /**
   * The prices above 0 at which the unrounded net may first reach `net`, ascending: goods + freight − fee ≥ net
   * holds where it holds with the maximum as the fee, or both with the minimum and with the unbounded fee.
   */
  #priceBounds(net: Money, freight: Money): Money[] {
    const beforeFee = net.minus(freight);
    const bounds: Money[] = [];
    const least = beforeFee.plus(this.#minimum);
    const kept = new Money(1).minus(this.#rate);
    const charged = this.isOnGoods ? this.#fixed : this.#fixed.plus(this.#rate.times(freight));
    const due = beforeFee.plus(charged);
    if (kept.isPositive() && !kept.isZero()) {
      const cents = due.divToInt(kept.times(CENT));
      const price = cents.times(CENT);
      bounds.push(Money.max(least, price.times(kept).lt(due) ? price.plus(CENT) : price));
    } else {
      bounds.push(least);
    }
    if (this.#maximum) bounds.push(beforeFee.plus(this.#maximum));
    return bounds.sort((left, right) => left.comparedTo(right));
  }

  /** The fee on whole cents, in 1/unit cent; more than EXACT, or NaN, where integers do not reach. */
  #unitFee(goodsCents: number, freightCents: number): number {
    const base = this.isOnGoods ? goodsCents : goodsCents + freightCents;
    if (base === 0) return 0;
    const fee = this.#unitRate * base + this.#unitFixed;
    return fee > EXACT ? fee : Math.min(Math.max(fee, this.#unitMinimum), this.#unitMaximum);
  }

  /** The net of whole cents, in cents; NaN where integers do not reach. */
  #netCents(goodsCents: number, freightCents: number): number {
    const fee = this.#unitFee(goodsCents, freightCents);
    const total = goodsCents + freightCents;
    if (!(fee <= EXACT && total >= 0)) return Number.NaN;
    const half = this.#unit / 2;
    return fee > total * this.#unit
      ? total - Math.floor((fee + half) / this.#unit)
      : total - Math.ceil((fee - half) / this.#unit);
  }

  #exactFee(goods: Money, freight: Money): Money {
    const base = this.isOnGoods ? goods : goods.plus(freight);
    if (base.isZero()) return base;
    const fee = Money.max(base.times(this.#rate).plus(this.#fixed), this.#minimum);
    return this.#maximum ? Money.min(fee, this.#maximum) : fee;
  }

  #exactNet(goods: Money, freight: Money): Money {
    return goods.plus(freight).minus(this.#exactFee(goods, freight));
  }
}
