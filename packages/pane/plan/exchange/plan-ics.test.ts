import { officialDays } from "@sevenstar/core/calendar/official-notices.fixture";
import { milestoneKeys } from "@sevenstar/core/calendar/read-plan";
import { isoDate } from "@sevenstar/core/cells/calendar-day";
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it, vi } from "vitest";
import { blankActivity } from "../model/blank-activity.ts";
import { builtInActivities } from "../model/built-in-activities.ts";
import { HolidayBook } from "../model/holiday-book.ts";
import { newYearPlan } from "../model/new-plan.ts";
import type { PlanActivity } from "../model/plan-document.ts";
import { planSchedule } from "../model/plan-schedule.ts";
import { planIcs } from "./plan-ics.ts";

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
/** When an event's alarms ring by RFC 5545: from DTSTART, or from the exclusive DTEND where RELATED=END says so. */
const alarms = (event: ICAL.Event) =>
  event.component.getAllSubcomponents("valarm").map((alarm) => {
    const trigger = alarm.getFirstProperty("trigger");
    const from = trigger?.getFirstParameter("related") === "END" ? event.endDate : event.startDate;
    const moment = from.clone();
    moment.isDate = false;
    moment.addDuration(trigger?.getFirstValue() as ICAL.Duration);
    return moment.toString().slice(0, 16).replace("T", " ");
  });

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
    expect(alarms(activity)).toEqual(["2026-09-20 09:00"]);
    expect(alarms(opens)).toEqual(["2026-08-06 09:00"]);
    // Monday 31 August less three working days is Wednesday the 26th.
    expect(alarms(closes)).toEqual(["2026-08-31 09:00", "2026-08-26 09:00"]);
  });

  it("rings on the first day of an event of several days, not at its end", () => {
    expect(alarms(eventsOf(fileOf({ days: 27 }))[0] as ICAL.Event)).toEqual(["2026-09-20 09:00"]);
  });

  it("never rings after a deadline: every alarm of any plan is at nine of its event's first day, or three working days before", () => {
    const worked = officialDays().flatMap(({ day, isWorkday }) => (isWorkday ? [isoDate(day)] : []));
    const threeWorkdaysBefore = (day: string) => worked.filter((each) => each < day).at(-3) as string;
    const activities = fc.array(
      fc.record({
        dateRule: fc
          .integer({ min: 0, max: 280 })
          .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)),
        days: fc.integer({ min: 1, max: 40 }),
        lead: fc.array(fc.option(fc.integer({ min: 0, max: 90 })), { minLength: 5, maxLength: 5 }),
        status: fc.constantFrom("未开始", "进行中", "已完成", "放弃"),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(activities, fc.constantFrom("zh" as const, "en" as const), (rows, language) => {
        const plan = {
          ...newYearPlan(2026, []),
          activities: rows.map(({ dateRule, days, lead, status }, index) => {
            const before = milestoneKeys.flatMap((key, at) =>
              typeof lead[at] === "number" ? [[key, key === "review" ? lead[at] % 20 : -lead[at]]] : [],
            );
            const statuses = Object.fromEntries(milestoneKeys.map((key) => [key, status]));
            return {
              ...blankActivity(`a${index}`, `活动${index}`),
              ...{ dateRule, days, offsets: Object.fromEntries(before), statuses },
            };
          }),
        };
        for (const event of eventsOf(planIcs(planSchedule(plan, book), book, language, now))) {
          const first = event.startDate.toString();
          const [, step] = /-(\w+)@/.exec(event.uid) ?? [];
          const status = rows[Number(/-a(\d)-/.exec(event.uid)?.[1])]?.status;
          const isDeadline = step !== "activity" && step !== "enrolFrom";
          const isSettled = step !== "activity" && (status === "已完成" || status === "放弃");
          expect(alarms(event)).toEqual(
            isSettled
              ? []
              : [`${first} 09:00`, ...(isDeadline ? [`${threeWorkdaysBefore(first)} 09:00`] : [])],
          );
        }
      }),
    );
  });

  it("is a file by the format whatever notes hold: short lines, CRLF to the very end, no control or half characters", () => {
    const refused = ["\u0007", "\u0000", "\u007f", "\ud83d"];
    const part = fc.constantFrom(...refused, "\r\n", "\n", "\t", "备货", "😀", "a,b;c\\");
    const texts = fc.record({
      activity: fc.string({ unit: "binary", minLength: 1, maxLength: 60 }),
      owner: fc.string({ maxLength: 20 }),
      parts: fc.array(part, { maxLength: 60 }),
    });
    fc.assert(
      fc.property(texts, ({ parts, ...others }) => {
        const file = fileOf({ ...others, note: parts.join("") });
        expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
        for (const line of file.split("\r\n")) {
          expect(line).not.toMatch(/(?!\t)\p{Cc}|\p{Cs}/u);
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        }
        const kept = parts.filter((each) => !refused.includes(each)).join("");
        expect(eventsOf(file)[0]?.description).toContain(kept.replaceAll("\r\n", "\n"));
      }),
    );
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
