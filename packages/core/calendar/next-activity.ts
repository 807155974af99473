import { type CalendarDay, civilDate, isoDate } from "../cells/calendar-day.ts";
import type { Cell } from "../cells/cell.ts";
import { dateQuantity } from "../cells/quantity.ts";
import { Refusal } from "../cells/refusal.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { planFields } from "./activity-plan.ts";
import { activityStart, type PlannedActivity, planActivity } from "./plan-activity.ts";
import {
  ACTIVITIES_SOURCE,
  industryParameter,
  industryWords,
  planParameter,
  planWords,
  rowsOfIndustries,
} from "./plan-parameters.ts";
import { LAST_HOLIDAY_YEAR, unknownHolidays } from "./public-holidays.ts";
import type { PlanRow } from "./read-plan.ts";
import { builtInCalendar } from "./work-calendar.ts";

const HEADER = ["活动", "开始", "剩余天数", "下一步", "下一步日期", "剩余工作日"];
const START = "活动开始";

/** NEXTACTIVITY: the next activity and what to do for it next. */
export const nextActivity = defineFunction({
  id: "NEXTACTIVITY",
  parameters: [
    {
      shape: "one",
      name: "date",
      title: "日期",
      quantity: dateQuantity,
    },
    industryParameter,
    planParameter,
  ],
  dates: ["开始", "下一步日期"],
  compute: ({ date, industry, plan }) => {
    const refusal = unknownHolidays(civilDate(date).year, isoDate(date));
    if (refusal) return refusal;
    const rows = rowsOfIndustries(plan, industry);
    if (rows instanceof Refusal) return rows;
    const next = findNext(rows, date);
    if (next instanceof Refusal) return next;
    return next ? [HEADER, tableRow(next, date)] : [HEADER];
  },
});

export const nextActivityText = describe(nextActivity, {
  domain: "calendar",
  summary: {
    zh: "下一个活动：从某天起最近的活动是哪个、还有几天、下一步做什么、还剩几个工作日。",
    en: "The next activity from a date on: days left, the next step and its date, working days left.",
  },
  source: ACTIVITIES_SOURCE,
  parameters: {
    date: { zh: "从哪一天看，通常是 TODAY()", en: "date to look from, usually TODAY()" },
    industry: industryWords,
    plan: planWords,
  },
  returns: {
    zh: "表格（表头加一行）：活动、开始、剩余天数、下一步、下一步日期、剩余工作日（次日到开始当天）",
    en: "table of one row: 活动 (activity), 开始 (start), 剩余天数 (days left), 下一步 (next step), 下一步日期 (its date), 剩余工作日 (working days from the next day to the start)",
  },
  examples: [
    {
      words: {
        zh: "2026-09-05：下一步是 9.20 大促的预热",
        en: "on 2026-09-05 the warm-up of 9.20 comes next",
      },
      arguments: ["2026-09-05"],
      answer: [HEADER, ["9.20官方大促", 46285, 15, "预热开始", 46276, 11]],
    },
    {
      words: { zh: "年底看到的是下一年的活动", en: "at the end of the year the next year's" },
      arguments: ["2026-12-23", "服装"],
      answer: [HEADER, ["服装春季上新", 46392, 13, "预热开始", 46385, 8]],
    },
  ],
});

/**
 * The first activity that starts on or after a date; the next year is looked at too, as its lunar dates may lie in
 * this December. A row that cannot be read is refused: it might be the first. One whose rule has no day in a year,
 * such as 02-29, does not take place in it.
 */
function findNext(rows: readonly PlanRow[], date: CalendarDay): PlannedActivity | Refusal | undefined {
  let next: { row: PlanRow; start: CalendarDay; year: number } | undefined;
  const thisYear = civilDate(date).year;
  for (let year = thisYear; year <= LAST_HOLIDAY_YEAR && !(next && year > thisYear + 1); year++) {
    for (const row of rows) {
      const start = activityStart(row, year);
      const isUnreadable = row.rule instanceof Refusal || row.isEnabled instanceof Refusal;
      if (start instanceof Refusal && isUnreadable) return start;
      if (typeof start !== "number" || start < date) continue;
      if (!next || start < next.start) next = { row, start, year };
    }
  }
  return next && planActivity(next.row, next.start, next.year, builtInCalendar);
}

function tableRow({ row, start, milestones }: PlannedActivity, date: CalendarDay): Cell[] {
  const first = start as CalendarDay;
  let [step, stepDay]: Cell[] = [START, first];
  for (const key of ["warmUpFrom", "stockReady", "enrolTo", "enrolFrom"] as const) {
    const milestone = milestones[key];
    if (milestone instanceof Refusal) [step, stepDay] = [milestone, milestone];
    else if (milestone && milestone.day >= date && milestone.day <= Number(stepDay)) {
      [step, stepDay] = [planFields[key].header, milestone.day];
    }
  }
  const workdaysLeft = date < first ? builtInCalendar.countWorkdays((date + 1) as CalendarDay, first) : 0;
  return [row.activity, first, first - date, step ?? START, stepDay ?? first, workdaysLeft];
}
