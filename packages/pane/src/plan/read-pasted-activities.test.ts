import { describe, expect, it } from "vitest";
import { HolidayBook } from "./holiday-book.ts";
import { newYearPlan } from "./new-plan.ts";
import { monthDay } from "./on-day.ts";
import type { PlanActivity } from "./plan-document.ts";
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
  ])("%s", (text, expected) => {
    const span = readPastedSpan(text, 2026);
    expect(span && `${monthDay(span.from.day)} ${monthDay(span.to.day)}`).toBe(expected);
  });

  it.each(["", "20", "待定", "9.32", "9.22-9.20"])("not %j", (text) =>
    expect(readPastedSpan(text, 2026)).toBeUndefined(),
  );
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

  it("is refused without a header, saying what is needed", () =>
    expect(readPastedActivities("甲\t3.8", newYearPlan(2026, []), book, () => "x")).toEqual({
      problem: expect.stringContaining("没有找到表头"),
    }));

  it("reads texts in quotes with line breaks", () =>
    expect(only(read("活动\t日期\t备注", '甲\t3.8\t"第一行\n第二行 ""引"""').added).note).toBe(
      '第一行\n第二行 "引"',
    ));
});
