import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInActivities } from "./built-in-activities.ts";
import { HolidayBook } from "./holiday-book.ts";
import { newYearPlan } from "./new-plan.ts";
import { monthDay, onDay } from "./on-day.fixture.ts";
import type { PlanActivity } from "./plan-document.ts";
import { milestoneOf, planSchedule, scheduleActivity } from "./plan-schedule.ts";

const book = new HolidayBook([]);
const row = (name: string): PlanActivity => {
  const found = builtInActivities.find(({ activity }) => activity === name);
  if (!found) throw new Error(`no built-in activity ${name}`);
  return found;
};
const scheduled = (activity: PlanActivity, year: number, holidays = book) => {
  const found = scheduleActivity(activity, year, holidays);
  if (!found || !("milestones" in found)) throw new Error(`${activity.activity} is not in ${year}`);
  return found;
};

describe("the official promotions, worked out backwards", () => {
  // By hand from the notices of 2025 and 2026 and, for 2027, from weekends and the statutory days alone (facts.md §3).
  it.each([
    [2025, "3.28", "2-11 3-7 3-14 3-21 3-31"],
    [2025, "6.28", "5-14 6-6 6-13 6-20 7-1"],
    [2025, "9.20", "8-6 8-29 9-5 9-12 9-23"],
    [2025, "12.20", "11-5 11-28 12-5 12-12 12-23"],
    [2026, "3.28", "2-11 3-6 3-13 3-20 3-31"],
    // 21 June 2026 is a day off of 端午: the warm-up moves to Thursday the 18th.
    [2026, "6.28", "5-14 6-8 6-12 6-18 7-1"],
    [2026, "9.20", "8-6 8-31 9-4 9-11 9-23"],
    [2026, "12.20", "11-5 11-30 12-4 12-11 12-23"],
    [2027, "3.28", "2-11 3-8 3-12 3-19 3-31"],
    [2027, "6.28", "5-14 6-8 6-14 6-21 7-1"],
    [2027, "9.20", "8-6 8-31 9-6 9-13 9-23"],
    [2027, "12.20", "11-5 11-30 12-6 12-13 12-23"],
  ])("%i %s", (year, date, expected) => {
    const { milestones } = scheduled(row(`${date}官方大促`), year);
    expect(milestones.map(({ day }) => monthDay(day)).join(" ")).toBe(expected);
  });

  it("says why a milestone moved: a weekend, or a holiday by its name", () => {
    const [autumn, summer] = [scheduled(row("9.20官方大促"), 2026), scheduled(row("6.28官方大促"), 2026)];
    expect(milestoneOf(autumn, "warmUpFrom")?.moved?.zh).toBe("9月13日（周日）不上班，提前到9月11日（周五）");
    expect(milestoneOf(summer, "warmUpFrom")?.moved?.zh).toBe(
      "6月21日（周日）端午节放假，提前到6月18日（周四）",
    );
    expect(milestoneOf(summer, "warmUpFrom")?.moved?.en).toBe(
      "Sun 21 Jun public holiday Dragon Boat Festival: moved to Thu 18 Jun",
    );
    expect(milestoneOf(autumn, "enrolTo")?.moved).toBeUndefined();
  });

  it("marks the years whose holidays are only estimated", () => {
    expect(scheduled(row("9.20官方大促"), 2026).estimatedYears).toEqual([]);
    expect(scheduled(row("9.20官方大促"), 2027).estimatedYears).toEqual([2027]);
  });
});

describe("a year's notice that the team entered", () => {
  const notice = (year: number, ...days: [date: string, name: string, type: "休" | "班"][]) =>
    new HolidayBook([{ year, days: days.map(([date, name, type]) => ({ day: onDay(date), name, type })) }]);

  it("changes the milestones and takes the mark away", () => {
    const entered = notice(2027, ["2027-09-13", "公司日", "休"], ["2027-08-31", "停电", "休"]);
    const { milestones, estimatedYears } = scheduled(row("9.20官方大促"), 2027, entered);
    expect(milestones.map(({ day }) => monthDay(day)).join(" ")).toBe("8-6 8-30 9-6 9-10 9-23");
    expect(milestones[3]?.moved?.zh).toBe("9月13日（周一）公司日放假，提前到9月10日（周五）");
    expect(estimatedYears).toEqual([]);
  });

  it("makes a weekend a working day", () => {
    const entered = notice(2027, ["2027-03-14", "清明节", "班"]);
    expect(milestoneOf(scheduled(row("3.28官方大促"), 2027, entered), "stockReady")).toMatchObject({
      day: onDay("2027-03-14"),
    });
  });

  it("adds the days of the December before to their year and replaces nothing there", () => {
    const entered = notice(2027, ["2026-12-31", "元旦", "休"], ["2027-01-01", "元旦", "休"]);
    expect(entered.isWorkday(onDay("2026-12-31"))).toBe(false);
    expect(entered.on(onDay("2026-12-31"))?.name).toBe("元旦");
    expect(entered.isWorkday(onDay("2026-09-20"))).toBe(true);
    expect(entered.on(onDay("2026-10-01"))?.name).toBe("国庆节");
    // Not in the entered notice, though a statutory day: the notice replaces the year.
    expect(entered.on(onDay("2027-10-01"))).toBeUndefined();
  });
});

describe("the holidays", () => {
  it("know the Spring Festival's days, announced or estimated", () => {
    expect(book.springFestival(2026)).toEqual({ from: onDay("2026-02-15"), to: onDay("2026-02-23") });
    expect(book.springFestival(2027)).toEqual({ from: onDay("2027-02-05"), to: onDay("2027-02-08") });
  });

  it("count the working days left as NEXTACTIVITY does, and those that are past as negative", () => {
    // From Friday 18 September 2026: the Sunday of 9.20 is worked.
    expect(book.workdaysLeft(onDay("2026-09-18"), onDay("2026-09-20"))).toBe(1);
    expect(book.workdaysLeft(onDay("2026-09-05"), onDay("2026-09-20"))).toBe(11);
    expect(book.workdaysLeft(onDay("2026-09-18"), onDay("2026-09-18"))).toBe(0);
    expect(book.workdaysLeft(onDay("2026-09-21"), onDay("2026-09-18"))).toBe(-2);
  });
});

describe("a year's schedule", () => {
  const plan = newYearPlan(2026, []);

  it("holds the enabled activities of every industry by their start", () => {
    expect(planSchedule(plan, book).activities.map(({ activity }) => activity.activity)).toEqual([
      "春节备货",
      "3.28官方大促",
      "6.28官方大促",
      "9.20官方大促",
      "12.20官方大促",
    ]);
  });

  it("adds those of the chosen industries", () => {
    const names = planSchedule({ ...plan, industries: ["服装", "跨境"] }, book).activities.map(
      ({ activity }) => activity.activity,
    );
    expect(names).toHaveLength(10);
    expect(names).toContain("服装秋季上新");
    expect(names.at(-1)).toBe("圣诞");
  });

  it("names what it cannot read instead of dropping it", () => {
    const own = { ...row("9.20官方大促"), id: "own", activity: "周年庆", dateRule: "那一天" };
    const other = { ...own, id: "other", dateRule: "2025-05-20" };
    const schedule = planSchedule({ ...plan, activities: [own, other] }, book);
    expect(schedule.activities).toEqual([]);
    expect(schedule.unreadable[0]?.problem).toContain("那一天");
    expect(schedule.elsewhere).toEqual([other]);
  });

  it("takes days set by hand as they are, and counts from a start set by hand", () => {
    const activity: PlanActivity = {
      ...row("9.20官方大促"),
      fixedDays: { start: onDay("2026-09-22"), enrolTo: onDay("2026-08-29") },
    };
    const { start, milestones } = scheduled(activity, 2026);
    expect(start).toBe(onDay("2026-09-22"));
    // A Saturday stays where it was put; the warm-up is seven days before the 22nd.
    expect(milestones[1]).toMatchObject({ day: onDay("2026-08-29"), isFixed: true });
    expect(milestoneOf(scheduled(activity, 2026), "warmUpFrom")?.day).toBe(onDay("2026-09-15"));
  });

  it("puts every milestone on a working day, never later than planned", () => {
    const rules = fc.constantFrom("03-28", "农历 01-01", "节气 立秋", "11月第4个周五", "10-08", "02-20");
    const offsets = fc.integer({ min: -150, max: 30 });
    fc.assert(
      fc.property(rules, offsets, fc.integer({ min: 2024, max: 2030 }), (dateRule, offset, year) => {
        const activity = { ...row("9.20官方大促"), dateRule, offsets: { stockReady: offset } };
        const [milestone] = scheduled(activity, year).milestones;
        expect(milestone?.day).toBeLessThanOrEqual(milestone?.planned ?? 0);
        expect(book.isWorkday(milestone?.day ?? onDay("2026-10-01"))).toBe(true);
        expect(milestone?.moved !== undefined).toBe(milestone?.day !== milestone?.planned);
      }),
    );
  });
});
