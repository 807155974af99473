import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarDay, isoDate } from "../cells/calendar-day.ts";
import { shownAnswer } from "../functions/shown-answer.fixture.ts";
import { festival } from "./festival.ts";
import { festivals } from "./festivals.ts";

const dateOf = (name: unknown, year: unknown) => {
  const [[cell] = []] = shownAnswer(festival, name, year);
  return typeof cell === "number" ? isoDate(cell as CalendarDay) : cell;
};

describe("FESTIVAL", () => {
  it.each([
    ["春节", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06"],
    ["元宵", "2024-02-24", "2025-02-12", "2026-03-03", "2027-02-20"],
    ["端午", "2024-06-10", "2025-05-31", "2026-06-19", "2027-06-09"],
    ["七夕", "2024-08-10", "2025-08-29", "2026-08-19", "2027-08-08"],
    ["中秋", "2024-09-17", "2025-10-06", "2026-09-25", "2027-09-15"],
    ["重阳", "2024-10-11", "2025-10-29", "2026-10-18", "2027-10-08"],
  ])("%s of 2024–2027 is as facts.md lists it by hand", (name, ...dates) => {
    expect([2024, 2025, 2026, 2027].map((year) => dateOf(name, year))).toEqual(dates);
  });

  it("takes 除夕, 腊八 and 小年 of a year from before that year's Spring Festival", () => {
    expect(dateOf("除夕", 2026)).toBe("2026-02-16");
    expect(dateOf("小年", 2026)).toBe("2026-02-10");
    expect(dateOf("腊八", 2026)).toBe("2026-01-26");
    // The Spring Festival of 1966 came on 21 January, the earliest day there is.
    expect(dateOf("腊八", 1966)).toBe("1965-12-30");
  });

  it("knows the solar terms of the civil year, 小寒 in January and 冬至 in December", () => {
    expect(dateOf("小寒", 2026)).toBe("2026-01-05");
    expect(dateOf("清明", 2026)).toBe("2026-04-05");
    expect(dateOf("立秋", 2026)).toBe("2026-08-07");
    expect(dateOf("冬至", 2026)).toBe("2026-12-22");
  });

  it("takes names with or without 节, with blanks, and in traditional characters", () => {
    for (const name of ["中秋节", " 中秋 ", "中秋節", "中 秋"]) expect(dateOf(name, 2026)).toBe("2026-09-25");
    for (const name of ["春节", "春節", "春"]) expect(dateOf(name, 2026)).toBe("2026-02-17");
    expect(dateOf("重陽節", 2026)).toBe("2026-10-18");
    expect(dateOf("臘八節", 2026)).toBe("2026-01-26");
    expect(dateOf("驚蟄", 2026)).toBe(dateOf("惊蛰", 2026));
    expect(dateOf("立秋节气", 2026)).toBe("2026-08-07");
  });

  it("answers #N/A for an unknown festival, naming those it knows, and outside 1950–2099", () => {
    expect(dateOf("光棍节", 2026)).toMatch(/^#N\/A .*光棍节.*除夕、春节.*冬至/);
    for (const { name } of festivals) {
      expect(dateOf(name, 1949)).toMatch(/^#N\/A .*1950–2099/);
      expect(dateOf(name, 2100)).toMatch(/^#N\/A .*1950–2099/);
      expect(dateOf(name, 1950)).toMatch(/^19(?:49|50)-/);
      expect(dateOf(name, 2099)).toMatch(/^209[89]-/);
    }
  });

  it("takes names down and years across, blank elements staying blank", () => {
    expect(shownAnswer(festival, [["春节"], [""], ["无"]], [[2026, "2027年"]])).toEqual([
      [46070, 46424],
      ["", ""],
      [expect.stringContaining("#N/A"), expect.stringContaining("#N/A")],
    ]);
  });

  it("keeps the traditional order of the year's festivals, in every year", () => {
    const order = ["腊八", "小年", "除夕", "春节", "元宵", "端午", "七夕", "中元", "中秋", "重阳"];
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2099 }), (year) => {
        const days = order.map((name) => shownAnswer(festival, name, year)[0]?.[0] as number);
        expect(days).toEqual([...days].sort((a, b) => a - b));
      }),
    );
  });
});
