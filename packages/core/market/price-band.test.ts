import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { column, shownAnswer } from "../functions/shown-answer.fixture.ts";
import { priceBand } from "./price-band.ts";

const bandsOf = (...callArguments: unknown[]) => shownAnswer(priceBand, ...callArguments).slice(1);
const sizes = (...callArguments: unknown[]) => bandsOf(...callArguments).map((row) => row[1]);

describe("PRICEBAND", () => {
  it("cuts into five bands of equally many products, the first ones with the rest", () => {
    expect(sizes(column(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))).toEqual([3, 3, 2, 2, 2]);
    expect(sizes(column(3, 1, 2), null, 5)).toEqual([1, 1, 1, 0, 0]);
  });

  it("keeps equal prices together in the lower band", () => {
    expect(bandsOf(column(10, 20, 20, 30), null, 2).map((row) => row.slice(0, 2))).toEqual([
      ["[10, 30)", 3],
      ["[30, 30]", 1],
    ]);
    expect(sizes(column(1, 1, 1, 1, 2, 3), null, 3)).toEqual([4, 0, 2]);
    expect(bandsOf(column(5, 5, 5), null, 2).map((row) => row.slice(0, 2))).toEqual([
      ["[5, 5]", 3],
      ["（空）", 0],
    ]);
  });

  it("counts prices by their 15 digits: 1.15*100 is 115", () => {
    expect(sizes(column(1.15 * 100, 115), null, column(100, 115, 120))).toEqual([0, 2]);
  });

  it("takes edges in any order, closes the last band and leaves out what lies outside", () => {
    expect(
      bandsOf(column(9, 10, 19.99, 20, 50, 50.01), null, [[20, 50, 10]]).map((row) => row.slice(0, 3)),
    ).toEqual([
      ["[10, 20)", 2, 0.5],
      ["[20, 50]", 2, 0.5],
    ]);
  });

  it("weights the average price by sales, and sees the opportunity where sales exceed the supply", () => {
    expect(bandsOf(column(10, 20, 30, 40), column(30, 10, 50, 10), 2)).toEqual([
      ["[10, 30)", 2, 0.5, 40, 0.4, 12.5, 0.8],
      ["[30, 40]", 2, 0.5, 60, 0.6, expect.closeTo(31.6666667, 7), 1.2],
    ]);
  });

  it("leaves the sales blank where none are given, and takes the plain average", () => {
    expect(bandsOf(column(10, 20), null, 1)).toEqual([["[10, 20]", 2, 1, "", "", 15, ""]]);
  });

  it("leaves blank what an empty or unsold band cannot say", () => {
    expect(bandsOf(column(5, 25), column(3, 0), column(0, 10, 20, 30))).toEqual([
      ["[0, 10)", 1, 0.5, 3, 1, 5, 2],
      ["[10, 20)", 0, 0, 0, 0, "", ""],
      ["[20, 30]", 1, 0.5, 0, 0, "", 0],
    ]);
    expect(bandsOf(column(5), column(0), 1)).toEqual([["[5, 5]", 1, 1, 0, "", "", ""]]);
    expect(bandsOf(column(99), null, column(0, 10))).toEqual([["[0, 10]", 0, "", "", "", "", ""]]);
  });

  it("does not count a blank price, and takes a blank in the sales for 0", () => {
    expect(bandsOf(column(10, "", "-", 20), column(1, 100, 100, ""), 1)).toEqual([
      ["[10, 20]", 2, 1, 1, 1, 10, 1],
    ]);
    expect(bandsOf(column("", ""))).toEqual([]);
  });

  const products = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 1000 })), {
    minLength: 1,
    maxLength: 60,
  });
  const bandCount = fc.integer({ min: 1, max: 8 });

  it("loses no product and no sale, and its shares add up to 1", () => {
    fc.assert(
      fc.property(products, bandCount, (list, count) => {
        const rows = bandsOf(
          list.map(([price]) => [price]),
          list.map(([, sold]) => [sold]),
          count,
        );
        const sum = (key: number) => rows.reduce((total, row) => total + Number(row[key]), 0);
        const sold = list.reduce((total, each) => total + each[1], 0);
        expect(rows).toHaveLength(count);
        expect(sum(1)).toBe(list.length);
        expect(sum(2)).toBeCloseTo(1, 12);
        expect(sum(3)).toBe(sold);
        expect(sum(4)).toBeCloseTo(sold === 0 ? 0 : 1, 12);
      }),
    );
  });

  it("puts each price into the band its first equal has by rank", () => {
    fc.assert(
      fc.property(products, bandCount, (list, count) => {
        const prices = list.map(([price]) => price).sort((a, b) => a - b);
        const bandAt = prices.map((_, rank) => {
          const larger = prices.length % count;
          const small = Math.floor(prices.length / count);
          const boundary = larger * (small + 1);
          return rank < boundary
            ? Math.floor(rank / (small + 1))
            : larger + Math.floor((rank - boundary) / small);
        });
        const expected = new Array(count).fill(0);
        for (const price of prices) expected[bandAt[prices.indexOf(price)] as number]++;
        expect(sizes(column(...list.map(([price]) => price)), null, count)).toEqual(expected);
      }),
    );
  });

  it("averages within each band's edges", () => {
    fc.assert(
      fc.property(products, bandCount, (list, count) => {
        for (const [label, , , , , average] of bandsOf(
          column(...list.map(([price]) => price)),
          null,
          count,
        )) {
          if (average === "") continue;
          const [low = 0, high = 0] =
            String(label)
              .match(/[\d.]+/g)
              ?.map(Number) ?? [];
          expect(average).toBeGreaterThanOrEqual(low);
          expect(average).toBeLessThanOrEqual(high);
        }
      }),
    );
  });

  it.each([
    [[column(1, 2), column(1)], /价格（prices）有 2 个，销量（sales）有 1 个/],
    [[column(1, "贵")], /价格（prices）第 2 个应为数字，现为“贵”/],
    [[column(1, -2)], /价格（prices）第 2 个不能为负数/],
    [[column(1, 2), column(1, "多")], /销量（sales）第 2 个/],
    [[column(1, 2), null, -1], /分档（bands）/],
    [[column(1, 2), null, 2.5], /分档（bands）应为整数/],
    [[column(1, 2), null, column(5, 5)], /分档（bands）作为价格边界至少要两个不同的价格/],
    [[column(1, 2), column(1e308, 1e308)], /数字太大/],
  ])("refuses %j", (callArguments, sentence) => {
    expect(shownAnswer(priceBand, ...callArguments)).toEqual([[expect.stringMatching(sentence)]]);
  });

  it("refuses an average alone where only it is too large", () => {
    expect(bandsOf(column(1e308, 1e308), null, 1)[0]).toEqual([
      "[1e+308, 1e+308]",
      2,
      1,
      "",
      "",
      expect.stringMatching(/#VALUE! 数字太大/),
      "",
    ]);
  });
});
