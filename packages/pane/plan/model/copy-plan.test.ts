import { describe, expect, it } from "vitest";
import { builtInActivities } from "./built-in-activities.ts";
import { copyPlan, type Move } from "./copy-plan.ts";
import { HolidayBook } from "./holiday-book.ts";
import { newYearPlan } from "./new-plan.ts";
import { monthDay, onDay } from "./on-day.fixture.ts";
import type { PlanActivity, YearPlan } from "./plan-document.ts";
import { stepWords } from "./step-words.ts";

const book = new HolidayBook([]);
const promotion = builtInActivities.find(({ activity }) => activity === "9.20官方大促") as PlanActivity;
const planOf = (year: number, ...activities: PlanActivity[]): YearPlan => ({
  year,
  industries: [],
  activities,
});
const shown = ({ step, from, to, reason }: Move) =>
  `${stepWords(step).zh} ${monthDay(from)} → ${to === undefined ? "" : monthDay(to)}：${reason.zh}`;
const moved = (plan: YearPlan, year: number) => copyPlan(plan, year, book).moves.map(shown);

describe("a plan copied to the next year", () => {
  it("lists what moved and why: off days off in one year, not in the other", () => {
    // 2025: 31 August and 6, 13 September are weekends; 2026: 6 and 13 September are, 31 August is a Monday.
    expect(moved(planOf(2025, promotion), 2026)).toEqual([
      "报名截止 8-29 → 8-31：原来遇到不上班提前，这一年不用提前",
      "备货完成 9-5 → 9-4：9月6日（周日）不上班，提前到9月4日（周五）",
      "预热开始 9-12 → 9-11：9月13日（周日）不上班，提前到9月11日（周五）",
    ]);
  });

  it("recomputes lunar dates and what hangs on them", () => {
    const festival = builtInActivities.find(({ activity }) => activity === "春节备货") as PlanActivity;
    // 春节: 17 February 2026, 6 February 2027. 85 and 35 days before: 24 November, 13 January;
    // 13 November, 2 January (a Saturday after New Year, so 31 December). Reviews 7 days after the eighth day:
    // 3 March; 20 February is a Saturday, so the 19th.
    expect(moved(planOf(2026, festival), 2027)).toEqual([
      "开始 2-17 → 2-6：按“农历 01-01”每年不同",
      "备货完成 1-13 → 12-31：1月2日（周六）不上班，提前到2026年12月31日（周四）",
      "预热开始 11-24 → 11-13：随开始日移动",
      "复盘 3-3 → 2-19：2月20日（周六）不上班，提前到2月19日（周五）",
    ]);
  });

  it("moves dates with a year to the same day, the 29th of February to the 28th", () => {
    const own = { ...promotion, offsets: {}, dateRule: "2028-02-29" };
    const copied = copyPlan(planOf(2028, own), 2029, book);
    expect(copied.plan.activities[0]?.dateRule).toBe("2029-02-28");
    expect(copied.moves).toHaveLength(1);
  });

  it("begins with no status and no day set by hand, and keeps owners, notes and what is disabled", () => {
    const worked: PlanActivity = {
      ...promotion,
      owner: "小王",
      note: "主推夏款",
      statuses: { enrolTo: "已完成" },
      fixedDays: { enrolTo: onDay("2026-08-20") },
    };
    const { plan, moves } = copyPlan(
      planOf(2026, worked, { ...worked, id: "off", isEnabled: false }),
      2027,
      book,
    );
    expect(plan.activities[0]).toMatchObject({
      owner: "小王",
      note: "主推夏款",
      statuses: {},
      fixedDays: {},
    });
    expect(plan.activities[1]?.isEnabled).toBe(false);
    expect(shown(moves[0] as Move)).toBe("报名截止 8-20 → 8-31：原来是手工指定的，现按提前天数");
  });

  it("names an activity that has no day in the new year", () => {
    // May has five Fridays in 2026 (from the 1st) and four in 2027 (from the 7th).
    const fifth = { ...promotion, dateRule: "5月第5个周五" };
    const [move] = copyPlan(planOf(2026, fifth), 2027, book).moves;
    expect(move?.to).toBeUndefined();
    expect(move?.reason.zh).toContain("2027");
  });

  it("leaves what falls on the same days out of the list", () => {
    const { moves } = copyPlan(newYearPlan(2026, []), 2027, book);
    expect(moves.some(({ activity, step }) => activity === "9.20官方大促" && step === "enrolFrom")).toBe(
      false,
    );
  });
});
