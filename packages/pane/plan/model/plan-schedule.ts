import { planFields } from "@sevenstar/core/calendar/activity-plan";
import { readDateRule } from "@sevenstar/core/calendar/date-rule";
import { EVERY_INDUSTRY } from "@sevenstar/core/calendar/industry";
import { activityStart, planActivity } from "@sevenstar/core/calendar/plan-activity";
import {
  byMilestone,
  type MilestoneKey,
  milestoneKeys,
  type PlanRow,
} from "@sevenstar/core/calendar/read-plan";
import type { CalendarDay } from "@sevenstar/core/cells/calendar-day";
import { Refusal } from "@sevenstar/core/cells/refusal";
import type { Words } from "@sevenstar/core/cells/words";
import { dayWords } from "./day-words.ts";
import type { HolidayBook } from "./holiday-book.ts";
import { holidayWords } from "./holiday-words.ts";
import type { MilestoneStatus, PlanActivity, YearPlan } from "./plan-document.ts";

/** A milestone of a scheduled activity. */
export interface ScheduledMilestone {
  readonly key: MilestoneKey;
  /** Where the lead time puts it. */
  readonly planned: CalendarDay;
  /** The working day it is due. */
  readonly day: CalendarDay;
  /** Why it is earlier than planned. */
  readonly moved?: Words;
  readonly isFixed: boolean;
  readonly status: MilestoneStatus;
}

/** An activity with its days in the plan's year. */
export interface ScheduledActivity {
  readonly activity: PlanActivity;
  readonly year: number;
  readonly start: CalendarDay;
  readonly end: CalendarDay;
  /** In the order of the table; those that do not take place are left out. */
  readonly milestones: readonly ScheduledMilestone[];
  /** The years on whose estimated holidays it rests. */
  readonly estimatedYears: readonly number[];
}

/** What a plan comes to on the calendar. */
export interface PlanSchedule {
  readonly year: number;
  /** By start. */
  readonly activities: readonly ScheduledActivity[];
  /** Activities whose days cannot be told, and why. */
  readonly unreadable: readonly { readonly activity: PlanActivity; readonly problem: string }[];
  /** Enabled activities of chosen industries whose rule names a day of another year. */
  readonly elsewhere: readonly PlanActivity[];
}

/** Whether an activity takes part in a plan: it is enabled and of every industry or of a chosen one. */
const takesPart = (activity: PlanActivity, plan: YearPlan): boolean =>
  activity.isEnabled &&
  activity.industries.some((industry) => industry === EVERY_INDUSTRY || plan.industries.includes(industry));

/** Works out a year's plan backwards from each event: milestones on days off move earlier, to the last working day. */
export function planSchedule(plan: YearPlan, book: HolidayBook): PlanSchedule {
  const activities: ScheduledActivity[] = [];
  const unreadable: { activity: PlanActivity; problem: string }[] = [];
  const elsewhere: PlanActivity[] = [];
  for (const activity of plan.activities) {
    if (!takesPart(activity, plan)) continue;
    const scheduled = scheduleActivity(activity, plan.year, book);
    if (scheduled === undefined) elsewhere.push(activity);
    else if (scheduled instanceof Refusal) unreadable.push({ activity, problem: scheduled.message });
    else activities.push(scheduled);
  }
  activities.sort((a, b) => a.start - b.start);
  return { year: plan.year, activities, unreadable, elsewhere };
}

/** One activity's days in a year; undefined where it does not take place in that year. */
export function scheduleActivity(
  activity: PlanActivity,
  year: number,
  book: HolidayBook,
): ScheduledActivity | Refusal | undefined {
  const row = planRow(activity);
  const start = activity.fixedDays.start ?? activityStart(row, year);
  if (start === undefined || start instanceof Refusal) return start;
  const planned = planActivity(row, start, year, book.calendar);
  if (planned.end instanceof Refusal) return planned.end;
  const milestones: ScheduledMilestone[] = [];
  for (const key of milestoneKeys) {
    const status = activity.statuses[key] ?? "未开始";
    const fixed = activity.fixedDays[key];
    const milestone = planned.milestones[key];
    if (fixed !== undefined) {
      milestones.push({ key, planned: fixed, day: fixed, isFixed: true, status });
    } else if (milestone instanceof Refusal) {
      return milestone;
    } else if (milestone) {
      const { planned: from, day } = milestone;
      const moved = from === day ? {} : { moved: movedReason(from, day, year, book) };
      milestones.push({ key, planned: from, day, ...moved, isFixed: false, status });
    }
  }
  const { end, estimatedYears } = planned;
  return { activity, year, start, end, milestones, estimatedYears };
}

/** The row that the functions of the calendar work on. */
function planRow(activity: PlanActivity): PlanRow {
  const { days, industries, isEnabled, source, offsets } = activity;
  return {
    index: undefined,
    activity: activity.activity,
    rule: readDateRule(activity.dateRule, () => planFields.dateRule.header),
    days,
    industries,
    offsets: byMilestone((key) => offsets[key]),
    isEnabled,
    source,
  };
}

/** Why nobody works on a day, such as 国庆节放假. */
export function dayOffReason(day: CalendarDay, book: HolidayBook): Words {
  const holiday = book.on(day);
  return holiday?.type === "休" && holiday.name
    ? { zh: `${holiday.name}放假`, en: `public holiday ${holidayWords(holiday.name).en}` }
    : { zh: "不上班", en: "is a day off" };
}

function movedReason(planned: CalendarDay, day: CalendarDay, year: number, book: HolidayBook): Words {
  const [from, to, reason] = [dayWords(planned, year), dayWords(day, year), dayOffReason(planned, book)];
  return {
    zh: `${from.zh}${reason.zh}，提前到${to.zh}`,
    en: `${from.en} ${reason.en}: moved to ${to.en}`,
  };
}

/** A milestone by its key. */
export const milestoneOf = (
  { milestones }: ScheduledActivity,
  key: MilestoneKey,
): ScheduledMilestone | undefined => milestones.find((milestone) => milestone.key === key);
