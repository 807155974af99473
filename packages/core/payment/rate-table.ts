import type { CalendarDay } from "../cells/calendar-day.ts";
import { isoDate } from "../cells/calendar-day.ts";
import { isHostError } from "../cells/cell.ts";
import { once } from "../cells/once.ts";
import { choiceQuantity, dateQuantity, foldChoice, numberQuantity } from "../cells/quantity.ts";
import { badArgument, notKnown, Refusal } from "../cells/refusal.ts";
import { RowReader, tableRows } from "../cells/row-reader.ts";
import { readTable } from "../cells/table.ts";
import { type FeeBase, FeeRule, type FeeTerms } from "./fee-rule.ts";
import { findPaymentMethod, methodQuantity } from "./find-payment-method.ts";
import { exactDecimal } from "./money.ts";
import { type Payer, payerQuantity } from "./payer.ts";
import type { PaymentMethod } from "./payment-methods.ts";
import { paymentRates, type RateField, rateColumns } from "./payment-rates.ts";

/** What a row says about a method: who pays, and the fee where somebody stated it. */
export interface PaymentRate {
  readonly payer: Payer | undefined;
  readonly rule: FeeRule | undefined;
  /** The fee in words, such as 货款+运费的 1%，最低 0.1 元. */
  readonly words: string;
  readonly source: string;
  readonly validFrom: CalendarDay | undefined;
}

/** A row whose validity is read; its other cells are read when it is needed, so that a bad row spoils only itself. */
interface RateRow {
  readonly validFrom: CalendarDay | undefined;
  readonly validTo: CalendarDay | undefined;
  readonly badValidity: Refusal | undefined;
  readonly read: () => PaymentRate | Refusal;
}

/** The rates of a call: the built-in ones, or the team's table, which replaces them. */
export interface RateTable {
  readonly rows: ReadonlyMap<PaymentMethod, readonly RateRow[]>;
  /** What stands as 方式 in rows that fit no method. */
  readonly strangers: readonly string[];
}

/** No rate of a payment method is higher: a larger one is a percentage typed without its sign (G4). */
const MOST_RATE = 0.2;

const notNegative = numberQuantity({ words: { zh: "不小于 0 的数", en: "number, 0 or more" }, min: 0 });
const baseQuantity = choiceQuantity<FeeBase>(
  {
    id: "FEEBASE",
    members: [
      { value: "货款+运费", words: { zh: "货款与运费之和", en: "goods and freight" } },
      { value: "货款", words: { zh: "只按货款", en: "goods only" } },
    ],
  },
  (folded) => (folded === "货款" || folded === "货款+运费" ? folded : undefined),
);

/** The days from which and to which a row holds. */
function readValidity(row: RowReader<RateField>): {
  readonly validFrom: CalendarDay | undefined;
  readonly validTo: CalendarDay | undefined;
} {
  const [validFrom, validTo] = [row.read("validFrom", dateQuantity), row.read("validTo", dateQuantity)];
  const [from, to] = [known(validFrom), known(validTo)];
  if (from !== undefined && to !== undefined && from > to) {
    row.refuse("validFrom", `晚于“${rateColumns.validTo.header}”，请改正。`);
  }
  return { validFrom: from, validTo: to };
}

/** What a row says of the fee and of who pays it. */
function readTerms(row: RowReader<RateField>): {
  readonly terms?: FeeTerms;
  readonly payer: Payer | undefined;
} {
  const rate = known(row.read("rate", notNegative));
  if (rate !== undefined && rate > MOST_RATE) {
    row.refuse("rate", `：费率 ${percentage(rate)}，是否忘了除以 100？请改正。`);
  }
  const fixed = known(row.read("fixedFee", notNegative));
  const minimum = known(row.read("minimum", notNegative));
  const maximum = known(row.read("maximum", notNegative));
  const payer = known(row.read("payer", payerQuantity));
  const base = known(row.read("base", baseQuantity)) ?? "货款+运费";
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) {
    row.refuse("minimum", `大于“${rateColumns.maximum.header}”，请改正。`);
  }
  return rate === undefined ? { payer } : { payer, terms: { rate, fixed, minimum, maximum, base } };
}

const known = <Value>(value: Value | undefined | Refusal): Value | undefined =>
  value instanceof Refusal ? undefined : value;

/** Reads all that a row says. */
export function readRate(row: RowReader<RateField>): void {
  row.required("method", methodQuantity);
  readValidity(row);
  readTerms(row);
}

function rateRow(row: RowReader<RateField>): RateRow {
  const { validFrom, validTo } = readValidity(row);
  const badValidity = row.refusals[0]?.refusal;
  const read = (): PaymentRate | Refusal => {
    const before = row.refusals.length;
    const { terms, payer } = readTerms(row);
    const bad = row.refusals[before];
    if (bad) return bad.refusal;
    return {
      payer,
      rule: terms && new FeeRule(terms),
      words: terms ? feeWords(terms) : "",
      source: String(row.cell("source") ?? ""),
      validFrom,
    };
  };
  return { validFrom, validTo, badValidity, read };
}

const percentage = (rate: number) => `${exactDecimal(rate).times(100).toFixed()}%`;

function feeWords({ rate, fixed, minimum, maximum, base }: FeeTerms): string {
  const share = `${base}的 ${percentage(rate)}`;
  return [
    fixed ? `${share}加 ${fixed} 元` : share,
    minimum ? `最低 ${minimum} 元` : "",
    maximum === undefined ? "" : `最高 ${maximum} 元`,
  ]
    .filter(Boolean)
    .join("，");
}

/** Sorts rows by method, as they stand; rows of other methods are remembered by name. */
function rateTable(
  rows: readonly (readonly [row: RowReader<RateField>, place: string, index: number])[],
): RateTable {
  const byMethod = new Map<PaymentMethod, RateRow[]>();
  const strangers: string[] = [];
  for (const [row, place] of rows) {
    const cell = row.cell("method");
    const name = isHostError(cell) ? "错误值" : String(cell || "");
    const method = findPaymentMethod(foldChoice(name));
    if (!method) {
      strangers.push(`${place}的“${rateColumns.method.header}”是“${name}”`);
      continue;
    }
    const others = byMethod.get(method);
    if (others) others.push(rateRow(row));
    else byMethod.set(method, [rateRow(row)]);
  }
  return { rows: byMethod, strangers };
}

/** The rates that apply where no table is given. */
export const builtInRates = once((): RateTable => {
  const place = "内置费率";
  return rateTable(
    paymentRates.map((rate, index) => [
      new RowReader(rateColumns, (field) => rate[field], place),
      place,
      index,
    ]),
  );
});

/**
 * Reads a range with the columns of a payment-rates template as rates.
 *
 * Refused: no header known, or no column 方式. A bad cell is refused only where its row is needed.
 */
export function readRateTable(range: readonly (readonly unknown[])[], argument: string): RateTable | Refusal {
  const table = readTable(range, undefined, rateColumns, argument);
  if (table instanceof Refusal) return table;
  if (!table.columns.has("method")) {
    const { header } = rateColumns.method;
    return badArgument(`${argument}里没有“${header}”列，请加上这一列，写明每行是哪种支付方式。`);
  }
  return rateTable(tableRows(table, (index) => `${argument}第 ${index + 2} 行`));
}

/** A name that ends in a digit stands apart from the word after it. */
const spaced = (name: string) => (/\d$/.test(name) ? `${name} ` : name);

/** What to say of a method whose rate nobody stated. */
export const unknownRate = (method: PaymentMethod, reason = ""): Refusal =>
  notKnown(`${spaced(method.name)}费率未知，请在费率表中填写${reason}。`);

/**
 * The rate of a method on a day, or the newest one where no day is given: of the rows valid then, the one with
 * the latest 生效日, the upper one of equals. A blank 生效日 is before every other.
 */
export function rateOn(
  table: RateTable,
  method: PaymentMethod,
  date: CalendarDay | undefined,
): PaymentRate | Refusal {
  const rows = table.rows.get(method) ?? [];
  const bad = rows.find((row) => row.badValidity);
  if (bad?.badValidity) return bad.badValidity;
  if (rows.length === 0) {
    return unknownRate(method, table.strangers[0] ? `（${table.strangers[0]}，不是认识的支付方式）` : "");
  }
  let current: RateRow | undefined;
  for (const row of rows) {
    const isValid = date === undefined || ((row.validFrom ?? date) <= date && date <= (row.validTo ?? date));
    if (isValid && (!current || (row.validFrom ?? 0) > (current.validFrom ?? 0))) current = row;
  }
  if (!current) return unknownRate(method, `在 ${isoDate(date as CalendarDay)} 有效的一行`);
  return current.read();
}
