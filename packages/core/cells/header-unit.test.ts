import { describe, expect, it } from "vitest";
import { shownAnswer } from "../functions/shown-answer.fixture.ts";
import { sevenStarCheck } from "../listing/seven-star-check.ts";
import { peers } from "../market/peers.ts";
import { productDiag } from "../operation/product-diag.ts";
import { orderClean } from "../orders/order-clean.ts";
import { orderFees } from "../orders/order-fees.ts";
import { payFee } from "../payment/pay-fee.ts";
import { headerUnit, inUnit } from "./header-unit.ts";

const unitOf = (header: string, measure: Parameters<typeof headerUnit>[1]) => {
  const unit = headerUnit(header, measure);
  return typeof unit === "function" ? unit(7) : unit;
};

describe("G4: a unit in a header is applied", () => {
  it.each([
    ["费率(%)", "rate", 0.07],
    ["费率（‰）", "rate", 0.007],
    ["支付转化率%", "rate", 0.07],
    ["实付款(元)", "money", 7],
    ["当日GMV（万元）", "money", 70_000],
    ["实付款【千元】", "money", 7000],
    ["实付款(单位：分)", "money", 0.07],
    ["单价(元/件)", "money", 7],
    ["销量(万)", "count", 70_000],
    ["销量（万件）", "count", 70_000],
    ["主图数量(张)", "count", 7],
    ["视频时长（分钟）", "seconds", 420],
    ["视频时长(小时)", "seconds", 25_200],
    ["视频时长(秒)", "seconds", 7],
    ["费率(必填)(%)", "rate", 0.07],
    ["商品(必填)", "count", undefined],
    ["销量", "count", undefined],
    ["实付款(美元)", "money", "美元"],
    ["实付款(USD)", "money", "usd"],
    ["费率(元)", "rate", "元"],
    ["销量(%)", "count", "%"],
    ["主图宽(厘米)", "pixels", "厘米"],
  ] as const)("7 under %s of %s is %s", (header, measure, expected) =>
    expect(unitOf(header, measure)).toBe(expected),
  );

  it("leaves a cell that carries a unit itself, and takes the lower end of a range", () => {
    const percent = headerUnit("费率(%)", "rate");
    if (typeof percent !== "function") throw new Error("no unit");
    expect(inUnit("0.6%", percent)).toBe("0.6%");
    expect(inUnit("0.6", percent)).toBe(0.006);
    expect(inUnit(0.6, percent)).toBe(0.006);
    expect(inUnit("随便", percent)).toBe("随便");
    const tenThousand = headerUnit("价格(万元)", "money");
    if (typeof tenThousand !== "function") throw new Error("no unit");
    expect(inUnit("1.2-1.5", tenThousand)).toBe(12_000);
    expect(inUnit("12元", tenThousand)).toBe("12元");
  });
});

describe("G4: in the functions", () => {
  it("a rates table in per cent, per mille and with its own signs", () => {
    const fee = (header: string, rate: string | number) =>
      shownAnswer(payFee, "信用卡", 1000, null, null, [
        ["方式", header],
        ["信用卡", rate],
      ])[0]?.[0];
    expect(fee("费率(%)", 0.6)).toBe(6);
    expect(fee("费率（‰）", "6")).toBe(6);
    expect(fee("费率(%)", "0.6%")).toBe(6);
    expect(fee("费率", "6‰")).toBe(6);
    expect(fee("费率(%)", 60)).toMatch(
      /^#VALUE! 费率表（rates）第 2 行的“费率”：费率 60%，是否忘了除以 100？/,
    );
    expect(fee("费率(元)", 6)).toMatch(/^#VALUE! 费率表（rates）的表头“费率\(元\)”写的单位“元”/);
  });

  it("amounts of orders in 万元 and 分, refused in another currency; ORDERCLEAN leaves them as they are", () => {
    const paidUnder = (header: string) =>
      shownAnswer(
        orderFees,
        [
          ["订单编号", header],
          ["1", 1.05],
        ],
        null,
        "信用卡",
      ).at(-1)?.[3];
    expect(paidUnder("实付款(万元)")).toBe(10_500);
    expect(paidUnder("实付款（分）")).toBe(0.01);
    expect(
      shownAnswer(orderFees, [
        ["订单编号", "实付款(美元)"],
        ["1", 5],
      ])[0]?.[0],
    ).toMatch(/^#VALUE! .*表头“实付款\(美元\)”/);
    const export_ = [
      ["订单编号", "实付款(美元)"],
      ["1", 5],
    ];
    expect(shownAnswer(orderClean, export_)).toEqual(export_);
  });

  it("sales in 万 and counts of a report", () => {
    const answer = shownAnswer(
      peers,
      [
        ["商品标题", "价格（千元）", "销量(万)"],
        ["甲", 1.5, 2],
        ["乙", 1, "200件"],
      ].slice(0, 2),
    );
    expect(answer[1]?.slice(2, 4)).toEqual([1500, 20_000]);
    expect(
      shownAnswer(productDiag, [
        ["商品标题", "展现次数(%)"],
        ["甲", 1],
      ])[0]?.[0],
    ).toMatch(/^#VALUE! .*表头“展现次数\(%\)”/);
  });

  it("lengths of videos in minutes, and a cell typed 1:30 as minutes and seconds", () => {
    const advice = (header: string, cell: string | number) =>
      shownAnswer(sevenStarCheck, [
        ["商品标题", header],
        ["甲", cell],
      ])[1]?.[9];
    expect(advice("视频时长（分钟）", 1.5)).toContain("视频时长 90 秒");
    expect(advice("视频时长", 1.5 / 24)).toContain("视频时长 90 秒");
    expect(advice("视频时长(秒)", 61)).toContain("视频时长 61 秒");
    expect(advice("视频时长", 0.5 / 24)).not.toContain("视频时长 30");
  });
});
