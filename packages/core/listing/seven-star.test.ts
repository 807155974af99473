import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Grid } from "../cells/cell.ts";
import { Refusal } from "../cells/refusal.ts";
import { evaluate } from "../functions/evaluate.ts";
import { listingFields } from "./listing-fields.ts";
import { listingRules, type RuleField, ruleColumns } from "./listing-rules.ts";
import { sevenStar } from "./seven-star.ts";
import { sevenStarCheck } from "./seven-star-check.ts";
import { sevenStarScore } from "./seven-star-score.ts";

/** 60 weighted characters, no banned word. */
const TITLE_60 = "春秋新款男士连帽卫衣加绒加厚宽松休闲运动套装情侣款工厂批发货";
const OF_LENGTH = (length: number) => "标".repeat(Math.floor(length / 2)) + "a".repeat(length % 2);

/** A listing that passes every check, by header. */
const COMPLETE: Readonly<Record<string, unknown>> = {
  商品标题: TITLE_60,
  必填属性总数: 10,
  必填属性已填数: 10,
  自定义属性数: 2,
  主图数量: 5,
  主图宽: 800,
  主图高: 800,
  是否实拍: "是",
  Logo位置: "无",
  Logo宽: "",
  Logo高: "",
  视频时长: 45,
  价格: 12.5,
  起批量: 2,
  可售数量: 500,
  计量单位: "件",
  支持网上订购: "是",
  详情主图细节参数: "是",
  详情关联销售: "是",
  详情视频: "是",
  详情使用场景: "是",
  详情工厂资质: "是",
  详情发货说明: "是",
};

const tableOf = (...listings: Readonly<Record<string, unknown>>[]) => {
  const headers = [...new Set(listings.flatMap((listing) => Object.keys(listing)))];
  return [headers, ...listings.map((listing) => headers.map((header) => listing[header] ?? ""))];
};
const changed = (changes: Readonly<Record<string, unknown>>) => ({ ...COMPLETE, ...changes });
const without = (...headers: string[]) =>
  Object.fromEntries(Object.entries(COMPLETE).filter(([header]) => !headers.includes(header)));

const shown = (answer: Grid) =>
  answer.map((row) => row.map((cell) => (cell instanceof Refusal ? cell.code : cell)));
const stars = (...listings: Readonly<Record<string, unknown>>[]) =>
  shown(evaluate(sevenStar, [tableOf(...listings)])).map(([cell]) => cell);
const score = (listing: Readonly<Record<string, unknown>>) =>
  shown(evaluate(sevenStarScore, [tableOf(listing)]))[0]?.[0];
const SECTION = ["标题", "属性", "自定义属性", "主图视频", "销售信息", "网上订购", "详情"] as const;
const report = (listing: Readonly<Record<string, unknown>>) => {
  const [header = [], row = []] = shown(evaluate(sevenStarCheck, [tableOf(listing)]));
  return Object.fromEntries(header.map((name, index) => [String(name), row[index]]));
};
const markOf = (section: string, changes: Readonly<Record<string, unknown>>) =>
  report(changed(changes))[section];

describe("SEVENSTAR", () => {
  it("gives 7 to the contract's listing, 6 without online ordering, 5 without detail ⑤ too", () => {
    expect(
      stars(COMPLETE, changed({ 支持网上订购: "否" }), changed({ 支持网上订购: "否", 详情工厂资质: "否" })),
    ).toEqual([7, 6, 5]);
  });

  it("leaves blank rows blank, cuts those at the end, and answers a header alone with nothing", () => {
    const [header = [], row = []] = tableOf(COMPLETE);
    const blank = header.map(() => "");
    expect(shown(evaluate(sevenStar, [[header, row, blank, row, blank]]))).toEqual([[7], [""], [7]]);
    expect(evaluate(sevenStar, [[header]])).toEqual([[""]]);
  });

  it("refuses a table without any known column and names the columns", () => {
    const [[cell] = []] = evaluate(sevenStar, [
      [
        ["甲", "乙"],
        [1, 2],
      ],
    ]);
    expect(cell).toMatchObject({ code: "#VALUE!", message: expect.stringMatching(/商品标题.*支持网上订购/) });
  });

  it("spoils only the row with a bad number, a bad yes/no word or an error value", () => {
    const error = { type: "Error", basicType: "Error", basicValue: "#DIV/0!" };
    const listings = [
      changed({ 起批量: "一百" }),
      changed({ 是否实拍: "也许" }),
      changed({ 价格: error }),
      COMPLETE,
    ];
    expect(stars(...listings)).toEqual(["#VALUE!", "#VALUE!", "#VALUE!", 7]);
    expect(evaluate(sevenStar, [tableOf(listings[0] ?? {})])[0]?.[0]).toMatchObject({
      message: expect.stringContaining("一百"),
    });
  });

  it("earns no star for what is unknown", () => {
    expect(stars(without("视频时长"))).toEqual([6]);
    expect(stars(changed({ 价格: "" }), changed({ 价格: "-" }))).toEqual([6, 6]);
  });

  it("takes the headers apart from the table", () => {
    const [header = [], ...rows] = tableOf(COMPLETE);
    expect(evaluate(sevenStar, [rows, [header]])).toEqual([[7]]);
  });

  it.each(
    Object.values(listingFields).flatMap((field) =>
      ["aliases" in field ? field.aliases : []]
        .flat()
        .flatMap((alias) => alias.split("/"))
        .map((alias) => [alias, field.header] as const),
    ),
  )("knows the column %s as %s", (alias, header) => {
    if (!(header in COMPLETE)) return;
    const renamed = Object.fromEntries(
      Object.entries(COMPLETE).map(([name, value]) => [name === header ? ` ${alias}（项）` : name, value]),
    );
    expect(stars(renamed)).toEqual([7]);
  });

  it("has 0 to 7 stars, never more for a check that fails, whatever the order of the rows", () => {
    const listing = fc.record(
      Object.fromEntries(
        Object.entries(COMPLETE).map(([header, value]) => [
          header,
          fc.constantFrom(value, "", value === "是" ? "否" : 0),
        ]),
      ),
    );
    fc.assert(
      fc.property(
        fc.array(listing, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...Object.keys(COMPLETE)),
        (listings, header) => {
          const before = stars(...listings);
          for (const star of before) expect([0, 1, 2, 3, 4, 5, 6, 7, ""]).toContain(star);
          expect(stars(...listings.toReversed())).toEqual(before.toReversed());
          const first = { ...COMPLETE, ...listings[0] };
          const worse = {
            ...first,
            [header]: COMPLETE[header] === "是" ? "否" : header.startsWith("Logo") ? "其他" : 0,
          };
          if (header !== "必填属性总数" && header !== "起批量" && !/^Logo[宽高]|单位|标题/.test(header)) {
            expect(Number(stars(worse)[0])).toBeLessThanOrEqual(
              Number(stars({ ...first, [header]: COMPLETE[header] })[0]),
            );
          }
        },
      ),
    );
  });
});

describe("the built-in rules", () => {
  it("stand in the columns of a listing-rules template, each with source, grade and day", () => {
    for (const rule of listingRules) {
      expect(Object.keys(rule)).toEqual(expect.arrayContaining(Object.keys(ruleColumns)));
      expect(String(rule.source)).not.toBe("");
      expect(["seed", "source", "assumption"]).toContain(rule.grade);
      expect(rule.validFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it("are 3, 1, 1, 5, 4, 1 and 6 checks in the seven sections", () => {
    const counts = [1, 2, 3, 4, 5, 6, 7].map(
      (star) => listingRules.filter((rule) => rule.star === star).length,
    );
    expect(counts).toEqual([3, 1, 1, 5, 4, 1, 6]);
  });

  it.each([
    ["标题", "✗", { 商品标题: OF_LENGTH(53) }],
    ["标题", "✓", { 商品标题: OF_LENGTH(54) }],
    ["标题", "✓", { 商品标题: OF_LENGTH(60) }],
    ["标题", "✗", { 商品标题: OF_LENGTH(61) }],
    ["标题", "✗", { 商品标题: `最${OF_LENGTH(56)}` }],
    ["标题", "✗", { 商品标题: `１００％${OF_LENGTH(54)}` }],
    ["标题", "✗", { 商品标题: `100%${OF_LENGTH(54)}` }],
    ["属性", "✗", { 必填属性已填数: 9 }],
    ["属性", "✓", { 必填属性已填数: 11 }],
    ["属性", "未知", { 必填属性总数: "" }],
    ["自定义属性", "✗", { 自定义属性数: 0 }],
    ["自定义属性", "✓", { 自定义属性数: 1 }],
    ["自定义属性", "✓", { 自定义属性数: 3 }],
    ["自定义属性", "✗", { 自定义属性数: 4 }],
    ["主图视频", "✗", { 主图数量: 2 }],
    ["主图视频", "✓", { 主图数量: 3 }],
    ["主图视频", "✗", { 主图数量: 6 }],
    ["主图视频", "✗", { 主图高: 749 }],
    ["主图视频", "✓", { 主图宽: 750, 主图高: "750px" }],
    ["主图视频", "✗", { 主图宽: "", 主图高: 700 }],
    ["主图视频", "未知", { 主图宽: "" }],
    ["主图视频", "✗", { 是否实拍: "否", 视频时长: "" }],
    ["主图视频", "✗", { 视频时长: 0 }],
    ["主图视频", "✓", { 视频时长: 60 }],
    ["主图视频", "✗", { 视频时长: 61 }],
    ["主图视频", "✓", { 视频时长: "0:45" }],
    ["主图视频", "✓", { 视频时长: "45秒" }],
    ["主图视频", "✗", { 视频时长: "1:05" }],
    ["主图视频", "✓", { Logo位置: "左上", Logo宽: 200, Logo高: 200 }],
    ["主图视频", "✗", { Logo位置: "左上", Logo宽: 201, Logo高: 100 }],
    ["主图视频", "✗", { Logo位置: "其他", Logo宽: 100, Logo高: 100 }],
    ["主图视频", "未知", { Logo位置: "左上", Logo宽: 100, Logo高: "" }],
    ["销售信息", "✗", { 价格: 0 }],
    ["销售信息", "✓", { 价格: "¥0.01" }],
    ["销售信息", "✗", { 起批量: 0 }],
    ["销售信息", "✓", { 起批量: 99_999, 可售数量: "1,000,000" }],
    ["销售信息", "✗", { 起批量: 100_000, 可售数量: 1_000_000 }],
    ["销售信息", "✗", { 可售数量: 1 }],
    ["销售信息", "✓", { 可售数量: 2 }],
    ["销售信息", "未知", { 计量单位: "" }],
    ["网上订购", "✗", { 支持网上订购: "不支持" }],
    ["网上订购", "未知", { 支持网上订购: "" }],
    ["网上订购", "未知", { 支持网上订购: "也许" }],
    ["详情", "✗", { 详情视频: "×", 详情使用场景: "" }],
    ["详情", "未知", { 详情视频: "" }],
  ])("%s is %s for %j", (section, mark, changes) => expect(markOf(section, changes)).toBe(mark));

  it.each(["800×800", "800x800", "800X800", "800*800", "800 × 800", "800px×800px"])(
    "reads the size %s",
    (size) => {
      expect(stars({ ...without("主图宽", "主图高"), 主图尺寸: size })).toEqual([7]);
      expect(stars({ ...without("主图宽", "主图高"), 主图尺寸: size.replace("800", "700") })).toEqual([6]);
    },
  );

  it("pass without any logo column", () =>
    expect(stars(without("Logo位置", "Logo宽", "Logo高"))).toEqual([7]));
});

describe("SEVENSTARCHECK", () => {
  it("names the listing by title, else by id, and has no advice for seven stars", () => {
    expect(report(COMPLETE)).toMatchObject({ 商品: TITLE_60, 星级: 7, 改进建议: "" });
    expect(report({ ...without("商品标题"), 商品ID: "891661364281" })).toMatchObject({
      商品: "891661364281",
    });
  });

  it("says what is and what is required", () => {
    expect(report(changed({ 商品标题: OF_LENGTH(20), 支持网上订购: "否" }))["改进建议"]).toBe(
      "标题 20 个字符，应不少于 54 个字符，请补足；网上订购为“否”，应为“是”，请开通网上订购",
    );
  });

  it.each([
    [{ 主图数量: 6 }, "主图数量 6 张，应为 3–5 张，请减少"],
    [{ 商品标题: OF_LENGTH(62) }, "标题 62 个字符，应为 1–60 个字符，请删减"],
    [{ 主图数量: 2 }, "主图数量 2 张，应为 3–5 张，请补图"],
    [{ 商品标题: `最好${OF_LENGTH(56)}` }, "标题含违禁词“最好”，应不含，请删除"],
    [{ 可售数量: 1 }, "可售数量 1，应不少于起批量 2，请补充库存"],
    [{ 主图宽: 600, 主图高: 800 }, "主图尺寸 600×800 像素，应每边不少于 750 像素，请换成更大的图"],
    [
      { Logo位置: "左上", Logo宽: 320, Logo高: 260 },
      "Logo 左上 320×260 像素，应在左上角且每边不超过 200 像素，请重做主图",
    ],
    [{ 视频时长: "1:05" }, "视频时长 65 秒，应不超过 60 秒，请剪短"],
  ])("advises for %j: %s", (changes, advice) => expect(report(changed(changes))["改进建议"]).toBe(advice));

  it("keeps a text that it cannot read in the advice", () => {
    expect(report(changed({ 起批量: "一百" }))).toMatchObject({
      销售信息: "未知",
      改进建议: expect.stringContaining("“一百”"),
    });
  });

  it("names blank cells to fill in and missing columns to add", () => {
    expect(report({ ...without("视频时长"), 价格: "" })["改进建议"]).toBe(
      "请填写：价格；缺少列，请补上：视频时长",
    );
  });

  it("keeps blank rows, all blank, and answers a header alone with its own header", () => {
    const [header = [], row = []] = tableOf(COMPLETE);
    const blank = header.map(() => "");
    const answer = shown(evaluate(sevenStarCheck, [[header, row, blank, row]]));
    expect(answer[2]).toEqual(Array(10).fill(""));
    expect(shown(evaluate(sevenStarCheck, [[header]]))).toEqual([["商品", "星级", ...SECTION, "改进建议"]]);
  });

  it("has as many ✓ as stars", () => {
    const listing = fc.record(
      Object.fromEntries(
        Object.entries(COMPLETE).map(([header, value]) => [header, fc.constantFrom(value, "", "否", 0, 70)]),
      ),
    );
    fc.assert(
      fc.property(listing, (each) => {
        const { 星级, ...rest } = report(each);
        if (星级 !== "")
          expect(SECTION.filter((section) => rest[section] === "✓")).toHaveLength(Number(星级));
      }),
    );
  });
});

describe("SEVENSTARSCORE", () => {
  it.each([
    [100, {}],
    [86, { 支持网上订购: "否" }], // 6/7 = 85.7
    [97, { 视频时长: "" }], // 6.8/7 = 97.1
    [95, { 商品标题: OF_LENGTH(20) }], // 6⅔/7 = 95.2
    [98, { 详情视频: "否" }], // 6⅚/7 = 97.6
    [96, { 计量单位: "" }], // 6¾/7 = 96.4
  ])("is %d for %j", (expected, changes) => expect(score(changed(changes))).toBe(expected));

  it("counts a logo that is not there as passed, even where no other image column is known", () => {
    expect(score({ 商品标题: "", 价格: 1 })).toBe(Math.round(((1 / 5 + 1 / 4) / 7) * 100));
  });

  it("is 100 exactly where there are seven stars", () => {
    const listing = fc.record(
      Object.fromEntries(
        Object.entries(COMPLETE).map(([header, value]) => [header, fc.constantFrom(value, value, value, "")]),
      ),
    );
    fc.assert(
      fc.property(listing, (each) => {
        expect(score(each) === 100).toBe(stars(each)[0] === 7);
      }),
    );
  });
});

describe("a rules table of one's own", () => {
  const FIELDS = Object.keys(ruleColumns) as RuleField[];
  const HEADER = Object.values(ruleColumns).map(({ header }) => header);
  const rows = listingRules.map((rule) => FIELDS.map((field) => rule[field]));
  const run = (rules: unknown[][], listing = COMPLETE) =>
    evaluate(sevenStar, [tableOf(listing), null, rules])[0]?.[0];

  it("says the same as the built-in rules where it holds the same rows", () => {
    for (const listing of [COMPLETE, changed({ 视频时长: 90 }), changed({ 支持网上订购: "否" })]) {
      expect(run([HEADER, ...rows], listing)).toBe(stars(listing)[0]);
    }
  });

  it("moves a bound", () => {
    const stricter = rows.map((row) => (row[0] === "标题用量" ? row.with(3, 60) : row));
    expect(run([HEADER, ...stricter], changed({ 商品标题: OF_LENGTH(58) }))).toBe(6);
    expect(run([HEADER, ...rows], changed({ 商品标题: OF_LENGTH(58) }))).toBe(7);
  });

  it("leaves unknown what it does not speak of", () => {
    expect(run([HEADER, ...rows.filter((row) => row[0] !== "自定义属性数")])).toBe(6);
  });

  it("keeps online ordering as a gate", () => {
    const moved = rows.map((row) => (row[0] === "网上订购" ? ["价格", 6, ">", 0, 1, "", ""] : row));
    expect(run([HEADER, ...moved])).toBe(6);
  });

  it.each([
    [["没有的检查", 1, ">=", 1, 1, "", ""], /第 2 行的“检查项”是“没有的检查”/],
    [["标题用量", 9, ">=", 1, 1, "", ""], /第 2 行的“星”是“9”，应为 1 到 7/],
    [["标题用量", 1, "大概", 1, 1, "", ""], /第 2 行的“条件”/],
    [["标题用量", 1, ">=", "很多", 1, "", ""], /第 2 行的“值”是“很多”，应为数字/],
    [["标题用量", 1, ">=", 54, 0, "", ""], /第 2 行的“权重”/],
  ])("refuses the row %j by row, column and reason", (row, message) => {
    expect(run([HEADER, row])).toMatchObject({ code: "#VALUE!", message: expect.stringMatching(message) });
  });
});
