import type { CalendarDay } from "@sevenstar/core/cells/calendar-day";
import { isSettled } from "./milestone-statuses.ts";
import type { ScheduledActivity, ScheduledMilestone } from "./plan-schedule.ts";

/** Days after its day for which a review is still asked for. */
const REVIEW_DAYS = 30;

/** Whether a milestone is past and open while it can still be made good: until its activity begins, a review 30 days. */
export function isOverdue(
  { key, day, status }: ScheduledMilestone,
  { start }: ScheduledActivity,
  today: CalendarDay,
): boolean {
  // Enrolment opens by itself; what is due is its end.
  if (key === "enrolFrom" || isSettled(status) || day >= today) return false;
  return key === "review" ? today - day <= REVIEW_DAYS : start >= today;
}
