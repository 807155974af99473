import type { MilestoneKey } from "@sevenstar/core/calendar/read-plan";
import { addDays, type CalendarDay } from "@sevenstar/core/cells/calendar-day";
import type { HolidayBook } from "./holiday-book.ts";
import { isSettled } from "./milestone-statuses.ts";
import { isOverdue } from "./overdue.ts";
import {
  milestoneOf,
  type PlanSchedule,
  type ScheduledActivity,
  type ScheduledMilestone,
} from "./plan-schedule.ts";

/** One thing on the agenda. */
export interface AgendaItem {
  readonly scheduled: ScheduledActivity;
  /** The activity's own start, or one of its milestones. */
  readonly step: "start" | MilestoneKey;
  readonly milestone?: ScheduledMilestone;
  readonly day: CalendarDay;
  /** Working days from today, negative once it is past. */
  readonly workdaysLeft: number;
}

/** Something that goes on today, until its last day. */
export interface Running {
  readonly scheduled: ScheduledActivity;
  readonly what: "enrolment" | "warm-up" | "activity";
  readonly until: CalendarDay;
  readonly workdaysLeft: number;
}

/** What to do now, this week and after it. */
export interface Agenda {
  readonly today: CalendarDay;
  readonly overdue: readonly AgendaItem[];
  readonly running: readonly Running[];
  /** From today to Sunday. */
  readonly thisWeek: readonly AgendaItem[];
  /** From Monday to Sunday. */
  readonly nextWeek: readonly AgendaItem[];
  /** The next few after that. */
  readonly later: readonly AgendaItem[];
}

/** Whether there is nothing to do. */
export const isIdle = ({ overdue, running, thisWeek, nextWeek, later }: Agenda): boolean =>
  [overdue, running, thisWeek, nextWeek, later].every((items) => items.length === 0);

const MOST_LATER = 5;

/** The Monday of a day's week; Excel's serials count from a Sunday. */
export const mondayOf = (day: CalendarDay): CalendarDay => (day - ((day + 5) % 7)) as CalendarDay;

/** Sorts what a merchant's plans ask for by when it is due. */
export function agenda(schedules: readonly PlanSchedule[], book: HolidayBook, today: CalendarDay): Agenda {
  const activities = schedules.flatMap((schedule) => schedule.activities);
  const items = activities.flatMap((scheduled) => itemsOf(scheduled, book, today));
  items.sort((a, b) => a.day - b.day);
  const sunday = addDays(mondayOf(today), 6) as CalendarDay;
  const nextSunday = addDays(sunday, 7) as CalendarDay;
  const ahead = items.filter(({ day }) => day >= today);
  const isOpen = ({ milestone }: AgendaItem) => !isSettled(milestone?.status);
  return {
    today,
    overdue: items.filter(
      ({ milestone, scheduled }) => milestone !== undefined && isOverdue(milestone, scheduled, today),
    ),
    running: activities
      .flatMap((scheduled) => runningOf(scheduled, book, today))
      .sort((a, b) => a.until - b.until),
    thisWeek: ahead.filter(({ day }) => day <= sunday),
    nextWeek: ahead.filter(({ day }) => day > sunday && day <= nextSunday),
    later: ahead.filter((item) => item.day > nextSunday && isOpen(item)).slice(0, MOST_LATER),
  };
}

function itemsOf(scheduled: ScheduledActivity, book: HolidayBook, today: CalendarDay): AgendaItem[] {
  const item = (step: AgendaItem["step"], day: CalendarDay, milestone?: ScheduledMilestone): AgendaItem => ({
    scheduled,
    step,
    day,
    workdaysLeft: book.workdaysLeft(today, day),
    ...(milestone ? { milestone } : {}),
  });
  return [
    item("start", scheduled.start),
    ...scheduled.milestones.map((milestone) => item(milestone.key, milestone.day, milestone)),
  ];
}

function runningOf(scheduled: ScheduledActivity, book: HolidayBook, today: CalendarDay): Running[] {
  const running: Running[] = [];
  const add = (what: Running["what"], from: CalendarDay, until: CalendarDay) => {
    if (from > today || until < today) return;
    running.push({ scheduled, what, until, workdaysLeft: book.workdaysLeft(today, until) });
  };
  const [opens, closes] = [milestoneOf(scheduled, "enrolFrom"), milestoneOf(scheduled, "enrolTo")];
  const warmUp = milestoneOf(scheduled, "warmUpFrom");
  if (opens && closes && opens.status !== "放弃" && !isSettled(closes.status)) {
    add("enrolment", opens.day, closes.day);
  }
  if (warmUp && warmUp.status !== "放弃") {
    add("warm-up", warmUp.day, addDays(scheduled.start, -1) ?? scheduled.start);
  }
  add("activity", scheduled.start, scheduled.end);
  return running;
}
