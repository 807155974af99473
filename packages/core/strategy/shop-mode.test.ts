import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownAnswer } from "../functions/shown-answer.fixture.ts";
import { shopMode } from "./shop-mode.ts";

const ranked = (...profile: unknown[][]) => shownAnswer(shopMode, [["指标", "值"], ...profile]).slice(1);
const best = (...profile: unknown[][]) => ranked(...profile)[0]?.slice(0, 2);

describe("SHOPMODE", () => {
  it("names the three modes of the seed, then production and trading", () => {
    const names = ranked(["店铺数", 1]).map(([name]) => name);
    expect(names.slice(0, 3).sort()).toEqual(["单店“霸屏”模式", "单店加代理模式", "多店“霸屏”模式"].sort());
    expect(names.slice(3).sort()).toEqual(["生产型", "贸易型"].sort());
  });

  it("sees several shops with several product lines, one shop with a budget, one shop with agents", () => {
    expect(best(["店铺数", 3], ["产品线数", 4])).toEqual(["多店“霸屏”模式", 100]);
    expect(best(["店铺数", 1], ["产品线数", 1], ["推广预算", 8000])).toEqual(["单店“霸屏”模式", 100]);
    expect(best(["店铺数", 1], ["产品线数", 3], ["招募代理", "是"])).toEqual(["单店加代理模式", 100]);
    expect(best(["品牌代理", "是"])).toEqual(["单店加代理模式", 100]);
  });

  it("takes no shop for neither one nor several", () => {
    for (const [, percent, reason] of ranked(["店铺数", 0]).slice(0, 3)) {
      expect(percent).toBe(0);
      expect(reason).toMatch(/不符：店铺数为没有，需要/);
    }
  });

  it("tells production from trading by the factory", () => {
    expect(ranked(["自有工厂", "是"])[3]?.slice(0, 2)).toEqual(["生产型", 100]);
    expect(ranked(["自有工厂", "否"])[3]?.slice(0, 2)).toEqual(["贸易型", 100]);
  });

  it("takes a budget as an amount or as yes or no", () => {
    for (const budget of [5000, "¥5,000", "有"]) {
      expect(best(["推广预算", budget])).toEqual(["单店“霸屏”模式", 100]);
    }
    expect(ranked(["推广预算", 0])[0]?.[1]).toBe(0);
    expect(ranked(["推广预算", "很多"]).find(([name]) => name === "单店“霸屏”模式")?.[1]).toMatch(
      /^#VALUE! /,
    );
  });

  it("quotes the seed with its line and marks what it assumes", () => {
    for (const [, , , basis] of ranked(["店铺数", 1])) {
      expect(basis).toMatch(/seed 第1\d\d行：“.+”.*假设（assumption）/);
    }
  });

  it("gives five complete rows with whole scores from 0 to 100, each group highest first", () => {
    const isYes = fc.constantFrom("是", "否", "", true, 0);
    const count = fc.oneof(fc.nat(), fc.constantFrom("", "3", "-"));
    const profile = fc.tuple(isYes, count, count, isYes, isYes, fc.oneof(isYes, count));
    fc.assert(
      fc.property(profile, (values) => {
        const metrics = ["自有工厂", "店铺数", "产品线数", "品牌代理", "招募代理", "推广预算"];
        const answer = ranked(...metrics.map((metric, index) => [metric, values[index]]));
        expect(answer).toHaveLength(5);
        for (const [name, percent, reason, basis] of answer) {
          expect(Number.isInteger(percent) && Number(percent) >= 0 && Number(percent) <= 100).toBe(true);
          for (const text of [name, reason, basis]) expect(text).toEqual(expect.stringMatching(/./));
        }
        for (const group of [answer.slice(0, 3), answer.slice(3)]) {
          const scores = group.map(([, percent]) => Number(percent));
          expect(scores).toEqual([...scores].sort((a, b) => b - a));
        }
      }),
    );
  });
});
