import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownAnswer } from "../functions/shown-answer.fixture.ts";
import { bizLine } from "./biz-line.ts";
import { businessLines } from "./business-lines.ts";

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

  it("keeps the seed's order among equal scores", () => {
    const names = (...profile: unknown[][]) => ranked(...profile).map(([name]) => name);
    const inOrder = "大市场,微供,淘工厂,淘货源,跨境专供,大企业采购平台,伙拼,工业品品牌站,诚信通".split(",");
    expect(names(["店龄", 5])).toEqual(inOrder);
    expect(names(["客户", "批发商"], ["集采拼单", "是"]).slice(0, 2)).toEqual(["大市场", "伙拼"]);
  });

  it("ignores what it does not know and names it in the reason; one metric given twice counts once", () => {
    const [, , reason] = ranked(["店龄", 5], ["支持代发", "是"], ["支持代发", "否"])[0] ?? [];
    expect(reason).toBe("得 3/3 分；符合：支持代发为是（3分）；未填，不计：客户；不认识，不计：店龄");
  });

  it("shortens endless lists, as a cell cannot hold them", () => {
    const many = Array.from({ length: 5000 }, (_, index) => [`指标${index}`, 1]);
    const [, , reason] = ranked(...many)[0] ?? [];
    expect(reason).toContain("等 5000 项");
    expect(String(reason).length).toBeLessThan(200);
  });

  it.each(["是否支持代发", "一件代发", "支持代发（是/否）", " 支持 代发 "])(
    "knows 支持代发 as %j",
    (metric) => expect(score("淘货源", [metric, "是"])).toBe(100),
  );

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

  it("gives nine complete rows with whole scores from 0 to 100, highest first, whatever the profile", () => {
    const value = fc.oneof(
      fc.constantFrom("是", "否", "1", "√", "", "-"),
      fc.boolean().map((is) => (is ? 1 : 0)),
    );
    const words = fc.oneof(
      fc.constantFrom("淘宝卖家", "批发商、微商", "机械", "", "-"),
      fc.string(),
      fc.double(),
    );
    const row = fc.oneof(
      fc.tuple(fc.constantFrom("客户", "经营类目", "客户类型"), words),
      fc.tuple(
        fc.constantFrom("支持代发", "支持定制", "柔性生产", "工业品", "品牌授权", "集采拼单", "企业资质"),
        value,
      ),
      fc.tuple(
        fc.string().filter((name) => name.trim() !== ""),
        words,
      ),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const answer = ranked(...rows, ["客户", "微商"]);
        expect(answer.map(([name]) => name).sort()).toEqual(businessLines.map(({ name }) => name).sort());
        const scores = answer.map(([, percent]) => percent as number);
        for (const [name, percent, reason, basis] of answer) {
          expect(Number.isInteger(percent) && Number(percent) >= 0 && Number(percent) <= 100).toBe(true);
          for (const text of [name, reason, basis]) expect(text).toEqual(expect.stringMatching(/./));
        }
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
    );
  });
});
