import { readNumber } from "../exports/number-text.ts";
import { isHostError } from "../functions/cell.ts";
import { badArgument, Refusal } from "../functions/refusal.ts";
import { cellOf, isBlankRow, readTable } from "../functions/table.ts";
import { templateColumns } from "../template/columns.ts";
import { type CheckKind, checkKinds } from "./check-kinds.ts";
import { type ListingField, listingFields } from "./listing-fields.ts";
import { listingRules } from "./listing-rules.ts";

/** What a number is held against: bounds, another column of the same row, or both bounds at once. */
export type Limit =
  | { readonly kind: "bounds"; readonly min: number; readonly max: number; readonly isOpen: boolean }
  | { readonly kind: "column"; readonly field: ListingField };

/** A rule of a rule set, read and ready to be compiled. */
export interface RuleOfSet {
  readonly check: string;
  readonly star: number;
  readonly weight: number;
  readonly how: CheckKind;
  readonly limit: Limit | undefined;
  readonly expected: boolean;
  readonly words: readonly string[];
  /** What the rule asks for, in words, such as 不少于 54. */
  readonly requirement: string;
}

type RuleField = (typeof templateColumns)["listing-rules"][number]["field"];
type RuleCells = Readonly<Partial<Record<RuleField, unknown>>>;

const columns = templateColumns["listing-rules"];
const columnOf = Object.fromEntries(columns.map(({ field, column }) => [field, column])) as Record<
  RuleField,
  string
>;
const fields = Object.fromEntries(columns.map(({ field, column }) => [field, { header: column }])) as Record<
  RuleField,
  { header: string }
>;

const COLUMN_LIMITS: ReadonlyMap<string, ListingField> = new Map(
  (["attrRequired", "moq"] as const).map((field) => [listingFields[field].header, field]),
);

/** A rule of one row, or what is wrong with the row. */
function readRule(cells: RuleCells, place: string): RuleOfSet | Refusal {
  const wrong = (field: RuleField, advice: string) =>
    badArgument(`${place}的“${columnOf[field]}”是“${String(cells[field] ?? "")}”，${advice}。`);
  if (Object.values(cells).some(isHostError)) return badArgument(`${place}里有错误值，请改正。`);
  const check = String(cells.check ?? "").trim();
  const how = checkKinds.get(check);
  if (!how) return wrong("check", `不是认识的检查项，可用：${[...checkKinds.keys()].join("、")}`);
  const star = readNumber(cells.star);
  if (star === undefined || !Number.isInteger(star) || star < 1 || star > 7)
    return wrong("star", "应为 1 到 7 的整数");
  const weight = cells.weight === undefined ? 1 : readNumber(cells.weight);
  if (weight === undefined || weight <= 0) return wrong("weight", "应为大于 0 的数");
  const base = { check, star, weight, how, limit: undefined, expected: true, words: [] };
  const operator = String(cells.operator ?? "")
    .normalize("NFKC")
    .replace(/\s+/g, "");
  const value = cells.value;

  if (how.reads === "words") {
    if (operator !== "不含") return wrong("operator", "这一项只能用“不含”");
    const words = String(value ?? "")
      .split(/[、,，;；\s]+/)
      .filter(Boolean);
    return words.length === 0
      ? wrong("value", "应填写违禁词，用“、”隔开")
      : { ...base, words, requirement: "不含违禁词" };
  }
  if (how.reads === "presence") {
    return operator === "已填" ? { ...base, requirement: "已填" } : wrong("operator", "这一项只能用“已填”");
  }
  if (how.reads === "yesNo") {
    const expected = { 是: true, 否: false }[String(value ?? "")];
    if (operator !== "=") return wrong("operator", "这一项只能用“=”");
    return expected === undefined
      ? wrong("value", "应为“是”或“否”")
      : { ...base, expected, requirement: expected ? "是" : "否" };
  }
  const column = COLUMN_LIMITS.get(String(value ?? "").trim());
  if (how.reads === "number" && operator === ">=" && column) {
    const requirement = `不少于${listingFields[column].header}`;
    return { ...base, limit: { kind: "column", field: column }, requirement };
  }
  const range = /^(.+?)(?:\.\.|…|～|~|至|到)(.+)$/.exec(String(value ?? "").trim());
  const low = readNumber(operator === "介于" ? range?.[1] : value);
  const high = readNumber(operator === "介于" ? range?.[2] : value);
  if (!["介于", ">=", "<=", ">", "<", "="].includes(operator)) {
    return wrong("operator", "应为 >=、<=、>、<、= 或 介于");
  }
  if (low === undefined || high === undefined || low > high) {
    return wrong("value", operator === "介于" ? "应写成如 1..60" : "应为数字");
  }
  const bounds = {
    kind: "bounds",
    min: operator.startsWith("<") ? Number.NEGATIVE_INFINITY : low,
    max: operator.startsWith(">") ? Number.POSITIVE_INFINITY : high,
    isOpen: operator === ">" || operator === "<",
  } as const;
  const requirement = {
    介于: ` ${low}–${high}`,
    ">=": `不少于 ${low}`,
    "<=": `不超过 ${high}`,
    ">": `大于 ${low}`,
    "<": `小于 ${high}`,
    "=": `等于 ${low}`,
  }[operator as ">="];
  return { ...base, limit: bounds, requirement };
}

function readAll(rows: readonly (readonly [RuleCells, string])[]): readonly RuleOfSet[] | Refusal {
  const rules: RuleOfSet[] = [];
  for (const [cells, place] of rows) {
    const rule = readRule(cells, place);
    if (rule instanceof Refusal) return rule;
    rules.push(rule);
  }
  return rules;
}

/** The rules that apply where no table is given. */
export const builtInRules = readAll(listingRules.map((row) => [row, "内置规则"])) as readonly RuleOfSet[];

/**
 * Reads a range with the columns of a listing-rules template; it replaces the built-in rules.
 *
 * Refused: no known header, and a row that cannot be read, by its place, column and reason.
 */
export function readRuleSet(
  range: readonly (readonly unknown[])[],
  argument: string,
): readonly RuleOfSet[] | Refusal {
  const table = readTable(range, undefined, fields, argument);
  if (table instanceof Refusal) return table;
  return readAll(
    table.rows.flatMap((row, index): [RuleCells, string][] => {
      if (isBlankRow(row)) return [];
      const cells = Object.fromEntries(columns.map(({ field }) => [field, cellOf(table, row, field)]));
      return [[cells, `${argument}第 ${index + 2} 行`]];
    }),
  );
}
