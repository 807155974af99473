import { activityPlan } from "@sevenstar/core/calendar/activity-plan";
import { publicHolidays } from "@sevenstar/core/calendar/public-holidays";
import { isoDate } from "@sevenstar/core/cells/calendar-day";
import { templateColumns } from "@sevenstar/core/cells/columns";
import type { Words } from "@sevenstar/core/cells/words";
import { listingRules } from "@sevenstar/core/listing/listing-rules";
import { paymentRates } from "@sevenstar/core/payment/payment-rates";
import type { TemplateKind, TemplateRow } from "@sevenstar/core/template/rows";
import type { Content } from "@sevenstar/core/template/wire/template";

/** The fields of a kind that a built-in row has; what only the manual tells of it is left out. */
const rowsOf = (kind: TemplateKind, builtIn: readonly Readonly<Record<string, unknown>>[]): TemplateRow[] =>
  builtIn.map((row, index) => ({
    id: `r${index + 1}`,
    ...Object.fromEntries(
      templateColumns[kind].flatMap(({ field }) => (row[field] === undefined ? [] : [[field, row[field]]])),
    ),
  }));

/** A template's content with what it is called in each language. */
type Starter = Omit<Content, "name"> & { readonly words: Words };

const bannedWords = String(listingRules.find(({ operator }) => operator === "不含")?.value ?? "").split("、");

const industryPlan = (industry: string, words: Words): Starter => ({
  kind: "activity-plan",
  words,
  rows: rowsOf(
    "activity-plan",
    activityPlan.filter(({ industries }) => industries === industry || industries === "通用"),
  ),
});

/** What a team may begin with, from the built-in rules; each is its own from then on. */
export const starterTemplates = (): readonly Starter[] => [
  {
    kind: "payment-rates",
    words: { zh: "内置费率", en: "Built-in rates" },
    rows: rowsOf("payment-rates", paymentRates),
  },
  {
    kind: "listing-rules",
    words: { zh: "内置商品规则", en: "Built-in listing rules" },
    rows: rowsOf("listing-rules", listingRules),
  },
  industryPlan("服装", { zh: "服装活动计划", en: "Activity plan for clothing" }),
  industryPlan("跨境", { zh: "跨境活动计划", en: "Activity plan for cross-border trade" }),
  {
    kind: "holidays",
    words: { zh: "2026 年放假安排", en: "Public holidays 2026" },
    rows: rowsOf(
      "holidays",
      publicHolidays(2026).map(({ day, name, type }) => ({ date: isoDate(day), name, type })),
    ),
  },
  {
    kind: "word-list",
    words: { zh: "违禁词", en: "Banned words" },
    rows: rowsOf(
      "word-list",
      bannedWords.map((word) => ({ word, use: "违禁" })),
    ),
  },
  {
    kind: "requirements",
    words: { zh: "报名要求（示例）", en: "Entry requirements (sample)" },
    rows: rowsOf("requirements", [
      { activity: "9.20官方大促", metric: "近90天成交额", operator: ">=", value: 10000 },
      { activity: "9.20官方大促", metric: "纠纷率", operator: "<=", value: 0.01 },
    ]),
  },
  {
    kind: "sheet",
    words: { zh: "商品体检", en: "Listing audit" },
    rows: rowsOf("sheet", [
      ...["商品标题", "价格", "起批量", "可售数量", "计量单位", "支持网上订购"].map((header, column) => ({
        cell: `${String.fromCharCode(65 + column)}1`,
        content: header,
      })),
      { cell: "H1", content: "=SEVENSTARCHECK(A1:F200)" },
    ]),
  },
];
