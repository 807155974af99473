import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { column, shownAnswer } from "../functions/shown-answer.fixture.ts";
import { titleCheck } from "./title-check.ts";

/** 28 different Chinese characters: 56 of 60. */
const FULL = "春季女装长袖白衬衫显瘦中款百搭通勤气质上衣新品雪纺打底外";
const RULES_HEADER = ["检查项", "星", "条件", "值", "权重", "依据", "等级"];
const check = (title: unknown, keywords?: unknown, rules?: unknown) =>
  shownAnswer(titleCheck, title, keywords, rules)[0]?.[0];

describe("TITLECHECK", () => {
  it("passes a title of 54 to 60 characters without a fault", () => {
    expect(check(FULL)).toBe("通过");
    expect(check(FULL.slice(0, 27))).toBe("通过");
    expect(check(`${FULL}套装`)).toBe("通过");
  });

  it("tells a title too long and one not used to the full, what it is and what it should be", () => {
    expect(check(`${FULL}套装x`)).toBe("超长：61 个字符，应为 1–60 个字符，请删减");
    expect(check(FULL.slice(1, 27))).toBe("未用满：52 个字符，应不少于 54 个字符，请补足");
  });

  it("names the banned words, the longest where one holds another", () => {
    expect(check(`最好${FULL}`)).toBe("违禁词：最好");
    expect(check(`１００%${FULL.slice(5)}第一`)).toBe("违禁词：第一、100%");
  });

  it.each([
    ["a word between blanks that stands twice", `卫衣 卫衣 ${FULL.slice(4)}`, "卫衣"],
    ["words whatever their case and width", `Nike ${FULL.slice(5)} ｎＩＫＥ`, "Nike"],
    ["a stretch of three inside running Chinese", `瑜伽裤${FULL.slice(6)}瑜伽裤`, "瑜伽裤"],
    ["only the longest", `蜜桃臀裤${FULL.slice(8)}蜜桃臀裤`, "蜜桃臀裤"],
    ["a stretch across words set apart", `红色瑜伽裤 黑色瑜伽裤${FULL.slice(10)}`, "色瑜伽裤"],
    ["several, in the order of the title", `蜜桃臀 连衣裙${FULL.slice(12)}连衣裙 蜜桃臀`, "蜜桃臀、连衣裙"],
    ["ASCII words in running Chinese", `ins风${FULL.slice(5)}ins冷`, "ins"],
    ["a word of blanks-and-marks without its marks", `【新款】 ${FULL.slice(9)} 【新款】`, "新款"],
  ])("names repeated words: %s", (_, title, word) => expect(check(title)).toBe(`重复词：${word}`));

  it.each([
    ["two characters in running Chinese", `套装${FULL.slice(4)}套装`],
    ["single letters and characters", `L 女 ${FULL.slice(4)} L 女`],
    ["parts of ASCII words", `classic ${FULL.slice(8)} glasses`],
    ["a stretch that overlaps itself", `哈哈哈哈${FULL.slice(4)}`],
    ["marks", `--- ${FULL.slice(4)} ---`],
  ])("does not count as repeated: %s", (_, title) => expect(check(title)).toBe("通过"));

  it("names each missing keyword once, whatever the case; blank ones are skipped", () => {
    expect(check(FULL, column("白衬衫", "T恤", "", "真丝", "t恤"))).toBe("缺少关键词：T恤、真丝");
    expect(check(`t恤${FULL.slice(2)}`, "T恤")).toBe("通过");
  });

  it("joins the problems in the contract's order", () => {
    expect(check("顶级 顶级", "卫衣")).toMatch(
      /^未用满：9 个字符[^；]*；违禁词：顶级；重复词：顶级；缺少关键词：卫衣$/,
    );
    expect(check(`最好的连衣裙${FULL}连衣裙`, "卫衣")).toMatch(
      /^超长：74 个字符[^；]*；违禁词：最好；重复词：连衣裙；缺少关键词：卫衣$/,
    );
  });

  it("answers a column in one call: blanks with nothing, numbers as text, errors as fresh ones", () => {
    const error = { type: "Error", basicType: "Error", basicValue: "#DIV/0!" };
    expect(shownAnswer(titleCheck, [[FULL], [" "], [2024], [error]])).toEqual([
      ["通过"],
      [""],
      ["未用满：4 个字符，应不少于 54 个字符，请补足"],
      ["#DIV/0! 引用的格子出错（#DIV/0!），请先处理那个格子。"],
    ]);
  });

  it("goes by the rules given, which replace the built-in ones", () => {
    const rules = [
      RULES_HEADER,
      ["标题长度", 1, "<", 10, 1, "", ""],
      ["违禁词", 1, "不含", "包邮、清仓", 1, "", ""],
    ];
    expect(check("最好的卫衣", undefined, rules)).toBe("超长：10 个字符，应小于 10 个字符，请删减");
    expect(check("清仓 卫", undefined, rules)).toBe("违禁词：清仓");
    expect(check("最好", undefined, rules)).toBe("通过");
    expect(check("最好", undefined, [RULES_HEADER, ["价格", 5, ">", 0, 1, "", ""]])).toBe("通过");
  });

  it("refuses an error among the keywords by its place", () => {
    expect(check(FULL, [["卫衣"], [{ basicType: "Error" }]])).toMatch(/^#VALUE! 关键词（keywords）第 2 个/);
  });

  it("finds a stretch of three that stands twice wherever it stands", () => {
    const word = fc.string({ unit: fc.constantFrom(..."甲乙丙丁戊"), minLength: 3, maxLength: 6 });
    const filler = fc.string({ unit: fc.constantFrom(..."子丑寅卯 "), maxLength: 8 });
    fc.assert(
      fc.property(word, filler, filler, filler, (repeated, before, between, after) => {
        const said = check(`${before}${repeated}${between} ${repeated}${after}`);
        expect(said).toMatch(new RegExp(`重复词：[^；]*${repeated}`));
      }),
    );
  });
});
