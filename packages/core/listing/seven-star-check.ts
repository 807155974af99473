import { type Cell, isHostError } from "../cells/cell.ts";
import { errorValue } from "../cells/error-value.ts";
import { UNKNOWN } from "../cells/refusal.ts";
import { isBlankRow } from "../cells/table.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { cellReader, type Outcome, shownText } from "./compile-check.ts";
import { ListingAudit, SECTIONS } from "./listing-audit.ts";
import { listingFields } from "./listing-fields.ts";
import {
  listingHeadersParameter,
  listingHeadersWords,
  listingRulesParameter,
  listingRulesWords,
  listingTableParameter,
  listingTableWords,
  RULES_SOURCE,
} from "./listing-parameters.ts";
import { SEVEN_STAR_HEADER, SEVEN_STAR_ROW, SIX_STAR_ROW } from "./sample-listings.ts";
import { badListingRow, unreadableCells } from "./unreadable-cells.ts";

const HEADER = ["商品", "星级", ...SECTIONS, "改进建议"] as const;

type Row = readonly unknown[];

/** SEVENSTARCHECK: what each listing passes, fails and leaves unknown, and what to do. */
export const sevenStarCheck = defineFunction({
  id: "SEVENSTARCHECK",
  parameters: [listingTableParameter, listingHeadersParameter, listingRulesParameter],
  compute: ({ table, rules }) => {
    const audit = new ListingAudit(rules, table);
    const title = cellReader(table, "title");
    const id = cellReader(table, "offerId");
    const report = (row: Row): Cell[] => {
      if (isBlankRow(row)) return HEADER.map(() => "");
      const name = title(row) ?? id(row);
      const outcomes = audit.checks.map(({ outcome }) => outcome(row));
      const unreadable = outcomes.includes("bad") ? unreadableCells(audit.checks, table, row) : undefined;
      if (unreadable?.hasError) return HEADER.map(() => badListingRow(audit.checks, table, row));
      if (isHostError(name)) return HEADER.map(() => errorValue("商品名称", name));
      const marks = sectionMarks(audit, outcomes);
      const stars = audit.gated(marks.filter((mark) => mark === "✓").length);
      return [shownText(name), stars, ...marks, advice(audit, row, outcomes, unreadable?.sentences ?? [])];
    };
    return [[...HEADER], ...table.rows.map(report)];
  },
});

export const sevenStarCheckText = describe(sevenStarCheck, {
  domain: "listing",
  summary: {
    zh: "七星体检表：每个商品的星级，七项各是 ✓、✗ 还是未知，以及改进建议（实际值和要求）。",
    en: "Seven-star report: the stars of each listing, each section passed, failed or unknown, and what to improve with actual and required values.",
  },
  source: RULES_SOURCE,
  parameters: {
    table: listingTableWords,
    headers: listingHeadersWords,
    rules: listingRulesWords,
  },
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
        [SIX_STAR_ROW[0], 6, "✓", "✓", "✓", "✓", "✓", "✗", "✓", "网上订购为“否”，应为“是”，请开通网上订购"],
      ],
    },
  ],
});

/** ✓, ✗ or 未知 for each section: ✗ wins over 未知, and a section without rules is 未知. */
function sectionMarks(audit: ListingAudit, outcomes: readonly Outcome[]): string[] {
  let next = 0;
  return audit.sections.map(({ length }) => {
    const own = outcomes.slice(next, next + length);
    next += length;
    if (own.includes("fail")) return "✗";
    return length > 0 && own.every((outcome) => outcome === "pass") ? "✓" : UNKNOWN;
  });
}

/** What to do, joined by "；": what fails, what cannot be read, what to fill in, which columns and rules to add. */
function advice(
  audit: ListingAudit,
  row: Row,
  outcomes: readonly Outcome[],
  unreadable: readonly string[],
): string {
  const { columns } = audit.table;
  const sentences: string[] = [];
  const missing: string[] = [];
  const blank: string[] = [];
  for (const [index, check] of audit.checks.entries()) {
    if (outcomes[index] === "fail") sentences.push(check.advice(row));
    if (outcomes[index] !== "unknown") continue;
    for (const field of check.needs) {
      const { header } = listingFields[field];
      const column = columns.get(field);
      const list = column === undefined ? missing : blank;
      const isBlank = column === undefined || cellReader(audit.table, field)(row) === undefined;
      if (isBlank && !list.includes(header)) list.push(header);
    }
  }
  sentences.push(...unreadable);
  if (blank.length > 0) sentences.push(`请填写：${blank.join("、")}`);
  if (missing.length > 0) sentences.push(`缺少列，请补上：${missing.join("、")}`);
  sentences.push(...audit.missingRules);
  return sentences.join("；");
}
