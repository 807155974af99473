import { Refusal } from "../functions/refusal.ts";
import { activityStart, type PlannedActivity, planActivity } from "./plan-activity.ts";
import type { PlanRow } from "./read-plan.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/**
 * The activities of a year by start. Disabled rows and those of other years are left out; rows without a
 * readable date come last.
 */
export function planYear(rows: readonly PlanRow[], year: number, calendar: WorkCalendar): PlannedActivity[] {
  const planned: PlannedActivity[] = [];
  for (const row of rows) {
    const start = activityStart(row, year);
    if (start !== undefined) planned.push(planActivity(row, start, year, calendar));
  }
  const order = ({ start }: PlannedActivity) => (start instanceof Refusal ? Number.MAX_VALUE : start);
  return planned.sort((a, b) => order(a) - order(b));
}
