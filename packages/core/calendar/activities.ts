import type { CalendarDay } from "../cells/calendar-day.ts";
import type { Cell } from "../cells/cell.ts";
import { Refusal } from "../cells/refusal.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { sortOrder } from "../functions/sort-order.ts";
import { planFields } from "./activity-plan.ts";
import { activityStart, type Milestone, type PlannedActivity, planActivity } from "./plan-activity.ts";
import {
  ACTIVITIES_SOURCE,
  industryParameter,
  industryWords,
  planParameter,
  planWords,
  rowsOfIndustries,
} from "./plan-parameters.ts";
import { FIRST_HOLIDAY_YEAR, LAST_HOLIDAY_YEAR, unknownHolidays } from "./public-holidays.ts";
import { milestoneKeys, type PlanRow } from "./read-plan.ts";
import { builtInCalendar } from "./work-calendar.ts";
import { yearQuantity } from "./year-quantity.ts";

const HEADER = ["活动", "开始", "结束", ...milestoneKeys.map((key) => planFields[key].header), "依据"];

/** ACTIVITIES: the activities of a year with the days of their preparation. */
export const activities = defineFunction({
  id: "ACTIVITIES",
  parameters: [
    {
      shape: "one",
      name: "year",
      title: "年份",
      quantity: yearQuantity,
    },
    industryParameter,
    planParameter,
  ],
  dates: HEADER.slice(1, -1),
  compute: ({ year, industry, plan }) => {
    const refusal = unknownHolidays(year);
    if (refusal) return refusal;
    const rows = rowsOfIndustries(plan, industry);
    if (rows instanceof Refusal) return rows;
    const taking: PlanRow[] = [];
    const starts: (CalendarDay | Refusal)[] = [];
    for (const row of rows) {
      const start = activityStart(row, year);
      if (start === undefined) continue;
      taking.push(row);
      starts.push(start);
    }
    // Rows whose day cannot be told come last.
    const order = sortOrder(
      starts.map((start) => (start instanceof Refusal ? Number.POSITIVE_INFINITY : start)),
    );
    const answer: Cell[][] = [HEADER];
    for (const index of order) {
      const [row, start] = [taking[index] as PlanRow, starts[index] as CalendarDay | Refusal];
      answer.push(tableRow(planActivity(row, start, year, builtInCalendar)));
    }
    return answer;
  },
});

export const activitiesText = describe(activities, {
  domain: "calendar",
  summary: {
    zh: "全年活动计划：某一年的官方大促和行业活动，各自何时报名、备货、预热、复盘；节点遇到不上班的日子提前到最近的工作日。",
    en: "Activity calendar of a year: promotions and trade seasons with their enrolment, stock, warm-up and review days, moved earlier off non-working days.",
  },
  source: ACTIVITIES_SOURCE,
  parameters: {
    year: {
      zh: `公历年份，${FIRST_HOLIDAY_YEAR}–${LAST_HOLIDAY_YEAR}`,
      en: `civil year, ${FIRST_HOLIDAY_YEAR} to ${LAST_HOLIDAY_YEAR}`,
    },
    industry: industryWords,
    plan: planWords,
  },
  returns: {
    zh: "表格：活动、开始、结束、报名开始、报名截止、备货完成、预热开始、复盘（日期序列号）、依据；按开始日期排列；放假安排未公布的年份注明“预计”",
    en: "table 活动 (activity), 开始 (start), 结束 (end), 报名开始 and 报名截止 (enrolment), 备货完成 (stock ready), 预热开始 (warm-up), 复盘 (review), 依据 (source), dates as serials, by start; a year without a notice is marked 预计 (estimated)",
  },
  examples: [
    {
      words: {
        zh: "9.20 大促前 7 天是星期日，预热提前到星期五",
        en: "seven days before 20 September is a Sunday",
      },
      arguments: [
        2026,
        null,
        [
          ["活动", "日期规则", "报名开始", "报名截止", "备货完成", "预热开始", "复盘", "依据"],
          ["9.20大促", "09-20", -45, -20, -14, -7, 3, "平台公告"],
          ["感恩节", "11月第4个周四", "", "", -30, "", "", ""],
        ],
      ],
      answer: [
        HEADER,
        ["9.20大促", 46285, 46285, 46240, 46265, 46269, 46276, 46288, "平台公告"],
        ["感恩节", 46352, 46352, "", "", 46322, "", "", ""],
      ],
    },
    { arguments: [2026, "养殖"], answer: { error: "#VALUE!", says: "服装、跨境" } },
    { arguments: [1999], answer: { error: "#N/A", says: "2002–2099" } },
  ],
});

function tableRow({ row, start, end, milestones, estimatedYears }: PlannedActivity): Cell[] {
  const note = estimatedYears.length > 0 ? `${estimatedYears.join("、")} 年放假安排为预计` : "";
  const source = row.source instanceof Refusal ? row.source : [row.source, note].filter(Boolean).join("；");
  const { enrolFrom, enrolTo, stockReady, warmUpFrom, review } = milestones;
  return [
    row.activity,
    start,
    end,
    dayCell(enrolFrom),
    dayCell(enrolTo),
    dayCell(stockReady),
    dayCell(warmUpFrom),
    dayCell(review),
    source,
  ];
}

const dayCell = (milestone: Milestone | Refusal | undefined): Cell =>
  milestone instanceof Refusal ? milestone : (milestone?.day ?? "");
