import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { column, shownAnswer } from "../functions/shown-answer.fixture.ts";
import { wilsonInterval } from "../statistics/wilson-interval.ts";
import { testPick } from "./test-pick.ts";

const rowOf = (clicks: unknown, conversions: unknown, target: unknown, cost?: unknown) =>
  shownAnswer(testPick, "款式", clicks, conversions, target, cost)[1] ?? [];
const verdict = (clicks: number, conversions: number, target: number) =>
  rowOf(clicks, conversions, target)[6];

describe("TESTPICK", () => {
  it("says 继续测 with the clicks after which the observed rate decides, and their cost", () => {
    // z² · 0.1 · 0.9 / 0.02² = 864.3; 865 − 100 = 765 clicks at 0.8 yuan.
    expect(rowOf(100, 12, "10%", 0.8)).toEqual([
      "款式",
      100,
      12,
      0.12,
      expect.closeTo(0.069994, 6),
      expect.closeTo(0.198121, 6),
      "继续测",
      765,
      612,
    ]);
  });

  it("leaves the money out without a cost, and computes it exactly", () => {
    expect(rowOf(100, 12, 0.1)[8]).toBe("");
    expect(rowOf(100, 12, 0.1, 1.1)[8]).toBe(841.5);
  });

  it("cannot say how many more clicks where the rate equals the target or nobody clicked", () => {
    expect(rowOf(50, 15, 0.1 + 0.2).slice(6)).toEqual(["继续测", "", ""]);
    expect(rowOf(300, 100, 1 / 3, 1).slice(6)).toEqual(["继续测", "", ""]);
    expect(rowOf(700, 100, 0.142857142857143, 1).slice(6)).toEqual(["继续测", "", ""]);
    expect(rowOf(0, 0, 0.1)).toEqual(["款式", 0, 0, "", "", "", "继续测", "", ""]);
  });

  it("decides by the limits alone: 10 of 200 lie between 2.74 % and 8.96 %", () => {
    expect([0.0273, 0.0274, 0.0895, 0.0896].map((target) => verdict(200, 10, target))).toEqual([
      "胜出",
      "继续测",
      "继续测",
      "淘汰",
    ]);
  });

  it("decides as the limits of the interval say", () => {
    const test = fc
      .integer({ min: 1, max: 5_000 })
      .chain((clicks) => fc.tuple(fc.constant(clicks), fc.integer({ min: 0, max: clicks })));
    const target = fc.integer({ min: 1, max: 999 }).map((n) => n / 1000);
    fc.assert(
      fc.property(test, target, ([clicks, conversions], goal) => {
        const [lower, upper] = wilsonInterval(conversions, clicks);
        const expected = lower >= goal ? "胜出" : upper < goal ? "淘汰" : "继续测";
        expect(verdict(clicks, conversions, goal)).toBe(expected);
      }),
    );
  });

  it("asks for just so many clicks that the same rate decides then, and not one click earlier", () => {
    // Rates of whole twentieths and clicks in multiples of twenty keep the rate exactly as observed.
    const rate = fc.integer({ min: 1, max: 19 });
    fc.assert(
      fc.property(rate, fc.integer({ min: 1, max: 99 }), (twentieths, goalPercent) => {
        const goal = goalPercent / 100;
        fc.pre(twentieths * 5 !== goalPercent);
        const row = rowOf(20, twentieths, goal);
        if (row[6] !== "继续测") return;
        const clicks = 20 + (row[7] as number);
        const [lower, upper] = wilsonInterval((clicks * twentieths) / 20, clicks);
        const [earlierLower, earlierUpper] = wilsonInterval(((clicks - 1) * twentieths) / 20, clicks - 1);
        expect(lower >= goal || upper < goal).toBe(true);
        expect(earlierLower >= goal || earlierUpper < goal).toBe(false);
      }),
    );
  });

  it("spoils only the row of a bad figure", () => {
    const answer = shownAnswer(testPick, column("a", "b", "c"), column(10, "十", 10), column(11, 1, 1), 0.1);
    expect(answer[1]?.slice(0, 4)).toEqual([
      "a",
      10,
      11,
      expect.stringMatching(/#VALUE! 转化 11 大于点击 10/),
    ]);
    expect(answer[2]?.slice(0, 2)).toEqual(["b", expect.stringMatching(/点击（clicks）第 2 个.*“十”/)]);
    expect(answer[3]?.[6]).toBe("继续测");
  });

  it("leaves rows blank where a figure is missing, and drops rows that are blank", () => {
    const answer = shownAnswer(
      testPick,
      column("a", "", "c", ""),
      column(10, "", 10, ""),
      column("", "", 1, ""),
      0.1,
    );
    expect(answer.slice(1, 2)).toEqual([["a", 10, "", "", "", "", "", "", ""]]);
    expect(answer).toHaveLength(3);
  });

  it.each([
    [[column("a", "b"), [[1]], [[0]], 0.1], /款（names）有 2 个，点击（clicks）有 1 个/],
    [["a", 10, 1, 10], /目标转化率（target）应大于 0 且小于 1/],
    [["a", 10, 1, ""], /请填写目标转化率（target）/],
    [["a", 10, 1, 0.1, -1], /单次点击费用（cost）不能为负数/],
  ])("refuses %j", (callArguments, sentence) => {
    expect(shownAnswer(testPick, ...callArguments)[0]?.[0]).toMatch(sentence);
  });
});
