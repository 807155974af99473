import { festivals } from "@sevenstar/core/calendar/festivals";
import { type CalendarDay, isoDate } from "@sevenstar/core/cells/calendar-day";
import { LunarDay, LunarYear, SolarTerm } from "tyme4ts";
import { expect, it } from "vitest";

/** The festivals of the lunar calendar as tyme4ts counts them: month and day; those before the Spring Festival of the year. */
const lunar: Readonly<Record<string, (year: number) => LunarDay>> = {
  除夕: (year) => LunarDay.fromYmd(year, 1, 1).next(-1),
  春节: (year) => LunarDay.fromYmd(year, 1, 1),
  元宵: (year) => LunarDay.fromYmd(year, 1, 15),
  端午: (year) => LunarDay.fromYmd(year, 5, 5),
  七夕: (year) => LunarDay.fromYmd(year, 7, 7),
  中元: (year) => LunarDay.fromYmd(year, 7, 15),
  中秋: (year) => LunarDay.fromYmd(year, 8, 15),
  重阳: (year) => LunarDay.fromYmd(year, 9, 9),
  腊八: (year) => LunarDay.fromYmd(year - 1, 12, 8),
  小年: (year) => LunarDay.fromYmd(year - 1, 12, 23),
};
const years = Array.from({ length: 150 }, (_, index) => 1950 + index);

it("knows ten festivals and the 24 solar terms", () => {
  expect(festivals.map(({ name }) => name)).toEqual([
    ...Object.keys(lunar),
    ...Array.from({ length: 24 }, (_, index) => SolarTerm.fromIndex(2026, index + 1).getName()),
  ]);
});

it.each(festivals)("has $name on tyme4ts's day in every year from 1950 to 2099", ({ name, dayIn }) => {
  for (const year of years) {
    const solar = lunar[name]?.(year).getSolarDay() ?? termDay(name, year);
    expect(isoDate(dayIn(year) as CalendarDay)).toBe(
      solar
        .toString()
        .replace(/年|月/g, "-")
        .replace("日", "")
        .replace(/-(\d)(?=-|$)/g, "-0$1"),
    );
  }
});

it("counts leap months as tyme4ts does, so that no festival slips", () => {
  expect(years.filter((year) => LunarYear.fromYear(year).getLeapMonth() > 0).length).toBeGreaterThan(50);
});

/** The day of a solar term in a civil year: index 1 is 小寒 of that January. */
function termDay(name: string, year: number) {
  const index = festivals.findIndex((each) => each.name === name) - Object.keys(lunar).length;
  return SolarTerm.fromIndex(year, index + 1).getSolarDay();
}
