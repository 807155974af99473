import { describe, expect, it } from "vitest";
import { type CalendarDay, isoDate } from "../cells/calendar-day.ts";
import { shownAnswer } from "../functions/shown-answer.fixture.ts";
import { networkdaysCn } from "./networkdays-cn.ts";
import { nextActivity } from "./next-activity.ts";

const next = (date: string, ...rest: unknown[]) =>
  shownAnswer(nextActivity, date, ...rest)[1]?.map((cell, index) =>
    (index === 1 || index === 4) && typeof cell === "number" ? isoDate(cell as CalendarDay) : cell,
  );

describe("NEXTACTIVITY", () => {
  it("is the first activity on or after the date, with its next step", () => {
    expect(shownAnswer(nextActivity, "2026-09-05")[0]).toEqual(
      "活动,开始,剩余天数,下一步,下一步日期,剩余工作日".split(","),
    );
    // 7–11 and 14–18 September and the worked Sunday: 11 working days.
    expect(next("2026-09-05")).toEqual(["9.20官方大促", "2026-09-20", 15, "预热开始", "2026-09-11", 11]);
    expect(next("2026-09-12")).toEqual(["9.20官方大促", "2026-09-20", 8, "活动开始", "2026-09-20", 6]);
    expect(next("2026-08-31")).toEqual(["9.20官方大促", "2026-09-20", 20, "报名截止", "2026-08-31", 15]);
  });

  it("counts an activity that starts on the day itself, and goes on the day after", () => {
    expect(next("2026-09-20")).toEqual(["9.20官方大促", "2026-09-20", 0, "活动开始", "2026-09-20", 0]);
    expect(next("2026-09-21")?.slice(0, 2)).toEqual(["12.20官方大促", "2026-12-20"]);
  });

  it("passes over a rule that has no day in the year", () => {
    const plan = [
      ["活动", "日期规则"],
      ["闰日", "02-29"],
      ["五周", "11月第5个周五"],
      ["年中", "06-28"],
    ];
    expect(next("2026-05-01", null, plan)?.slice(0, 2)).toEqual(["年中", "2026-06-28"]);
    expect(next("2027-07-01", null, plan)?.slice(0, 2)).toEqual(["闰日", "2028-02-29"]);
  });

  it("looks into the next year", () => {
    expect(next("2026-12-21")?.slice(0, 2)).toEqual(["春节备货", "2027-02-06"]);
  });

  it("counts the working days from the next day to the start, as NETWORKDAYSCN does", () => {
    for (const date of ["2026-01-05", "2026-04-30", "2026-07-03", "2026-10-09"]) {
      const answer = shownAnswer(nextActivity, date)[1] ?? [];
      const [[today] = []] = shownAnswer(networkdaysCn, date, date);
      const [[through] = []] = shownAnswer(networkdaysCn, date, answer[1]);
      expect(answer[5]).toBe(Number(through) - Math.abs(Number(today)));
    }
  });

  it("is the header alone where a plan has nothing more", () => {
    const plan = [
      ["活动", "日期规则"],
      ["去年的", "2025-05-20"],
    ];
    expect(shownAnswer(nextActivity, "2026-01-01", null, plan)).toHaveLength(1);
  });
});
