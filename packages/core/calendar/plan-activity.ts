import { addDays, type CalendarDay, civilDate, isoDate } from "../cells/calendar-day.ts";
import { fieldPlace } from "../cells/read-field.ts";
import { notKnown, Refusal } from "../cells/refusal.ts";
import { planFields } from "./activity-plan.ts";
import { type ByMilestone, byMilestone, type PlanRow } from "./read-plan.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** A day of preparation: where the plan puts it, and the working day it moved to. */
export interface Milestone {
  readonly planned: CalendarDay;
  readonly day: CalendarDay;
}

/** An activity of one year; what cannot be told is a refusal in its place. */
export interface PlannedActivity {
  readonly row: PlanRow;
  readonly start: CalendarDay | Refusal;
  /** The last day: start + days − 1. */
  readonly end: CalendarDay | Refusal;
  /** Undefined where the plan leaves the milestone blank. */
  readonly milestones: ByMilestone<Milestone | Refusal | undefined>;
  /** The years on whose estimated holidays it rests. */
  readonly estimatedYears: readonly number[];
}

/** When an enabled row's activity starts in a year; undefined where it does not take place in that year. */
export function activityStart(row: PlanRow, year: number): CalendarDay | Refusal | undefined {
  const { isEnabled, rule, index } = row;
  if (isEnabled === false) return undefined;
  if (isEnabled instanceof Refusal) return isEnabled;
  if (rule instanceof Refusal) return rule;
  const { header } = planFields.dateRule;
  return rule(year, () => (index === undefined ? header : fieldPlace(index, header)));
}

/** Schedules an activity of a year: milestones on non-working days move earlier, to the last working day. */
export function planActivity(
  row: PlanRow,
  start: CalendarDay | Refusal,
  year: number,
  calendar: WorkCalendar,
): PlannedActivity {
  const end = row.days instanceof Refusal ? row.days : later(start, row.days - 1);
  const estimatedYears: number[] = [];
  const note = (each: number) => {
    if (!calendar.isAnnounced(each) && !estimatedYears.includes(each)) estimatedYears.push(each);
  };
  note(year);
  const milestones = byMilestone((key) => {
    const offset = row.offsets[key];
    if (offset === undefined || offset instanceof Refusal) return offset;
    const planned = later(key === "review" ? end : start, offset);
    if (planned instanceof Refusal) return planned;
    const day = calendar.lastWorkday(planned);
    if (day instanceof Refusal) return day;
    note(civilDate(planned).year);
    if (day !== planned) note(civilDate(day).year);
    return { planned, day };
  });
  estimatedYears.sort((a, b) => a - b);
  return { row, start, end, milestones, estimatedYears };
}

/** The day `count` days later; a refusal stays one. */
function later(day: CalendarDay | Refusal, count: number): CalendarDay | Refusal {
  if (day instanceof Refusal) return day;
  return addDays(day, count) ?? notKnown(`${isoDate(day)} 之后 ${count} 天超出了日历，请改小天数。`);
}
