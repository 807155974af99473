import { activityPlan } from "@sevenstar/core/calendar/activity-plan";
import { readIndustries } from "@sevenstar/core/calendar/industry";
import { milestoneKeys } from "@sevenstar/core/calendar/read-plan";
import { readYesNo } from "@sevenstar/core/cells/yes-no";
import type { PlanActivity } from "./plan-document.ts";
import { rowIdOf } from "./row-id.ts";

/** The built-in activities as rows of a plan: the seed's official promotions and what is known of the trades. */
export const builtInActivities: readonly PlanActivity[] = activityPlan.map((row) => ({
  id: rowIdOf(row.activity),
  activity: row.activity,
  dateRule: row.dateRule,
  days: Number(row.days ?? 1),
  industries: readIndustries(String(row.industries ?? "")),
  offsets: Object.fromEntries(
    milestoneKeys.flatMap((key) => (row[key] === undefined ? [] : [[key, Number(row[key])]])),
  ),
  isEnabled: readYesNo(row.enabled) ?? true,
  owner: String(row.owner ?? ""),
  note: String(row.note ?? ""),
  source: row.source,
  grade: row.grade,
  fixedDays: {},
  statuses: {},
}));
