import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { column, shownAnswer } from "../functions/shown-answer.fixture.ts";
import { buyerMix } from "./buyer-mix.ts";

describe("BUYERMIX", () => {
  it("gives each kind its share with the Wilson limits, in the given order and without a total", () => {
    expect(shownAnswer(buyerMix, column("新采购商", "老采购商"), column(264, 36))).toEqual([
      ["类别", "数量", "占比", "下限", "上限"],
      ["新采购商", 264, 0.88, expect.closeTo(0.838342, 6), expect.closeTo(0.912049, 6)],
      ["老采购商", 36, 0.12, expect.closeTo(0.087951, 6), expect.closeTo(0.161658, 6)],
    ]);
  });

  it("adds up to 1, each share within its limits", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(counts, (list) => {
        fc.pre(list.some((count) => count > 0));
        const rows = shownAnswer(
          buyerMix,
          list.map((_, index) => [`类${index}`]),
          list.map((count) => [count]),
        ).slice(1);
        expect(rows.map((row) => row[1])).toEqual(list);
        expect(rows.reduce((sum, row) => sum + (row[2] as number), 0)).toBeCloseTo(1, 12);
        for (const [, , share, lower, upper] of rows as [string, ...number[]][]) {
          expect(lower).toBeLessThanOrEqual(share as number);
          expect(upper).toBeGreaterThanOrEqual(share as number);
        }
      }),
    );
  });

  it("says nothing of shares where nobody was counted", () => {
    expect(shownAnswer(buyerMix, column("新", "老"), column(0, 0)).slice(1)).toEqual([
      ["新", 0, "", "", ""],
      ["老", 0, "", "", ""],
    ]);
  });

  it.each([
    ["62%", /^#VALUE! 数量（counts）第 2 个应为整数，现为 0.62/],
    ["很多", /^#VALUE! 数量（counts）第 2 个应为数字，现为“很多”/],
    [{ type: "Error", basicValue: "#N/A" }, /^#N\/A 数量（counts）第 2 个：引用的格子出错（#N\/A）/],
  ])("gives no share of a total that leaves %j out, and names its place (G7)", (count, sentence) => {
    const answer = shownAnswer(buyerMix, column("a", "b", "", "d"), column(3, count, "", ""));
    expect(answer).toEqual([[expect.stringMatching(sentence)]]);
  });

  it("refuses lists that do not fit", () => {
    expect(shownAnswer(buyerMix, column("a", "b"), column(1))[0]?.[0]).toMatch(
      /类别（labels）有 2 个，数量（counts）有 1 个/,
    );
  });
});
