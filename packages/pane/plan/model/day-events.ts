import type { MilestoneKey } from "@sevenstar/core/calendar/read-plan";
import type { CalendarDay } from "@sevenstar/core/cells/calendar-day";
import { daysOf } from "./day-span.ts";
import type { PlanSchedule, ScheduledActivity, ScheduledMilestone } from "./plan-schedule.ts";

/** What a calendar shows on a day: an activity that takes place, or one of its milestones. */
export interface DayEvent {
  readonly scheduled: ScheduledActivity;
  readonly step: "activity" | MilestoneKey;
  readonly milestone?: ScheduledMilestone;
}

/** What stands on each day, activities before milestones. */
export function dayEvents(schedules: readonly PlanSchedule[]): ReadonlyMap<CalendarDay, readonly DayEvent[]> {
  const events = new Map<CalendarDay, DayEvent[]>();
  const add = (day: CalendarDay, event: DayEvent) => {
    const others = events.get(day) ?? [];
    if (event.step === "activity") events.set(day, [event, ...others]);
    else events.set(day, [...others, event]);
  };
  for (const scheduled of schedules.flatMap(({ activities }) => activities)) {
    for (const day of daysOf({ from: scheduled.start, to: scheduled.end })) {
      add(day, { scheduled, step: "activity" });
    }
    for (const milestone of scheduled.milestones) {
      add(milestone.day, { scheduled, step: milestone.key, milestone });
    }
  }
  return events;
}
