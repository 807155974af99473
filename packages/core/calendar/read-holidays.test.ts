import { describe, expect, it } from "vitest";
import { type CalendarDay, calendarDay } from "../cells/calendar-day.ts";
import { shownAnswer } from "../functions/shown-answer.fixture.ts";
import { holidays } from "./holidays.ts";
import { isWorkdayCn } from "./is-workday-cn.ts";
import { readHolidays } from "./read-holidays.ts";
import { WorkCalendar } from "./work-calendar.ts";

const isWorkday = (date: string, table: unknown) => shownAnswer(isWorkdayCn, date, table)[0]?.[0];

const notice2027 = [
  ["日期", "名称", "类型", "来源"],
  ["2027-02-05", "春节", "休", "国务院办公厅"],
  ["2027-02-08", "春节", "休", "国务院办公厅"],
  ["2027-02-14", "春节", "班", "国务院办公厅"],
];

describe("holidays: a table with 日期 and 类型", () => {
  it("replaces the years it mentions, all of each", () => {
    expect(isWorkday("2027-02-14", notice2027)).toBe(true);
    expect(isWorkday("2027-02-05", notice2027)).toBe(false);
    // 2027-10-01 is a Friday; the table does not say that it is off.
    expect(isWorkday("2027-10-01", notice2027)).toBe(true);
    expect(isWorkday("2027-10-02", notice2027)).toBe(false);
  });

  it("leaves every other year as it is", () => {
    expect(isWorkday("2026-09-20", notice2027)).toBe(true);
    expect(isWorkday("2026-10-01", notice2027)).toBe(false);
    expect(isWorkday("2028-10-02", notice2027)).toBe(false);
  });

  it("makes the years it mentions announced ones", () => {
    const calendar = readHolidays(notice2027, "放假安排") as WorkCalendar;
    expect([2026, 2027, 2028].map((year) => calendar.isAnnounced(year))).toEqual([true, true, false]);
  });

  it("takes the answer of HOLIDAYS and changes nothing", () => {
    for (const year of [2013, 2026, 2027]) {
      const calendar = readHolidays(shownAnswer(holidays, year), "放假安排") as WorkCalendar;
      for (let day = calendarDay(year, 1, 1) as number; day <= (calendarDay(year, 12, 31) as number); day++) {
        expect(calendar.isWorkday(day as CalendarDay)).toBe(new WorkCalendar().isWorkday(day as CalendarDay));
      }
    }
  });

  it("does not take the year-end days of the next New Year's notice for a notice of their own year", () => {
    const table = [
      ["日期", "类型"],
      ["2026-12-27", "班"],
      ["2026-12-31", "休"],
      ["2027-01-01", "休"],
    ];
    expect(isWorkday("2026-12-27", table)).toBe(true);
    expect(isWorkday("2026-12-31", table)).toBe(false);
    expect(isWorkday("2026-10-01", table)).toBe(false);
    expect(isWorkday("2026-09-20", table)).toBe(true);
  });

  it("refuses a type that is neither 休 nor 班 and a cell that is no date, by row and column", () => {
    const bad = (row: unknown[]) =>
      isWorkday("2027-01-04", [["日期", "名称", "类型"], ["2027-01-01", "元旦", "休"], row]);
    expect(bad(["2027-02-05", "春节", "调"])).toMatch(/^#VALUE! 第 2 行数据的“类型”应为“休”或“班”，现为“调”/);
    expect(bad(["除夕", "春节", "休"])).toMatch(/^#VALUE! 第 2 行数据的“日期”应为日期，现为“除夕”/);
    expect(bad(["", "春节", "休"])).toMatch(/^#VALUE! 第 2 行数据没有填“日期”/);
    expect(bad([{ type: "Error", basicValue: "#REF!" }, "春节", "休"])).toMatch(/^#VALUE! .*#REF!/);
  });

  it("takes a blank type for a day off and skips blank rows", () => {
    const table = [
      ["日期", "类型"],
      ["", ""],
      ["2027-03-01", ""],
    ];
    expect(isWorkday("2027-03-01", table)).toBe(false);
  });
});

describe("holidays: dates without a type", () => {
  it("are days off besides the built-in ones", () => {
    const list = [["2026-09-20"], [46091], [""]];
    expect(isWorkday("2026-09-20", list)).toBe(false);
    expect(isWorkday("2026-03-10", list)).toBe(false);
    expect(isWorkday("2026-10-10", list)).toBe(true);
    expect(isWorkday("2026-10-01", list)).toBe(false);
  });

  it("may be a single cell, a row, or a column under its header", () => {
    for (const list of ["2026-03-10", [["2026-03-10", 46092]], [["日期"], ["2026-03-10"]]]) {
      expect(isWorkday("2026-03-10", list)).toBe(false);
      expect(isWorkday("2026-10-01", list)).toBe(false);
    }
  });

  it("refuses text that is no date and says what to select", () => {
    expect(isWorkday("2026-03-10", [["放假日"], ["2026-03-10"]])).toMatch(
      /^#VALUE! 放假安排（holidays）里的“放假日”不是日期，请只选日期，或选带表头 日期、名称、类型 的表格/,
    );
  });

  it("leaves the estimate of a year an estimate", () => {
    expect((readHolidays([["2027-03-01"]], "放假安排") as WorkCalendar).isAnnounced(2027)).toBe(false);
  });
});
