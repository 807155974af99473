import { EVERY_INDUSTRY, knownIndustries } from "@sevenstar/core/calendar/industry";
import { describedCatalogue } from "@sevenstar/core/catalogue/catalogue";
import { templateKinds } from "@sevenstar/core/template/template-kinds";
import { functionCard } from "@sevenstar/pane/functions/function-card.ts";
import { builtInActivities } from "@sevenstar/pane/plan/model/built-in-activities.ts";
import { MONTH_PAGE } from "@sevenstar/pane/plan/table/month-page.ts";
import { TIMELINE_PAGE } from "@sevenstar/pane/plan/table/timeline-page.ts";
import { PLAN_TABLE } from "@sevenstar/pane/plan/table/written-plan.ts";
import type { Page } from "playwright-core";

/** What the English interface may show in Chinese, by kind, with the reason. */
const allowed = {
  /** Data that merchants may change: activities, with what the plan says of their dates. */
  activities: [
    ...builtInActivities.flatMap(({ activity, note, source, dateRule }) => [
      activity,
      note,
      source,
      dateRule,
    ]),
    ...knownIndustries,
    EVERY_INDUSTRY,
  ],
  /** What is pasted is Chinese: the words of a notice or of a table that the reader looks for. */
  pasted: [
    "活动名称, 活动时间, 报名截止",
    "9月20日-22日",
    "“一、元旦：1月1日……放假”",
    "日期 (date), 名称 (name) and 类型 (休 off, 班 work)",
  ],
  /** A formula's example, the publication it rests on, and the headers and values that it takes and gives. */
  functions: describedCatalogue
    .map(functionCard)
    .flatMap(({ example, source, summary, returns, parameters }) => [
      example,
      source,
      summary.en,
      returns.en,
      ...parameters.map(({ words }) => words.en),
    ]),
  /** Names that are Chinese in the workbook: sheets, tables and columns. */
  workbook: [
    PLAN_TABLE,
    MONTH_PAGE,
    TIMELINE_PAGE,
    ...templateKinds.flatMap(({ tableName, columns }) => [
      tableName,
      ...Object.values(columns).map(({ header }) => header),
    ]),
  ],
  /** The product's own name, which stands beside the English one. */
  brand: ["七星表格"],
  /** The way back. */
  language: ["中文"],
};

/**
 * The Chinese of a page that the English interface may not show: of what can be seen, and of the labels, titles
 * and placeholders that are heard.
 */
export async function chineseShown(
  page: Page,
  data: readonly string[] = [],
  within = "body",
): Promise<string[]> {
  const texts = await page.evaluate((selector) => {
    const spoken = ["aria-label", "title", "placeholder", "alt", "aria-description"];
    return [...document.querySelectorAll(selector)]
      .flatMap((root) => [root, ...root.querySelectorAll("*")])
      .filter((element) => element.checkVisibility() && !element.matches("script, style"))
      .flatMap((element) => [
        ...spoken.map((name) => element.getAttribute(name) ?? ""),
        ...[...element.childNodes].flatMap((node) =>
          node.nodeType === Node.TEXT_NODE ? [node.textContent ?? ""] : [],
        ),
      ]);
  }, within);
  const longestFirst = [...Object.values(allowed).flat(), ...data]
    .filter((word) => word !== "")
    .sort((a, b) => b.length - a.length);
  const isChinese = (text: string) =>
    /\p{Script=Han}/u.test(text) &&
    /\p{Script=Han}/u.test(longestFirst.reduce((left, word) => left.replaceAll(word, ""), text));
  return [...new Set(texts.map((text) => text.trim()))].filter(isChinese);
}

/** What `chineseShown` finds of a workbench, but for the grid, while it is switched to English. */
export async function chineseInEnglish(page: Page, data: readonly string[] = []): Promise<string[]> {
  await page.getByRole("button", { name: "English", exact: true }).click();
  await page.getByRole("tab", { name: "Planner", exact: true }).waitFor();
  const found = await chineseShown(page, data, "nav.top, .notice, #pane, .status");
  await page.getByRole("button", { name: "中文", exact: true }).click();
  return found;
}
