import { describe, expect, it } from "vitest";
import { type CalendarDay, isoDate } from "../cells/calendar-day.ts";
import { Refusal } from "../cells/refusal.ts";
import { readDateRule } from "./date-rule.ts";

function day(rule: unknown, year: number): string | undefined {
  const read = readDateRule(rule, () => "日期规则");
  const found = read instanceof Refusal ? read : read(year, () => "日期规则");
  if (found instanceof Refusal) return found.message;
  return found === undefined ? undefined : isoDate(found as CalendarDay);
}

describe("date rules", () => {
  it.each([
    ["03-28", 2026, "2026-03-28"],
    ["3月28日", 2026, "2026-03-28"],
    ["3/28", 2027, "2027-03-28"],
    ["农历 01-01", 2026, "2026-02-17"],
    ["农历01-01", 2027, "2027-02-06"],
    ["農曆 8月15日", 2026, "2026-09-25"],
    ["节气 立秋", 2026, "2026-08-07"],
    ["节气 冬至", 2027, "2027-12-22"],
    ["中秋", 2026, "2026-09-25"],
    ["2026-05-20", 2026, "2026-05-20"],
    [46_162, 2026, "2026-05-20"],
    ["11月第4个周五", 2026, "2026-11-27"],
    ["11月第四个星期五", 2025, "2025-11-28"],
    ["5月第2个周日", 2026, "2026-05-10"],
    ["6月第3个周天", 2026, "2026-06-21"],
  ])("%s in %i is %s", (rule, year, expected) => expect(day(rule, year)).toBe(expected));

  it("names a day in full for its own year only", () => expect(day("2026-05-20", 2027)).toBeUndefined());

  it.each([
    ["02-29", 2026],
    ["11月第5个周五", 2026],
    ["农历 12-30", 2101],
  ])("says where a year has no %s", (rule, year) =>
    expect(day(rule, year)).toContain(`在 ${year} 年没有这一天`),
  );

  it.each([
    "六月初",
    "13月",
    "农历 13-01",
    "13-45",
    "02-30",
    "农历 01-31",
    "13月第1个周五",
    "节气 乱写",
    "农历 闰04-01",
    "立夏后",
    "0328",
    "11月第6个周五",
    "农历",
  ])("refuses %s and shows how to write it", (rule) => {
    expect(day(rule, 2026)).toMatch(/不是日期规则|没有这一天/);
    expect(day(rule, 2026)).toContain("农历 01-01");
  });
});
