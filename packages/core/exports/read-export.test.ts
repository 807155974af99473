import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileKinds } from "../catalogue/file-kinds.ts";
import { type CleanExport, readExport } from "./read-export.ts";
import { recogniseExport } from "./recognise-export.ts";

function read(sheet: readonly (readonly unknown[])[]): CleanExport {
  const recognised = recogniseExport(sheet, fileKinds);
  if (!recognised) throw new Error("not recognised");
  return readExport(sheet, recognised);
}
const formats = ({ columns }: CleanExport) => columns.map(({ format }) => format);
const warningsOf = ({ warnings }: CleanExport) => warnings.map(({ words }) => words.zh);

const FIRST = "2233445566778899001";
const SECOND = "2233445566778899002";

describe("a 1688 order export", () => {
  const sheet = [
    [
      "订单编号",
      "买家会员名",
      "货品总价(元)",
      "运费(元)",
      "实付款(元)",
      "订单创建时间",
      "邮编",
      "货品标题",
      "单价(元)",
      "数量",
      "Offer ID",
      "跟单",
    ],
    [
      `${FIRST}\t`,
      "甲",
      "¥1,040.00",
      "0",
      "1,040.00",
      "2024-07-11 09:48:43",
      "010010",
      "保温杯",
      "20",
      "50",
      "612345678901",
      "小王",
    ],
    ["", null, undefined, "", "", "", "", "杯刷", "1", "40", "612345678902", ""],
    [],
    [`="${SECOND}"`, "乙", "200", "-", "200", "2024/7/12 8:00", 310000, "壶", 100, 2, 612_345_678_903, ""],
  ];

  it("is filled down, with ids as text, amounts once, numbers and times", () => {
    // 2024-07-11 is day 45484: 09:48:43 is 35323 of 86400 seconds.
    const time = 45_484 + 35_323 / 86_400;
    const eight = 45_485 + 8 / 24;
    const answer = read(sheet);
    expect(answer.rows.slice(1)).toEqual([
      [FIRST, "甲", 1040, 0, 1040, time, "010010", "保温杯", 20, 50, "612345678901", "小王"],
      [FIRST, "甲", "", "", "", time, "010010", "杯刷", 1, 40, "612345678902", "小王"],
      [SECOND, "乙", 200, "", 200, eight, "310000", "壶", 100, 2, "612345678903", ""],
    ]);
    expect(answer.rows[0]).toEqual(sheet[0]);
    expect(formats(answer).join()).toBe(
      "text,text,number,number,number,time,text,text,number,number,text,general",
    );
    expect(answer.warnings).toEqual([]);
  });

  it("shows a team's own columns as they were written: numbers, percentages, days", () => {
    const answer = read([
      ["订单编号", "箱数", "佣金率", "交期", "数量"],
      [FIRST, "3", "1.5%", "2024-07-20", 1],
      ["", "", "", "", 2],
    ]);
    expect(answer.rows[2]).toEqual([FIRST, 3, 0.015, 45_493, 2]);
    expect(formats(answer)).toEqual(["text", "general", "percentage", "date", "number"]);
  });

  it("says which cells hold ids that Excel has damaged, and changes nothing about them", () => {
    const answer = read([
      ["订单编号", "实付款", "订单创建时间", "Offer ID", "子单号"],
      [2_233_445_566_778_899_000, 30, "2024-07-11 09:48:43", "8.91661E+11", 9_007_199_254_740_994],
      [2_233_445_566_778_899_000, 40, "2024-07-11 09:49:00", "891661364281", "5"],
      ["2.23345E+18", 50, "2024-07-12 10:00:00", 891_661_364_281, 7],
    ]);
    expect(answer.rows.slice(1).map(([id, paid, , offer]) => [id, paid, offer])).toEqual([
      ["2233445566778899000", 30, "8.91661E+11"],
      ["2233445566778899000", 40, "891661364281"],
      ["2.23345E+18", 50, "891661364281"],
    ]);
    expect(warningsOf(answer)).toEqual([
      expect.stringMatching(
        /^“订单编号”第 2、3、4 行（如“2233445566778899000”）的编号已损坏.*末几位已经丢失.*重新导出/,
      ),
      expect.stringMatching(/^“Offer ID”第 2 行（如“8.91661E\+11”）的编号已损坏/),
      expect.stringMatching(/^“子单号”第 2 行/),
    ]);
    expect(answer.warnings[0]?.cells).toEqual([1, 2, 3].map((row) => ({ row, column: 0 })));
    expect(answer.warnings[0]?.words.en).toMatch(/^Column “订单编号”, row 2, 3, 4 .* damaged ids/);
  });

  it("suspects long ids that all end in zeros, but not a single such digit", () => {
    const ids = (...codes: string[]) => read([["订单编号", "实付款"], ...codes.map((code) => [code, 1])]);
    expect(warningsOf(ids("2233445566778890000", "2233445566779110000"))).toEqual([
      expect.stringMatching(/^“订单编号”第 2、3 行.*末几位都是 0/),
    ]);
    expect(ids("2233445566778890000", SECOND).warnings).toEqual([]);
    expect(ids("2233445566778890", "12345").warnings).toEqual([]);
  });

  it("keeps what is no number or time, leaves errors blank, and names their rows", () => {
    const rows = Array.from({ length: 10 }, (_, index) => [`A${index}`, "面议", 1]);
    const answer = read([
      ["订单编号", "单价", "数量", "订单付款时间"],
      ["A", 5, { type: "Error", basicValue: "#N/A" }, "昨天"],
      ...rows,
      ["B", 5, Number.NaN, 1e9],
    ]);
    expect(answer.rows[1]).toEqual(["A", 5, "", "昨天"]);
    expect(answer.rows[2]).toEqual(["A0", "面议", 1, ""]);
    expect(answer.rows.at(-1)).toEqual(["B", 5, "", 1e9]);
    expect(warningsOf(answer)).toEqual([
      "“数量”第 2、13 行（如“#N/A”）是错误值，已留空，请补上。",
      "“订单付款时间”第 2、13 行（如“昨天”）不是时间，保留原样，请改成如 2024-07-11 09:48:43 的写法。",
      "“单价”第 3、4、5、6、7、8、9、10 等 10 行（如“面议”）不是数字，保留原样，请改正。",
    ]);
  });
});

describe("a 1688 income bill", () => {
  const HEADER =
    "账单编号 账单创建时间 应收金额(元) 已收金额(元) 账单状态 账单类型 场景类型 场景明细 关联订单号".split(
      " ",
    );
  const entry = [
    "202407110001234567",
    "2024-07-11 09:48:43",
    "1,050.00",
    "0.5",
    "已结清",
    "交易",
    "货款",
    "-",
    FIRST,
  ];

  it("loses its first row and remarks, and keeps equal rows", () => {
    const answer = read([
      ["#1688收入账单明细查询", "", "", "", "", "", "", "", ""],
      HEADER,
      entry,
      entry,
      ["#共 2 条", "", "", "", "", "", "", "", ""],
    ]);
    const clean = [
      "202407110001234567",
      45_484 + 35_323 / 86_400,
      1050,
      0.5,
      "已结清",
      "交易",
      "货款",
      "",
      FIRST,
    ];
    expect(answer.rows).toEqual([HEADER, clean, clean]);
    expect(formats(answer).join()).toBe("text,time,number,number,text,text,text,text,text");
  });

  it("drops headers repeated by pages pasted together and blank rows and columns, whatever their length", () => {
    const answer = read([
      ["", ...HEADER, "", ""],
      ["", ...entry],
      ["", ...HEADER],
      [null, "", "  "],
      ["", ...entry, "", "备注在无名列"],
    ]);
    expect(answer.rows).toHaveLength(3);
    expect(answer.rows[0]).toEqual([...HEADER, ""]);
    expect(answer.rows.map((row) => row[9])).toEqual(["", "", "备注在无名列"]);
    expect(answer.columns[0]?.sourceColumn).toBe(1);
    expect(answer.columns[9]?.sourceColumn).toBe(11);
  });

  it("keeps every row and every digit of every id, whatever they are", () => {
    const id = fc.stringMatching(/^[1-9]\d{17,20}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(id, fc.nat(), id)), (rows) => {
        const sheet = [
          ["账单编号", "应收金额", "关联订单号"],
          ...rows.map(([a, due, b]) => [a, String(due), b]),
        ];
        expect(read(sheet).rows.slice(1)).toEqual(rows);
      }),
    );
  });
});

describe("the core board of 生意参谋", () => {
  const board = read([
    ["生意参谋 核心看板"],
    ["统计日期：2024-07-01~2024-07-03"],
    ["日期", "展现次数", "访客数", "支付金额", "毛利率"],
    ["2024-07-03", "1,234", "56", "¥7,890.10", "12.3%"],
    ["20240702", "-", "0", "-", "-"],
    ["合计", "2,345", "", "", ""],
    [45_474, 1111, "３", 20, "-5%"],
  ]);

  it("comes oldest day first, with numbers, percentages and blanks; what is no day comes last", () => {
    // 2024-07-01 is day 45474.
    expect(board.rows.slice(1)).toEqual([
      [45_474, 1111, 3, 20, -0.05],
      [45_475, "", 0, "", ""],
      [45_476, 1234, 56, 7890.1, 0.123],
      ["合计", 2345, "", "", ""],
    ]);
    expect(formats(board).join()).toBe("date,number,number,number,percentage");
    expect(warningsOf(board)).toEqual([expect.stringMatching(/^“日期”第 5 行（如“合计”）不是时间/)]);
  });
});

describe("阿里指数", () => {
  it("fills merged labels down, but no label of another group", () => {
    const answer = read([
      ["目录1", "目录2", "展示时间", "1688采购指数", "淘宝采购指数", "1688供应指数"],
      ["女装", "连衣裙", "2024-07-11", "12,345", "2,345", "9,876"],
      ["", "", "2024-07-18", "12,346", "-", "9,877"],
      ["", "卫衣", "最近30天", "1", "2", "3"],
      ["男装", "", "2024-07", "4", "5", "6"],
      ["", "", "", "7", "8", "9"],
    ]);
    expect(answer.rows.slice(1)).toEqual([
      ["女装", "连衣裙", 45_484, 12_345, 2345, 9876],
      ["女装", "连衣裙", 45_491, 12_346, "", 9877],
      ["女装", "卫衣", "最近30天", 1, 2, 3],
      ["男装", "", "2024-07", 4, 5, 6],
      ["男装", "", "", 7, 8, 9],
    ]);
    expect(formats(answer).join()).toBe("text,text,date,number,number,number");
  });

  it("tells the two shares of 采购商身份 apart", () => {
    const answer = read([
      ["新老采购商", "百分比", "非淘宝/淘宝店主", "百分比"],
      ["新采购商", "35.5%", "非淘宝店主", 0.6],
      ["老采购商", "64.5%", "淘宝店主", 0.4],
    ]);
    expect(answer.rows).toEqual([
      ["新老采购商", "百分比", "非淘宝/淘宝店主", "百分比（非淘宝/淘宝店主）"],
      ["新采购商", 0.355, "非淘宝店主", 0.6],
      ["老采购商", 0.645, "淘宝店主", 0.4],
    ]);
    expect(formats(answer)).toEqual(["text", "percentage", "text", "percentage"]);
  });

  it("reads price bands, attributes and rankings; shares written as 12.3 are no percentages", () => {
    expect(
      read([
        ["属性名称", "价格分布", "百分比"],
        ["浏览价格", "0-10", "62.5"],
        ["", "10-20", "37.5"],
      ]),
    ).toMatchObject({
      rows: [
        ["属性名称", "价格分布", "百分比"],
        ["浏览价格", "0-10", 62.5],
        ["浏览价格", "10-20", 37.5],
      ],
      columns: [{ format: "text" }, { format: "text" }, { format: "number" }],
    });
    expect(
      read([
        ["行业类型", "属性类型", "属性名称", "1688采购指数", "1688供应指数"],
        ["女装", "风格", "韩版", "5,000", "1"],
        ["", "", "欧美", "4,000", "2"],
      ]).rows[2],
    ).toEqual(["女装", "风格", "欧美", 4000, 2]);
    expect(
      read([
        ["榜名", "关键词", "搜索趋势", "搜索指数", "全站商品数", "搜索转化率"],
        ["上升榜", "瑜伽裤", "↑12", "1,200", "35,000", "1.25%"],
        ["", "卫衣", "-", "900", "1", "0.5%"],
      ]).rows.slice(1),
    ).toEqual([
      ["上升榜", "瑜伽裤", "↑12", 1200, 35_000, 0.0125],
      ["上升榜", "卫衣", "", 900, 1, 0.005],
    ]);
  });
});

describe("a table of listings", () => {
  it("keeps ids as text and sizes, lengths and yes/no as they are, and makes repeated headers distinct", () => {
    const answer = read([
      [
        "商品ID",
        "商品标题",
        "价格",
        "起批量",
        "主图尺寸",
        "视频时长",
        "支持网上订购",
        "备注",
        "备注",
        "上架日期",
      ],
      [891_661_364_281, " 瑜伽裤 ", "1,234.50", "2", "800×800", "0:45", "是", "急", "x", "2024-07-11"],
      ["007", "卫衣", "12~15", 1, 750, 45, true, "-", "12%", ""],
    ]);
    expect(answer.rows).toEqual([
      [
        "商品ID",
        "商品标题",
        "价格",
        "起批量",
        "主图尺寸",
        "视频时长",
        "支持网上订购",
        "备注",
        "备注（2）",
        "上架日期",
      ],
      ["891661364281", "瑜伽裤", 1234.5, 2, "800×800", "0:45", "是", "急", "x", 45_484],
      ["007", "卫衣", "12~15", 1, 750, 45, true, "", 0.12, ""],
    ]);
    expect(answer.columns.at(-1)?.format).toBe("date");
    expect(warningsOf(answer)).toEqual([]);
  });
});

it("changes nothing when a clean order export is read again", () => {
  const order = fc.record({
    id: fc.stringMatching(/^[1-9]\d{18}$/),
    paid: fc.integer({ min: 0, max: 10 ** 9 }).map((cents) => cents / 100),
    items: fc.array(fc.nat({ max: 999 }), { minLength: 1, maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(order, { selector: ({ id }) => id }), (orders) => {
      const sheet: unknown[][] = [["订单编号", "实付款(元)", "数量"]];
      for (const { id, paid, items } of orders) {
        for (const [index, count] of items.entries())
          sheet.push(index === 0 ? [id, paid.toFixed(2), count] : ["", "", count]);
      }
      const { rows, warnings } = read(sheet);
      expect(warnings).toEqual([]);
      expect(read(rows).rows).toEqual(rows);
      expect(new Set(rows.slice(1).map(([id]) => id)).size).toBe(orders.length);
      const sumOf = (numbers: readonly unknown[]) =>
        numbers.reduce<number>((sum, each) => sum + Number(each), 0);
      expect(sumOf(rows.slice(1).map((row) => row[1]))).toBeCloseTo(sumOf(orders.map(({ paid }) => paid)), 1);
      expect(sumOf(rows.slice(1).map((row) => row[2]))).toBe(sumOf(orders.flatMap(({ items }) => items)));
    }),
  );
});
