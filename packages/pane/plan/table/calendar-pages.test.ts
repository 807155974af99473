import { areaAddress, cellAddress } from "@sevenstar/core/cells/cell-address";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import type { WrittenSheet } from "../../sheet-host/sheet-host.ts";
import { sheetProblem, tableProblem } from "../../sheet-host/written-problem.ts";
import { planXlsx } from "../exchange/plan-xlsx.ts";
import { builtInActivities } from "../model/built-in-activities.ts";
import { dayMarks } from "../model/day-marks.ts";
import { HolidayBook } from "../model/holiday-book.ts";
import { monthWeeks } from "../model/month-weeks.ts";
import { newYearPlan } from "../model/new-plan.ts";
import { monthDay, onDay } from "../model/on-day.fixture.ts";
import { phases } from "../model/phases.ts";
import { planSchedule } from "../model/plan-schedule.ts";
import { monthPage } from "./month-page.ts";
import { planTable } from "./plan-table.ts";
import { phaseColours } from "./sheet-colours.ts";
import { timelinePage } from "./timeline-page.ts";

const book = new HolidayBook([]);
const plan = newYearPlan(2026, ["服装"]);
const schedule = planSchedule(plan, book);
const autumn = planSchedule(
  { ...plan, activities: builtInActivities.filter(({ activity }) => activity === "9.20官方大促") },
  book,
);

describe("the marks of a day", () => {
  const marks = (day: string) => {
    const { holiday, festivals, lunar, isWorkday } = dayMarks(onDay(day), book);
    return `${isWorkday ? "上班" : "休息"} ${holiday ? `${holiday.type}${holiday.name} ` : ""}${lunar.zh} ${festivals.join()}`.trim();
  };
  it.each([
    ["2026-02-17", "休息 休春节 正月 春节"],
    ["2026-02-16", "休息 休春节 廿九 除夕"],
    ["2026-09-20", "上班 班国庆节 初十"],
    ["2026-09-25", "休息 休中秋节 十五 中秋"],
    ["2026-08-07", "上班 廿五 立秋"],
    ["2026-04-05", "休息 休清明节 十八 清明"],
    ["2026-10-18", "休息 初九 重阳"],
    ["2026-10-29", "上班 二十"],
    ["2025-07-25", "上班 闰六月"],
    ["2026-01-19", "上班 腊月"],
    ["2024-12-30", "上班 三十"],
  ])("%s: %s", (day, expected) => expect(marks(day)).toBe(expected));
});

it("the weeks of a month run from Monday to Sunday", () => {
  // September 2026 begins on a Tuesday and ends on a Wednesday.
  const weeks = monthWeeks(2026, 9);
  expect(weeks.map((week) => `${monthDay(week[0] ?? onDay("2026-01-01"))} ${week.length}`)).toEqual([
    "8-31 7",
    "9-7 7",
    "9-14 7",
    "9-21 7",
    "9-28 7",
  ]);
});

it("the phases of a promotion follow its milestones", () => {
  const [scheduled] = autumn.activities;
  expect(
    phases(scheduled as NonNullable<typeof scheduled>).map(
      ({ kind, from, to }) => `${kind} ${monthDay(from)} ${monthDay(to)}`,
    ),
  ).toEqual([
    "enrolment 8-6 8-31",
    "stock 9-1 9-4",
    "warm-up 9-11 9-19",
    "activity 9-20 9-20",
    "review 9-23 9-23",
  ]);
});

it.each([
  [0, 0, "A1"],
  [9, 25, "Z10"],
  [0, 26, "AA1"],
  [1, 701, "ZZ2"],
  [1, 702, "AAA2"],
])("the cell in row %i and column %i is %s", (row, column, address) =>
  expect(cellAddress(row, column)).toBe(address),
);

/** The column and row, from 0, of the first cell that holds a text. */
function find(page: WrittenSheet, text: string): [row: number, column: number] {
  const row = page.rows.findIndex((cells) => cells.some((cell) => String(cell).includes(text)));
  return [row, (page.rows[row] ?? []).findIndex((cell) => String(cell).includes(text))];
}
/** The fill of a cell: of the areas laid over it the last one that has any. */
const fillOf = (page: WrittenSheet, [row, column]: [number, number]) =>
  page.areas?.findLast(({ area, style }) => style.fill && isWithin(area, row, column))?.style.fill;
const isWithin = (area: string, row: number, column: number) => {
  const [first = "", last = first] = area.split(":");
  const number = (address: string) => Number(address.replace(/\D/g, "")) - 1;
  const letters = (address: string) => address.replace(/\d/g, "").padStart(3, " ");
  const name = letters(areaAddress(0, column, 0, column));
  return row >= number(first) && row <= number(last) && name >= letters(first) && name <= letters(last);
};

describe("the month calendar", () => {
  const page = monthPage([schedule], 2026, book);

  it("is a page that a spreadsheet takes, twelve months below each other", () => {
    expect(sheetProblem(page)).toBeUndefined();
    const titles = page.rows.map(([first]) => String(first)).filter((text) => /^2026年\d+月$/.test(text));
    expect(titles).toHaveLength(12);
    expect(page.rowHeights).toHaveLength(page.rows.length);
  });

  it("shows what is due under its day, and days off and make-up days in their colours", () => {
    const [row, column] = find(page, "★ 9.20官方大促");
    // 20 September 2026 is a Sunday, worked.
    expect(column).toBe(6);
    expect(page.rows[row - 1]?.[column]).toBe("20  班 初十");
    expect(fillOf(page, [row, column])).toBe("#e3f0fc");
    const [holiday, at] = find(page, "25  休 中秋节 中秋");
    expect(at).toBe(4);
    expect(fillOf(page, [holiday, at])).toBe("#fdecea");
    expect(page.rows.flat()).toContain("· 9.20官方大促 预热开始");
    // From 7 August to 15 September: named on its first day, on Mondays and on the first of the month.
    const season = page.rows.flat().filter((cell) => String(cell).includes("服装秋季上新"));
    expect(season.filter((cell) => /[★…] 服装秋季上新/.test(String(cell)))).toHaveLength(1 + 6 + 1);
  });
});

describe("the timeline", () => {
  const page = timelinePage(schedule, onDay("2026-09-16"));

  it("is a page that a spreadsheet takes, one activity a row", () => {
    expect(sheetProblem(page)).toBeUndefined();
    expect(page.rows).toHaveLength(3 + schedule.activities.length);
  });

  it("colours the weeks of each phase and marks this week", () => {
    const [row] = find(page, "9.20官方大促");
    // Week columns begin at the fourth; the first Monday is 29 December 2025, so Monday 31 August is week 35.
    const week = (index: number) => fillOf(page, [row, 3 + index]);
    expect([week(31), week(35), week(36), week(37), week(38)]).toEqual([
      phaseColours.enrolment,
      phaseColours.stock,
      phaseColours["warm-up"],
      phaseColours.activity,
      phaseColours.review,
    ]);
    expect(week(20)).toBeUndefined();
    // 16 September is in the week of the 14th.
    expect(page.rows[2]?.[3 + 37]).toBe(14);
    expect(fillOf(page, [2, 3 + 37])).toBe("#c50f1f");
  });

  it("without activities is still a page", () => {
    const empty = timelinePage(
      { year: 2026, activities: [], unreadable: [], elsewhere: [] },
      onDay("2026-01-01"),
    );
    expect(sheetProblem(empty)).toBeUndefined();
  });
});

describe("the .xlsx", () => {
  it("holds the table with dates and lists, and both pages", async () => {
    const table = planTable(schedule);
    expect(tableProblem(table)).toBeUndefined();
    const bytes = await planXlsx(table, [
      monthPage([schedule], 2026, book),
      timelinePage(schedule, onDay("2026-09-16")),
    ]);
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    expect(sheets.map(({ name }) => name)).toEqual(["年度活动表", "活动月历", "活动时间线"]);
    const [first, months] = sheets;
    const row = first?.rows.find((cells) => cells[0] === "9.20官方大促");
    expect(row?.slice(1, 3)).toEqual([new Date(Date.UTC(2026, 8, 20)), new Date(Date.UTC(2026, 8, 20))]);
    expect(first?.tables?.[0]).toMatchObject({
      name: "年度活动表",
      range: `A1:Q${schedule.activities.length + 1}`,
    });
    expect(first?.dataValidations?.[0]?.values).toEqual(["未开始", "进行中", "已完成", "放弃"]);
    expect(months?.rows[0]?.[0]).toBe("2026年1月");
    expect(months?.merges).toHaveLength(12);
  });

  it("of an empty plan opens too", async () => {
    const empty = { year: 2026, activities: [], unreadable: [], elsewhere: [] };
    const { sheets } = await readXlsx(await planXlsx(planTable(empty), []));
    expect(sheets[0]?.rows[0]?.[0]).toBe("活动");
  });
});
