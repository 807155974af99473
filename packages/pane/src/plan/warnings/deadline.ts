import { dayWords } from "../day-words.ts";
import { isSettled } from "../milestone-statuses.ts";
import { stepWords } from "../step-words.ts";
import type { PlanWarning, WarningRule } from "./plan-warning.ts";

/** Working days left from which a deadline is near, and from which it is urgent. */
const NEAR = 7;
const URGENT = 3;

/** Days after its day for which a review is still asked for. */
const REVIEW_DAYS = 30;

/** A milestone is due within seven or three working days, or past and still open. */
export const deadline: WarningRule = ({ schedule, schedules, book, today }) =>
  schedules.flatMap(({ activities }) =>
    activities.flatMap(({ activity, year, start, milestones }) =>
      milestones.flatMap(({ key, day, status }): PlanWarning[] => {
        // Enrolment opens by itself; what is due is its end.
        if (key === "enrolFrom" || isSettled(status)) return [];
        if (day < today && (key === "review" ? today - day > REVIEW_DAYS : start < today)) return [];
        const left = book.workdaysLeft(today, day);
        if (left > NEAR) return [];
        const [step, date] = [stepWords(key), dayWords(day, schedule.year)];
        const { zh, en } = timeLeft(today, day, left);
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

function timeLeft(today: number, day: number, left: number) {
  if (day === today) return { zh: "就是今天", en: "today" };
  if (day > today) return { zh: `还剩 ${left} 个工作日`, en: `${left} working days left` };
  return left === 0
    ? { zh: "已过期，还没有完成", en: "past and not done" }
    : { zh: `已过期 ${-left} 个工作日，还没有完成`, en: `${-left} working days past and not done` };
}
