import { describe, expect, it } from "vitest";
import { agenda, mondayOf } from "./agenda.ts";
import { builtInActivities } from "./built-in-activities.ts";
import { HolidayBook } from "./holiday-book.ts";
import { newYearPlan } from "./new-plan.ts";
import { onDay } from "./on-day.fixture.ts";
import type { PlanActivity } from "./plan-document.ts";
import { planSchedule } from "./plan-schedule.ts";
import { agendaText, planText } from "./plan-text.ts";

const book = new HolidayBook([]);
const autumn = builtInActivities.find(({ activity }) => activity === "9.20官方大促") as PlanActivity;
const scheduleOf = (changes: Partial<PlanActivity> = {}) =>
  planSchedule({ year: 2026, industries: [], activities: [{ ...autumn, owner: "小王", ...changes }] }, book);
const textOn = (today: string, changes: Partial<PlanActivity> = {}) =>
  agendaText(agenda([scheduleOf(changes)], book, onDay(today)), 2026, "zh");

describe("a week", () => {
  it.each([
    ["2026-09-14", "2026-09-14"],
    ["2026-09-18", "2026-09-14"],
    ["2026-09-20", "2026-09-14"],
    ["2026-09-21", "2026-09-21"],
  ])("%s begins on Monday %s", (day, monday) => expect(mondayOf(onDay(day))).toBe(onDay(monday)));
});

describe("the agenda", () => {
  // 9.20 of 2026: enrolment 6 to 31 August, stock 4 September, warm-up 11 September, review 23 September.
  it("says what is overdue, what goes on, what is due this week, next week and after it", () => {
    expect(textOn("2026-09-08")).toBe(`【活动安排】9月8日（周二）

已过期
· 9.20官方大促 报名截止：8月31日（周一） · 未开始 · 小王 · 已过期 6 个工作日，还没有完成
· 9.20官方大促 备货完成：9月4日（周五） · 未开始 · 小王 · 已过期 2 个工作日，还没有完成

本周
· 9.20官方大促 预热开始：9月11日（周五） · 未开始 · 小王

下周
· 9.20官方大促 开始：9月20日（周日） · 小王

随后
· 9.20官方大促 复盘：9月23日（周三） · 未开始 · 小王`);
  });

  it("shows an enrolment that is open, a warm-up and an activity under way", () => {
    expect(textOn("2026-08-10")).toContain("正在进行\n· 9.20官方大促 报名中，到8月31日（周一）");
    expect(textOn("2026-08-10", { statuses: { enrolTo: "已完成" } })).not.toContain("报名中");
    expect(textOn("2026-09-14")).toContain("· 9.20官方大促 预热中，到9月19日（周六）");
    expect(textOn("2026-09-20")).toContain("· 9.20官方大促 活动进行中，到9月20日（周日）");
  });

  it("leaves what is settled out of what is overdue and of what comes later, not of this week", () => {
    const settled = {
      statuses: { enrolTo: "已完成", stockReady: "放弃", warmUpFrom: "已完成", review: "放弃" },
    } as const;
    const text = textOn("2026-09-08", settled);
    expect(text).not.toContain("已过期");
    expect(text).not.toContain("复盘");
    expect(text).toContain("本周\n· 9.20官方大促 预热开始：9月11日（周五） · 已完成");
  });

  it("says so when there is nothing to do", () =>
    expect(textOn("2026-11-30")).toBe("【活动安排】11月30日（周一）\n\n近期没有要做的事。"));
});

describe("a year's plan as text", () => {
  it("is short enough for a chat", () => {
    expect(planText(scheduleOf({ note: "主推秋款" }), "zh")).toBe(`【2026 年活动计划】

9.20官方大促 9月20日（周日）
  报名 8月6日–8月31日；备货完成 9月4日；预热开始 9月11日；复盘 9月23日；负责人 小王
  主推秋款`);
  });

  it("says 预计 and the year of days in another one, and speaks English", () => {
    const festival = planText(planSchedule(newYearPlan(2027, []), book), "zh").split("\n\n")[1];
    expect(festival).toBe(
      "春节备货 2月6日（周六）–2月13日（预计）\n  备货完成 2026年12月31日；预热开始 2026年11月13日；复盘 2月19日",
    );
    expect(planText(scheduleOf(), "en")).toContain(
      "9.20官方大促 Sun 20 Sep\n  Enrol 6 Aug–31 Aug; Stock ready 4 Sep",
    );
  });

  it("without activities says so", () =>
    expect(planText(planSchedule({ year: 2026, industries: [], activities: [] }, book), "zh")).toBe(
      "【2026 年活动计划】\n还没有活动。",
    ));
});
