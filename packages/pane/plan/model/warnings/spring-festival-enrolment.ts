import { daysOf, sharedDays } from "../day-span.ts";
import { dayWords, shortDayWords } from "../day-words.ts";
import { isSettled } from "../milestone-statuses.ts";
import { milestoneOf } from "../plan-schedule.ts";
import type { PlanWarning, WarningRule } from "./plan-warning.ts";

/** An enrolment window falls into the Spring Festival holiday, wholly or in part. */
export const springFestivalEnrolment: WarningRule = ({ schedule, book, today }) => {
  const closure = book.springFestival(schedule.year);
  if (!closure) return [];
  return schedule.activities.flatMap((scheduled): PlanWarning[] => {
    const [opens, closes] = [milestoneOf(scheduled, "enrolFrom"), milestoneOf(scheduled, "enrolTo")];
    if (!closes || closes.day < today || isSettled(closes.status)) return [];
    const shared = sharedDays({ from: opens?.day ?? closes.day, to: closes.day }, closure);
    if (!shared) return [];
    const day = (of: typeof closure.from) => shortDayWords(of, schedule.year);
    const { activity } = scheduled.activity;
    const festival = {
      zh: `春节假期（${day(closure.from).zh}–${day(closure.to).zh}）`,
      en: `the Spring Festival holiday (${day(closure.from).en} – ${day(closure.to).en})`,
    };
    const count = daysOf(shared).length;
    const before = book.calendar.addWorkdays(closure.from, -1);
    const lastBefore = typeof before === "number" ? dayWords(before, schedule.year) : undefined;
    // The deadline itself is never a day off; the holiday lies before it, or the window opens in it.
    const opensBefore = opens && opens.day < closure.from && lastBefore;
    return [
      {
        id: `spring-festival ${schedule.year} ${scheduled.activity.id}`,
        level: "warning",
        sentence: opensBefore
          ? {
              zh: `“${activity}”的报名期有 ${count} 天落在${festival.zh}里，建议 ${lastBefore.zh} 放假前就报好名。`,
              en: `${count} days of the enrolment for “${activity}” fall into ${festival.en}: enrol before it, by ${lastBefore.en}.`,
            }
          : {
              zh: `“${activity}”的报名期有 ${count} 天落在${festival.zh}里，节后只剩到 ${dayWords(closes.day, schedule.year).zh} 为止的几天，资料请节前备好。`,
              en: `${count} days of the enrolment for “${activity}” fall into ${festival.en}; it closes on ${dayWords(closes.day, schedule.year).en}: prepare what it needs before the holiday.`,
            },
        activities: [scheduled.activity.id],
      },
    ];
  });
};
