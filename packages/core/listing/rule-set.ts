import { isHostError } from "../cells/cell.ts";
import { halfWidthWord } from "../cells/half-width.ts";
import { readNumber } from "../cells/number-text.ts";
import { once } from "../cells/once.ts";
import { shortened, textQuantity } from "../cells/quantity.ts";
import { Refusal } from "../cells/refusal.ts";
import { RowReader, tableRows } from "../cells/row-reader.ts";
import { readTable } from "../cells/table.ts";
import { readYesNo } from "../cells/yes-no.ts";
import { type CheckKind, checkKinds, findCheck, GATE_CHECK } from "./check-kinds.ts";
import { type ListingField, listingFields } from "./listing-fields.ts";
import { listingRules, type RuleField, ruleColumns } from "./listing-rules.ts";

/** A rule of a rule set, read and ready to be compiled. */
export interface RuleOfSet {
  readonly check: string;
  readonly kind: CheckKind;
  readonly star: number;
  /** What the check counts inside its section in SEVENSTARSCORE. */
  readonly weight: number;
  /** The bounds of a number; they are refused themselves where `isOpen`. */
  readonly min: number;
  readonly max: number;
  readonly isOpen: boolean;
  /** The column of the same row that a number must reach, in place of bounds. */
  readonly atLeast?: ListingField;
  /** The answer that a yes/no check asks for. */
  readonly expected: boolean;
  /** The words that a title must not hold. */
  readonly words: readonly string[];
  /** What the rule asks for, in words, such as 不少于 54 个字符. */
  readonly requirement: string;
}

const OPERATORS: Readonly<Record<string, string>> = {
  "≥": ">=",
  "≤": "<=",
  "=>": ">=",
  "=<": "<=",
  "==": "=",
};
/** What stands between the ends of a range; at its beginning it is a sign. */
const BETWEEN = /(?<!^)(?:\.{2,}|…+|[-–—~～至到])/;

/** The texts of a range's two ends; none where it is no range. */
function endsOf(range: string): readonly string[] {
  const between = BETWEEN.exec(range);
  return between ? [range.slice(0, between.index), range.slice(between.index + between[0].length)] : [];
}

const COLUMN_LIMITS: readonly ListingField[] = ["attrRequired", "moq"];

const fields = Object.keys(ruleColumns) as RuleField[];

/** The rule that a row states; what is wrong with the row is refused by its column. */
export function readRule(row: RowReader<RuleField>): RuleOfSet | Refusal {
  const text = (field: RuleField) => String(row.cell(field) ?? "").trim();
  const wrong = (field: RuleField, advice: string) =>
    row.refuse(field, `是“${shortened(text(field))}”，${advice}。`);
  const broken = fields.find((field) => isHostError(row.cell(field)));
  if (broken) return row.read(broken, textQuantity) as Refusal;
  const named = row.required("check", textQuantity);
  if (named instanceof Refusal) return named;
  const check = findCheck(text("check"));
  const kind = check && checkKinds[check];
  if (!kind) return wrong("check", `不是认识的检查项，可用：${Object.keys(checkKinds).join("、")}`);
  const star = readNumber(row.cell("star"));
  if (!star || !Number.isInteger(star) || star < 1 || star > 7) return wrong("star", "应为 1 到 7 的整数");
  const weight = row.cell("weight") === undefined ? 1 : readNumber(row.cell("weight"));
  if (weight === undefined || weight <= 0) return wrong("weight", "应为大于 0 的数");

  const folded = halfWidthWord(text("operator")).replace(/\s+/g, "");
  const operator = OPERATORS[folded] ?? folded;
  const value = text("value");
  const unit = kind.unit ? ` ${kind.unit}` : "";
  const rule = { check, kind, star, weight, min: 0, max: 0, isOpen: false, expected: true, words: [] };

  if (kind.reads === "words") {
    const words = value.split(/[、,，;；\s]+/).filter(Boolean);
    if (operator !== "不含") return wrong("operator", "这一项只能用“不含”");
    if (words.length === 0) return wrong("value", "应填写违禁词，用“、”隔开");
    return { ...rule, words, requirement: "不含违禁词" };
  }
  if (kind.reads === "filled") {
    if (!/^(?:已填|有值|非空)$/.test(operator)) return wrong("operator", "这一项只能用“有值”");
    return { ...rule, requirement: "有值" };
  }
  if (kind.reads === "yesNo") {
    const expected = readYesNo(row.cell("value"));
    if (operator !== "=") return wrong("operator", "这一项只能用“=”");
    if (expected === undefined) return wrong("value", "应为“是”或“否”");
    if (check === GATE_CHECK && !expected) return wrong("value", "只能为“是”：不支持网上订购不可能是七星");
    return { ...rule, expected, requirement: expected ? "“是”" : "“否”" };
  }
  if (!["介于", ">=", "<=", ">", "<", "="].includes(operator)) {
    return wrong("operator", "应为 >=、<=、>、<、= 或 介于");
  }
  const atLeast = COLUMN_LIMITS.find((field) => listingFields[field].header === value);
  if (atLeast && kind.reads === "number" && operator === ">=") {
    return { ...rule, atLeast, requirement: `不少于${value}` };
  }
  const range = operator === "介于" ? endsOf(value) : undefined;
  const low = readNumber(range ? range[0] : row.cell("value"));
  const high = readNumber(range ? range[1] : row.cell("value"));
  if (low === undefined || high === undefined || low > high) {
    return wrong("value", range === undefined ? "应为数字" : "应写成如 1..60");
  }
  const words = { 介于: `为 ${low}–${high}`, ">=": `不少于 ${low}`, "<=": `不超过 ${high}` };
  const others = { ">": `大于 ${low}`, "<": `小于 ${high}`, "=": `等于 ${low}` };
  // A video of no length is none, whatever its limit.
  const least = check === "视频时长" ? Number.MIN_VALUE : Number.NEGATIVE_INFINITY;
  return {
    ...rule,
    min: operator.startsWith("<") ? least : Math.max(low, least),
    max: operator.startsWith(">") ? Number.POSITIVE_INFINITY : high,
    isOpen: operator === ">" || operator === "<",
    requirement: `${{ ...words, ...others }[operator]}${unit}`,
  };
}

/** The rules of all rows, or what is wrong with the first that states none. */
function readAll(rows: readonly RowReader<RuleField>[]): readonly RuleOfSet[] | Refusal {
  const rules: RuleOfSet[] = [];
  for (const row of rows) {
    const rule = readRule(row);
    if (rule instanceof Refusal) return rule;
    rules.push(rule);
  }
  return rules;
}

/** The rules that apply where no table is given. */
export const builtInRules = once(
  () =>
    readAll(
      listingRules.map((rule) => new RowReader(ruleColumns, (field) => rule[field], "内置规则")),
    ) as readonly RuleOfSet[],
);

/**
 * Reads a range with the columns of a listing-rules template; it replaces the built-in rules.
 *
 * Refused: no known header, and a row that cannot be read, by its place, column and reason.
 */
export function readRuleSet(
  range: readonly (readonly unknown[])[],
  argument: string,
): readonly RuleOfSet[] | Refusal {
  const table = readTable(range, undefined, ruleColumns, argument);
  if (table instanceof Refusal) return table;
  return readAll(tableRows(table, (index) => `${argument}第 ${index + 2} 行`).map(([row]) => row));
}
