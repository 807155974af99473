import { describe, expect, it } from "vitest";
import { readPastedActivities } from "../exchange/read-pasted-activities.ts";
import { blankActivity } from "./blank-activity.ts";
import { HolidayBook } from "./holiday-book.ts";
import { impossibleOrder } from "./impossible-order.ts";
import { newYearPlan } from "./new-plan.ts";

const book = new HolidayBook([]);
const activity = (enrolFrom?: number, enrolTo?: number, dateRule = "09-20") => ({
  ...blankActivity("a", "秋促"),
  dateRule,
  offsets: {
    ...(enrolFrom === undefined ? {} : { enrolFrom }),
    ...(enrolTo === undefined ? {} : { enrolTo }),
  },
});

describe("what cannot be", () => {
  it("is an enrolment that closes before it opens, said with both days", () =>
    // 20 September 2026 less 20 days is Monday 31 August, less 45 days Thursday 6 August.
    expect(impossibleOrder(activity(-20, -45), 2026, book)).toEqual({
      zh: "报名截止 8月6日（周四）早于报名开始 8月31日（周一），请改提前天数。",
      en: "Enrolment would close (Thu 6 Aug) before it opens (Mon 31 Aug): change the lead times.",
    }));

  it("is not one that opens and closes on one day, nor one of which a day is open", () => {
    expect(impossibleOrder(activity(-20, -20), 2026, book)).toBeUndefined();
    expect(impossibleOrder(activity(-45, -20), 2026, book)).toBeUndefined();
    expect(impossibleOrder(activity(-20), 2026, book)).toBeUndefined();
    expect(impossibleOrder(activity(undefined, -45), 2026, book)).toBeUndefined();
  });

  it("is known of an activity of another year too", () =>
    expect(impossibleOrder(activity(-20, -45, "2027-09-20"), 2026, book)?.zh).toContain(
      "报名截止早于报名开始",
    ));

  it("is left out of a pasted table, and its row named", () => {
    const found = readPastedActivities(
      "活动\t日期\t报名开始\t报名截止\t备货\n秋促\t9.20\t8.31\t8.6\t9.1",
      newYearPlan(2026, []),
      book,
      () => "new",
    );
    expect(found).toMatchObject({
      added: [{ activity: "秋促", offsets: { stockReady: -19 } }],
      problems: [{ row: 2, sentence: "“秋促”的报名截止早于报名开始，报名的两个日期先空着。" }],
    });
    expect("added" in found && found.added[0]?.offsets).toEqual({ stockReady: -19 });
  });
});
