import { describe, expect, it } from "vitest";
import { type CalendarDay, isoDate } from "../cells/calendar-day.ts";
import { shownAnswer } from "../functions/shown-answer.fixture.ts";
import { holidays } from "./holidays.ts";
import { officialNotice } from "./official-notices.fixture.ts";

const rowsOf = (year: unknown) => shownAnswer(holidays, year).slice(1);
const datesOf = (year: number, type: "休" | "班") =>
  rowsOf(year)
    .filter((row) => row[2] === type)
    .map(([day]) => day);

describe("HOLIDAYS", () => {
  it.each([2024, 2025, 2026] as const)("lists %s exactly as the notice announced it", (year) => {
    expect(datesOf(year, "休")).toEqual(officialNotice(year).off);
    expect(datesOf(year, "班")).toEqual(officialNotice(year).work);
    expect(new Set(rowsOf(year).map((row) => row[3]))).toEqual(new Set(["公布"]));
  });

  it("is a table by date with its header row", () => {
    const [header, ...rows] = shownAnswer(holidays, 2026);
    expect(header).toEqual(["日期", "名称", "类型", "状态"]);
    const days = rows.map(([day]) => day as number);
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(rows.find(([day]) => day === 46285)).toEqual([46285, "国庆节", "班", "公布"]);
  });

  it("names the joint holiday of 2025 after both festivals", () => {
    expect(rowsOf(2025).find(([day]) => isoDate(day as CalendarDay) === "2025-10-06")?.[1]).toBe(
      "国庆节、中秋节",
    );
  });

  it("knows the holidays of 2002 and nothing earlier", () => {
    expect(datesOf(2002, "休").map((day) => isoDate(day as CalendarDay))).toContain("2002-05-07");
    expect(rowsOf(2002)[0]?.[3]).toBe("公布");
    expect(shownAnswer(holidays, 2001)).toEqual([[expect.stringMatching(/^#N\/A 2001 年.*2002–2099/)]]);
    expect(shownAnswer(holidays, 2100)).toEqual([[expect.stringMatching(/^#N\/A 2100 年/)]]);
  });

  it("has the two make-up days of 2013 and the short May holiday of 2003 by their notices", () => {
    const iso = (year: number, type: "休" | "班") =>
      datesOf(year, type).map((day) => isoDate(day as CalendarDay));
    expect(iso(2013, "班")).toEqual(expect.arrayContaining(["2013-04-07", "2013-10-12"]));
    expect(iso(2003, "休").filter((date) => date.startsWith("2003-05"))).toEqual(
      [1, 2, 3, 4, 5].map((day) => `2003-05-0${day}`),
    );
    expect(iso(2003, "班")).not.toContain("2003-04-26");
  });

  it("estimates a later year as the 13 statutory days, the Spring Festival from its eve to the third day", () => {
    const rows = rowsOf(2027);
    expect(rows.map(([day]) => isoDate(day as CalendarDay))).toEqual([
      "2027-01-01",
      "2027-02-05",
      "2027-02-06",
      "2027-02-07",
      "2027-02-08",
      "2027-04-05",
      "2027-05-01",
      "2027-05-02",
      "2027-06-09",
      "2027-09-15",
      "2027-10-01",
      "2027-10-02",
      "2027-10-03",
    ]);
    for (const row of rows) expect(row.slice(2)).toEqual(["休", "预计"]);
  });

  it("lists a day once when Mid-Autumn falls on National Day", () => {
    const rows = rowsOf(2031);
    expect(rows).toHaveLength(12);
    expect(rows.map((row) => row[1])).toContain("国庆节、中秋节");
  });

  it("estimates every year to 2099", () => {
    for (let year = 2027; year <= 2099; year++) {
      const days = datesOf(year, "休") as CalendarDay[];
      expect(days.length).toBeGreaterThanOrEqual(12);
      for (const day of days) expect(isoDate(day)).toMatch(new RegExp(`^${year}-`));
    }
  });

  it("asks for a year", () => {
    expect(shownAnswer(holidays, "今年")).toEqual([[expect.stringMatching(/^#VALUE! 年份（year）/)]]);
    expect(shownAnswer(holidays, "2026年")).toEqual(shownAnswer(holidays, 2026));
  });
});
