import { addDays, type CalendarDay, civilDate } from "@sevenstar/core/cells/calendar-day";
import type { Words } from "@sevenstar/core/cells/words";
import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalEvent,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import type { HolidayBook } from "../model/holiday-book.ts";
import { isSettled, milestoneStatuses } from "../model/milestone-statuses.ts";
import type { PlanSchedule, ScheduledActivity, ScheduledMilestone } from "../model/plan-schedule.ts";
import { stepWords } from "../model/step-words.ts";

const DAY_SECONDS = 86_400;
/** Reminders ring at nine in the morning. */
const ALARM_SECONDS = 9 * 3600;
/** So many working days before a deadline the first reminder rings. */
const ALARM_WORKDAYS = 3;
/** Sequence numbers count the minutes from here, so that a later export is taken for the newer one. */
const FIRST_EXPORT = Date.UTC(2026, 0, 1);

/**
 * A year's plan as an iCalendar file: a whole-day event for each activity and each milestone, with reminders on
 * the day and three working days before. An event keeps its id from export to export, so that a second import
 * changes what the first one made; what was given up is cancelled.
 */
export function planIcs(schedule: PlanSchedule, book: HolidayBook, language: keyof Words, now: Date): string {
  const calendar = ical({
    name: { zh: `${schedule.year} 年活动计划`, en: `Activity plan ${schedule.year}` }[language],
    prodId: { company: "SevenStar", product: "Activity planner", language: language === "zh" ? "ZH" : "EN" },
    method: ICalCalendarMethod.PUBLISH,
  });
  const sequence = Math.max(0, Math.floor((now.getTime() - FIRST_EXPORT) / 60_000));
  for (const scheduled of schedule.activities) {
    addActivity(calendar, scheduled, language, now, sequence);
    for (const milestone of scheduled.milestones) {
      addMilestone(calendar, scheduled, milestone, book, language, now, sequence);
    }
  }
  return `${calendar.toString()}\r\n`;
}

/** Whole days are written in universal time, so that no time zone moves them. */
function dateOf(day: CalendarDay): Date {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return new Date(Date.UTC(year, month - 1, dayOfMonth));
}

/** A text without what the format does not allow in one: control characters but tab and line break, half characters. */
const plain = (text: string) => text.replace(/\r\n?/g, "\n").replace(/\p{Cs}|(?![\n\t])\p{Cc}/gu, "");

/** Adds a reminder, in seconds from the beginning of the event's first day. */
const remind = (event: ICalEvent, seconds: number, description: string) =>
  // The end of a whole-day event is the day after it: counted from there a reminder comes too late.
  event
    .createAlarm({ type: ICalAlarmType.display, triggerAfter: seconds, description })
    .relatesTo(ICalAlarmRelatesTo.start);

const uid = ({ activity, year }: ScheduledActivity, step: string) =>
  `${year}-${activity.id}-${step}@plan.sevenstar`;

function addActivity(
  calendar: ICalCalendar,
  scheduled: ScheduledActivity,
  language: keyof Words,
  now: Date,
  sequence: number,
): void {
  const { activity, start, end } = scheduled;
  const summary = plain(activity.activity);
  const event = calendar.createEvent({
    id: uid(scheduled, "activity"),
    sequence,
    stamp: now,
    start: dateOf(start),
    // The day after the last one, as the format has it.
    end: dateOf(addDays(end, 1) ?? end),
    allDay: true,
    summary,
    description: descriptionOf(scheduled, language),
    transparency: ICalEventTransparency.TRANSPARENT,
  });
  remind(event, ALARM_SECONDS, summary);
}

function addMilestone(
  calendar: ICalCalendar,
  scheduled: ScheduledActivity,
  milestone: ScheduledMilestone,
  book: HolidayBook,
  language: keyof Words,
  now: Date,
  sequence: number,
): void {
  const { key, day, status, moved } = milestone;
  const isDone = status === "已完成";
  const summary = plain(`${isDone ? "✓ " : ""}${scheduled.activity.activity} ${stepWords(key)[language]}`);
  const event = calendar.createEvent({
    id: uid(scheduled, key),
    sequence,
    stamp: now,
    start: dateOf(day),
    end: dateOf(addDays(day, 1) ?? day),
    allDay: true,
    summary,
    description: [milestoneStatuses[status][language], moved?.[language], descriptionOf(scheduled, language)]
      .filter(Boolean)
      .join("\n"),
    status: status === "放弃" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.TRANSPARENT,
  });
  if (isSettled(status)) return;
  remind(event, ALARM_SECONDS, summary);
  const before = book.calendar.addWorkdays(day, -ALARM_WORKDAYS);
  // Enrolment opens by itself: nothing has to be ready before it.
  if (key !== "enrolFrom" && typeof before === "number") {
    remind(event, (before - day) * DAY_SECONDS + ALARM_SECONDS, summary);
  }
}

function descriptionOf({ activity, estimatedYears }: ScheduledActivity, language: keyof Words): string {
  const years = estimatedYears.join("、");
  const estimate = { zh: `${years} 年放假安排为预计`, en: `holidays of ${years} are estimated` }[language];
  const lines = [
    activity.owner && `${{ zh: "负责人：", en: "Owner: " }[language]}${activity.owner}`,
    activity.note,
    estimatedYears.length > 0 && estimate,
    activity.source,
  ];
  return plain(lines.filter(Boolean).join("\n"));
}
