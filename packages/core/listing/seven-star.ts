import { defineFunction, describe } from "../functions/define-function.ts";
import { ListingAudit } from "./listing-audit.ts";
import {
  listingHeadersParameter,
  listingHeadersWords,
  listingRulesParameter,
  listingRulesWords,
  listingTableParameter,
  listingTableWords,
  RULES_SOURCE,
} from "./listing-parameters.ts";
import { FIVE_STAR_ROW, SEVEN_STAR_HEADER, SEVEN_STAR_ROW, SIX_STAR_ROW } from "./sample-listings.ts";

/** SEVENSTAR: the stars of each listing. */
export const sevenStar = defineFunction({
  id: "SEVENSTAR",
  parameters: [listingTableParameter, listingHeadersParameter, listingRulesParameter],
  compute: ({ table, rules }) => {
    const audit = new ListingAudit(rules, table);
    return audit.column((row) => audit.stars(row));
  },
});

export const sevenStarText = describe(sevenStar, {
  domain: "listing",
  summary: {
    zh: "每个商品的星级（0–7）：标题、属性、自定义属性、主图视频、销售信息、网上订购、详情七项，做到一项得一星；缺的列算未知，不得星。",
    en: "Stars of each listing, 0 to 7: one for each of title, attributes, custom attributes, images and video, sales information, online ordering and detail page; what is unknown earns no star.",
  },
  source: RULES_SOURCE,
  parameters: {
    table: listingTableWords,
    headers: listingHeadersWords,
    rules: listingRulesWords,
  },
  returns: {
    zh: "一列星级，每个商品一行，空行为空",
    en: "one column of stars, a row per listing, blank for a blank row",
  },
  examples: [
    {
      arguments: [[SEVEN_STAR_HEADER, SEVEN_STAR_ROW, SIX_STAR_ROW, FIVE_STAR_ROW]],
      answer: [[7], [6], [5]],
    },
  ],
});
