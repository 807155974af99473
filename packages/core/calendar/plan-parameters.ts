import { badArgument, type Refusal } from "../cells/refusal.ts";
import type { Words } from "../cells/words.ts";
import type { OneParameter, RangeParameter } from "../functions/define-function.ts";
import { builtInPlan } from "./built-in-plan.ts";
import { EVERY_INDUSTRY, industriesQuantity, knownIndustries } from "./industry.ts";
import { type PlanRow, readPlan } from "./read-plan.ts";

/** The parameters that ACTIVITIES and NEXTACTIVITY share. */
export const industryParameter = {
  shape: "one",
  name: "industry",
  title: "行业",
  quantity: industriesQuantity,
  optional: true,
  fallback: [],
} as const satisfies OneParameter<readonly string[]>;

export const industryWords: Words = {
  zh: "行业，如 服装、跨境；多个用顿号隔开；除该行业的活动外还列出通用活动；不填只列通用活动",
  en: "industry such as 服装 (apparel) or 跨境 (cross-border), several separated by commas; adds its activities to those of every industry (通用)",
};

export const planParameter = {
  shape: "range",
  name: "plan",
  title: "活动计划",
  read: readPlan,
  zeroIsBlank: true,
  optional: true,
  get fallback() {
    return builtInPlan();
  },
} as const satisfies RangeParameter;

export const planWords: Words = {
  zh: "自己的活动计划表，含表头 活动、日期规则、天数、行业、报名开始、报名截止、备货完成、预热开始、复盘（天数）、启用、依据；日期规则写成文本，如 03-28、农历 01-01、节气 立秋、2026-05-20、11月第4个周五；不填用内置计划",
  en: "your own activity plan with its header row, replaces the built-in plan; date rules as text such as 03-28, 农历 01-01 (lunar), 节气 立秋 (solar term), 2026-05-20, 11月第4个周五 (4th Friday of November)",
};

/** Where the activities come from. */
export const ACTIVITIES_SOURCE =
  "seed 133-137：3.28、6.28、9.20、12.20 官方大促和自己行业的活动；春节备货、圣诞、服装四季为行业资料 2024–2026；报名、备货、预热、复盘的天数为假设，可用活动计划表修改";

/**
 * The rows of an industry and those of every industry.
 *
 * Refused: an industry that neither the plan nor the built-in list knows, naming those that are.
 */
export function rowsOfIndustries(
  rows: readonly PlanRow[],
  industries: readonly string[],
): readonly PlanRow[] | Refusal {
  const known = new Set(knownIndustries);
  for (const row of rows) for (const industry of row.industries) known.add(industry);
  const unknown = industries.find((industry) => !known.has(industry));
  if (unknown !== undefined) {
    return badArgument(
      `不认识行业“${unknown.slice(0, 40)}”，请填写：${[...known].join("、")}；不填只列通用活动，也可在活动计划表里加上这个行业。`,
    );
  }
  const wanted = new Set([EVERY_INDUSTRY, ...industries]);
  return rows.filter((row) => row.industries.some((industry) => wanted.has(industry)));
}
