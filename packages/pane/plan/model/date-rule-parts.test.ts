import { readDateRule } from "@sevenstar/core/calendar/date-rule";
import { festivals } from "@sevenstar/core/calendar/festivals";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DateRuleParts, dateRuleParts, dateRuleText, startingParts } from "./date-rule-parts.ts";

describe("a date rule", () => {
  it.each<[string, DateRuleParts]>([
    ["03-28", { kind: "yearly", month: 3, day: 28 }],
    ["9月20日", { kind: "yearly", month: 9, day: 20 }],
    ["农历 01-01", { kind: "lunar", month: 1, day: 1 }],
    ["节气 立秋", { kind: "festival", name: "立秋" }],
    ["端午节", { kind: "festival", name: "端午" }],
    ["2026-05-20", { kind: "once", date: "2026-05-20" }],
    ["11月第4个周五", { kind: "weekday", month: 11, which: 4, weekday: 4 }],
    ["5月第二个星期天", { kind: "weekday", month: 5, which: 2, weekday: 6 }],
  ])("%s is taken apart", (rule, parts) => expect(dateRuleParts(rule)).toEqual(parts));

  it.each(["", "双节前", "11月第6个周五"])("%j is none", (rule) =>
    expect(dateRuleParts(rule)).toBeUndefined(),
  );

  it("is put together again as the calendar reads it", () => {
    const month = fc.integer({ min: 1, max: 12 });
    const parts: fc.Arbitrary<DateRuleParts> = fc.oneof(
      fc.record({
        kind: fc.constantFrom("yearly" as const, "lunar" as const),
        month,
        day: fc.integer({ min: 1, max: 28 }),
      }),
      fc.record({
        kind: fc.constant("festival" as const),
        name: fc.constantFrom(...festivals.map(({ name }) => name)),
      }),
      fc.record({
        kind: fc.constant("weekday" as const),
        month,
        which: fc.integer({ min: 1, max: 4 }),
        weekday: fc.integer({ min: 0, max: 6 }),
      }),
      fc.record({ kind: fc.constant("once" as const), date: fc.constantFrom("2026-05-20", "2028-02-29") }),
    );
    fc.assert(
      fc.property(parts, (each) => {
        expect(dateRuleParts(dateRuleText(each))).toEqual(each);
        expect(typeof readDateRule(dateRuleText(each), () => "规则")).toBe("function");
      }),
    );
  });

  it.each(["yearly", "lunar", "festival", "weekday", "once"] as const)(
    "of the kind %s begins with a day",
    (kind) => {
      const rule = readDateRule(dateRuleText(startingParts(kind, 1, 31, 2026)), () => "规则");
      expect(typeof rule === "function" && typeof rule(2026, () => "规则")).toBe("number");
    },
  );
});
