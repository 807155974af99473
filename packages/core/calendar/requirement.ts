import { readDate } from "../cells/calendar-day.ts";
import { decimalValue } from "../cells/decimal-value.ts";
import type { KindColumns } from "../cells/define-template-kind.ts";
import { readNumber } from "../cells/number-text.ts";
import { foldChoice, type Quantity, shortened, textQuantity } from "../cells/quantity.ts";
import { badArgument, Refusal } from "../cells/refusal.ts";
import type { RowReader } from "../cells/row-reader.ts";
import { readYesNo } from "../cells/yes-no.ts";

/** The columns of a table of entry requirements. */
export const requirementColumns = {
  activity: { header: "活动", english: "activity", holds: "text", example: "9.20官方大促" },
  metric: { header: "指标", english: "metric", holds: "text", example: "近90天成交额" },
  operator: { header: "条件", english: "condition", holds: "text", example: ">=" },
  value: { header: "值", english: "value", holds: "scalar", example: 10_000 },
} as const satisfies KindColumns;

/** How a shop's figure is compared with what an activity asks for. */
export type Operator = ">=" | "<=" | "=" | "包含";

const operators = new Map<string, Operator>([
  [">=", ">="],
  ["<=", "<="],
  ["=", "="],
  ["包含", "包含"],
  ["≥", ">="],
  ["≤", "<="],
]);

/** A comparison; full-width signs and ≥, ≤ are read too. */
export const operatorQuantity: Quantity<Operator> = {
  words: { zh: ">=、<=、= 或 包含", en: ">=, <=, = or 包含 (contains)" },
  zeroIsBlank: true,
  read: (value, argument) =>
    operators.get(foldChoice(String(value))) ??
    badArgument(`${argument}“${String(value).slice(0, 40)}”无法识别，请填写 >=、<=、= 或 包含。`),
};

/** A number, an amount, a percentage or a date, as a number. */
function measure(value: unknown): number | undefined {
  const number = readNumber(value) ?? readDate(value);
  return number === undefined ? undefined : decimalValue(number);
}

/** A cell as it stands: what it is compared with decides how it is read. */
const anyQuantity: Quantity<unknown> = { words: { zh: "值", en: "value" }, read: (value) => value };

/** What an activity asks for; the activity is blank where merged cells name it above. */
export interface Requirement {
  readonly metric: string;
  readonly operator: Operator;
  readonly asked: unknown;
}

/** Reads the activity of a row, undefined where it is blank. */
export const readActivity = (row: RowReader<keyof typeof requirementColumns>): string | undefined | Refusal =>
  row.read("activity", textQuantity);

/** Reads what a row asks for. */
export function readRequirement(row: RowReader<keyof typeof requirementColumns>): Requirement | Refusal {
  const metric = row.required("metric", textQuantity);
  const operator = row.required("operator", operatorQuantity);
  const asked = row.required("value", anyQuantity);
  if (metric instanceof Refusal) return metric;
  if (operator instanceof Refusal) return operator;
  if (asked instanceof Refusal) return asked;
  if ((operator === ">=" || operator === "<=") && measure(asked) === undefined) {
    return row.refuse("value", `是“${shortened(shown(asked))}”，与 ${operator} 一起应为数字或日期，请改正。`);
  }
  return { metric, operator, asked };
}

/**
 * What a figure lacks of a requirement, in a sentence; "" where it meets it.
 *
 * Refused: a figure or a requirement that has to be a number or a date and is not.
 */
export function shortfall(
  metric: string,
  operator: Operator,
  asked: unknown,
  actual: unknown,
): string | Refusal {
  const sentence = `${metric}现为 ${shown(actual)}，要求 ${operator} ${shown(asked)}`;
  const [has, needs] = [measure(actual), measure(asked)];
  if (operator === "包含")
    return foldChoice(shown(actual)).includes(foldChoice(shown(asked))) ? "" : sentence;
  if (operator === "=") {
    const isEqual =
      has !== undefined && needs !== undefined ? has === needs : comparable(actual) === comparable(asked);
    return isEqual ? "" : sentence;
  }
  if (has === undefined || needs === undefined) return badArgument(`${sentence}，两者都应为数字，请改正。`);
  const lacking = operator === ">=" ? difference(needs, has) : difference(has, needs);
  if (lacking <= 0) return "";
  const isPercentage = /[%％]\s*$/.test(String(asked));
  const amount = isPercentage ? `${decimalValue(lacking * 100)}%` : lacking;
  return `${sentence}，${operator === ">=" ? "差" : "超出"} ${amount}`;
}

/** The difference of two numbers to the last decimal that either of them shows. */
function difference(one: number, other: number): number {
  const decimals = [one, other].map((number) => String(number).split(".")[1]?.length ?? 0);
  return Number((one - other).toFixed(Math.max(...decimals))) || decimalValue(one - other);
}

const shown = (value: unknown): string =>
  typeof value === "boolean" ? (value ? "是" : "否") : String(textQuantity.read(value, "")).trim();

/** Words for yes and no are equal whichever they are; other texts are compared without blanks and case. */
const comparable = (value: unknown) => readYesNo(value) ?? foldChoice(shown(value));
