import { type CalendarDay, isoDate } from "@sevenstar/core/cells/calendar-day";
import { describe, expect, it } from "vitest";
import { HolidayBook } from "../model/holiday-book.ts";
import { newYearPlan } from "../model/new-plan.ts";
import { monthDay } from "../model/on-day.fixture.ts";
import type { PlanActivity } from "../model/plan-document.ts";
import { milestoneOf, scheduleActivity } from "../model/plan-schedule.ts";
import { readPastedActivities } from "./read-pasted-activities.ts";
import { readPastedSpan } from "./read-pasted-date.ts";

const book = new HolidayBook([]);
function read(...lines: string[]) {
  let count = 0;
  const found = readPastedActivities(lines.join("\n"), newYearPlan(2026, []), book, () => `new-${++count}`);
  if ("problem" in found) throw new Error(found.problem);
  return found;
}
const only = (activities: readonly PlanActivity[]) => {
  expect(activities).toHaveLength(1);
  return activities[0] as PlanActivity;
};

describe("dates as merchants write them", () => {
  it.each([
    ["2026-09-20", "9-20 9-20"],
    ["2026/9/20", "9-20 9-20"],
    ["9月20日", "9-20 9-20"],
    ["9.20", "9-20 9-20"],
    ["09-20", "9-20 9-20"],
    ["9/20", "9-20 9-20"],
    ["9月20日（周日）", "9-20 9-20"],
    ["9.20-9.22", "9-20 9-22"],
    ["9/20-9/22", "9-20 9-22"],
    ["9月20日-22日", "9-20 9-22"],
    ["9月20日至10月2日", "9-20 10-2"],
    ["9.30~10.2", "9-30 10-2"],
    ["2026/9/20-2026/9/22", "9-20 9-22"],
    ["2026年9月20日—9月22日", "9-20 9-22"],
    ["2026-09-20 至 2026-09-22", "9-20 9-22"],
    ["9月20日0点", "9-20 9-20"],
    ["9月20日 20:00", "9-20 9-20"],
    ["9月20日晚8点", "9-20 9-20"],
    ["9月20日10:00-22:00", "9-20 9-20"],
    ["9月20日20:00-9月22日24:00", "9-20 9-22"],
    ["2026-09-20 20:00:00~2026-09-22 23:59:59", "9-20 9-22"],
    ["9月20日0点-22日24点", "9-20 9-22"],
    ["9.20起", "9-20 9-20"],
    ["9月20日开始", "9-20 9-20"],
    ["9.20起至9.22止", "9-20 9-22"],
    ["截止9月20日", "9-20 9-20"],
    ["9月20日前", "9-20 9-20"],
    ["9月20日周日-9月22日周二", "9-20 9-22"],
    ["20260920", "9-20 9-20"],
    ["20260920-20260922", "9-20 9-22"],
    ["26.9.20", "9-20 9-20"],
    ["26.9.20-22", "9-20 9-22"],
    ["26年9月20日", "9-20 9-20"],
    ["２０２６．９．２０", "9-20 9-20"],
    // The Mid-Autumn Festival of 2026 is 25 September, the Spring Festival 17 February.
    ["农历八月十五", "9-25 9-25"],
    ["农历8月15", "9-25 9-25"],
    ["农历正月初一", "2-17 2-17"],
    ["农历腊月廿三", "2-10 2-10"],
    ["12月30日-1月3日", "12-30 1-3"],
    ["12.30-1.3", "12-30 1-3"],
    ["2026.12.30-2027.1.3", "12-30 1-3"],
    ["2026年12月30日至1月3日", "12-30 1-3"],
  ])("%s", (text, expected) => {
    const span = readPastedSpan(text, 2026);
    expect(span && `${monthDay(span.from.day)} ${monthDay(span.to.day)}`).toBe(expected);
  });

  it.each([
    "",
    "20",
    "待定",
    "9.32",
    "9.22-9.20",
    "9.22-20",
    "九月中旬",
    "2026.9.22-2026.9.20",
    "20:00",
    "35.9.20",
    "农历闰八月十五",
    "9.20".padEnd(100, "0"),
  ])("not %j", (text) => expect(readPastedSpan(text, 2026)).toBeUndefined());
});

describe("a merchant's own table", () => {
  it("is read under other headers, below a title", () => {
    const { added, problems } = read(
      "2026年店铺活动规划\t\t\t\t",
      "活动名称\t活动时间\t报名时间\t跟进人\t玩法",
      "店铺周年庆\t5月18日-5月20日\t4.10-4.25\t小李\t满减",
    );
    expect(problems).toEqual([]);
    // 18 May less 38 days is 10 April, less 23 days 25 April.
    expect(only(added)).toMatchObject({
      id: "new-1",
      activity: "店铺周年庆",
      dateRule: "05-18",
      days: 3,
      industries: ["通用"],
      offsets: { enrolFrom: -38, enrolTo: -23 },
      owner: "小李",
      note: "满减",
    });
  });

  it("keeps a written year, a rule and days before the start", () => {
    const { added } = read(
      "活动,日期规则,开始,结束,报名截止,备货,预热,复盘",
      "新品发布,,2026-05-20,2026-05-22,T-20,提前10天,5天前,3",
      "端午专场,节气 端午,,,,-14,,",
    );
    expect(added).toMatchObject([
      {
        dateRule: "2026-05-20",
        days: 3,
        offsets: { enrolTo: -20, stockReady: -10, warmUpFrom: -5, review: 3 },
      },
      { dateRule: "节气 端午", days: 1, offsets: { stockReady: -14 } },
    ]);
  });

  it("counts the review's date from the end", () => {
    const { added } = read("项目\t开始日期\t结束日期\t复盘日期", "清仓\t6.1\t6.5\t6.10");
    expect(only(added).offsets).toEqual({ review: 5 });
  });

  it("changes the activity of the plan that has the same name", () => {
    const { added, changed } = read("大促\t日期\t报名截止\t负责人", "9.20 官方大促\t9.20\t8.28\t小王");
    expect(added).toEqual([]);
    // 28 August is 23 days before 20 September; what the table does not say stays.
    expect(only(changed)).toMatchObject({
      activity: "9.20官方大促",
      owner: "小王",
      offsets: { enrolFrom: -45, enrolTo: -23, stockReady: -14, warmUpFrom: -7, review: 3 },
    });
  });

  it("names by row what it cannot read and keeps the rest", () => {
    const { added, problems } = read("活动\t日期\t备货", "甲\t待定\t", "乙\t3.8\t尽快", "\t\t");
    expect(only(added)).toMatchObject({ activity: "乙", dateRule: "03-08", offsets: {} });
    expect(problems).toEqual([
      { row: 2, sentence: "“甲”的日期“待定”读不懂，这一行没有读入。" },
      { row: 3, sentence: "“乙”的备货完成“尽快”读不懂，先空着。" },
    ]);
  });

  it("is read with times of day, stretches over New Year and milestones of the year before", () => {
    const { added, changed, problems } = read(
      "活动名称\t活动时间\t报名时间\t备货",
      "年货节\t12.30-1.3\t11.1-11.20\t提前14天",
      "国庆\t9月30日20:00-10月8日23:59\t8月1日-8月31日\t9月1日",
      "双11\t10月20日20:00-11月11日24:00\t9.15-9.30\tT-14",
      "开门红\t1.10\t12.1-12.20\t12月25日",
    );
    expect(problems).toEqual([]);
    // 双11 is built in, switched off until its dates are known.
    const days = [...added.slice(0, 2), ...changed, ...added.slice(2)].map((activity) => {
      const scheduled = scheduleActivity(activity, 2026, book);
      if (!scheduled || !("milestones" in scheduled)) throw new Error(activity.activity);
      const on = (key: "enrolTo" | "stockReady") => isoDate(milestoneOf(scheduled, key)?.day as CalendarDay);
      return [isoDate(scheduled.start), isoDate(scheduled.end), on("enrolTo"), on("stockReady")].join(" ");
    });
    expect(days).toEqual([
      "2026-12-30 2027-01-03 2026-11-20 2026-12-16",
      "2026-09-30 2026-10-08 2026-08-31 2026-09-01",
      // 6 October is a day off of 国庆节.
      "2026-10-20 2026-11-11 2026-09-30 2026-09-30",
      // 20 December 2025 is a Saturday.
      "2026-01-10 2026-01-10 2025-12-19 2025-12-25",
    ]);
  });

  it("keeps a lunar date as a rule", () =>
    expect(only(read("活动\t日期", "中秋专场\t农历八月十五").added)).toMatchObject({
      dateRule: "农历 08-15",
      days: 1,
    }));

  it("reads every spelling, or names its row and says what is wrong there", () => {
    const { added, problems } = read(
      "活动\t开始\t结束\t天数\t启用",
      "甲\t12.30\t1.3\t\t",
      "乙\t2026-09-20\t2026-09-18\t\t",
      "丙\t9.20\t月底\t\t",
      "丁\t9.20\t\t若干\t",
      "\t9.20\t\t\t",
      "戊\t9.20\t\t\t看情况",
      "己\t9.20\t\t5000\t",
    );
    expect(added.map(({ activity, dateRule, days }) => [activity, dateRule, days])).toEqual([
      ["甲", "12-30", 5],
      ["戊", "09-20", 1],
    ]);
    expect(problems).toEqual([
      { row: 3, sentence: "“乙”的结束“2026-09-18”读不懂，或早于开始“2026-09-20”，这一行没有读入。" },
      { row: 4, sentence: "“丙”的结束“月底”读不懂，或早于开始“9.20”，这一行没有读入。" },
      { row: 5, sentence: "“丁”的天数“若干”读不懂，这一行没有读入。" },
      { row: 6, sentence: "没有活动名称，这一行没有读入。" },
      { row: 7, sentence: "“戊”的启用“看情况”读不懂，先空着。" },
      { row: 8, sentence: "“己”的天数“5000”读不懂，这一行没有读入。" },
    ]);
  });

  it.each([
    ["characters", `活动\t日期\n${"甲".repeat(200_000)}`, "请只粘贴活动表"],
    ["rows", `活动\t日期\n${"甲\t9.20\n".repeat(1001)}`, "超过 1000 行"],
  ])("is refused with too many %s", (_, text, says) =>
    expect(readPastedActivities(text, newYearPlan(2026, []), book, () => "x")).toEqual({
      problem: expect.stringContaining(says),
    }),
  );

  it("is refused without a header, saying what is needed", () =>
    expect(readPastedActivities("甲\t3.8", newYearPlan(2026, []), book, () => "x")).toEqual({
      problem: expect.stringContaining("没有找到表头"),
    }));

  it("reads texts in quotes with line breaks", () =>
    expect(only(read("活动\t日期\t备注", '甲\t3.8\t"第一行\n第二行 ""引"""').added).note).toBe(
      '第一行\n第二行 "引"',
    ));
});
