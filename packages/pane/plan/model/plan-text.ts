import type { CalendarDay } from "@sevenstar/core/cells/calendar-day";
import type { Language, Words } from "@sevenstar/core/cells/words";
import type { Agenda, AgendaItem, Running } from "./agenda.ts";
import { dayWords, shortDayWords } from "./day-words.ts";
import { milestoneStatuses } from "./milestone-statuses.ts";
import { milestoneOf, type PlanSchedule, type ScheduledActivity } from "./plan-schedule.ts";
import { stepWords } from "./step-words.ts";
import { timeLeftWords } from "./time-left-words.ts";

/** What goes on, in a few words. */
export const runningWords = ({ what }: Running): Words =>
  ({
    enrolment: { zh: "报名中", en: "Enrolment open" },
    "warm-up": { zh: "预热中", en: "Warming up" },
    activity: { zh: "活动进行中", en: "Under way" },
  })[what];

/** The headings of an agenda. */
export const agendaHeadings = {
  overdue: { zh: "已过期", en: "Overdue" },
  running: { zh: "正在进行", en: "Under way" },
  thisWeek: { zh: "本周", en: "This week" },
  nextWeek: { zh: "下周", en: "Next week" },
  later: { zh: "随后", en: "After that" },
} as const satisfies Record<string, Words>;

/** The agenda as text for a chat; without anything to do it says so. */
export function agendaText(agenda: Agenda, year: number, language: Language): string {
  const line = (item: AgendaItem) => {
    const { activity } = item.scheduled;
    const status = item.milestone && milestoneStatuses[item.milestone.status][language];
    const left =
      item.day >= agenda.today ? "" : timeLeftWords(agenda.today, item.day, item.workdaysLeft)[language];
    const parts = [dayWords(item.day, year)[language], status, activity.owner, left].filter(Boolean);
    return `· ${activity.activity} ${stepWords(item.step)[language]}：${parts.join(" · ")}`;
  };
  const sections: (readonly [keyof typeof agendaHeadings, readonly string[]])[] = [
    ["overdue", agenda.overdue.map(line)],
    [
      "running",
      agenda.running.map((running) => {
        const until = { zh: "到", en: "until " }[language];
        const words = runningWords(running)[language];
        return `· ${running.scheduled.activity.activity} ${words}，${until}${dayWords(running.until, year)[language]}`;
      }),
    ],
    ["thisWeek", agenda.thisWeek.map(line)],
    ["nextWeek", agenda.nextWeek.map(line)],
    ["later", agenda.later.map(line)],
  ];
  const title = { zh: "活动安排", en: "Activities" }[language];
  const nothing = { zh: "近期没有要做的事。", en: "Nothing to do for now." }[language];
  const filled = sections.filter(([, lines]) => lines.length > 0);
  return [
    `【${title}】${dayWords(agenda.today, year)[language]}`,
    ...filled.flatMap(([heading, lines]) => ["", agendaHeadings[heading][language], ...lines]),
    ...(filled.length === 0 ? ["", nothing] : []),
  ].join("\n");
}

/** A year's plan as text for a chat. */
export function planText(schedule: PlanSchedule, language: Language): string {
  const title = {
    zh: `【${schedule.year} 年活动计划】`,
    en: `【Activity plan ${schedule.year}】`,
  }[language];
  const lines = schedule.activities.flatMap((scheduled) => activityLines(scheduled, language));
  const nothing = { zh: "还没有活动。", en: "No activities yet." }[language];
  return [title, ...(lines.length > 0 ? lines : [nothing])].join("\n");
}

function activityLines(scheduled: ScheduledActivity, language: Language): string[] {
  const { activity, year, start, end, estimatedYears } = scheduled;
  const short = (day: CalendarDay) => shortDayWords(day, year)[language];
  const length = start === end ? "" : `–${short(end)}`;
  const estimate = estimatedYears.length > 0 ? { zh: "（预计）", en: " (estimated)" }[language] : "";
  const [opens, closes] = [milestoneOf(scheduled, "enrolFrom"), milestoneOf(scheduled, "enrolTo")];
  const enrolment =
    opens && closes
      ? [`${{ zh: "报名", en: "Enrol" }[language]} ${short(opens.day)}–${short(closes.day)}`]
      : [];
  const others = scheduled.milestones
    .filter(({ key }) => enrolment.length === 0 || (key !== "enrolFrom" && key !== "enrolTo"))
    .map(({ key, day }) => `${stepWords(key)[language]} ${short(day)}`);
  const owner = activity.owner && `${{ zh: "负责人", en: "Owner" }[language]} ${activity.owner}`;
  const separator = { zh: "；", en: "; " }[language];
  const details = [...enrolment, ...others, owner].filter(Boolean).join(separator);
  return [
    "",
    `${activity.activity} ${dayWords(start, year)[language]}${length}${estimate}`,
    ...(details ? [`  ${details}`] : []),
    ...(activity.note ? [`  ${activity.note}`] : []),
  ];
}
