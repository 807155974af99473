import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownAnswer } from "../functions/shown-answer.ts";
import { bizLine } from "./biz-line.ts";
import { businessLines, businessMetrics } from "./business-lines.ts";

const HEADER = ["指标", "值"];
const ranked = (...profile: unknown[][]) => shownAnswer(bizLine, [HEADER, ...profile]).slice(1);
const score = (name: string, ...profile: unknown[][]) =>
  ranked(...profile).find(([line]) => line === name)?.[1];

describe("BIZLINE", () => {
  it("ranks all nine business lines of the seed", () => {
    const answer = shownAnswer(bizLine, [HEADER, ["客户", "批发商"]]);
    expect(answer[0]).toEqual(["业务线", "匹配度", "理由", "依据"]);
    expect(
      answer
        .slice(1)
        .map(([name]) => name)
        .sort(),
    ).toEqual("大市场,微供,淘工厂,淘货源,跨境专供,大企业采购平台,伙拼,工业品品牌站,诚信通".split(",").sort());
  });

  it.each([
    ["线下小店", "微供"],
    ["微商", "微供"],
    ["淘宝卖家", "淘货源"],
    ["跨境卖家", "跨境专供"],
    ["大企业", "大企业采购平台"],
  ])("puts the line first that the seed says serves %s: %s", (buyers, line) => {
    expect(ranked(["客户", buyers])[0]?.slice(0, 2)).toEqual([line, 100]);
  });

  it.each([
    ["柔性生产", "淘工厂"],
    ["集采拼单", "伙拼"],
    ["工业品", "工业品品牌站"],
  ])("puts first what alone asks for %s: %s", (metric, line) => {
    expect(ranked([metric, "是"])[0]?.slice(0, 2)).toEqual([line, 100]);
  });

  it("scores the weight that is met over the weight that is known", () => {
    // 淘货源: 客户 6, 支持代发 3.
    expect(score("淘货源", ["客户", "淘宝卖家"], ["支持代发", "否"])).toBe(67);
    expect(score("淘货源", ["客户", "批发商"], ["支持代发", "是"])).toBe(33);
    expect(score("淘货源", ["支持代发", "是"])).toBe(100);
  });

  it("ignores what it does not know and names it in the reason", () => {
    const [, , reason] = ranked(["客户", "火星人"], ["店龄", 5], ["支持代发", "是"])[0] ?? [];
    expect(reason).toContain("店龄");
    expect(reason).toContain("火星人");
  });

  it("quotes the seed with its line and marks every weight as an assumption", () => {
    for (const [, , , basis] of ranked(["客户", "批发商"])) {
      expect(basis).toMatch(/seed 第\d+行：“.+”/);
      expect(basis).toContain("假设（assumption）");
    }
  });

  it("reads a profile without its header row, yes/no words and several buyers", () => {
    const bare = shownAnswer(bizLine, [
      ["客户", "淘宝卖家、跨境卖家"],
      ["支持代发", "√"],
    ]);
    expect(bare.slice(1, 3).map(([name, percent]) => [name, percent])).toEqual([
      ["淘货源", 100],
      ["跨境专供", 100],
    ]);
  });

  it("refuses a table in which it knows nothing, naming what it looks for; a header alone gives the header", () => {
    expect(shownAnswer(bizLine, [["a", "b"]])[0]?.[0]).toMatch(/^#VALUE! .*客户.*经营类目/);
    expect(shownAnswer(bizLine, [["客户"]])[0]?.[0]).toMatch(/^#VALUE! .*两列/);
    expect(shownAnswer(bizLine, [HEADER])).toEqual([["业务线", "匹配度", "理由", "依据"]]);
  });

  it("answers a bad value only where it is needed", () => {
    const answer = ranked(["支持代发", "也许"], ["客户", "微商"]);
    expect(answer[0]?.slice(0, 2)).toEqual(["微供", 100]);
    expect(answer.find(([name]) => name === "淘货源")?.[1]).toMatch(/^#VALUE! .*支持代发.*也许/);
  });

  it("gives whole scores from 0 to 100, highest first, whatever the profile", () => {
    const value = fc.oneof(
      fc.constantFrom("是", "否", "淘宝卖家", "批发商、微商", "机械", "", "-", "不知道"),
      fc.integer(),
    );
    const profile = fc.array(fc.tuple(fc.constantFrom(...Object.keys(businessMetrics)), value), {
      minLength: 1,
    });
    fc.assert(
      fc.property(profile, (rows) => {
        const answer = ranked(...rows);
        expect(answer).toHaveLength(businessLines.length);
        const scores = answer.map(([, percent]) => percent).filter((each) => typeof each === "number");
        for (const each of scores) {
          expect(Number.isInteger(each)).toBe(true);
          expect(each).toBeGreaterThanOrEqual(0);
          expect(each).toBeLessThanOrEqual(100);
        }
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
    );
  });
});
