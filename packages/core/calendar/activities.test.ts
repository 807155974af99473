import { describe, expect, it } from "vitest";
import { type CalendarDay, isoDate } from "../cells/calendar-day.ts";
import { shownAnswer } from "../functions/shown-answer.fixture.ts";
import { activities } from "./activities.ts";

const HEADER = "活动,开始,结束,报名开始,报名截止,备货完成,预热开始,复盘,依据".split(",");

/** The answer's rows with dates as month and day; a date of another year keeps its year. */
function planned(year: number, ...rest: unknown[]): string[][] {
  const text = (cell: unknown) =>
    typeof cell === "number" ? isoDate(cell as CalendarDay).replace(`${year}-`, "") : String(cell);
  return shownAnswer(activities, year, ...rest)
    .slice(1)
    .map((row) => row.map(text));
}
const row = (year: number, name: string, ...rest: unknown[]) =>
  planned(year, ...rest).find(([activity]) => activity === name);

describe("ACTIVITIES", () => {
  // By hand on the official calendars: weekends, 2026-06-19 to 21 off, 2026-09-20 worked.
  it.each([
    [2025, "3.28官方大促", "03-28", "02-11", "03-07", "03-14", "03-21", "03-31"],
    [2025, "6.28官方大促", "06-28", "05-14", "06-06", "06-13", "06-20", "07-01"],
    [2025, "9.20官方大促", "09-20", "08-06", "08-29", "09-05", "09-12", "09-23"],
    [2025, "12.20官方大促", "12-20", "11-05", "11-28", "12-05", "12-12", "12-23"],
    [2026, "3.28官方大促", "03-28", "02-11", "03-06", "03-13", "03-20", "03-31"],
    [2026, "6.28官方大促", "06-28", "05-14", "06-08", "06-12", "06-18", "07-01"],
    [2026, "9.20官方大促", "09-20", "08-06", "08-31", "09-04", "09-11", "09-23"],
    [2026, "12.20官方大促", "12-20", "11-05", "11-30", "12-04", "12-11", "12-23"],
    [2027, "3.28官方大促", "03-28", "02-11", "03-08", "03-12", "03-19", "03-31"],
    [2027, "6.28官方大促", "06-28", "05-14", "06-08", "06-14", "06-21", "07-01"],
    [2027, "9.20官方大促", "09-20", "08-06", "08-31", "09-06", "09-13", "09-23"],
    [2027, "12.20官方大促", "12-20", "11-05", "11-30", "12-06", "12-13", "12-23"],
  ])("plans %i %s, milestones on days off moved earlier", (year, name, start, ...milestones) => {
    expect(row(year, name)?.slice(1, 8)).toEqual([start, start, ...milestones]);
  });

  it("says 预计 in 依据 of a year without a notice, and only there", () => {
    for (const [, ...cells] of planned(2027)) expect(cells.at(-1)).toContain("预计");
    for (const name of ["6.28官方大促", "9.20官方大促"])
      expect(row(2026, name)?.at(-1)).not.toContain("预计");
  });

  it("lists the rows of every industry where none is given, and those of an industry besides", () => {
    const names = (...rest: unknown[]) => planned(2026, ...rest).map(([name]) => name);
    expect(names()).toEqual(["春节备货", "3.28官方大促", "6.28官方大促", "9.20官方大促", "12.20官方大促"]);
    expect(names("服装")).toEqual(expect.arrayContaining(["服装秋季上新", "9.20官方大促"]));
    expect(names("服装、跨境")).toEqual(expect.arrayContaining(["服装冬季上新", "圣诞"]));
  });

  it("is sorted by the start", () => {
    const starts = shownAnswer(activities, 2026, "服装、跨境")
      .slice(1)
      .map((each) => Number(each[1]));
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it("ends on 开始 + 天数 − 1, and counts the review from the end", () => {
    const plan = [
      ["活动", "日期规则", "天数", "复盘"],
      ["店庆", "05-18", 3, 5],
    ];
    // 18, 19 and 20 May; the review on Monday the 25th.
    expect(planned(2026, null, plan)).toEqual([["店庆", "05-18", "05-20", "", "", "", "", "05-25", ""]]);
  });

  it("is replaced by a plan of one's own, disabled rows and other years' days left out", () => {
    const plan = [
      ["活动", "日期规则", "启用"],
      ["春节", "农历 01-01", "是"],
      ["关掉的", "06-01", "否"],
      ["去年的", "2025-05-20", ""],
      ["感恩节", "11月第4个周四", ""],
    ];
    expect(planned(2026, null, plan).map(([name, start]) => [name, start])).toEqual([
      ["春节", "02-17"],
      ["感恩节", "11-26"],
    ]);
  });

  it("keeps a bad cell to its own row", () => {
    const plan = [
      ["活动", "日期规则", "天数"],
      ["好的", "06-01", 1],
      ["坏的", "六月初", 1],
    ];
    const [good, bad] = planned(2026, null, plan);
    expect(good?.slice(0, 2)).toEqual(["好的", "06-01"]);
    expect(bad?.[1]).toMatch(/^#VALUE! .*六月初.*不是日期规则/);
  });

  it("answers a header alone with its own header, and refuses a plan without known columns", () => {
    expect(shownAnswer(activities, 2026, null, [["活动", "日期规则"]])).toEqual([HEADER]);
    expect(
      shownAnswer(activities, 2026, null, [
        ["a", "b"],
        [1, 2],
      ])[0]?.[0],
    ).toMatch(/^#VALUE! .*日期规则/);
  });

  it("refuses an industry that nobody knows and a year without holidays", () => {
    expect(shownAnswer(activities, 2026, "养殖")[0]?.[0]).toMatch(/^#VALUE! .*养殖.*服装/);
    expect(shownAnswer(activities, 1999)[0]?.[0]).toMatch(/^#N\/A/);
  });
});
