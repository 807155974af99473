import { describe, expect, it } from "vitest";
import { fileKinds } from "../catalogue/file-kinds.ts";
import { recogniseExport as recogniseAmong } from "./recognise-export.ts";

const recogniseExport = (rows: readonly (readonly unknown[])[]) => recogniseAmong(rows, fileKinds);

const ORDERS =
  "订单编号 买家公司名 买家会员名 卖家公司名 卖家会员名 货品总价(元) 运费(元) 涨价或折扣(元) 实付款(元) 订单状态 订单创建时间 订单付款时间 发货方 收货人姓名 收货地址 邮编 联系电话 联系手机 货品标题 单价(元) 数量 单位 货号 型号 OfferID SKUID 物料编号 单品货号 货品种类 买家留言 物流公司 运单号".split(
    " ",
  );
const BILL =
  "账单编号 账单创建时间 应收金额(元) 已收金额(元) 账单状态 账单类型 场景类型 场景明细 关联订单号".split(" ");
const BOARD = "日期 展现次数 广告展现次数 访客数 支付金额 支付订单数 网销宝推广消耗金额 询盘数 毛利率".split(
  " ",
);

describe("recogniseExport", () => {
  it.each([
    ["orders", "1688 订单导出", 32, ORDERS],
    ["incomeBill", "1688 收入账单", 9, BILL],
    ["coreBoard", "生意参谋核心看板", 9, BOARD],
    [
      "aliIndustry",
      "阿里指数·行业大盘",
      6,
      "目录1 目录2 展示时间 1688采购指数 淘宝采购指数 1688供应指数".split(" "),
    ],
    [
      "aliAttributes",
      "阿里指数·属性细分",
      5,
      "行业类型 属性类型 属性名称 1688采购指数 1688供应指数".split(" "),
    ],
    ["aliPriceBands", "阿里指数·价格带", 3, "属性名称 价格分布 百分比".split(" ")],
    ["aliBuyers", "阿里指数·采购商身份", 3, "新老采购商 百分比 非淘宝/淘宝店主 百分比".split(" ")],
    ["aliRanking", "阿里指数·阿里排行", 6, "榜名 关键词 搜索趋势 搜索指数 全站商品数 搜索转化率".split(" ")],
    [
      "listing",
      "商品表",
      6,
      "商品ID 商品标题 类目 价格 最低价 最高价 起批量 近90天销量 商品评分 包邮".split(" "),
    ],
  ])("knows %s: %s, %d columns", (kind, name, count, header) => {
    const found = recogniseExport([header, header.map(() => "x")]);
    expect(found).toMatchObject({ kind, headerRow: 0 });
    expect(found?.columns).toHaveLength(count);
    expect(found?.summary.zh).toBe(`${name}：认出 ${count} 列，表头在第 1 行`);
    expect(found?.summary.en).toMatch(new RegExp(`^[ -~]+: ${count} columns recognised, header in row 1$`));
    for (const { zh, en } of found?.steps ?? []) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it("finds the header below a title, notes and blank rows, and says that they go", () => {
    const found = recogniseExport([
      ["核心看板"],
      ["统计时间：2024-07-01 至 2024-07-07", "", ""],
      [],
      ["说明：访客数已去重"],
      ["\uFEFF日期 ", " 展现 次数", "访客数（人）", "毛利率(%)"],
      ["2024-07-07", "1,234", "-", "12.3%"],
    ]);
    expect(found).toMatchObject({ kind: "coreBoard", headerRow: 4 });
    expect(found?.columns.map(({ column, key }) => [column, key])).toEqual([
      [0, "day"],
      [1, "impressions"],
      [2, "visitors"],
      [3, "grossMargin"],
    ]);
    expect(found?.steps[0]).toEqual({
      zh: "去掉表头上面的 4 行",
      en: "the 4 rows above the header are dropped",
    });
  });

  it("takes an order export for orders, though it also has a listing's columns", () => {
    const header = ["订单编号", "货品标题", "单价(元)", "单位", "Offer ID", "订单状态"];
    expect(recogniseExport([header])?.kind).toBe("orders");
    expect(recogniseExport([header.slice(1, 5)])?.kind).toBe("listing");
  });

  it("names each known column as the sheet writes it, and of two for one field the one that functions read", () => {
    expect(recogniseExport([["单价", "标题", "价格"]])?.columns).toEqual([
      { column: 1, header: "标题", key: "title", name: "商品标题" },
      { column: 2, header: "价格", key: "price", name: "价格" },
    ]);
  });

  it.each([
    ["nothing", []],
    ["blank rows", [[], ["", null]]],
    [
      "a sheet of the merchant's own",
      [
        ["姓名", "工资", "单位"],
        ["张三", 5000, "仓库"],
      ],
    ],
    ["one index column alone", [["1688采购指数"], [5]]],
    ["a header below the first 30 rows", [...Array.from({ length: 30 }, () => ["x"]), BILL]],
  ])("does not take %s for an export", (_, rows) => expect(recogniseExport(rows)).toBeUndefined());
});
