import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { column, shownAnswer } from "../functions/shown-answer.fixture.ts";
import { funnel } from "./funnel.ts";

const STAGES = ["展现", "点击", "询盘", "支付"];
const answerOf = (counts: unknown[], benchmarks?: unknown[], value?: unknown) =>
  shownAnswer(
    funnel,
    column(...STAGES.slice(0, counts.length)),
    column(...counts),
    benchmarks && column(...benchmarks),
    value,
  ).slice(1);

describe("FUNNEL", () => {
  it("costs each shortfall at the end of the funnel, all other steps as they are", () => {
    // Clicks: 500 hoped for, 400 came; of 400, 25 paid: (500 − 400) · 25/400 = 6.25 buyers.
    // Payments: 40 hoped for, 25 came: 15 buyers, the largest loss.
    expect(answerOf([10_000, 400, 100, 25], ["", 0.05, 0.2, 0.4])).toEqual([
      ["展现", 10_000, "", "", "", "", ""],
      ["点击", 400, 0.04, 0.05, expect.closeTo(-0.01, 12), 6.25, ""],
      ["询盘", 100, 0.25, 0.2, expect.closeTo(0.05, 12), 0, ""],
      ["支付", 25, 0.25, 0.4, expect.closeTo(-0.15, 12), 15, "瓶颈"],
    ]);
  });

  it("loses nothing at a benchmark that is the very rate, as 2/3 is in 15 digits", () => {
    const same = shownAnswer(funnel, column("访客", "询盘"), column(300, 200), column("", 2 / 3));
    expect(same[2]?.slice(4)).toEqual([0, 0, ""]);
  });

  it("values the losses", () => {
    expect(answerOf([10_000, 400, 100, 25], ["", 0.05, 0.2, 0.4], 200).map((row) => row[5])).toEqual([
      "",
      1250,
      0,
      3000,
    ]);
  });

  it("gives rates only where there are no benchmarks", () => {
    expect(answerOf([300, 36])).toEqual([
      ["展现", 300, "", "", "", "", ""],
      ["点击", 36, 0.12, "", "", "", ""],
    ]);
  });

  it("marks the first of equal losses, and none where every step reaches its benchmark", () => {
    expect(answerOf([1000, 100, 10], ["", 0.2, 0.2]).map((row) => row[6])).toEqual(["", "瓶颈", ""]);
    expect(answerOf([1000, 100, 10], ["", 0.1, 0.1]).map((row) => row[6])).toEqual(["", "", ""]);
  });

  it("lets benchmarks stand in for the rates after a stage that nobody reached", () => {
    // 10 clicks missing, of which 20 % would ask and 50 % of those pay.
    expect(answerOf([100, 0, 0, 0], ["", 0.1, 0.2, 0.5]).map((row) => row[5])).toEqual(["", 1, 0, 0]);
    expect(answerOf([100, 0, 0], ["", 0.1, ""]).map((row) => row[5])).toEqual(["", "", ""]);
  });

  const counts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 4 });
  const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);

  it("loses exactly what mending one step alone would win at the end", () => {
    fc.assert(
      fc.property(counts, fc.array(share, { minLength: 4, maxLength: 4 }), (stages, benchmarks) => {
        const rows = answerOf(stages, ["", ...benchmarks.slice(1, stages.length)]);
        const rates = stages.slice(1).map((count, index) => count / (stages[index] as number));
        for (const [step, rate] of rates.entries()) {
          const hoped = Math.max(rate, benchmarks[step + 1] as number);
          const mended = rates.map((each, index) => (index === step ? hoped : each));
          const end = mended.reduce((sum, each) => sum * each, stages[0] as number);
          const gain = end - (stages.at(-1) as number);
          expect(rows[step + 1]?.[5]).toBeCloseTo(gain, 6);
        }
      }),
    );
  });

  it("marks at most one step, whose loss nothing exceeds", () => {
    fc.assert(
      fc.property(counts, fc.array(share, { minLength: 4, maxLength: 4 }), (stages, benchmarks) => {
        const rows = answerOf(stages, ["", ...benchmarks.slice(1, stages.length)]);
        const losses = rows.slice(1).map((row) => row[5] as number);
        const marked = rows.filter((row) => row[6] === "瓶颈");
        expect(marked).toHaveLength(losses.some((loss) => loss > 0) ? 1 : 0);
        for (const row of marked) expect(row[5]).toBeGreaterThanOrEqual(Math.max(...losses) * (1 - 1e-9));
      }),
    );
  });

  it.each([
    [[1000, "坏"], ["", 0.2], /^#VALUE! 数量（counts）第 2 个应为数字，现为“坏”/],
    [[1000, { type: "Error", basicValue: "#DIV/0!" }], ["", 0.2], /^#DIV\/0! 数量（counts）第 2 个/],
    [[1000, 10], ["", "高"], /^#VALUE! 基准（benchmarks）第 2 个应为数字，现为“高”/],
  ])("names no bottleneck where a figure of %j or %j cannot be read (G7)", (counts, benchmarks, sentence) => {
    const answer = shownAnswer(funnel, column("展现", "点击"), column(...counts), column(...benchmarks));
    expect(answer).toEqual([[expect.stringMatching(sentence)]]);
  });

  it("is a header alone over blank ranges", () => {
    expect(shownAnswer(funnel, column("", ""), column("", ""))).toHaveLength(1);
  });

  it("refuses lists that do not belong together, by both names", () => {
    const [sentence] = shownAnswer(funnel, column("a", "b"), column(1, 2, 3))[0] ?? [];
    expect(sentence).toMatch(/#VALUE! 环节（stages）有 2 个，数量（counts）有 3 个/);
    const [other] = shownAnswer(funnel, column("a", "b"), column(1, 2), column(0.1, 0.1, 0.1))[0] ?? [];
    expect(other).toMatch(/#VALUE! 环节（stages）有 2 个，基准（benchmarks）有 3 个/);
  });

  it("refuses a benchmark above 100 %", () => {
    const answer = shownAnswer(funnel, column("展现", "点击"), column(100, 5), column("", 5));
    expect(answer[0]?.[0]).toMatch(/基准（benchmarks）第 2 个应不小于 0 且不大于 1/);
  });
});
