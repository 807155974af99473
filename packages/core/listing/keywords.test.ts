import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { column, shownAnswer } from "../functions/shown-answer.fixture.ts";
import { seededRandom } from "../testing/seeded-random.ts";
import { keywords } from "./keywords.ts";

const HEADER = ["关键词", "商品数", "占比", "关联销量"];
const rows = (titles: readonly unknown[], sales?: readonly unknown[], top?: number) =>
  shownAnswer(keywords, column(...titles), sales && column(...sales), top).slice(1);
const words = (...titles: readonly string[]) => rows(titles, undefined, 100).map(([word]) => word);

describe("KEYWORDS", () => {
  it("counts each word once per title, with its share and the sales of its titles", () => {
    const titles = ["高腰瑜伽裤高腰", "高腰健身裤", "无痕瑜伽裤", "无痕高腰短裤"];
    expect(shownAnswer(keywords, column(...titles), column(30, 20, "", 5))).toEqual([
      HEADER,
      ["高腰", 3, 0.75, 55],
      ["瑜伽裤", 2, 0.5, 30],
      ["无痕", 2, 0.5, 5],
    ]);
  });

  it("sorts by titles, then sales, then code points, and shows the top ones", () => {
    const titles = ["bb 甲乙", "aa 丙丁", "甲乙 aa", "丙丁 bb", "cc"];
    expect(rows(titles, [1, 1, 1, 1, 9]).map(([word]) => word)).toEqual(["aa", "bb", "丙丁", "甲乙", "cc"]);
    expect(rows(titles, [1, 2, 3, 0, 9]).map(([word]) => word)).toEqual(["aa", "甲乙", "丙丁", "bb", "cc"]);
    expect(rows(titles, undefined, 2)).toEqual([
      ["aa", 2, 0.4, ""],
      ["bb", 2, 0.4, ""],
    ]);
  });

  it("shows 20 words when left out", () => {
    const titles = Array.from({ length: 30 }, (_, index) => `word${index}`);
    expect(rows(titles)).toHaveLength(20);
  });

  it("drops what only ever stands inside a longer word", () => {
    // 蜜桃 and 桃臀 stand nowhere else; 瑜伽 does once.
    const titles = ["蜜桃臀瑜伽裤", "新款蜜桃臀瑜伽服", "紧身瑜伽裤蜜桃臀", "蜜桃臀 速干瑜伽服"];
    expect(words(...titles)).toEqual(["蜜桃臀", "瑜伽服", "瑜伽裤"]);
    expect(words(...titles, "瑜伽垫")).toEqual(["瑜伽", "蜜桃臀", "瑜伽服", "瑜伽裤"]);
  });

  it("needs both ends free: 动套 stands only between 运 and 装", () => {
    expect(words("运动套装男", "休闲运动套装", "夏季运动套装女", "运动 短裤 套装")).toEqual([
      "套装",
      "运动",
      "运动套装",
    ]);
  });

  it("gives overlaps to the more cohesive word: 季新款 is 夏季 or 秋季 and 新款", () => {
    const titles = [
      "夏季新款",
      "秋季新款",
      "春季新款",
      "夏季薄款",
      "秋季外套",
      "新款女装",
      "女装新款夏季",
      "春季",
    ];
    expect(words(...titles)).not.toContain("季新款");
    expect(words(...titles)).toEqual(expect.arrayContaining(["新款", "夏季", "秋季", "春季", "女装"]));
  });

  it("takes ASCII words as they are, case and width folded, but no short numbers and single letters", () => {
    expect(rows(["Lulu瑜伽裤 L", "瑜伽裤ＬＵＬＵ 2024新款 30", "S925银戒2024 30 L"])).toEqual([
      ["2024", 2, expect.closeTo(2 / 3, 12), ""],
      ["lulu", 2, expect.closeTo(2 / 3, 12), ""],
      ["瑜伽裤", 2, expect.closeTo(2 / 3, 12), ""],
      ["s925", 1, expect.closeTo(1 / 3, 12), ""],
    ]);
  });

  it("joins a single letter or digit to the Chinese beside it", () => {
    expect(words("短袖T恤男", "纯棉T恤女", "t恤 5分裤", "弹力5分裤")).toEqual(["t恤", "5分裤"]);
  });

  it("finds nothing in a single title, nor across blanks and marks", () => {
    expect(words("高腰瑜伽裤高腰")).toEqual([]);
    expect(words("高 腰", "高，腰", "高/腰")).toEqual([]);
    expect(words("😀😀", "😀😀")).toEqual([]);
  });

  it("skips blank titles, in the shares too", () => {
    expect(rows(["高腰裤", "", "-", "高腰裙"], [1, 100, 100, 2])).toEqual([["高腰", 2, 1, 3]]);
    expect(shownAnswer(keywords, column("-", "-"))).toEqual([HEADER]);
  });

  it("adds sales as decimals", () => {
    expect(rows(["aa", "aa", "aa"], [0.1, 0.2, 0.3])).toEqual([["aa", 3, 1, 0.6]]);
  });

  it("refuses what it cannot read or match", () => {
    const refusal = (titles: unknown, sales?: unknown, top?: unknown) =>
      shownAnswer(keywords, titles, sales, top)[0]?.[0];
    expect(refusal(column("aa", "bb"), column(1))).toMatch(
      /^#VALUE! 标题（titles）有 2 个，销量（sales）有 1 个/,
    );
    expect(refusal(column("aa", "bb"), column(1, "多"))).toMatch(/^#VALUE! 销量（sales）第 2 个应为数字/);
    expect(refusal(column("aa", { basicType: "Error" }))).toMatch(/^#VALUE! 标题（titles）第 2 个/);
    expect(refusal("aa", undefined, -1)).toMatch(/^#VALUE! 前几名（top）应不小于 1/);
  });

  it("counts as many titles as hold the word, whatever the titles and their order", () => {
    const part = fc.constantFrom("高腰", "提臀", "瑜伽裤", "短裤", "女", "T恤", " Lulu ", "2024 ");
    const title = fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.array(title, { minLength: 2, maxLength: 30 }), (titles) => {
        const found = rows(titles, undefined, 1000);
        const used = titles.map((text) => text.toLowerCase());
        for (const [word, count, share] of found as [string, number, number][]) {
          const isAscii = /^[a-z0-9]+$/.test(word);
          const holders = used.filter((text) =>
            isAscii ? text.split(/[^a-z0-9]+/).includes(word) : text.includes(word),
          );
          expect([word, count]).toEqual([word, holders.length]);
          expect(share).toBe(count / used.length);
        }
        expect(rows(titles.toReversed(), undefined, 1000)).toEqual(found);
      }),
    );
  });

  it("finds the words that 20,000 titles were made of", () => {
    const random = seededRandom(7);
    const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
    const letters = Array.from({ length: 1500 }, (_, index) => String.fromCharCode(0x4e00 + 7 * index));
    const lexicon = Array.from({ length: 800 }, () =>
      Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(letters)).join(""),
    );
    const titles = Array.from({ length: 20_000 }, () =>
      Array.from({ length: 9 }, () => pick(lexicon)).join(""),
    );
    const given = new Set<unknown>(lexicon);
    expect(new Set(titles).size).toBe(20_000);
    const found = rows(titles, undefined, 800);
    expect(found.filter(([word]) => given.has(word)).length).toBeGreaterThan(750);
  });
});
