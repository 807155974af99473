import { daysOf } from "../day-span.ts";
import { dayWords } from "../day-words.ts";
import { holidayWords } from "../holiday-words.ts";
import type { PlanWarning, WarningRule } from "./plan-warning.ts";

/** An activity takes place on a weekend that is worked in exchange for a holiday (9.20 in 2026). */
export const makeUpWorkday: WarningRule = ({ schedule, book, today }) =>
  schedule.activities.flatMap(({ activity, start, end }): PlanWarning[] => {
    if (end < today) return [];
    const worked = daysOf({ from: start, to: end }).filter((day) => book.on(day)?.type === "班");
    const [first] = worked;
    if (first === undefined) return [];
    const holiday = holidayWords(book.on(first)?.name ?? "");
    const dates = worked.map((day) => dayWords(day, schedule.year));
    const [zh, en] = [dates.map((each) => each.zh).join("、"), dates.map((each) => each.en).join(", ")];
    return [
      {
        id: `make-up ${schedule.year} ${activity.id}`,
        level: "note",
        sentence: {
          zh: `“${activity.activity}”赶上${holiday.zh}调休：${zh}是上班日，买家在上班，客服、仓库和快递都要照工作日排班。`,
          en: `“${activity.activity}” meets a make-up working day (${holiday.en}): ${en} is worked, so staff service, warehouse and couriers as on a weekday.`,
        },
        activities: [activity.id],
      },
    ];
  });
