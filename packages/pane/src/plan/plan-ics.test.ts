import ICAL from "ical.js";
import { describe, expect, it, vi } from "vitest";
import { builtInActivities } from "./built-in-activities.ts";
import { HolidayBook } from "./holiday-book.ts";
import { newYearPlan } from "./new-plan.ts";
import type { PlanActivity } from "./plan-document.ts";
import { planIcs } from "./plan-ics.ts";
import { planSchedule } from "./plan-schedule.ts";

const book = new HolidayBook([]);
const autumn = builtInActivities.find(({ activity }) => activity === "9.20官方大促") as PlanActivity;
const now = new Date("2026-07-01T08:00:00Z");
const fileOf = (changes: Partial<PlanActivity> = {}, at = now) => {
  const plan = { ...newYearPlan(2026, []), activities: [{ ...autumn, ...changes }] };
  return planIcs(planSchedule(plan, book), book, "zh", at);
};
const eventsOf = (file: string) =>
  new ICAL.Component(ICAL.parse(file))
    .getAllSubcomponents("vevent")
    .map((component) => new ICAL.Event(component));
const shown = (event: ICAL.Event) => `${event.startDate} ${event.endDate} ${event.summary}`;
/** When an event's alarms ring, in hours from the beginning of its day. */
const alarms = (event: ICAL.Event) =>
  event.component
    .getAllSubcomponents("valarm")
    .map((alarm) => (alarm.getFirstPropertyValue("trigger") as ICAL.Duration).toSeconds() / 3600);

describe("the calendar file", () => {
  it("holds the activity and each milestone as whole days", () => {
    expect(eventsOf(fileOf({ days: 3 })).map(shown)).toEqual([
      "2026-09-20 2026-09-23 9.20官方大促",
      "2026-08-06 2026-08-07 9.20官方大促 报名开始",
      "2026-08-31 2026-09-01 9.20官方大促 报名截止",
      "2026-09-04 2026-09-05 9.20官方大促 备货完成",
      "2026-09-11 2026-09-12 9.20官方大促 预热开始",
      // Three days after the 22nd is the first day off of 中秋, so the day before.
      "2026-09-24 2026-09-25 9.20官方大促 复盘",
    ]);
  });

  it("rings at nine on the day and three working days before", () => {
    const [activity, opens, closes] = eventsOf(fileOf()) as [ICAL.Event, ICAL.Event, ICAL.Event];
    expect(alarms(activity)).toEqual([9]);
    expect(alarms(opens)).toEqual([9]);
    // Monday 31 August less three working days is Wednesday the 26th, five days before.
    expect(alarms(closes)).toEqual([9, -5 * 24 + 9]);
  });

  it("keeps an event's id when its date, name and statuses change, and counts up", () => {
    const ids = (file: string) => eventsOf(file).map(({ uid }) => uid);
    const sequence = (file: string) => eventsOf(file)[0]?.sequence ?? 0;
    const later = fileOf(
      { activity: "秋促", dateRule: "09-21", statuses: { enrolTo: "已完成" } },
      new Date("2026-07-01T08:01:00Z"),
    );
    expect(ids(later)).toEqual(ids(fileOf()));
    expect(new Set(ids(later)).size).toBe(6);
    expect(sequence(later)).toBe(sequence(fileOf()) + 1);
    const nextYear = planIcs(planSchedule(newYearPlan(2027, []), book), book, "zh", now);
    expect(ids(nextYear).some((id) => ids(later).includes(id))).toBe(false);
  });

  it("cancels what was given up, ticks what is done, and rings for neither", () => {
    const file = fileOf({ statuses: { enrolTo: "已完成", stockReady: "放弃" } });
    const [, , closes, stock] = eventsOf(file) as [unknown, unknown, ICAL.Event, ICAL.Event];
    expect(closes.summary).toBe("✓ 9.20官方大促 报名截止");
    expect(stock.component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect([...alarms(closes), ...alarms(stock)]).toEqual([]);
  });

  it("folds Chinese at 75 octets without breaking a character, and gives it back whole", () => {
    const note = "主推秋款卫衣和风衣，先订面料再排产；客服、仓库、快递都要加班，".repeat(6);
    const file = fileOf({ note, owner: "王小明,运营" });
    for (const line of file.split("\r\n")) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(line).not.toContain("\uFFFD");
    }
    expect(eventsOf(file)[0]?.description).toContain(`负责人：王小明,运营\n${note}\n`);
  });

  it("says why a milestone is earlier and that holidays are estimated", () => {
    expect(eventsOf(fileOf())[3]?.description).toContain("9月6日（周日）不上班，提前到9月4日（周五）");
    const estimated = planIcs(planSchedule(newYearPlan(2027, []), book), book, "zh", now);
    expect(eventsOf(estimated)[0]?.description).toContain("2027 年放假安排为预计");
  });

  it.each([
    ["Asia/Shanghai", -480],
    ["America/Los_Angeles", 420],
    ["Pacific/Kiritimati", -840],
  ])("has the same days in every time zone: %s", (zone, offset) => {
    vi.stubEnv("TZ", zone);
    expect(new Date(2026, 6, 1).getTimezoneOffset()).toBe(offset);
    expect(eventsOf(fileOf()).map(shown)[0]).toBe("2026-09-20 2026-09-21 9.20官方大促");
    vi.unstubAllEnvs();
  });
});
