import { activityPlan } from "@sevenstar/core/calendar/activity-plan";
import { publicHolidays } from "@sevenstar/core/calendar/public-holidays";
import { isoDate } from "@sevenstar/core/cells/calendar-day";
import { templateColumns } from "@sevenstar/core/cells/columns";
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

const bannedWords = String(listingRules.find(({ operator }) => operator === "不含")?.value ?? "").split("、");

const industryPlan = (industry: string): Content => ({
  kind: "activity-plan",
  name: `${industry}活动计划`,
  rows: rowsOf(
    "activity-plan",
    activityPlan.filter(({ industries }) => industries === industry || industries === "通用"),
  ),
});

/** What a team may begin with, from the built-in rules; each is its own from then on. */
export const starterTemplates = (): readonly Content[] => [
  { kind: "payment-rates", name: "内置费率", rows: rowsOf("payment-rates", paymentRates) },
  { kind: "listing-rules", name: "内置商品规则", rows: rowsOf("listing-rules", listingRules) },
  industryPlan("服装"),
  industryPlan("跨境"),
  {
    kind: "holidays",
    name: "2026 年放假安排",
    rows: rowsOf(
      "holidays",
      publicHolidays(2026).map(({ day, name, type }) => ({ date: isoDate(day), name, type })),
    ),
  },
  {
    kind: "word-list",
    name: "违禁词",
    rows: rowsOf(
      "word-list",
      bannedWords.map((word) => ({ word, use: "违禁" })),
    ),
  },
  {
    kind: "requirements",
    name: "报名要求（示例）",
    rows: rowsOf("requirements", [
      { activity: "9.20官方大促", metric: "近90天成交额", operator: ">=", value: 10000 },
      { activity: "9.20官方大促", metric: "纠纷率", operator: "<=", value: 0.01 },
    ]),
  },
  {
    kind: "sheet",
    name: "商品体检",
    rows: rowsOf("sheet", [
      ...["商品标题", "价格", "起批量", "可售数量", "计量单位", "支持网上订购"].map((header, column) => ({
        cell: `${String.fromCharCode(65 + column)}1`,
        content: header,
      })),
      { cell: "H1", content: "=SEVENSTARCHECK(A1:F200)" },
    ]),
  },
];
