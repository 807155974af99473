import { type CalendarDay, calendarDay } from "../cells/calendar-day.ts";
import { lunarDay } from "./lunar-day.ts";
import { solarTermDay } from "./solar-term.ts";

/** A public holiday: its mark in holiday-notices.ts, its name, its first statutory day and how many there are. */
export interface StatutoryHoliday {
  readonly mark: string;
  readonly name: string;
  readonly firstDay: (year: number) => CalendarDay | undefined;
  readonly days: number;
}

const QINGMING = 6;

const holiday = (
  mark: string,
  name: string,
  days: number,
  firstDay: StatutoryHoliday["firstDay"],
): StatutoryHoliday => ({ mark, name, firstDay, days });

const onDate = (month: number, day: number) => (year: number) => calendarDay(year, month, day);
const onLunarDate = (month: number, day: number) => (year: number) => lunarDay(year, month, day);

/**
 * The 13 days on which everyone has off by law since 2025-01-01 (全国年节及纪念日放假办法, revised in November
 * 2024, 国务院令第795号); the Spring Festival counts from its eve to the third day. Those of 0 days stand only in
 * the notices of single years.
 */
export const statutoryHolidays: readonly StatutoryHoliday[] = [
  holiday("元", "元旦", 1, onDate(1, 1)),
  holiday("春", "春节", 4, onLunarDate(12, 30)),
  holiday("清", "清明节", 1, (year) => solarTermDay(year, QINGMING)),
  holiday("劳", "劳动节", 2, onDate(5, 1)),
  holiday("端", "端午节", 1, onLunarDate(5, 5)),
  holiday("中", "中秋节", 1, onLunarDate(8, 15)),
  holiday("国", "国庆节", 3, onDate(10, 1)),
  holiday("双", "国庆节、中秋节", 0, onDate(10, 1)),
  holiday("抗", "抗战胜利日", 0, onDate(9, 3)),
];
