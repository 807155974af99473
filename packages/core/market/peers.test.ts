import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { column, shownAnswer } from "../functions/shown-answer.fixture.ts";
import { peers } from "./peers.ts";

const HEADER = ["商品标题", "价格", "销量"];

describe("PEERS", () => {
  it("ranks by sales, equal sales in the order of the table", () => {
    const table = [HEADER, ["A", 30, 10], ["B", 20, 70], ["C", 50, 10], ["D", 40, 10]];
    expect(shownAnswer(peers, table, null, 3)).toEqual([
      ["排名", "商品", "价格", "销量", "销量占比", "累计占比", "价格分位"],
      [1, "B", 20, 70, 0.7, 0.7, 0],
      [2, "A", 30, 10, 0.1, 0.8, expect.closeTo(1 / 3, 12)],
      [3, "C", 50, 10, 0.1, 0.9, 1],
    ]);
  });

  it("is PERCENTRANK.INC: the example of Excel's help, not cut to three digits", () => {
    const prices = [13, 12, 11, 8, 4, 3, 2, 1, 1, 1];
    const table = [HEADER, ...prices.map((price, index) => [`${price}元`, price, 100 - index])];
    const ranks = new Map(shownAnswer(peers, table).map((row) => [row[2], row[6]]));
    expect([2, 4, 8].map((price) => ranks.get(price))).toEqual([3 / 9, 5 / 9, 6 / 9]);
    expect(shownAnswer(peers, [HEADER, ["独一份", 9, 1]])[1]?.[6]).toBe(1);
  });

  it("shows ten unless told otherwise, with shares of the whole table", () => {
    const table = [HEADER, ...Array.from({ length: 20 }, (_, index) => [`商品${index}`, index, 5])];
    const answer = shownAnswer(peers, table);
    expect(answer).toHaveLength(11);
    expect(answer.at(-1)?.[5]).toBe(0.5);
  });

  it("reads exports: ids, other headers, numbers as text, headers given apart", () => {
    const rows = [["891661364281", "¥13.94", "1,234"]];
    expect(shownAnswer(peers, rows, [["Offer ID", "批发价(元)", "成交量"]])[1]).toEqual([
      1,
      "891661364281",
      13.94,
      1234,
      1,
      1,
      1,
    ]);
  });

  it("puts products of unknown sales last, without a rank, and drops blank rows", () => {
    const table = [HEADER, ["A", 30, ""], ["", "", "-"], ["B", 20, 70], ["C", "", 0]];
    expect(shownAnswer(peers, table).slice(1)).toEqual([
      [1, "B", 20, 70, 1, 1, 0],
      [2, "C", "", 0, 0, 1, ""],
      ["", "A", 30, "", "", "", 1],
    ]);
    expect(shownAnswer(peers, table, null, 2)).toHaveLength(3);
  });

  it("leaves the shares blank where nothing was sold", () => {
    expect(shownAnswer(peers, [HEADER, ["A", 30, 0]])[1]).toEqual([1, "A", 30, 0, "", "", 1]);
  });

  it.each([
    [["B", "面议", 70], /^#VALUE! 第 2 行数据的“价格”应为数字，现为“面议”/],
    [["B", 20, "很多"], /^#VALUE! 第 2 行数据的“近90天销量”应为数字，现为“很多”/],
    [
      ["B", 20, { type: "Error", basicValue: "#DIV/0!" }],
      /^#DIV\/0! 第 2 行数据的“近90天销量”：引用的格子出错（#DIV\/0!）/,
    ],
    [
      ["B", { type: "Error", basicValue: "#REF!" }, 1],
      /^#VALUE! 第 2 行数据的“价格”：引用的格子出错（#REF!）/,
    ],
  ])("gives no share of a total that leaves %j out, and names its place (G7)", (row, sentence) => {
    const table = [HEADER, ["A", 30, 100], row, ["C", 20, 30]];
    expect(shownAnswer(peers, table, null, 1)).toEqual([[expect.stringMatching(sentence)]]);
  });

  it("takes prices and sales as 1688 shows them: a range by its lower end, 1万+ (G4)", () => {
    const table = [HEADER, ["A", "12.5-15.8", "1万+"], ["B", "¥9.9", "200+"]];
    expect(shownAnswer(peers, table).slice(1)).toEqual([
      [1, "A", 12.5, 10000, 10000 / 10200, 10000 / 10200, 1],
      [2, "B", 9.9, 200, 200 / 10200, 1, 0],
    ]);
  });

  it("is a header alone over a header alone", () => {
    expect(shownAnswer(peers, [HEADER])).toHaveLength(1);
    expect(shownAnswer(peers, [HEADER, ["", "", ""]])).toHaveLength(1);
  });

  const product = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 1000 }));
  it("has shares that add up to 1, running shares that never fall, and every rank once", () => {
    fc.assert(
      fc.property(fc.array(product, { minLength: 1, maxLength: 50 }), (products) => {
        fc.pre(products.some(([, sold]) => sold > 0));
        const table = [HEADER, ...products.map(([price, sold], index) => [`商品${index}`, price, sold])];
        const rows = shownAnswer(peers, table, null, 100).slice(1);
        expect(rows.map((row) => row[0])).toEqual(products.map((_, index) => index + 1));
        expect(rows.map((row) => row[3])).toEqual(products.map(([, sold]) => sold).sort((a, b) => b - a));
        expect(rows.reduce((sum, row) => sum + (row[4] as number), 0)).toBeCloseTo(1, 12);
        const running = rows.map((row) => row[5] as number);
        expect(running).toEqual(running.toSorted((a, b) => a - b));
        expect(running.at(-1)).toBe(1);
        for (const [, , price, , , , standing] of rows) {
          const below = products.filter(([other]) => other < (price as number)).length;
          expect(standing).toBe(products.length === 1 ? 1 : below / (products.length - 1));
        }
      }),
    );
  });

  it.each([
    [[column("甲", 1)], /商品标题、商品ID、价格、近90天销量/],
    [[[HEADER, ["A", 1, 1]], null, -1], /前几名（top）应不小于 1/],
    [[[HEADER, ["A", 1, 1e308], ["B", 1, 1e308]]], /数字太大/],
  ])("refuses %j", (callArguments, sentence) => {
    expect(shownAnswer(peers, ...callArguments)).toEqual([[expect.stringMatching(sentence)]]);
  });
});
