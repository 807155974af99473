import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarDay, calendarDay, isoDate } from "../cells/calendar-day.ts";
import { Refusal } from "../cells/refusal.ts";
import { evaluate } from "../functions/evaluate.ts";
import { column, shownAnswer } from "../functions/shown-answer.fixture.ts";
import { isWorkdayCn } from "./is-workday-cn.ts";
import { networkdaysCn } from "./networkdays-cn.ts";
import { officialDays } from "./official-notices.fixture.ts";
import { builtInCalendar } from "./work-calendar.ts";
import { workdayCn } from "./workday-cn.ts";

const days = officialDays();
const one = (cells: readonly (readonly unknown[])[]) => cells[0]?.[0];
const workday = (start: unknown, count: unknown) => {
  const cell = one(shownAnswer(workdayCn, start, count));
  return typeof cell === "number" ? isoDate(cell as CalendarDay) : cell;
};

const anyDay = fc
  .integer({ min: calendarDay(2002, 1, 1) as number, max: calendarDay(2099, 12, 31) as number })
  .map((day) => day as CalendarDay);

describe("ISWORKDAYCN", () => {
  it("equals the official notices on every day of 2024–2026", () => {
    expect(evaluate(isWorkdayCn, [column(...days.map(({ day }) => day))])).toEqual(
      column(...days.map(({ isWorkday }) => isWorkday)),
    );
  });

  it("answers by the element: dates as text, blanks, bad text, days nobody knows", () => {
    expect(
      shownAnswer(isWorkdayCn, column("2026年10月10日", "", "明天", "2001-12-31", "2100-01-01")),
    ).toEqual([
      [true],
      [""],
      [expect.stringMatching(/^#VALUE! 日期（date）/)],
      [expect.stringMatching(/^#N\/A 2001-12-31.*2002–2099/)],
      [expect.stringMatching(/^#N\/A 2100-01-01/)],
    ]);
  });
});

describe("NETWORKDAYSCN", () => {
  it("equals a day-by-day count from every day of 2024–2026 to several later ones", () => {
    for (const [index, { day }] of days.entries()) {
      let count = 0;
      let checked = index;
      for (const length of [0, 1, 2, 9, 40, 250]) {
        for (; checked <= index + length && checked < days.length; checked++)
          if (days[checked]?.isWorkday) count++;
        const last = days[Math.min(index + length, days.length - 1)] as { day: CalendarDay };
        expect(one(evaluate(networkdaysCn, [day, last.day]))).toBe(count);
      }
    }
  });

  it("is negative when the dates are reversed", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        const [there, back] = [
          builtInCalendar.countWorkdays(from, to),
          builtInCalendar.countWorkdays(to, from),
        ];
        expect(Math.abs(there as number)).toBe(Math.abs(back as number));
        if (from < to) expect(back).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("is additive: two spans that follow each other count as the whole", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyDay, { minLength: 3, maxLength: 3 }), (unsorted) => {
        const [first, middle, last] = unsorted.sort((a, b) => a - b) as [
          CalendarDay,
          CalendarDay,
          CalendarDay,
        ];
        const before = builtInCalendar.countWorkdays(first, middle) as number;
        const after = builtInCalendar.countWorkdays((middle + 1) as CalendarDay, last) as number;
        expect(builtInCalendar.countWorkdays(first, last)).toBe(before + after);
      }),
    );
  });

  it("counts nothing from a day off to itself, and not -0", () => {
    expect(one(evaluate(networkdaysCn, ["2026-10-01", "2026-10-01"]))).toBe(0);
    expect(one(evaluate(networkdaysCn, ["2026-10-03", "2026-10-01"]))).toBe(0);
  });
});

describe("WORKDAYCN", () => {
  it("equals a day-by-day walk forwards and backwards from every day of 2024–2026", () => {
    const walk = (index: number, count: number) => {
      let [at, left] = [index, Math.abs(count)];
      while (left > 0) {
        at += Math.sign(count);
        if (days[at] === undefined) return undefined;
        if (days[at]?.isWorkday) left--;
      }
      return days[at]?.day;
    };
    for (const [index, { day }] of days.entries()) {
      for (const count of [0, 1, -1, 2, 5, -5, 23, -23, 260]) {
        const expected = walk(index, count);
        if (expected !== undefined) expect(one(evaluate(workdayCn, [day, count]))).toBe(expected);
      }
    }
  });

  it("gives the day itself for 0 working days, also on a day off", () => {
    expect(workday("2026-10-03", 0)).toBe("2026-10-03");
    expect(workday("2026-10-03", -0.9)).toBe("2026-10-03");
  });

  it("cuts a fraction of the days, as Excel does", () => {
    expect(workday("2026-09-18", 1.9)).toBe("2026-09-20");
    expect(workday("2026-09-21", -1.9)).toBe("2026-09-20");
  });

  it("is undone by NETWORKDAYSCN", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (day, count) => {
        const reached = builtInCalendar.addWorkdays(day, count);
        if (reached instanceof Refusal || count === 0) return;
        const next = (day + Math.sign(count)) as CalendarDay;
        if (builtInCalendar.isWorkday(next) instanceof Refusal) return;
        // A single day counts 1 in either direction, as in Excel.
        expect(builtInCalendar.countWorkdays(next, reached)).toBe(next === reached ? 1 : count);
        expect(builtInCalendar.isWorkday(reached)).toBe(true);
      }),
    );
  });

  it("adds up: n and then m working days are n + m", () => {
    const count = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(anyDay, count, count, (day, first, second) => {
        const midway = builtInCalendar.addWorkdays(day, first);
        const whole = builtInCalendar.addWorkdays(day, first + second);
        if (midway instanceof Refusal || whole instanceof Refusal) return;
        expect(builtInCalendar.addWorkdays(midway, second)).toBe(whole);
      }),
    );
  });

  it("answers #N/A where the holidays are not known", () => {
    expect(workday("2099-12-31", 1)).toMatch(/^#N\/A 2099-12-31 前后/);
    expect(workday("2026-01-05", 1e9)).toMatch(/^#N\/A/);
    expect(workday("2002-01-02", -1)).toMatch(/^#N\/A/);
    expect(workday("1999-05-01", 1)).toMatch(/^#N\/A 1999-05-01/);
    expect(workday("2100-03-01", -1)).toMatch(/^#N\/A 2100-03-01/);
  });
});

it("goes back to the last working day from every day of 2024–2026", () => {
  let last: CalendarDay | undefined;
  for (const { day, isWorkday } of days) {
    if (isWorkday) last = day;
    if (last !== undefined) expect(builtInCalendar.lastWorkday(day)).toBe(last);
  }
  expect(builtInCalendar.lastWorkday(calendarDay(2002, 1, 1) as CalendarDay)).toBeInstanceOf(Refusal);
});

it("answers 100,000 dates in one call as it answers each alone", () => {
  const dates = Array.from({ length: 100_000 }, (_, index) => 37_300 + ((index * 7919) % 35_000));
  const answer = evaluate(workdayCn, [column(...dates), 7]);
  expect(answer).toHaveLength(dates.length);
  for (let index = 0; index < dates.length; index += 4999) {
    expect(answer[index]?.[0]).toBe(one(evaluate(workdayCn, [dates[index], 7])));
  }
});
