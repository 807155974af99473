import { describe, expect, it } from "vitest";
import { shownAnswer } from "../functions/shown-answer.fixture.ts";
import { activityFit } from "./activity-fit.ts";

const REQUIREMENTS = ["活动", "指标", "条件", "值"];
const fit = (shop: unknown[][], ...requirements: unknown[][]) =>
  shownAnswer(activityFit, [["指标", "值"], ...shop], [REQUIREMENTS, ...requirements]).slice(1);

describe("ACTIVITYFIT", () => {
  it.each([
    [">=", 10000, 10000, "是"],
    [">=", 10000, 9999, "否"],
    ["<=", "1%", "0.8%", "是"],
    ["<=", "1%", "1.2%", "否"],
    ["=", "是", "√", "是"],
    ["=", 3, "3", "是"],
    ["=", 3, 4, "否"],
    ["包含", "女装", "女装、童装", "是"],
    ["包含", "女装", "男装", "否"],
  ])("%s %s for %s: %s", (operator, asked, actual, verdict) => {
    expect(fit([["指标甲", actual]], ["大促", "指标甲", operator, asked])[0]?.[1]).toBe(verdict);
  });

  it.each([
    [4.7, ">=", 4.8, "现为 4.7，要求 >= 4.8，差 0.1"],
    [50, "<=", 49.9, "现为 50，要求 <= 49.9，超出 0.1"],
    ["50.01元", "<=", "¥50", "现为 50.01元，要求 <= ¥50，超出 0.01"],
    [50, ">=", 50.000001, "现为 50，要求 >= 50.000001，差 0.000001"],
    [1.15 * 100, ">=", 120, "现为 115，要求 >= 120，差 5"],
    ["8%", ">=", "10%", "现为 8%，要求 >= 10%，差 2%"],
  ])("says what %s lacks of %s %s to the last digit", (actual, operator, asked, sentence) => {
    expect(fit([["指标甲", actual]], ["大促", "指标甲", operator, asked])[0]?.[2]).toContain(sentence);
  });

  it("lets 否 win over 未知, and 未知 over 是", () => {
    const shop = [["成交额", 100]];
    expect(fit(shop, ["甲", "成交额", ">=", 50], ["甲", "好评率", ">=", 0.9])[0]?.[1]).toBe("未知");
    expect(fit(shop, ["甲", "成交额", ">=", 500], ["甲", "好评率", ">=", 0.9])[0]?.[1]).toBe("否");
    expect(fit(shop, ["甲", "成交额", ">=", 50])).toEqual([["甲", "是", ""]]);
  });

  it("says what is lacking, actual and required, joined by ；", () => {
    const [[, , gap] = []] = fit([["成交额", 100]], ["甲", "成交额", ">=", 500], ["甲", "好评率", ">=", 0.9]);
    expect(gap).toMatch(/成交额现为 100，要求 >= 500，差 400；缺少好评率/);
  });

  it("has one row for each activity, in order, also where merged cells leave its name blank", () => {
    const answer = fit(
      [["成交额", 100]],
      ["甲", "成交额", ">=", 50],
      ["", "成交额", "<=", 60],
      ["乙", "成交额", ">=", 50],
    );
    expect(answer.map((row) => row.slice(0, 2))).toEqual([
      ["甲", "否"],
      ["乙", "是"],
    ]);
  });

  it("treats a blank value and - as not given", () => {
    for (const blank of ["", "-", null]) {
      expect(fit([["成交额", blank]], ["甲", "成交额", ">=", 50])[0]?.[1]).toBe("未知");
    }
  });

  it("keeps a bad operator or number to its own activity", () => {
    const answer = fit(
      [["成交额", "很多"]],
      ["甲", "成交额", ">=", 50],
      ["乙", "店龄", "大概", 3],
      ["丙", "店龄", ">=", 3],
    );
    expect(answer[0]?.[1]).toMatch(/^#VALUE! .*很多/);
    expect(answer[1]?.[1]).toMatch(/^#VALUE! .*大概/);
    expect(answer[2]?.[1]).toBe("未知");
  });

  it("refuses a table without its columns, naming them", () => {
    expect(shownAnswer(activityFit, [["指标", "值"]], [["a"], ["b"]])[0]?.[0]).toMatch(
      /^#VALUE! .*活动.*指标.*条件/,
    );
  });
});
