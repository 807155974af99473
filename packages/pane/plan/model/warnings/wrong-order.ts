import type { Words } from "@sevenstar/core/cells/words";
import { dayWords } from "../day-words.ts";
import { dayOffReason, milestoneOf, type ScheduledActivity } from "../plan-schedule.ts";
import { stepWords } from "../step-words.ts";
import type { PlanWarning, WarningRule } from "./plan-warning.ts";

type Step = Parameters<typeof stepWords>[0];

/** Each is to come no later than the next. */
const ORDERS: readonly (readonly [Step, Step])[] = [
  ["enrolFrom", "enrolTo"],
  ["enrolTo", "start"],
  ["stockReady", "start"],
  ["warmUpFrom", "start"],
  ["end", "review"],
];

/** Steps that come in the wrong order, days set by hand that nobody works on, and rules that cannot be read. */
export const wrongOrder: WarningRule = ({ schedule, book, today }) => [
  ...schedule.unreadable.map(
    ({ activity, problem }): PlanWarning => ({
      id: `unreadable ${schedule.year} ${activity.id}`,
      level: "urgent",
      sentence: {
        zh: `“${activity.activity}”排不进日历：${problem}`,
        en: `“${activity.activity}”: ${problem}`,
      },
      activities: [activity.id],
    }),
  ),
  ...schedule.activities.flatMap((scheduled) => (scheduled.end < today ? [] : ofActivity(scheduled))),
  ...schedule.activities.flatMap(({ activity, milestones }) =>
    milestones.flatMap(({ key, day, isFixed }): PlanWarning[] => {
      if (!isFixed || day < today || book.isWorkday(day)) return [];
      const [step, date, reason] = [stepWords(key), dayWords(day, schedule.year), dayOffReason(day, book)];
      return [
        {
          id: `day-off ${schedule.year} ${activity.id} ${key}`,
          level: "note",
          sentence: {
            zh: `“${activity.activity}”的${step.zh}指定在${date.zh}，这天${reason.zh}，请提前做完。`,
            en: `“${activity.activity}”: ${step.en.toLowerCase()} is set to ${date.en}, ${reason.en}: finish before it.`,
          },
          activities: [activity.id],
        },
      ];
    }),
  ),
];

function ofActivity(scheduled: ScheduledActivity): PlanWarning[] {
  const { activity, year } = scheduled;
  const dayOf = (step: Step) =>
    step === "start" || step === "end" ? scheduled[step] : milestoneOf(scheduled, step)?.day;
  return ORDERS.flatMap(([first, second]): PlanWarning[] => {
    const [earlier, later] = [dayOf(first), dayOf(second)];
    if (earlier === undefined || later === undefined || earlier <= later) return [];
    const [a, b]: [Words, Words] = [stepWords(first), stepWords(second)];
    return [
      {
        id: `order ${year} ${activity.id} ${first}`,
        level: "warning",
        sentence: {
          zh: `“${activity.activity}”的${a.zh} ${dayWords(earlier, year).zh}晚于${b.zh} ${dayWords(later, year).zh}，请改提前天数。`,
          en: `“${activity.activity}”: ${a.en.toLowerCase()} (${dayWords(earlier, year).en}) comes after ${b.en.toLowerCase()} (${dayWords(later, year).en}): change the lead times.`,
        },
        activities: [activity.id],
      },
    ];
  });
}
