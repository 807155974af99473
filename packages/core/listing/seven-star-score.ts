import type { Cell } from "../functions/cell.ts";
import { defineFunction } from "../functions/define-function.ts";
import { isBlankRow } from "../functions/table.ts";
import { badListingRow } from "./bad-listing-row.ts";
import type { Outcome } from "./compile-check.ts";
import { ListingAudit, SECTIONS } from "./listing-audit.ts";
import {
  listingHeadersParameter,
  listingRulesParameter,
  listingTableParameter,
  RULES_SOURCE,
} from "./listing-parameters.ts";
import { SEVEN_STAR_HEADER, SEVEN_STAR_ROW, SIX_STAR_ROW } from "./sample-listings.ts";

/** SEVENSTARSCORE: how far each listing is on the way to seven stars. */
export const sevenStarScore = defineFunction({
  id: "SEVENSTARSCORE",
  domain: "listing",
  summary: {
    zh: "每个商品的完成度（0–100）：七项各占七分之一，一项之内各检查平分（规则表可给权重）；未知算 0，四舍五入到整数。",
    en: "How complete each listing is, 0 to 100: seven equal sections, equal checks within a section unless the rules give weights; unknown counts 0; rounded half-up.",
  },
  source: `${RULES_SOURCE}；评分的平分方法为假设`,
  parameters: [listingTableParameter, listingHeadersParameter, listingRulesParameter],
  returns: {
    zh: "一列分数，每个商品一行，空行为空",
    en: "one column of scores, a row per listing, blank for a blank row",
  },
  examples: [{ arguments: [[SEVEN_STAR_HEADER, SEVEN_STAR_ROW, SIX_STAR_ROW]], answer: [[100], [86]] }],
  compute: ({ table, rules }) => {
    const audit = new ListingAudit(rules, table);
    const weights = audit.sections.map((section) => section.map(({ rule }) => rule.weight));
    const answer: Cell[][] = table.rows.map((row) => {
      if (isBlankRow(row)) return [""];
      const outcomes = audit.outcomes(row);
      return [outcomes.flat().includes("bad") ? badListingRow(audit, row) : score(outcomes, weights)];
    });
    return answer.length > 0 ? answer : [[""]];
  },
});

/** Half-up on the decimal value of 15 digits, so that the sum of sevenths and fifths decides, not their binary noise. */
function score(outcomes: readonly (readonly Outcome[])[], weights: readonly (readonly number[])[]): number {
  let sections = 0;
  for (const [index, section] of outcomes.entries()) {
    let passed = 0;
    let total = 0;
    for (const [place, outcome] of section.entries()) {
      const weight = weights[index]?.[place] ?? 0;
      total += weight;
      if (outcome === "pass") passed += weight;
    }
    if (total > 0) sections += passed / total;
  }
  return Math.floor(Number(((sections * 100) / SECTIONS.length).toPrecision(12)) + 0.5);
}
