import { addDays, type CalendarDay } from "@sevenstar/core/cells/calendar-day";
import type { Words } from "@sevenstar/core/cells/words";
import type { DaySpan } from "./day-span.ts";
import { milestoneOf, type ScheduledActivity } from "./plan-schedule.ts";

/** A stretch of an activity's work. */
export interface Phase extends DaySpan {
  readonly kind: PhaseKind;
}

export type PhaseKind = "enrolment" | "stock" | "warm-up" | "activity" | "review";

/** What the phases are called, in their order. */
export const phaseWords: Readonly<Record<PhaseKind, Words>> = {
  enrolment: { zh: "报名", en: "Enrolment" },
  stock: { zh: "备货", en: "Stock" },
  "warm-up": { zh: "预热", en: "Warm-up" },
  activity: { zh: "活动", en: "Activity" },
  review: { zh: "复盘", en: "Review" },
};

/** Goods are got ready for at least so many days where nothing says when that begins. */
const STOCK_DAYS = 7;

/** The phases of an activity as its milestones bound them; those without a milestone are left out. */
export function phases(scheduled: ScheduledActivity): Phase[] {
  const day = (key: Parameters<typeof milestoneOf>[1]) => milestoneOf(scheduled, key)?.day;
  const [opens, closes, stock, warmUp, review] = [
    day("enrolFrom"),
    day("enrolTo"),
    day("stockReady"),
    day("warmUpFrom"),
    day("review"),
  ];
  const found: (Phase | undefined)[] = [
    span("enrolment", opens ?? closes, closes ?? opens),
    span("stock", stock && stockFrom(stock, closes), stock),
    span("warm-up", warmUp, addDays(scheduled.start, -1)),
    span("activity", scheduled.start, scheduled.end),
    span("review", review, review),
  ];
  return found.filter((phase) => phase !== undefined);
}

/** Goods are got ready from the day after enrolment closes, where that is before them. */
function stockFrom(stock: CalendarDay, closes: CalendarDay | undefined): CalendarDay | undefined {
  return closes !== undefined && closes < stock ? addDays(closes, 1) : addDays(stock, 1 - STOCK_DAYS);
}

const span = (
  kind: PhaseKind,
  from: CalendarDay | undefined,
  to: CalendarDay | undefined,
): Phase | undefined =>
  from !== undefined && to !== undefined && from <= to ? { kind, from, to } : undefined;
