import { describe, expect, it } from "vitest";
import { shownAnswer } from "../functions/shown-answer.fixture.ts";
import { orderClean } from "./order-clean.ts";

const clean = (...callArguments: unknown[]) => shownAnswer(orderClean, ...callArguments);

const HEADER = [
  "订单编号",
  "买家会员名",
  "货品总价(元)",
  "运费(元)",
  "涨价或折扣(元)",
  "实付款(元)",
  "订单状态",
  "订单创建时间",
  "邮编",
  "联系手机",
  "货品标题",
  "单价(元)",
  "数量",
  "单位",
  "货号",
  "Offer ID",
];
const FIRST = "2233445566778899001";
const SECOND = "2233445566778899002";
const EXPORT = [
  HEADER,
  [
    FIRST,
    "甲",
    "1,000.00",
    "50",
    "-10",
    "1040",
    "交易成功",
    "2026-03-28 12:00:00",
    "012345",
    "13800001111",
    "杯",
    "20",
    "50",
    "个",
    "0012",
    "612345678901",
  ],
  ["", "", "", "", "", "", "", "", "", "", "杯刷", "¥1.50", "40", "个", "A-1", "612345678902"],
  [
    SECOND,
    "乙",
    200,
    0,
    "",
    200,
    "等待卖家发货",
    46_110.25,
    "310000",
    13_800_002_222,
    "壶",
    100,
    2,
    "把",
    "",
    612_345_678_903,
  ],
  [
    SECOND,
    "乙",
    200,
    0,
    "",
    200,
    "等待卖家发货",
    46_110.25,
    "310000",
    13_800_002_222,
    "盖",
    0,
    2,
    "个",
    "",
    "612345678904",
  ],
];

describe("ORDERCLEAN", () => {
  it("keeps columns and headers, fills orders down, leaves items alone", () => {
    expect(clean(EXPORT)).toEqual([
      HEADER,
      [
        FIRST,
        "甲",
        1000,
        50,
        -10,
        1040,
        "交易成功",
        46_109.5,
        "012345",
        "13800001111",
        "杯",
        20,
        50,
        "个",
        "0012",
        "612345678901",
      ],
      [
        FIRST,
        "甲",
        "",
        "",
        "",
        "",
        "交易成功",
        46_109.5,
        "012345",
        "13800001111",
        "杯刷",
        1.5,
        40,
        "个",
        "A-1",
        "612345678902",
      ],
      [
        SECOND,
        "乙",
        200,
        0,
        "",
        200,
        "等待卖家发货",
        46_110.25,
        "310000",
        "13800002222",
        "壶",
        100,
        2,
        "把",
        "",
        "612345678903",
      ],
      [
        SECOND,
        "乙",
        "",
        "",
        "",
        "",
        "等待卖家发货",
        46_110.25,
        "310000",
        "13800002222",
        "盖",
        0,
        2,
        "个",
        "",
        "612345678904",
      ],
    ]);
  });

  it("makes the column sum of 实付款 right, whether continuation rows are blank or repeat the order", () => {
    const paid = clean(EXPORT)
      .slice(1)
      .map((row) => row[5])
      .filter((value) => typeof value === "number");
    expect(paid.reduce((sum, value) => sum + value, 0)).toBe(1240);
  });

  it("takes headers given apart", () => expect(clean(EXPORT.slice(1), [HEADER])).toEqual(clean(EXPORT)));

  it("guesses columns that 1688 does not write: digits with a leading 0 or eleven and more stay text", () => {
    const [, row] = clean([
      ["订单编号", "自编", "客服电话", "箱数", "毛利率", "发货时间", "备注", "型", "空"],
      ["1", "0123", "13800001111", "12", "12.3%", "2026-03-28 12:00:00", "急", "1E5", "-"],
    ]);
    expect(row).toEqual(["1", "0123", "13800001111", 12, 0.123, 46_109.5, "急", "1E5", ""]);
  });

  it("keeps full-width codes as they are, and numbers as Excel shows them, never −0", () => {
    const [, row] = clean([
      ["订单编号", "自编", "客服电话", "差额", "合计", "加急"],
      ["1", "０１２３", "１３８００００１１１１", "-0.00元", 0.1 + 0.2, true],
    ]);
    expect(row).toEqual(["1", "０１２３", "１３８００００１１１１", 0, 0.3, true]);
    expect(Object.is(row?.[3], 0)).toBe(true);
  });

  it("fills down columns of the team's own, but keeps what a line says itself", () => {
    const rows = clean([
      ["订单编号", "运单号", "跟单员", "货品标题"],
      ["1", "SF1", "小王", "a"],
      ["", "SF2", "", "b"],
      ["", "", "", "c"],
    ]);
    expect(rows.slice(1)).toEqual([
      ["1", "SF1", "小王", "a"],
      ["1", "SF2", "小王", "b"],
      ["1", "SF2", "小王", "c"],
    ]);
  });

  it("puts an amount that stands on a later line on the order's first line", () => {
    const rows = clean([
      ["订单编号", "实付款", "货品标题"],
      ["1", "", "a"],
      ["", 30, "b"],
    ]);
    expect(rows.slice(1)).toEqual([
      ["1", 30, "a"],
      ["1", "", "b"],
    ]);
  });

  it("spoils only the cell that cannot be read", () => {
    const rows = clean([
      ["订单编号", "单价", "订单创建时间", "数量"],
      ["1", "面议", "昨天", 1],
      [2_233_445_566_778_899_000, 5, "", { type: "Error" }],
    ]);
    expect(rows[1]).toEqual([
      "1",
      expect.stringMatching(/^#VALUE! “单价”应为数字，现为“面议”/),
      expect.stringMatching(/^#VALUE! “订单创建时间”应为时间，现为“昨天”/),
      1,
    ]);
    expect(rows[2]).toEqual([
      expect.stringMatching(/^#VALUE! “订单编号”被存成了数字，末几位已经丢失/),
      5,
      "",
      expect.stringMatching(/^#VALUE! “数量”：引用的格子出错/),
    ]);
  });

  it("keeps orders apart whose ids have become equal by losing digits", () => {
    const header = ["订单编号", "实付款", "订单创建时间", "货品标题"];
    const [first, second] = ["2026-03-28 12:00:00", "2026-03-28 12:00:07"];
    for (const id of [2_233_445_566_778_899_000, "2.23345E+18"]) {
      const rows = clean([header, [id, 30, first, "a"], [id, 30, first, "b"], [id, 40, second, "c"]]);
      expect(rows.slice(1).map(([, paid]) => paid)).toEqual([30, "", 40]);
      expect(rows[1]?.[0]).toMatch(/^#VALUE! “订单编号”被存成了数字，末几位已经丢失/);
    }
  });

  it("answers nothing that a cell cannot hold", () => {
    const odd = [Number.NaN, Number.POSITIVE_INFINITY, [1], {}, { type: "Error" }];
    const rows = clean([
      ["订单编号", "甲", "乙", "丙", "丁", "戊"],
      ["1", ...odd],
    ]);
    expect(rows[1]?.slice(1)).toEqual(
      odd.map(() => expect.stringMatching(/^#VALUE! “.”(?:是错误值|：引用的格子出错)/)),
    );
  });

  it("keeps blank rows, cuts those at the end, and answers a header alone with the header", () => {
    const rows = clean([
      ["订单编号", "数量"],
      ["1", 1],
      ["", "-"],
      ["", 2],
      ["", ""],
    ]);
    expect(rows.slice(1)).toEqual([
      ["1", 1],
      ["", ""],
      ["1", 2],
    ]);
    expect(clean([HEADER])).toEqual([HEADER]);
  });

  it("knows continuation rows without a column of ids by their blank order columns", () => {
    const rows = clean([
      ["买家会员名", "实付款", "数量"],
      ["甲", 5, 1],
      ["", "", 2],
      ["乙", 6, 3],
    ]);
    expect(rows.slice(1)).toEqual([
      ["甲", 5, 1],
      ["甲", "", 2],
      ["乙", 6, 3],
    ]);
  });

  it("refuses a table without any known header", () =>
    expect(clean([["甲"], [1]])).toEqual([[expect.stringMatching(/^#VALUE! .*订单编号/)]]));
});
