import { describe, expect, it } from "vitest";
import { builtInActivities } from "./built-in-activities.ts";
import { HolidayBook } from "./holiday-book.ts";
import { newPlan, newYearPlan } from "./new-plan.ts";
import { onDay } from "./on-day.fixture.ts";
import type { PlanActivity, PlanDocument } from "./plan-document.ts";
import { planSchedule } from "./plan-schedule.ts";
import { planWarnings } from "./plan-warnings.ts";

const promotion = (date: string, changes: Partial<PlanActivity> = {}): PlanActivity => {
  const found = builtInActivities.find(({ activity }) => activity === `${date}官方大促`);
  if (!found) throw new Error(`no promotion ${date}`);
  return { ...found, ...changes };
};

const documentOf = (year: number, ...activities: readonly PlanActivity[]): PlanDocument => ({
  ...newPlan(year),
  plans: [{ year, industries: [], activities }],
});

/** What is pointed out on a day, as "level sentence"; `about` keeps what begins with a kind of warning. */
function warned(document: PlanDocument, today: string, about: string): string[] {
  const book = new HolidayBook(document.notices);
  const schedules = document.plans.map((plan) => planSchedule(plan, book));
  const plan = document.plans.find(({ year }) => year === document.year);
  const schedule = schedules.find(({ year }) => year === document.year);
  if (!plan || !schedule) throw new Error("no plan");
  return planWarnings({ document, plan, schedule, schedules, book, today: onDay(today) })
    .filter(({ id }) => id.startsWith(about))
    .map(({ level, sentence }) => `${level} ${sentence.zh}`);
}

describe("two activities prepared at the same time", () => {
  const sixEighteen = promotion("6.28", { id: "618", activity: "618", dateRule: "06-18" });
  const document = documentOf(2026, sixEighteen, promotion("6.28"));

  it("are named with the days they share", () => {
    // 618: enrolled by 29 May, warm-up from 11 June. 6.28: enrolled by 8 June, warm-up from 18 June.
    expect(warned(document, "2026-05-01", "overlap")).toEqual([
      "warning “618”和“6.28官方大促”的准备期在6月8日–6月11日重叠，请先分好备货资金、页面和人手。",
    ]);
  });

  it("are not named once the days are past, or one of them is prepared", () => {
    expect(warned(document, "2026-06-12", "overlap")).toEqual([]);
    const prepared = { ...sixEighteen, statuses: { stockReady: "已完成", warmUpFrom: "放弃" } } as const;
    expect(warned(documentOf(2026, prepared, promotion("6.28")), "2026-05-01", "overlap")).toEqual([]);
    expect(warned(documentOf(2026, promotion("3.28"), promotion("6.28")), "2026-01-01", "overlap")).toEqual(
      [],
    );
  });

  it("are found across the turn of the year", () => {
    const spring = builtInActivities.find(({ activity }) => activity === "春节备货") as PlanActivity;
    const [thisYear, next] = [documentOf(2026, promotion("12.20")), documentOf(2027, spring)];
    const both = { ...thisYear, plans: [...thisYear.plans, ...next.plans] };
    // 春节 2027 is on 6 February: warm-up 85 days before, on 13 November, stock 35 days before, on 2 January,
    // a Saturday that by the estimate is off, so 31 December.
    expect(warned(both, "2026-10-01", "overlap")).toEqual([
      "warning “12.20官方大促”和“春节备货”的准备期在11月30日–12月11日重叠，请先分好备货资金、页面和人手。",
    ]);
  });
});

describe("an enrolment window in the Spring Festival holiday", () => {
  it("is named with the last working day before it", () => {
    // 3.28 of 2026: 11 February to 6 March; off 15–23 February, Saturday the 14th is worked.
    expect(warned(documentOf(2026, promotion("3.28")), "2026-01-05", "spring-festival")).toEqual([
      "warning “3.28官方大促”的报名期有 9 天落在春节假期（2月15日–2月23日）里，建议 2月14日（周六） 放假前就报好名。",
    ]);
  });

  it("is named when it opens in the holiday", () => {
    const late = promotion("3.28", { offsets: { enrolFrom: -35, enrolTo: -20 } });
    // 35 days before 28 March is Saturday 21 February, off: moved to Saturday the 14th, before the holiday.
    const inside = promotion("3.28", { fixedDays: { enrolFrom: onDay("2026-02-20") } });
    expect(warned(documentOf(2026, late), "2026-01-05", "spring-festival")).toHaveLength(1);
    expect(warned(documentOf(2026, inside), "2026-01-05", "spring-festival")[0]).toContain(
      "有 4 天落在春节假期（2月15日–2月23日）里，节后只剩到 3月6日（周五） 为止",
    );
  });

  it("does not trouble those who enrolled, nor the other promotions", () => {
    const enrolled = promotion("3.28", { statuses: { enrolTo: "已完成" } });
    expect(warned(documentOf(2026, enrolled, promotion("6.28")), "2026-01-05", "spring-festival")).toEqual(
      [],
    );
    expect(warned(documentOf(2025, promotion("3.28")), "2025-01-02", "spring-festival")).toEqual([]);
  });
});

describe("a make-up working day", () => {
  it("on 9.20 of 2026 is pointed out, and only there", () => {
    const [note, ...others] = warned(
      documentOf(2026, promotion("9.20"), promotion("12.20")),
      "2026-08-01",
      "make-up",
    );
    expect(note).toContain("note “9.20官方大促”赶上国庆节调休：9月20日（周日）是上班日");
    expect(others).toEqual([]);
    expect(warned(documentOf(2025, promotion("9.20")), "2025-08-01", "make-up")).toEqual([]);
    expect(warned(documentOf(2026, promotion("9.20")), "2026-09-21", "make-up")).toEqual([]);
  });
});

describe("a year without a notice", () => {
  it("is 预计 until its notice is entered", () => {
    const document = documentOf(2027, promotion("9.20"));
    expect(warned(document, "2026-12-01", "estimated")[0]).toMatch(
      /^warning 2027 年的放假通知还没有录入.*预计/,
    );
    const notices = [{ year: 2027, days: [{ day: onDay("2027-01-01"), name: "元旦", type: "休" }] }] as const;
    expect(warned({ ...document, notices }, "2026-12-01", "estimated")).toEqual([]);
    expect(warned(documentOf(2026, promotion("9.20")), "2026-08-01", "estimated")).toEqual([]);
  });
});

describe("stock and the factories' closing", () => {
  it("is to be ordered in time to be made before they close", () => {
    // 春节 2026 is 17 February: closed 3 February to 3 March, 21 days to produce, so ordered by 13 January.
    const document = documentOf(2026, promotion("3.28"));
    expect(warned(document, "2026-01-05", "stock")).toEqual([
      "warning “3.28官方大促”要在 3月13日 备好货，而工厂 2月3日–3月3日 停工（假设），复工后来不及生产，请在 1月13日（周二） 前下单。",
    ]);
    expect(warned(document, "2026-01-14", "stock")[0]).toMatch(/^urgent .*最晚下单日 1月13日（周二） 已过/);
  });

  it("is not pointed out where there is time enough after they open", () => {
    // 春节 2025 is 29 January: open again from 12 February, 14 March is 30 days later.
    expect(warned(documentOf(2025, promotion("3.28")), "2025-01-02", "stock")).toEqual([]);
    const stocked = promotion("3.28", { statuses: { stockReady: "已完成" } });
    expect(warned(documentOf(2026, stocked), "2026-01-05", "stock")).toEqual([]);
  });

  it("follows what the merchant says of the factories", () => {
    const document = documentOf(2026, promotion("3.28"));
    const assumptions = { closedBefore: 10, closedAfter: 5, production: 10 };
    expect(warned({ ...document, assumptions }, "2026-01-05", "stock")).toEqual([]);
  });
});

describe("deadlines", () => {
  const document = documentOf(2026, promotion("9.20"));

  it.each([
    // Enrolment closes on Monday 31 August; the eight working days before begin on Wednesday 19 August.
    ["2026-08-19", []],
    ["2026-08-20", ["warning 报名截止 8月31日（周一），还剩 7 个工作日。"]],
    ["2026-08-25", ["warning 报名截止 8月31日（周一），还剩 4 个工作日。"]],
    [
      "2026-08-26",
      [
        "urgent 报名截止 8月31日（周一），还剩 3 个工作日。",
        "warning 备货完成 9月4日（周五），还剩 7 个工作日。",
      ],
    ],
  ])("are told within 7 and 3 working days: %s", (today, expected) =>
    expect(warned(document, today, "deadline").map((line) => line.replace("“9.20官方大促”", ""))).toEqual(
      expected,
    ),
  );

  it("are told on the day and once they are past, until the activity begins", () => {
    expect(warned(document, "2026-08-31", "deadline")[0]).toContain("报名截止 8月31日（周一），就是今天");
    // 1 and 2 September are working days.
    expect(warned(document, "2026-09-02", "deadline")[0]).toContain(
      "报名截止 8月31日（周一），已过期 2 个工作日，还没有完成",
    );
    expect(warned(document, "2026-09-21", "deadline")).toEqual([
      "urgent “9.20官方大促”复盘 9月23日（周三），还剩 2 个工作日。",
    ]);
    expect(warned(document, "2026-12-01", "deadline")).toEqual([]);
  });

  it("are not told of what is done or given up", () => {
    const settled = promotion("9.20", { statuses: { enrolTo: "已完成", stockReady: "放弃" } });
    expect(warned(documentOf(2026, settled), "2026-08-28", "deadline")).toEqual([]);
  });
});

describe("entry requirements", () => {
  const requirements = [
    { activity: "9.20官方大促", metric: "近90天成交额", operator: ">=", value: "20000" },
    { activity: "12.20 官方大促", metric: "好评率", operator: ">=", value: "95%" },
  ];
  const document = { ...documentOf(2026, promotion("9.20"), promotion("12.20")), requirements };

  it("that are missed or unknown are told as ACTIVITYFIT tells them", () => {
    const shop = [{ metric: "近90天成交额", value: "12000" }];
    expect(warned({ ...document, shop }, "2026-08-01", "requirements")).toEqual([
      "warning “9.20官方大促”还不符合报名要求：近90天成交额现为 12000，要求 >= 20000，差 8000。",
      "note 不知道能不能报名“12.20官方大促”：缺少好评率，请在店铺指标里填写。",
    ]);
    expect(warned(document, "2026-08-01", "requirements")).toHaveLength(2);
  });

  it("that are met are not told, nor those of an enrolment that is over", () => {
    const shop = [
      { metric: "近90天成交额", value: "30000" },
      { metric: "好评率", value: "96%" },
    ];
    expect(warned({ ...document, shop }, "2026-08-01", "requirements")).toEqual([]);
    expect(warned(document, "2026-09-01", "requirements")).toHaveLength(1);
  });
});

describe("a plan that does not fit together", () => {
  it("is told where steps come in the wrong order", () => {
    const late = promotion("9.20", { offsets: { enrolFrom: -10, enrolTo: -20, stockReady: 2 } });
    // 10 September, 31 August; 22 September after the start on the 20th.
    expect(warned(documentOf(2026, late), "2026-08-01", "order")).toEqual([
      "warning “9.20官方大促”的报名开始 9月10日（周四）晚于报名截止 8月31日（周一），请改提前天数。",
      "warning “9.20官方大促”的备货完成 9月22日（周二）晚于开始 9月20日（周日），请改提前天数。",
    ]);
  });

  it("is told where a rule cannot be read and where a day set by hand is a day off", () => {
    const unreadable = promotion("9.20", { dateRule: "双节前" });
    expect(warned(documentOf(2026, unreadable), "2026-08-01", "unreadable")[0]).toContain("双节前");
    const fixed = promotion("9.20", { fixedDays: { stockReady: onDay("2026-09-05") } });
    expect(warned(documentOf(2026, fixed), "2026-08-01", "day-off")).toEqual([
      "note “9.20官方大促”的备货完成指定在9月5日（周六），这天不上班，请提前做完。",
    ]);
  });
});

describe("the next year", () => {
  it("is asked for when its first preparation begins within 30 days", () => {
    const document = newPlan(2026);
    // 春节备货 of 2027 begins on 13 November 2026.
    expect(warned(document, "2026-10-13", "next-year")).toEqual([]);
    expect(warned(document, "2026-10-14", "next-year")).toEqual([
      "warning 2027 年还没有计划，而“春节备货”的预热开始在 11月13日（周五），请先把计划复制到 2027 年。",
    ]);
    expect(warned(document, "2026-12-30", "next-year")).toHaveLength(1);
    const planned = { ...document, plans: [...document.plans, newYearPlan(2027, [])] };
    expect(warned(planned, "2026-12-30", "next-year")).toEqual([]);
  });
});

it("the most urgent comes first", () => {
  const lines = warned(newPlan(2026), "2026-02-27", "");
  const levels = lines.map((line) => line.split(" ")[0]);
  expect(levels).toEqual(
    [...levels].sort(
      (a, b) => "urgent warning note".indexOf(a ?? "") - "urgent warning note".indexOf(b ?? ""),
    ),
  );
  expect(new Set(levels).size).toBeGreaterThan(1);
});
