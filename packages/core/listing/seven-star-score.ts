import { defineFunction, describe } from "../functions/define-function.ts";
import { ListingAudit, SECTIONS } from "./listing-audit.ts";
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

/** SEVENSTARSCORE: how far each listing is on the way to seven stars. */
export const sevenStarScore = defineFunction({
  id: "SEVENSTARSCORE",
  parameters: [listingTableParameter, listingHeadersParameter, listingRulesParameter],
  compute: ({ table, rules }) => {
    const audit = new ListingAudit(rules, table);
    const parts = audit.sections.flatMap((section) => {
      const total = section.reduce((sum, { rule }) => sum + rule.weight, 0);
      return section.map(({ rule, outcome }) => ({
        outcome,
        points: ((rule.weight / total) * 100) / SECTIONS.length,
      }));
    });
    return audit.column((row) => {
      let score = 0;
      for (const { outcome, points } of parts) {
        const said = outcome(row);
        if (said === "bad") return undefined;
        if (said === "pass") score += points;
      }
      return Math.floor(score + HALF);
    });
  },
});

export const sevenStarScoreText = describe(sevenStarScore, {
  domain: "listing",
  summary: {
    zh: "每个商品的完成度（0–100）：七项各占七分之一，一项之内各检查平分（规则表可给权重）；未知算 0，四舍五入到整数。",
    en: "How complete each listing is, 0 to 100: seven equal sections, equal checks within a section unless the rules give weights; unknown counts 0; rounded half-up.",
  },
  source: `${RULES_SOURCE}；评分的平分方法为假设`,
  parameters: {
    table: listingTableWords,
    headers: listingHeadersWords,
    rules: listingRulesWords,
  },
  returns: {
    zh: "一列分数，每个商品一行，空行为空",
    en: "one column of scores, a row per listing, blank for a blank row",
  },
  examples: [{ arguments: [[SEVEN_STAR_HEADER, SEVEN_STAR_ROW, SIX_STAR_ROW]], answer: [[100], [86]] }],
});

/** Half-up on the decimal value: the binary noise of sevenths and fifths, some 10⁻¹³, does not decide. */
const HALF = 0.5 + 1e-9;
