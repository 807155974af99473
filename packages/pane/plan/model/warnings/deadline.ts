import { dayWords } from "../day-words.ts";
import { isSettled } from "../milestone-statuses.ts";
import { isOverdue } from "../overdue.ts";
import { stepWords } from "../step-words.ts";
import { timeLeftWords } from "../time-left-words.ts";
import type { PlanWarning, WarningRule } from "./plan-warning.ts";

/** Working days left from which a deadline is near, and from which it is urgent. */
const NEAR = 7;
const URGENT = 3;

/** A milestone is due within seven or three working days, or past and still open. */
export const deadline: WarningRule = ({ schedule, schedules, book, today }) =>
  schedules.flatMap(({ activities }) =>
    activities.flatMap((scheduled) =>
      scheduled.milestones.flatMap((milestone): PlanWarning[] => {
        const { key, day, status } = milestone;
        const { activity, year } = scheduled;
        if (key === "enrolFrom" || isSettled(status)) return [];
        if (day < today && !isOverdue(milestone, scheduled, today)) return [];
        const left = book.workdaysLeft(today, day);
        if (left > NEAR) return [];
        const [step, date] = [stepWords(key), dayWords(day, schedule.year)];
        const { zh, en } = timeLeftWords(today, day, left);
        return [
          {
            id: `deadline ${year} ${activity.id} ${key}`,
            level: left <= URGENT ? "urgent" : "warning",
            sentence: {
              zh: `“${activity.activity}”${step.zh} ${date.zh}，${zh}。`,
              en: `“${activity.activity}” ${step.en.toLowerCase()} ${date.en}: ${en}.`,
            },
            activities: [activity.id],
          },
        ];
      }),
    ),
  );
