import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownAnswer } from "../functions/shown-answer.fixture.ts";
import { productDiag } from "./product-diag.ts";

const HEADER = ["商品", "展现次数", "点击次数", "访客数", "询盘数", "支付买家数"];
const BENCHMARKS = [
  ["指标", "值"],
  ["展现次数", 1000],
  ["点击率", "3%"],
  ["询盘数", 5],
  ["支付买家数", 2],
];
const diagnose = (...product: unknown[]) =>
  shownAnswer(productDiag, [HEADER, ["甲", ...product]], null, BENCHMARKS)[1]?.slice(1);

describe("PRODUCTDIAG", () => {
  it.each([
    ["修改重发", [0, 0, 0, 0, 0]],
    ["优化标题和类目", [900, 45, 40, 9, 3]],
    ["更换主图或价格", [2000, 20, 18, 9, 3]],
    ["优化详情和价格", [2000, 100, 90, 4, 3]],
    ["优化详情和价格", [2000, 100, 90, 9, 1]],
    ["优化详情和价格；分析访客", [2000, 100, 90, 9, 0]],
    ["优化标题和类目；更换主图或价格；优化详情和价格；分析访客", [500, 1, 1, 0, 0]],
    ["保持并加推广", [1000, 30, 28, 5, 2]],
  ])("says %s to the figures %j", (action, figures) => {
    expect(diagnose(...figures)?.[0]).toBe(action);
  });

  it("judges visitors who came although the product is not shown in searches", () => {
    expect(diagnose(0, 0, 30, 0, 0)?.[0]).toBe("修改重发；优化详情和价格；分析访客");
  });

  it("is content with a rate that is the benchmark itself, as 2/3 is in 15 digits", () => {
    const benchmarks = [
      ["指标", "值"],
      ["点击率", 2 / 3],
    ];
    const [, row] = shownAnswer(productDiag, [HEADER, ["甲", 300, 200, "", "", ""]], null, benchmarks);
    expect(row?.[1]).toBe("保持并加推广");
  });

  it("gives figure and benchmark as the reason", () => {
    expect(diagnose(2000, 20, 18, 9, 1)?.[1]).toBe("点击率 1.00% 低于基准 3.00%；支付买家数 1 低于基准 2");
    expect(diagnose(1000, 30, 28, 5, 2)?.[1]).toBe(
      "展现次数 1000、点击率 3.00%、询盘数 5、支付买家数 2 均不低于基准",
    );
  });

  it("compares with the table's own medians where no benchmark is given, and says so", () => {
    const rows = [
      ["甲", 100, 10, 9, 1, 1],
      ["乙", 200, 20, 18, 2, 2],
      ["丙", 300, 30, 27, 3, 3],
    ];
    const answer = shownAnswer(productDiag, [HEADER, ...rows]);
    expect(answer.slice(1).map((row) => row[1])).toEqual([
      "优化标题和类目；优化详情和价格",
      "保持并加推广",
      "保持并加推广",
    ]);
    expect(answer[1]?.[2]).toContain("展现次数 100 低于基准 200（本表中位数）");
  });

  it("takes a benchmark table that is still blank for none", () => {
    const table = [HEADER, ["甲", 100, 10, 9, 1, 1], ["乙", 300, 30, 27, 3, 3]];
    const blank = [
      ["指标", "值"],
      ["", ""],
    ];
    expect(shownAnswer(productDiag, table, null, blank)).toEqual(shownAnswer(productDiag, table));
  });

  it("takes given rates instead of the medians of the counts", () => {
    const rows = [
      ["甲", 1000, 50, 40, 2, 2],
      ["乙", 9000, 450, 400, 8, 8],
    ];
    const rates = [
      ["展现次数", 500],
      ["询盘率", "4%"],
      ["支付转化率", "4%"],
    ];
    const answer = shownAnswer(productDiag, [HEADER, ...rows], null, rates);
    expect(answer.map((row) => row[1])).toEqual(["动作", "保持并加推广", "优化详情和价格"]);
    expect(answer[2]?.[2]).toBe("询盘率 2.00% 低于基准 4.00%，支付转化率 2.00% 低于基准 4.00%");
  });

  it("does not fire a rule whose column is missing", () => {
    const answer = shownAnswer(
      productDiag,
      [
        ["商品", "展现次数"],
        ["甲", 2000],
        ["乙", 10],
        ["丙", ""],
      ],
      null,
      BENCHMARKS,
    );
    expect(answer.slice(1).map((row) => row[1])).toEqual(["保持并加推广", "优化标题和类目", "未知"]);
    expect(answer[3]?.[2]).toContain("请补充");
  });

  it("knows the columns of exports", () => {
    const table = [
      ["产品名称", "曝光量", "点击数", "商品访客数", "询盘人数", "支付订单数", "广告展现次数"],
      ["甲", "2,000", "100", "90", "9", "3", "1"],
    ];
    expect(shownAnswer(productDiag, table, null, BENCHMARKS)[1]?.slice(0, 2)).toEqual(["甲", "保持并加推广"]);
  });

  it("keeps blank rows and spoils only the row of a bad figure", () => {
    const table = [
      HEADER,
      ["甲", "很多", 1, 1, 1, 1],
      ["", "", "", "-", "", ""],
      ["乙", 2000, 100, 90, 9, 3],
    ];
    expect(shownAnswer(productDiag, table, null, BENCHMARKS)).toEqual([
      ["商品", "动作", "理由"],
      ["甲", expect.stringMatching(/#VALUE! 第 1 行数据的“展现次数”/), expect.stringMatching(/#VALUE!/)],
      ["", "", ""],
      ["乙", "保持并加推广", expect.any(String)],
    ]);
  });

  it("takes the id where there is no title, and is a header alone over a header alone", () => {
    const table = [
      ["商品ID", "展现次数"],
      ["891661364281", 0],
    ];
    expect(shownAnswer(productDiag, table)[1]).toEqual(["891661364281", "修改重发", "没有展现"]);
    expect(shownAnswer(productDiag, [HEADER])).toEqual([["商品", "动作", "理由"]]);
  });

  it.each([
    [[["指标"], ["展现次数"]], /“指标”和“值”两列/],
    [[["跳失率", 0.5]], /没有认识的指标，请填写：展现次数、点击率/],
    [[["点击率", 3]], /“点击率”应不小于 0 且不大于 1/],
    [[["展现次数", "多"]], /“展现次数”应为数字，现为“多”/],
  ])("refuses the benchmarks %j", (benchmarks, sentence) => {
    expect(shownAnswer(productDiag, [HEADER, ["甲", 1, 1, 1, 1, 1]], null, benchmarks)[0]?.[0]).toMatch(
      sentence,
    );
  });

  it("says 保持 exactly where no figure is below its benchmark and somebody buys", () => {
    const figure = fc.integer({ min: 1, max: 20 });
    const product = fc.tuple(figure, figure, figure, figure, figure);
    fc.assert(
      fc.property(fc.array(product, { minLength: 1, maxLength: 9 }), (products) => {
        const answer = shownAnswer(productDiag, [HEADER, ...products.map((each) => ["甲", ...each])]);
        expect(answer).toHaveLength(products.length + 1);
        const median = (values: number[]) => {
          const sorted = values.toSorted((a, b) => a - b);
          const middle = sorted.length / 2;
          return ((sorted[Math.ceil(middle) - 1] as number) + (sorted[Math.floor(middle)] as number)) / 2;
        };
        const judged = products.map(([shown, clicks, , asked, paid]) => [shown, clicks / shown, asked, paid]);
        const medians = [0, 1, 2, 3].map((key) => median(judged.map((each) => each[key] as number)));
        for (const [index, each] of judged.entries()) {
          const isGood = each.every((value, key) => value >= (medians[key] as number) - 1e-12);
          expect(answer[index + 1]?.[1] === "保持并加推广").toBe(isGood);
        }
      }),
    );
  });
});
