import { defineTemplateKind } from "../cells/define-template-kind.ts";
import { listingRules, ruleColumns } from "./listing-rules.ts";
import { readRule } from "./rule-set.ts";

/** What a listing must have for its stars. */
export const listingRulesKind = defineTemplateKind({
  id: "listing-rules",
  name: { zh: "商品规则", en: "Listing rules" },
  tableName: "商品规则表",
  takenAs: "rules",
  columns: ruleColumns,
  readRow: readRule,
  starters: () => [{ words: { zh: "内置商品规则", en: "Built-in listing rules" }, rows: listingRules }],
});
