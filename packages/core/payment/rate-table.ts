import type { CalendarDay } from "../cells/calendar-day.ts";
import { isoDate } from "../cells/calendar-day.ts";
import { isHostError } from "../cells/cell.ts";
import { templateColumns } from "../cells/columns.ts";
import { errorValue } from "../cells/error-value.ts";
import { once } from "../cells/once.ts";
import {
  choiceQuantity,
  dateQuantity,
  foldChoice,
  numberQuantity,
  type Quantity,
} from "../cells/quantity.ts";
import { badArgument, notKnown, Refusal } from "../cells/refusal.ts";
import { cellOf, isBlankRow, readTable } from "../cells/table.ts";
import { templateFields } from "../cells/template-fields.ts";
import { type FeeBase, FeeRule, type FeeTerms } from "./fee-rule.ts";
import { findPaymentMethod } from "./find-payment-method.ts";
import { exactDecimal } from "./money.ts";
import { type Payer, payerQuantity } from "./payer.ts";
import type { PaymentMethod } from "./payment-methods.ts";
import { paymentRates, type RateField } from "./payment-rates.ts";

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

type RateCells = Readonly<Partial<Record<RateField, unknown>>>;

const columns = templateColumns["payment-rates"];
const columnOf = Object.fromEntries(columns.map(({ field, column }) => [field, column])) as Record<
  RateField,
  string
>;
const fields = templateFields("payment-rates");

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

/** Reads the cells of a row and keeps the first complaint. */
class RowReader {
  problem: Refusal | undefined;
  readonly #cells: RateCells;
  readonly #place: string;

  constructor(cells: RateCells, place: string) {
    this.#cells = cells;
    this.#place = place;
  }

  read<Value>(field: RateField, quantity: Quantity<Value>): Value | undefined {
    const cell = this.#cells[field];
    if (cell === undefined || (cell === 0 && quantity.zeroIsBlank)) return undefined;
    const name = `${this.#place}的“${columnOf[field]}”`;
    const value = isHostError(cell) ? errorValue(name, cell) : quantity.read(cell, name);
    if (!(value instanceof Refusal)) return value;
    this.problem ??= value;
    return undefined;
  }

  refuse(complaint: string): void {
    this.problem ??= badArgument(`${this.#place}${complaint}`);
  }
}

function rateRow(cells: RateCells, place: string): RateRow {
  const reader = new RowReader(cells, place);
  const validFrom = reader.read("validFrom", dateQuantity);
  const validTo = reader.read("validTo", dateQuantity);
  if (validFrom !== undefined && validTo !== undefined && validFrom > validTo) {
    reader.refuse(`的“${columnOf.validFrom}”晚于“${columnOf.validTo}”，请改正。`);
  }
  return { validFrom, validTo, badValidity: reader.problem, read: () => readRate(cells, place, validFrom) };
}

function readRate(
  cells: RateCells,
  place: string,
  validFrom: CalendarDay | undefined,
): PaymentRate | Refusal {
  const reader = new RowReader(cells, place);
  const rate = reader.read("rate", notNegative);
  if (rate !== undefined && rate > MOST_RATE) {
    reader.refuse(`的“${columnOf.rate}”：费率 ${percentage(rate)}，是否忘了除以 100？请改正。`);
  }
  const fixed = reader.read("fixedFee", notNegative);
  const minimum = reader.read("minimum", notNegative);
  const maximum = reader.read("maximum", notNegative);
  const payer = reader.read("payer", payerQuantity);
  const base = reader.read("base", baseQuantity) ?? "货款+运费";
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) {
    reader.refuse(`的“${columnOf.minimum}”大于“${columnOf.maximum}”，请改正。`);
  }
  if (reader.problem) return reader.problem;
  const terms = rate === undefined ? undefined : { rate, fixed, minimum, maximum, base };
  return {
    payer,
    rule: terms && new FeeRule(terms),
    words: terms ? feeWords(terms) : "",
    source: String(cells.source ?? ""),
    validFrom,
  };
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
function rateTable(rows: readonly (readonly [cells: RateCells, place: string])[]): RateTable {
  const byMethod = new Map<PaymentMethod, RateRow[]>();
  const strangers: string[] = [];
  for (const [cells, place] of rows) {
    const name = isHostError(cells.method) ? "错误值" : String(cells.method || "");
    const method = findPaymentMethod(foldChoice(name));
    if (!method) {
      strangers.push(`${place}的“${columnOf.method}”是“${name}”`);
      continue;
    }
    const known = byMethod.get(method);
    if (known) known.push(rateRow(cells, place));
    else byMethod.set(method, [rateRow(cells, place)]);
  }
  return { rows: byMethod, strangers };
}

/** The rates that apply where no table is given. */
export const builtInRates = once((): RateTable => rateTable(paymentRates.map((row) => [row, "内置费率"])));

/**
 * Reads a range with the columns of a payment-rates template as rates.
 *
 * Refused: no header known, or no column 方式. A bad cell is refused only where its row is needed.
 */
export function readRateTable(range: readonly (readonly unknown[])[], argument: string): RateTable | Refusal {
  const table = readTable(range, undefined, fields, argument);
  if (table instanceof Refusal) return table;
  if (!table.columns.has("method")) {
    return badArgument(`${argument}里没有“${columnOf.method}”列，请加上这一列，写明每行是哪种支付方式。`);
  }
  return rateTable(
    table.rows.flatMap((row, index): [RateCells, string][] => {
      if (isBlankRow(row)) return [];
      const cells = Object.fromEntries(columns.map(({ field }) => [field, cellOf(table, row, field)]));
      return [[cells, `${argument}第 ${index + 2} 行`]];
    }),
  );
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
