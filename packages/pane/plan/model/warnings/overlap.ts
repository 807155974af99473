import type { MilestoneKey } from "@sevenstar/core/calendar/read-plan";
import { type DaySpan, sharedDays } from "../day-span.ts";
import { shortDayWords } from "../day-words.ts";
import { isSettled } from "../milestone-statuses.ts";
import type { ScheduledActivity } from "../plan-schedule.ts";
import type { PlanWarning, WarningRule } from "./plan-warning.ts";

/** Between these, goods and pages are prepared. */
const PREPARATION: readonly MilestoneKey[] = ["enrolTo", "stockReady", "warmUpFrom"];

/** The preparation of two activities falls on the same days. */
export const overlap: WarningRule = ({ schedule, schedules, today }) => {
  const all = schedules.flatMap(({ activities }) => activities);
  const warnings: PlanWarning[] = [];
  for (const [index, one] of all.entries()) {
    for (const other of all.slice(index + 1)) {
      if (one.year !== schedule.year && other.year !== schedule.year) continue;
      const [ours, theirs] = [preparation(one), preparation(other)];
      const shared = ours && theirs && sharedDays(ours, theirs);
      if (!shared || shared.to < today) continue;
      const [from, to] = [shortDayWords(shared.from, schedule.year), shortDayWords(shared.to, schedule.year)];
      const [a, b] = [one.activity.activity, other.activity.activity];
      warnings.push({
        id: `overlap ${one.year} ${one.activity.id} ${other.year} ${other.activity.id}`,
        level: "warning",
        sentence: {
          zh: `“${a}”和“${b}”的准备期在${from.zh}–${to.zh}重叠，请先分好备货资金、页面和人手。`,
          en: `“${a}” and “${b}” are prepared at the same time, ${from.en} – ${to.en}: share out money, pages and people first.`,
        },
        activities: [one.activity.id, other.activity.id],
      });
    }
  }
  return warnings;
};

/** From the end of enrolment, or the first later milestone, to the last one before the start; done ones do not count. */
function preparation({ milestones }: ScheduledActivity): DaySpan | undefined {
  const open = milestones.filter(({ key, status }) => PREPARATION.includes(key) && !isSettled(status));
  if (!open.some(({ key }) => key !== "enrolTo")) return undefined;
  const days = open.map(({ day }) => day).sort((a, b) => a - b);
  const [from, to] = [days[0], days.at(-1)];
  return from !== undefined && to !== undefined ? { from, to } : undefined;
}
