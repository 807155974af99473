import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { column, shownAnswer } from "../functions/shown-answer.fixture.ts";
import { titleBuild } from "./title-build.ts";
import { titleLength } from "./title-length.ts";

const build = (keywords: unknown, weights?: unknown, limit?: unknown) =>
  shownAnswer(titleBuild, keywords, weights, limit)[0]?.[0];

/** Words as a title: the contract's sentence on blanks, as a replacement over marked joints. */
const joined = (words: readonly string[]) =>
  words
    .join("\n")
    .replace(/(?<=[A-Za-z0-9])\n(?=[A-Za-z0-9])/g, " ")
    .replaceAll("\n", "");

describe("TITLEBUILD", () => {
  it("chooses the largest total weight that fits, in the given order", () => {
    // 瑜伽裤 takes 6 of 10, one of the others 4: 1 + 3, 2 + 3 or, without it, 1 + 2.
    expect(build(column("高腰", "提臀", "瑜伽裤"), column(1, 2, 3), 10)).toBe("提臀瑜伽裤");
    // The heaviest alone (10 for 6) is worth less than the two lighter ones (6 + 6 for 4 + 4).
    expect(build(column("瑜伽裤", "高腰", "提臀"), column(10, 6, 6), 8)).toBe("高腰提臀");
  });

  it("weighs every keyword 1 and allows 60 characters when left out", () => {
    const words = Array.from("甲乙丙丁戊己庚", (letter) => letter.repeat(5));
    expect(build([words])).toBe(words.slice(0, 6).join(""));
    expect(build(column("高腰", "提臀"), column("", 0.5), 4)).toBe("高腰");
  });

  it("puts one blank where ASCII letters or digits would touch, and counts it", () => {
    expect(build(column("lulu", "2025", "新款", "T恤"))).toBe("lulu 2025新款T恤");
    expect(build(column("ab", "cd"), undefined, 5)).toBe("ab cd");
    expect(build(column("ab", "cd"), column(1, 2), 4)).toBe("cd");
    expect(build(column("ab", "恤", "cd"), undefined, 6)).toBe("ab恤cd");
    expect(build(column("ab-", "cd"), undefined, 5)).toBe("ab-cd");
  });

  it("gives up a keyword where the blank it needs takes the room", () => {
    // ab + cd needs 5; ab + 恤 and 恤 + cd need 4.
    expect(build(column("ab", "cd", "恤"), column(5, 4, 3), 4)).toBe("ab恤");
  });

  it("never chooses weights of 0 or less, skips blanks and uses repeated words once", () => {
    expect(build(column("高腰", "提臀"), column(0, -1))).toBe("");
    expect(build(column("高腰", "", "-", "高腰 ", "提臀"))).toBe("高腰提臀");
    expect(build(column("T恤", "新款", "t恤"), column(1, 1, 2), 7)).toBe("新款t恤");
  });

  it("answers nothing where nothing fits", () => expect(build("瑜伽裤", undefined, 5)).toBe(""));

  it("takes of equal weights the longest title, then the earlier words", () => {
    expect(build(column("高腰", "瑜伽裤"), undefined, 6)).toBe("瑜伽裤");
    expect(build(column("高腰", "提臀", "显瘦"), undefined, 8)).toBe("高腰提臀");
  });

  it("adds decimals as they are written", () => {
    // 0.1 + 0.2 is 0.30000000000000004 in binary; as written it equals 0.3, and the longer title wins.
    expect(build(column("高腰", "提臀", "瑜伽长裤女"), column(0.1, 0.2, 0.3), 10)).toBe("瑜伽长裤女");
    expect(build(column("高腰", "提臀", "瑜伽长裤女"), column("10%", "0.21", 0.3), 10)).toBe("高腰提臀");
  });

  it("refuses unequal lists, bad weights and bad limits", () => {
    expect(build(column("高腰", "提臀"), column(1))).toMatch(
      /^#VALUE! 关键词（keywords）有 2 个，权重（weights）有 1 个/,
    );
    expect(build(column("高腰", "提臀"), column(1, "重"))).toMatch(/^#VALUE! 权重（weights）第 2 个应为数字/);
    expect(build("高腰", undefined, 0)).toBe("高腰");
    expect(build("高腰", undefined, 501)).toMatch(/^#VALUE! 字数上限（limit）应不小于 1 且不大于 500/);
    expect(build("高腰", undefined, -1)).toMatch(/^#VALUE! 字数上限（limit）应不小于 1/);
    expect(build("高腰", undefined, 1.5)).toMatch(/^#VALUE! 字数上限（limit）应为整数/);
  });

  it("is the best of all subsets; counted upwards they come in the order in which equal ones rank", () => {
    const word = fc.tuple(
      fc.string({ unit: fc.constantFrom("a", "7", "恤", "裙", "-"), minLength: 1, maxLength: 5 }),
      fc.integer({ min: -2, max: 12 }),
    );
    const words = fc.uniqueArray(word, { selector: ([text]) => text, maxLength: 9 });
    fc.assert(
      fc.property(
        words.filter((list) => list.some(([text]) => text !== "-" && text !== "--")),
        fc.integer({ min: 1, max: 30 }),
        (list, limit) => {
          const usable = list.filter(([text, weight]) => weight > 0 && !/^-{1,2}$/.test(text));
          let best = { tenths: 0, title: "" };
          for (let subset = 0; subset < 2 ** usable.length; subset++) {
            const chosen = usable.filter((_, index) => subset & (2 ** index));
            const title = joined(chosen.map(([text]) => text));
            const tenths = chosen.reduce((sum, [, weight]) => sum + weight, 0);
            if (titleLength(title) > limit || tenths < best.tenths) continue;
            const isLonger = titleLength(title) > titleLength(best.title);
            if (tenths > best.tenths || isLonger) best = { tenths, title };
          }
          const tenth = list.map(([, weight]) => [weight / 10]);
          expect(
            build(
              list.map(([text]) => [text]),
              tenth,
              limit,
            ),
          ).toBe(best.title);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("chooses among 2,000 keywords at once", () => {
    const words = Array.from({ length: 2000 }, (_, index) => [`词${index}`]);
    const title = build(
      words,
      words.map((_, index) => [(index * 7919) % 1000]),
    );
    expect(titleLength(String(title))).toBeLessThanOrEqual(60);
    expect(titleLength(String(title))).toBeGreaterThan(54);
  });
});
