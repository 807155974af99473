import { type Cell, isHostError, plainValue } from "../functions/cell.ts";
import { defineFunction } from "../functions/define-function.ts";
import { cellOf, isBlankRow, type Table } from "../functions/table.ts";
import { badListingRow } from "./bad-listing-row.ts";
import { type CompiledCheck, headerOf, type Outcome } from "./compile-check.ts";
import { ListingAudit, SECTIONS } from "./listing-audit.ts";
import type { listingFields } from "./listing-fields.ts";
import {
  listingHeadersParameter,
  listingRulesParameter,
  listingTableParameter,
  RULES_SOURCE,
} from "./listing-parameters.ts";
import { SEVEN_STAR_HEADER, SEVEN_STAR_ROW, SIX_STAR_ROW } from "./sample-listings.ts";

const HEADER = ["商品", "星级", ...SECTIONS, "改进建议"] as const;

type Row = readonly unknown[];
type ListingTable = Table<typeof listingFields>;

/** SEVENSTARCHECK: what each listing passes, fails and leaves unknown, and what to do. */
export const sevenStarCheck = defineFunction({
  id: "SEVENSTARCHECK",
  domain: "listing",
  summary: {
    zh: "七星体检表：每个商品的星级，七项各是 ✓、✗ 还是未知，以及改进建议（实际值和要求）。",
    en: "Seven-star report: the stars of each listing, each section passed, failed or unknown, and what to improve with actual and required values.",
  },
  source: RULES_SOURCE,
  parameters: [listingTableParameter, listingHeadersParameter, listingRulesParameter],
  returns: {
    zh: `表格：${HEADER.join("、")}`,
    en: "table: listing, stars, the seven sections, advice",
  },
  examples: [
    {
      arguments: [[SEVEN_STAR_HEADER, SEVEN_STAR_ROW, SIX_STAR_ROW]],
      answer: [
        [...HEADER],
        [SEVEN_STAR_ROW[0], 7, "✓", "✓", "✓", "✓", "✓", "✓", "✓", ""],
        [SIX_STAR_ROW[0], 6, "✓", "✓", "✓", "✓", "✓", "✗", "✓", "网上订购：否，应为是"],
      ],
    },
  ],
  compute: ({ table, rules }) => {
    const audit = new ListingAudit(rules, table);
    return [[...HEADER], ...table.rows.map((row) => report(audit, table, row))];
  },
});

function report(audit: ListingAudit, table: ListingTable, row: Row): Cell[] {
  if (isBlankRow(row)) return HEADER.map(() => "");
  const needed = new Set(audit.sections.flat().flatMap((check) => check.fields));
  const hasError = [...needed].some((field) => isHostError(plainValue(row[table.columns.get(field) ?? -1])));
  if (hasError) return HEADER.map(() => badListingRow(audit, row));
  const outcomes = audit.outcomes(row);
  const marks = outcomes.map(mark);
  const gate = audit.isGateOpen(row);
  const passed = marks.filter((each) => each === "✓").length;
  const stars = passed === SECTIONS.length && !gate ? passed - 1 : passed;
  const name = cellOf(table, row, "title") ?? cellOf(table, row, "offerId") ?? "";
  return [String(name), stars, ...marks, advice(audit, table, row, outcomes)];
}

/** ✗ wins over 未知; a section without rules is 未知. */
function mark(outcomes: readonly Outcome[]): string {
  if (outcomes.includes("fail")) return "✗";
  return outcomes.length > 0 && outcomes.every((outcome) => outcome === "pass") ? "✓" : "未知";
}

function advice(audit: ListingAudit, table: ListingTable, row: Row, outcomes: readonly Outcome[][]): string {
  const sentences: string[] = [];
  const missing = new Set<string>();
  const blank = new Set<string>();
  for (const [index, section] of audit.sections.entries()) {
    if (section.length === 0) sentences.push(`规则表里没有“${SECTIONS[index]}”的规则，请补上`);
    for (const [place, check] of section.entries()) {
      const outcome = outcomes[index]?.[place];
      if (outcome === "fail") sentences.push(failure(check, row));
      if (outcome === "bad") sentences.push(`${check.rule.check}：“${check.actual(row)}”读不懂，请改正`);
      if (outcome !== "unknown") continue;
      for (const field of check.fields) {
        if (!table.columns.has(field)) missing.add(headerOf(field));
        else if (cellOf(table, row, field) === undefined) blank.add(headerOf(field));
      }
    }
  }
  if (blank.size > 0) sentences.push(`请填写：${[...blank].join("、")}`);
  if (missing.size > 0) sentences.push(`缺少列，请补上：${[...missing].join("、")}`);
  return [...new Set(sentences)].join("；");
}

/** The unit in which a rule's requirement is said. */
const UNITS: Readonly<Partial<Record<string, string>>> = {
  titleLength: "个字符",
  imageSides: "像素",
  seconds: "秒",
  logo: "像素",
};

/** What is, and what the rule asks for. */
function failure({ rule, actual }: CompiledCheck, row: Row): string {
  const { how, requirement, limit } = rule;
  const unit = how.reads === "number" ? how.unit : (UNITS[how.reads] ?? "");
  const required = limit?.kind === "bounds" ? `${requirement} ${unit}`.trimEnd() : requirement;
  return `${rule.check}：${actual(row)}，应为${how.reads === "logo" ? "左上角且每边" : ""}${required}`;
}
