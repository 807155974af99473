import { describe, expect, it } from "vitest";
import { gbkBytes } from "./gbk-bytes.ts";
import { SAMPLE_SHEETS } from "./opened-workbench.ts";
import { useWorkbench } from "./use-workbench.ts";

/** An order of two items, as 1688 exports merged cells: the second item's row has no order columns. */
const ORDERS = `订单编号,买家公司名,货品总价(元),运费(元),涨价或折扣(元),实付款(元),订单状态,订单创建时间,货品标题,单价(元),数量
290617483550002871,义乌鑫源,"1,234.50",8,-,"1,242.50",交易成功,2024-07-11 09:48:43,连帽卫衣,12.5,90
,,,,,,,,瑜伽裤,9.9,11
290617483550002872,广州云裳,99,0,-,99,等待卖家发货,2024-07-12 10:00:00,短袖,9.9,10
`;
const BOARD = `生意参谋 核心看板
统计周期：最近 3 天
日期,展现次数,访客数,支付金额,毛利率
2026-03-03,"1,234",56,"2,300.50",12.3%
2026-03-02,"1,100",50,-,11%
2026-03-01,980,44,"1,900",10.5%
`;

const workbench = useWorkbench();
const values = async (sheet: string, ...addresses: string[]) =>
  Promise.all(addresses.map(async (at) => (await workbench.cell(sheet, at)).value));
const dialog = () => workbench.page.getByRole("dialog");
const choose = (name: string) => dialog().getByRole("button", { name }).click();
const imported = () => expect.poll(() => workbench.notice(), { timeout: 30_000 });

describe("an export that is recognised", () => {
  it("shows what was found and what will be done, before anything is written", async () => {
    await workbench.importFile("订单.csv", gbkBytes(ORDERS));
    await dialog().waitFor();
    expect(await dialog().getByRole("heading").textContent()).toContain(
      "1688 订单导出：认出 11 列，表头在第 1 行",
    );
    const shown = await dialog().textContent();
    for (const step of ["合并单元格向下填满", "编号存成文本", "求和不会重复"]) expect(shown).toContain(step);
    expect(await dialog().getByRole("row").count()).toBe(4);
    expect(await workbench.page.evaluate(() => window.sevenstarWorkbench?.sheets())).toEqual(SAMPLE_SHEETS);
    await choose("整理后导入");
    await imported().toContain("已导入“订单”：3 行 × 11 列（1688 订单导出");
    // The id filled down as text, the amounts on the first line only, numbers and time stamps as such.
    expect(await values("订单", "A2", "A3", "B3", "C2", "C3", "F2", "F3", "E2", "K3")).toEqual([
      "290617483550002871",
      "290617483550002871",
      "义乌鑫源",
      1234.5,
      null,
      1242.5,
      null,
      null,
      11,
    ]);
    // 2024-07-11 is 45484; 9:48:43 are 35,323 of 86,400 seconds.
    expect(await values("订单", "H2")).toEqual([expect.closeTo(45_484 + 35_323 / 86_400, 8)]);
  });

  it("finds a header below a preamble, turns texts into numbers and puts the days in order", async () => {
    await workbench.importFile("看板.csv", new TextEncoder().encode(BOARD));
    await dialog().waitFor();
    expect(await dialog().textContent()).toContain("去掉表头上面的 2 行");
    await choose("整理后导入");
    await imported().toContain("已导入“看板”：3 行 × 5 列");
    expect(await values("看板", "A1", "A2", "A4", "B4", "D3", "D4", "E4")).toEqual([
      "日期",
      46_082,
      46_084,
      1234,
      null,
      2300.5,
      0.123,
    ]);
  });

  it("can be imported as it is, or not at all", async () => {
    await workbench.importFile("看板.csv", new TextEncoder().encode(BOARD));
    await dialog().waitFor();
    await choose("原样导入");
    await imported().toContain("已原样导入“看板”");
    expect(await values("看板", "A1", "B4")).toEqual(["生意参谋 核心看板", "1,234"]);
    await workbench.importFile("订单.csv", gbkBytes(ORDERS));
    await dialog().waitFor();
    await workbench.page.keyboard.press("Escape");
    await imported().toContain("没有导入“订单”");
    expect(await workbench.page.evaluate(() => window.sevenstarWorkbench?.sheets())).toEqual([
      ...SAMPLE_SHEETS,
      "看板",
    ]);
  });

  it("warns of ids that have lost their digits, naming the rows", async () => {
    await workbench.importFile(
      "坏.csv",
      new TextEncoder().encode(ORDERS.replace("290617483550002871", "2.90617E+17")),
    );
    await dialog().waitFor();
    expect(await dialog().getByRole("list", { name: "请留意" }).textContent()).toMatch(
      /订单编号.*第 2.*末几位已经丢失/,
    );
    await choose("取消");
  });
});
