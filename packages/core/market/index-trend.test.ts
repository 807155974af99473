import { describe, expect, it } from "vitest";
import { column, shownAnswer } from "../functions/shown-answer.fixture.ts";
import { indexTrend } from "./index-trend.ts";

describe("INDEXTREND", () => {
  it("extends the line by four periods unless told otherwise", () => {
    const answer = shownAnswer(indexTrend, column(10, 12, 11, 13));
    expect(answer).toHaveLength(1 + 4 + 4);
    expect(answer.at(-1)?.[0]).toBe(8);
    expect(shownAnswer(indexTrend, column(10, 12, 11, 13), 0)).toEqual(answer);
  });

  it("leaves 预测 blank for periods that have passed and 实际 for those to come", () => {
    const answer = shownAnswer(indexTrend, [[10, 12, 11, 13]], 2).slice(1);
    expect(answer.map((row) => [row[0], row[1], row[3]])).toEqual([
      [1, 10, ""],
      [2, 12, ""],
      [3, 11, ""],
      [4, 13, ""],
      [5, "", expect.closeTo(13.5, 12)],
      [6, "", expect.closeTo(14.3, 12)],
    ]);
    for (const [, , fitted, forecast, lower, upper] of answer) {
      if (forecast !== "") expect(forecast).toBe(fitted);
      expect(fitted).toBeCloseTo(((lower as number) + (upper as number)) / 2, 12);
    }
  });

  it("numbers the periods from 1: over 6, 7, 9, 15, 21 the line is 0.2 + 3.8 x, worked by hand", () => {
    expect(shownAnswer(indexTrend, column(6, 7, 9, 15, 21), 1).at(-1)?.[3]).toBeCloseTo(23, 12);
  });

  it("keeps a missing period in its place", () => {
    const answer = shownAnswer(indexTrend, column(2, "", 6, 8, "-"), 1);
    expect(answer.slice(1).map(([period, actual, fitted]) => [period, actual, fitted])).toEqual([
      [1, 2, expect.closeTo(2, 12)],
      [2, "", expect.closeTo(4, 12)],
      [3, 6, expect.closeTo(6, 12)],
      [4, 8, expect.closeTo(8, 12)],
      [5, "", expect.closeTo(10, 12)],
    ]);
  });

  it("computes with the largest numbers as long as the line stays within them", () => {
    const answer = shownAnswer(indexTrend, column(1e308, 1e308, 1e308), 1);
    expect(answer.at(-1)?.slice(2)).toEqual(new Array(4).fill(expect.closeTo(1e308, -294)));
    const steep = shownAnswer(indexTrend, column(-1e308, 0, 1e308), 1);
    expect(steep.at(-1)?.[3]).toMatch(/#VALUE! 数字太大/);
  });

  it.each([
    [[column(1, 2)], /指数（values）至少要 3 个数字，现有 2 个/],
    [[column(1, "", "-", 2)], /至少要 3 个数字，现有 2 个/],
    [[column("", "")], /至少要 3 个/],
    [[column(1, 2, "三")], /指数（values）第 3 个应为数字，现为“三”/],
    [[column(1, 2, { type: "Error", basicValue: "#N/A" })], /第 3 个：引用的格子出错（#N\/A）/],
    [[column(1, 2, 3), 1.5], /预测期数（horizon）应为整数/],
    [[column(1, 2, 3), 1e308], /预测期数（horizon）应/],
  ])("refuses %j", (callArguments, sentence) => {
    expect(shownAnswer(indexTrend, ...callArguments)).toEqual([[expect.stringMatching(sentence)]]);
  });
});
