import { beforeAll, describe, expect, it } from "vitest";
import { addinDist } from "./addin-dist.ts";
import { type ExcelRuntime, loadExcelRuntime } from "./load-excel-runtime.ts";

// The worked examples of the contract (functions.md), written here by hand and not taken from the code.

let excel: ExcelRuntime;
beforeAll(() => {
  excel = loadExcelRuntime(addinDist);
});
const value = (id: string, ...formulaArguments: Parameters<ExcelRuntime["call"]>[1]) =>
  excel.call(id, formulaArguments)[0]?.[0];

const listing: Readonly<Record<string, string | number>> = {
  商品标题: "春秋新款男士连帽卫衣加绒加厚宽松休闲运动套装情侣款式工厂批发",
  必填属性总数: 10,
  必填属性已填数: 10,
  自定义属性数: 2,
  主图数量: 5,
  主图尺寸: "800×800",
  是否实拍: "是",
  Logo位置: "无",
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
const table = (changes: Readonly<Record<string, string | number>> = {}) => [
  Object.keys(listing),
  Object.values({ ...listing, ...changes }),
];

describe("listing", () => {
  it("gives seven stars to a row that has everything, 60 characters of title too", () => {
    expect(value("TITLELEN", listing["商品标题"] ?? "")).toBe(60);
    expect(value("SEVENSTAR", table())).toBe(7);
    expect(value("SEVENSTARSCORE", table())).toBe(100);
  });

  it("gives 6 without online ordering, 5 when detail ⑤ is missing too", () => {
    expect(value("SEVENSTAR", table({ 支持网上订购: "否" }))).toBe(6);
    expect(value("SEVENSTAR", table({ 支持网上订购: "否", 详情工厂资质: "否" }))).toBe(5);
  });

  it("reports each section and an advice that names what is actual and what is required", () => {
    const [header, row] = excel.call("SEVENSTARCHECK", [table({ 支持网上订购: "否" })]);
    expect(header).toEqual(
      "商品,星级,标题,属性,自定义属性,主图视频,销售信息,网上订购,详情,改进建议".split(","),
    );
    expect(row?.slice(1, 9)).toEqual([6, "✓", "✓", "✓", "✓", "✓", "✗", "✓"]);
    expect(row?.[9]).toMatch(/网上订购.*否/);
  });

  it("calls what it is not told unknown, not failed", () => {
    const known = ["商品标题", listing["商品标题"] ?? ""].map((cell) => [cell]);
    const [, row] = excel.call("SEVENSTARCHECK", [known]);
    expect(row?.slice(1, 9)).toEqual([1, "✓", "未知", "未知", "未知", "未知", "未知", "未知"]);
  });
});

describe("payment", () => {
  it.each([
    ["PAYFEE", ["信用卡", 10000, 500], 105],
    ["PAYNET", ["信用卡", 10000, 500], 10395],
    ["PAYPRICE", ["信用卡", 10395, 500], 10000],
    ["PAYFEE", ["信用卡", 10000, 500, "买家"], 0],
    ["PAYNET", ["信用卡", 10000, 500, "买家"], 10500],
    ["PAYFEE", ["creditBuy", 10500], 52.5],
    ["PAYNET", ["诚e赊", 10500], 10447.5],
    ["PAYFEE", ["card", 0.5], 0.01],
    ["PAYDUE", ["诚e赊", "2026-03-28"], 46109 + 30],
    ["PAYDUE", ["担保交易", 46109], 46109],
    ["PAYDUE", ["账期", 46109, 60], 46109 + 60],
  ] as const)("%s%j is %j", (id, formulaArguments, answer) => {
    expect(value(id, ...formulaArguments)).toBe(answer);
  });

  it.each([
    ["PAYFEE", ["账期交易", 100], "#N/A", "费率未知，请在费率表中填写"],
    ["PAYFEE", ["支票", 100], "#VALUE!", "信用卡"],
    ["PAYFEE", ["信用卡", -1], "#VALUE!", "负数"],
    ["PAYFEE", ["信用卡", "一百"], "#VALUE!", "一百"],
    ["PAYDUE", ["账期", 46109], "#VALUE!", "账期天数"],
  ] as const)("%s%j is refused with a sentence: %s", (id, formulaArguments, code, sentence) => {
    expect(value(id, ...formulaArguments)).toEqual({ code, message: expect.stringContaining(sentence) });
  });

  it("splits an amount into stages that add up to the cent", () => {
    const [header, first, second, ...rest] = excel.call("PAYPLAN", ["3/7", 1000.01]);
    expect(header).toEqual(["阶段", "比例", "金额", "付款方式", "日期"]);
    expect(first).toEqual(["第1阶段", 0.3, 300, "担保交易", ""]);
    expect(second).toEqual(["第2阶段", 0.7, 700.01, "直接到账", ""]);
    expect(rest).toEqual([]);
  });

  it("compares the 13 methods and says 未知 where no rate is known", () => {
    const [header, ...rows] = excel.call("PAYCOMPARE", [10000, 500]);
    expect(header).toEqual("方式,卖家费用,到账金额,到账日,资金成本,净得,排名,说明".split(","));
    expect(rows).toHaveLength(13);
    const term = rows.find(([method]) => String(method).includes("账期"));
    expect(term?.slice(1, 3)).toEqual(["未知", "未知"]);
    expect(term?.[6]).toBe("");
  });

  it("answers a whole column in one call, errors only where they are (G2, G7)", () => {
    expect(excel.call("PAYFEE", ["信用卡", [[10000], [""], ["x"], ["¥105"]]])).toEqual([
      [100],
      [""],
      [{ code: "#VALUE!", message: expect.stringContaining("x") }],
      [1.05],
    ]);
  });
});
