import type { Words } from "@sevenstar/core/cells/words";
import type { TemplateKind } from "@sevenstar/core/template/rows";

/** What a kind of template is called, and the table that formulas take: `=PAYFEE(A2,B2,C2,,费率表[#All])`. */
export const kindWords: Readonly<Record<TemplateKind, Words & { readonly table: string }>> = {
  "payment-rates": { zh: "费率", en: "Payment rates", table: "费率表" },
  "listing-rules": { zh: "商品规则", en: "Listing rules", table: "商品规则表" },
  "activity-plan": { zh: "活动计划", en: "Activity plan", table: "活动计划表" },
  holidays: { zh: "放假安排", en: "Holidays", table: "放假安排表" },
  "word-list": { zh: "词表", en: "Word list", table: "词表" },
  requirements: { zh: "报名要求", en: "Entry requirements", table: "报名要求表" },
  sheet: { zh: "工作表", en: "Worksheet", table: "工作表内容" },
};
