import { describe, expect, it } from "vitest";
import { shownAnswer } from "../functions/shown-answer.fixture.ts";
import { wilson } from "./wilson.ts";

describe("WILSON", () => {
  it("answers one row of two fractions", () => {
    expect(shownAnswer(wilson, 36, 300)).toEqual([
      [expect.closeTo(0.08795084, 8), expect.closeTo(0.16165781, 8)],
    ]);
  });

  it("takes the confidence as fraction or percentage, 95 % if left out", () => {
    expect(shownAnswer(wilson, 36, 300, "95%")).toEqual(shownAnswer(wilson, 36, 300));
    expect(shownAnswer(wilson, 36, 300, 0.9)).not.toEqual(shownAnswer(wilson, 36, 300));
  });

  it.each([
    [[12, 0], /#VALUE! 总数（trials）应大于 0/],
    [[5, 4], /#VALUE! 成功数（successes）5 大于总数（trials）4/],
    [[-1, 4], /#VALUE! 成功数（successes）/],
    [[0.5, 4], /#VALUE! 成功数（successes）应为整数/],
    [[1, 4, 1], /#VALUE! 置信度（confidence）应大于 0 且小于 1/],
    [[1, 4, 95], /#VALUE! 置信度（confidence）/],
    [[1, 1e308], /#VALUE! 总数（trials）/],
    [["", 4], /#VALUE! 请填写成功数（successes）/],
  ])("refuses %j", (callArguments, sentence) => {
    expect(shownAnswer(wilson, ...callArguments)[0]?.[0]).toMatch(sentence);
  });
});
