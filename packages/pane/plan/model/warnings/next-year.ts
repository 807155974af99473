import { addDays, type CalendarDay, civilDate } from "@sevenstar/core/cells/calendar-day";
import { dayWords } from "../day-words.ts";
import { planOfYear } from "../plan-document.ts";
import { planSchedule } from "../plan-schedule.ts";
import { stepWords } from "../step-words.ts";
import type { WarningRule } from "./plan-warning.ts";

/** How many days ahead the next year's first step is announced. */
const AHEAD = 30;

/** The next year has no plan yet though its first preparation begins soon, as that of the Spring Festival does. */
export const nextYear: WarningRule = ({ document, plan, book, today }) => {
  const year = plan.year + 1;
  if (planOfYear(document, year) || civilDate(today).year !== plan.year) return [];
  const activities = plan.activities.map((activity) => ({ ...activity, fixedDays: {} }));
  const steps = planSchedule({ ...plan, year, activities }, book).activities.flatMap((scheduled) =>
    scheduled.milestones.map(({ key, day }) => ({ scheduled, key, day })),
  );
  const [first] = steps.sort((a, b) => a.day - b.day);
  if (!first || first.day > (addDays(today, AHEAD) as CalendarDay)) return [];
  const { activity } = first.scheduled.activity;
  const [step, date] = [stepWords(first.key), dayWords(first.day, plan.year)];
  return [
    {
      id: `next-year ${year}`,
      level: "warning",
      sentence: {
        zh: `${year} 年还没有计划，而“${activity}”的${step.zh}在 ${date.zh}，请先把计划复制到 ${year} 年。`,
        en: `There is no plan for ${year} yet, but “${activity}” ${step.en.toLowerCase()} is on ${date.en}: copy the plan to ${year}.`,
      },
      activities: [],
      remedy: { kind: "copy-year", year },
    },
  ];
};
