import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarDay, calendarDay } from "../cells/calendar-day.ts";
import { lunarDate } from "./lunar-date.ts";
import { lunarDay } from "./lunar-day.ts";

const dateOf = (year: number, month: number, day: number) =>
  lunarDate(calendarDay(year, month, day) as CalendarDay);

describe("the lunar date of a day", () => {
  it.each([
    // Spring Festivals and their eves
    [2026, 2, 17, { month: 1, day: 1, isLeap: false }],
    [2026, 2, 16, { month: 12, day: 29, isLeap: false }],
    [2024, 2, 9, { month: 12, day: 30, isLeap: false }],
    [2027, 2, 6, { month: 1, day: 1, isLeap: false }],
    // 中秋 2026, 重阳 2025, 元宵 2027
    [2026, 9, 25, { month: 8, day: 15, isLeap: false }],
    [2025, 10, 29, { month: 9, day: 9, isLeap: false }],
    [2027, 2, 20, { month: 1, day: 15, isLeap: false }],
    // the leap months of 2023 (二月, from 22 March) and 2025 (六月, from 25 July)
    [2023, 3, 22, { month: 2, day: 1, isLeap: true }],
    [2023, 4, 19, { month: 2, day: 29, isLeap: true }],
    [2023, 4, 20, { month: 3, day: 1, isLeap: false }],
    [2025, 7, 25, { month: 6, day: 1, isLeap: true }],
    [2025, 8, 22, { month: 6, day: 29, isLeap: true }],
    [2025, 8, 23, { month: 7, day: 1, isLeap: false }],
    // 1 January 2026 is 冬月十三
    [2026, 1, 1, { month: 11, day: 13, isLeap: false }],
  ])("%i-%i-%i", (year, month, day, expected) => expect(dateOf(year, month, day)).toEqual(expected));

  it("gives back every lunar date", () => {
    const dates = fc.tuple(
      fc.integer({ min: 1952, max: 2097 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 29 }),
    );
    fc.assert(
      fc.property(dates, ([year, month, day]) => {
        expect(lunarDate(lunarDay(year, month, day) as CalendarDay)).toEqual({ month, day, isLeap: false });
      }),
    );
  });

  it("counts on day by day", () => {
    const days = fc.integer({
      min: calendarDay(1952, 1, 1) as number,
      max: calendarDay(2097, 12, 30) as number,
    });
    fc.assert(
      fc.property(days, (day) => {
        const [date, next] = [lunarDate(day as CalendarDay), lunarDate((day + 1) as CalendarDay)];
        expect([1, (date?.day ?? 0) + 1]).toContain(next?.day);
        if (next?.day === 1) expect(date?.day).toBeGreaterThanOrEqual(29);
      }),
    );
  });
});
