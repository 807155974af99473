import type { MilestoneKey } from "@sevenstar/core/calendar/read-plan";
import {
  type CalendarDay,
  calendarDay,
  civilDate,
  isoDate,
  readDate,
} from "@sevenstar/core/cells/calendar-day";
import type { Words } from "@sevenstar/core/cells/words";
import type { HolidayBook } from "./holiday-book.ts";
import type { PlanActivity, YearPlan } from "./plan-document.ts";
import {
  milestoneOf,
  planSchedule,
  type ScheduledActivity,
  type ScheduledMilestone,
} from "./plan-schedule.ts";

/** A step that falls on another day of the year than it did in the plan it was copied from. */
export interface Move {
  readonly id: string;
  readonly activity: string;
  readonly step: "start" | "end" | MilestoneKey;
  readonly from: CalendarDay;
  /** Undefined where the step does not take place or cannot be told. */
  readonly to: CalendarDay | undefined;
  readonly reason: Words;
}

/** A plan for another year and what moved. */
export interface CopiedPlan {
  readonly plan: YearPlan;
  readonly moves: readonly Move[];
}

/**
 * Copies a plan to another year: every date is worked out anew from its rule, statuses begin again, days set by
 * hand give way to the lead times, and a date with a year moves to the same day of that year.
 */
export function copyPlan(plan: YearPlan, year: number, book: HolidayBook): CopiedPlan {
  const copied = {
    ...plan,
    year,
    activities: plan.activities.map((activity) => copyActivity(activity, year)),
  };
  const schedule = planSchedule(copied, book);
  const moves = planSchedule(plan, book).activities.flatMap((before) => {
    const after = schedule.activities.find(({ activity }) => activity.id === before.activity.id);
    const problem = schedule.unreadable.find(({ activity }) => activity.id === before.activity.id)?.problem;
    return movesOf(before, after, problem);
  });
  return { plan: copied, moves };
}

function copyActivity(activity: PlanActivity, year: number): PlanActivity {
  return { ...activity, dateRule: ruleIn(activity.dateRule, year), fixedDays: {}, statuses: {} };
}

/** A rule that names a year names the new one; the 29th of February becomes the 28th where there is none. */
function ruleIn(dateRule: string, year: number): string {
  const day = readDate(dateRule);
  if (day === undefined) return dateRule;
  const date = civilDate(day);
  const same = calendarDay(year, date.month, date.day) ?? calendarDay(year, date.month, date.day - 1);
  return same === undefined ? dateRule : isoDate(same);
}

function movesOf(
  before: ScheduledActivity,
  after: ScheduledActivity | undefined,
  problem: string | undefined,
): Move[] {
  const { id, activity } = before.activity;
  const move = (step: Move["step"], from: CalendarDay, to: CalendarDay | undefined, reason: Words): Move => ({
    id,
    activity,
    step,
    from,
    to,
    reason,
  });
  if (!after) {
    const reason = problem
      ? { zh: problem, en: problem }
      : { zh: "这一年没有这个活动", en: "does not take place in this year" };
    return [move("start", before.start, undefined, reason)];
  }
  const moves: Move[] = [];
  if (!isSameDay(before.start, after.start)) {
    moves.push(move("start", before.start, after.start, startReason(before)));
  }
  for (const milestone of before.milestones) {
    const now = milestoneOf(after, milestone.key);
    if (now && isSameDay(milestone.day, now.day)) continue;
    moves.push(move(milestone.key, milestone.day, now?.day, milestoneReason(before, after, milestone, now)));
  }
  return moves;
}

function isSameDay(one: CalendarDay, other: CalendarDay): boolean {
  const [a, b] = [civilDate(one), civilDate(other)];
  return a.month === b.month && a.day === b.day;
}

function startReason({ activity }: ScheduledActivity): Words {
  if (activity.fixedDays.start !== undefined) {
    return { zh: "原来是手工指定的，现按日期规则", en: "was set by hand, now by its rule" };
  }
  return {
    zh: `按“${activity.dateRule}”每年不同`,
    en: `“${activity.dateRule}” differs from year to year`,
  };
}

function milestoneReason(
  before: ScheduledActivity,
  after: ScheduledActivity,
  was: ScheduledMilestone,
  now: ScheduledMilestone | undefined,
): Words {
  if (was.isFixed)
    return { zh: "原来是手工指定的，现按提前天数", en: "was set by hand, now by its lead time" };
  if (now?.moved) return now.moved;
  if (!isSameDay(before.start, after.start)) return { zh: "随开始日移动", en: "moves with the start" };
  return was.moved
    ? { zh: "原来遇到不上班提前，这一年不用提前", en: "was moved off a day off, which is worked this year" }
    : { zh: "跨过闰日", en: "passes a leap day" };
}
