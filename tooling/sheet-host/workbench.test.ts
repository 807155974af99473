import { setTimeout as after } from "node:timers/promises";
import { WATCH_PAUSE, type WrittenTable } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sheetHostContract } from "./contract.ts";
import { openWorkbench, type WorkbenchMerchant, type WorkbenchPage } from "./open-workbench.ts";

let workbench: WorkbenchPage;
beforeAll(async () => {
  workbench = await openWorkbench();
});
afterAll(() => workbench.close());

sheetHostContract(() => workbench.open(), 5);

const table: WrittenTable = {
  name: "费率表",
  sheet: "费率",
  columns: [{ header: "方式" }, { header: "费率", numberFormat: "0.00%" }],
  rows: [
    ["信用卡", 0.006],
    ["支付宝", 0.0055],
  ],
};
const sentence = (answer: object) =>
  "problem" in answer ? answer.problem : `没有拒绝：${JSON.stringify(answer)}`;

describe("in the workbench", () => {
  it("computes formulas over a table, its columns and headers, as it grows, moves and is renamed in", async () => {
    const { host, merchant } = await workbench.open();
    await host.writeTable(table);
    await merchant.addsSheet("算");
    await merchant.enters("算", "A1", { formula: "=ROWS(费率表[#All])" });
    await merchant.enters("算", "A2", { formula: "=SUM(费率表[费率])" });
    const shown = async () => [
      (await merchant.sees("算", "A1")).value,
      (await merchant.sees("算", "A2")).value,
    ];
    await expect.poll(shown).toEqual([3, 0.0115]);
    await host.writeTable({ ...table, rows: [...table.rows, ["账期", 0.02]] });
    await expect.poll(shown).toEqual([4, 0.0315]);
    await merchant.insertsRow("费率", 0);
    await merchant.insertsColumn("费率", 1);
    await merchant.renamesSheet("费率", "我的 费率");
    await merchant.enters("我的 费率", "C3", 0.5);
    await expect.poll(shown).toEqual([4, 0.5255]);
    await merchant.insertsRow("我的 费率", 3);
    await merchant.enters("我的 费率", "C4", 1);
    await expect.poll(shown).toEqual([5, 1.5255]);
    await host.writeTable({ ...table, rows: table.rows.slice(0, 1) });
    await expect.poll(shown).toEqual([2, 0.006]);
  });

  it("sorts a table by whole rows below its header, tells of it, and never what merely touches it", async () => {
    const { host, merchant } = await workbench.open();
    await host.writeTable(table);
    await merchant.enters("费率", "C2", "旁边的话");
    let told = 0;
    await host.watchTable("费率表", () => {
      told += 1;
    });
    await merchant.selects("费率", ["C2"]);
    expect(sentence(await merchant.sorts("ascending"))).toContain("和“费率表”表（费率!A1:B3）连在一起");
    await merchant.selects("费率", ["A2", "B2"]);
    expect(sentence(await merchant.sorts("ascending"))).toContain("请先在要排序的那一列里选中");
    await merchant.selects("费率", ["B1"]);
    expect(await merchant.sorts("ascending")).toEqual({ address: "费率!A2:B3" });
    expect(await host.readTable("费率表")).toMatchObject({
      headers: ["方式", "费率"],
      rows: [
        ["支付宝", 0.0055],
        ["信用卡", 0.006],
      ],
    });
    expect((await merchant.sees("费率", "C2")).value).toBe("旁边的话");
    await expect.poll(() => told, { timeout: WATCH_PAUSE * 4 }).toBe(1);
    await merchant.undoes();
    expect((await merchant.sees("费率", "A2")).value).toBe("信用卡");
    await expect.poll(() => told, { timeout: WATCH_PAUSE * 4 }).toBe(2);
  });

  it("takes a whole write back with one undo, and does it again with one redo", async () => {
    const { host, merchant } = await workbench.open();
    expect(host.undoesWholeWrites).toBe(true);
    const before = await merchant.seesSheets();
    await host.writeTable(table);
    const first = await host.readTable("费率表");
    await host.writeTable({
      ...table,
      columns: [...table.columns, { header: "来源" }],
      rows: [...table.rows, ["账期", 0.02]].map((row) => [...row, "1688"]),
    });
    const second = await host.readTable("费率表");
    await merchant.undoes();
    expect(await host.readTable("费率表")).toEqual(first);
    await merchant.undoes();
    expect(await merchant.seesSheets()).toEqual(before);
    expect(sentence(await host.readTable("费率表"))).toContain("没有名为“费率表”的表");
    await merchant.redoes();
    expect(await host.readTable("费率表")).toEqual(first);
    await merchant.redoes();
    expect(await host.readTable("费率表")).toEqual(second);
    await host.writeSheet({
      name: "日历",
      rows: [["三月", null]],
      areas: [{ area: "A1:B1", style: { isMerged: true } }],
    });
    await merchant.undoes();
    expect(await merchant.seesSheets()).not.toContain("日历");
    expect(await host.readTable("费率表")).toEqual(second);
  });

  it("takes back what it has written when it fails in the middle", async () => {
    const { host, merchant } = await workbench.open();
    const before = await merchant.seesSheets();
    await merchant.failsAt("sheet.command.insert-defined-name");
    expect(sentence(await host.writeTable(table))).toMatch(/没有完成这一步，原来的内容没有变.*made to fail/);
    expect(await merchant.seesSheets()).toEqual(before);
    await host.writeTable(table);
    const first = await host.readTable("费率表");
    await merchant.enters("费率", "A5", "下面的话");
    await merchant.failsAt("sheet.command.set-defined-name");
    const rows = [["账期", 0.02], ...table.rows, ["现金", 0]] as const;
    expect(sentence(await host.writeTable({ ...table, rows }))).toContain("made to fail");
    expect(await host.readTable("费率表")).toEqual(first);
    expect((await merchant.sees("费率", "A5")).value).toBe("下面的话");
  });

  it("tells of an undone write, as the merchant did it", async () => {
    const { host, merchant } = await workbench.open();
    await host.writeTable(table);
    let told = 0;
    const watch = await host.watchTable("费率表", () => {
      told += 1;
    });
    await host.writeTable({ ...table, rows: table.rows.slice(1) });
    await merchant.undoes();
    await expect.poll(() => told, { timeout: 3000 }).toBe(1);
    if ("stop" in watch) watch.stop();
  });

  it("tells of a table whose name was deleted, though its cells stay", async () => {
    const { host, merchant } = await workbench.open();
    await host.writeTable(table);
    let told = 0;
    const watch = await host.watchTable("费率表", () => {
      told += 1;
    });
    await merchant.deletesName("费率表");
    await expect.poll(() => told, { timeout: 3000 }).toBe(1);
    expect((await merchant.sees("费率", "A2")).value).toBe("信用卡");
    if ("stop" in watch) watch.stop();
  });

  it("does not tell of formulas that were computed again", async () => {
    const { host, merchant } = await workbench.open();
    await merchant.addsSheet("参数");
    await merchant.enters("参数", "A1", 1);
    await host.writeTable({ ...table, rows: [["信用卡", { formula: "=参数!A1*2" }]] });
    let told = 0;
    const watch = await host.watchTable("费率表", () => {
      told += 1;
    });
    await merchant.enters("参数", "A1", 5);
    await expect.poll(async () => (await merchant.sees("费率", "B2")).value).toBe(10);
    await after(WATCH_PAUSE * 1.6);
    expect(told).toBe(0);
    if ("stop" in watch) watch.stop();
  });

  it.each<[string, (merchant: WorkbenchMerchant) => Promise<void>, string]>([
    ["whose header row was deleted", (merchant) => merchant.deletesRows("费率", 0, 1), "标题行不见了"],
    ["with merged cells", (merchant) => merchant.mergesCells("费率", "A2:A3"), "合并的单元格"],
    ["whose sheet was deleted", (merchant) => merchant.deletesSheet("费率"), "没有名为“费率表”的表"],
    [
      "all of whose rows were deleted",
      (merchant) => merchant.deletesRows("费率", 0, 9),
      "没有名为“费率表”的表",
    ],
  ])("says of a table %s what is wrong", async (_, damage, words) => {
    const { host, merchant } = await workbench.open();
    await host.writeTable(table);
    await damage(merchant);
    expect(sentence(await host.readTable("费率表"))).toContain(words);
    expect(sentence(await host.watchTable("没有", () => {}))).toContain("没有名为");
  });

  it("is made again after its sheet was deleted, and formulas find it", async () => {
    const { host, merchant } = await workbench.open();
    await host.writeTable(table);
    await merchant.addsSheet("算");
    await merchant.enters("算", "A1", { formula: "=ROWS(费率表[#All])" });
    await merchant.deletesSheet("费率");
    expect(await host.writeTable(table)).toEqual({ address: "费率!A1:B3" });
    await merchant.enters("算", "A2", { formula: "=ROWS(费率表[#All])" });
    await expect.poll(async () => (await merchant.sees("算", "A2")).value).toBe(3);
  });

  it("C19: takes rows written directly below a table into it, tells of them, and undoes both together", async () => {
    const { host, merchant } = await workbench.open();
    await host.writeTable(table);
    await merchant.addsSheet("算");
    await merchant.enters("算", "A1", { formula: "=ROWS(费率表)" });
    let told = 0;
    const watch = await host.watchTable("费率表", () => {
      told += 1;
    });
    await merchant.enters("费率", "A4", "账期");
    await expect.poll(() => told, { timeout: WATCH_PAUSE * 4 }).toBe(1);
    expect(await host.readTable("费率表")).toMatchObject({
      address: "费率!A1:B4",
      rows: [...table.rows, ["账期", null]],
    });
    await expect.poll(async () => (await merchant.sees("算", "A1")).value).toBe(3);
    await merchant.enters("费率", "B4", 0.02);
    await merchant.undoes();
    await merchant.undoes();
    expect(await host.readTable("费率表")).toMatchObject({ address: "费率!A1:B3", rows: table.rows });
    await merchant.redoes();
    expect(await host.readTable("费率表")).toMatchObject({ address: "费率!A1:B4" });
    if ("stop" in watch) watch.stop();
  });

  it("C19: leaves out of a table what stands below a blank row, beside it, or there before", async () => {
    const { host, merchant } = await workbench.open();
    await host.writeTable(table);
    await merchant.enters("费率", "A5", "备注");
    await merchant.enters("费率", "C4", "旁边");
    expect(await host.readTable("费率表")).toMatchObject({ address: "费率!A1:B3" });
    await merchant.enters("费率", "A4", "账期");
    expect(await host.readTable("费率表")).toMatchObject({ address: "费率!A1:B4" });
    await merchant.enters("费率", "B5", "还是备注");
    expect(await host.readTable("费率表")).toMatchObject({ address: "费率!A1:B4" });
  });

  it("C19: says of a table that was never written that it is not there yet, and of another that it has gone", async () => {
    const { host, merchant } = await workbench.open();
    const never = sentence(await host.readTable("费率表"));
    expect(never).toContain("还没有名为“费率表”的表");
    expect(never).not.toMatch(/删除|改名|撤消/);
    await host.writeTable(table);
    await merchant.deletesTable("费率表");
    expect(sentence(await host.readTable("费率表"))).toContain("可能已被删除或改名");
  });

  it("keeps the merchant's cells beside a table that shrinks", async () => {
    const { host, merchant } = await workbench.open();
    await host.writeTable(table);
    await merchant.enters("费率", "E3", "旁边的话");
    await host.writeTable({ ...table, rows: table.rows.slice(0, 1) });
    expect((await merchant.sees("费率", "E3")).value).toBe("旁边的话");
    expect((await merchant.sees("费率", "A3")).value).toBe(null);
  });

  it("keeps its documents in the workbook's own snapshot, and others' beside them", async () => {
    const { host, merchant } = await workbench.open();
    await merchant.setsCustom({ other: 1 });
    await host.writeDocument("plan", { rows: 3 });
    expect(await merchant.seesCustom()).toEqual({
      other: 1,
      sevenstar: { documents: { plan: '{"version":1,"document":{"rows":3}}' } },
    });
  });

  it("keeps tables and documents in the .xlsx that it exports, and finds them again when it is imported", async () => {
    const { host } = await workbench.open();
    const marks = [{ text: "支付宝", fill: "#e2f0d9" }];
    await host.writeTable({
      ...table,
      columns: [
        { header: "方式", marks },
        { header: "费率", isHidden: true },
      ],
    });
    await host.writeDocument("plan & <x>", { text: "<中文>" });
    await host.writeSheet({
      name: "日历",
      rows: [["三月", null]],
      areas: [{ area: "A1:B1", style: { isMerged: true, border: "#999999" } }],
      rowHeights: [40],
    });
    const bytes = await workbench.page.evaluate<number[]>("testPage.throughFile()");
    expect(await host.readTable("费率表")).toMatchObject({ address: "费率!A1:B3", rows: table.rows });
    expect(await host.readDocument("plan & <x>")).toEqual({ document: { text: "<中文>" } });
    expect(await host.writeTable({ ...table, rows: [...table.rows, ["账期", 0.02]] })).toEqual({
      address: "费率!A1:B4",
    });

    const xlsx = await readXlsx(Uint8Array.from(bytes), { readStyles: true });
    const rates = xlsx.sheets.find(({ name }) => name === "费率");
    expect(rates?.tables).toMatchObject([
      { name: "费率表", range: "A1:B3", columns: [{ name: "方式" }, { name: "费率" }] },
    ]);
    expect(rates?.conditionalRules).toMatchObject([{ type: "cellIs", operator: "equal", range: "A2:A3" }]);
    expect(rates?.columns?.[1]?.hidden).toBe(true);
    const calendar = xlsx.sheets.find(({ name }) => name === "日历");
    expect(calendar?.merges).toEqual([{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }]);
    expect(calendar?.rowDefs?.get(0)?.height).toBe(30);
  });

  it.each([
    ["truncated text", { documents: { plan: '{"version":1,"docu' } }, "已损坏"],
    ["something that is no text", { documents: { plan: { rows: 1 } } }, "已损坏"],
  ])("says of a document with %s what is wrong, and replaces it when asked", async (_, sevenstar, words) => {
    const { host, merchant } = await workbench.open();
    await merchant.setsCustom({ sevenstar });
    expect(sentence(await host.readDocument("plan"))).toContain(words);
    expect(await host.writeDocument("plan", 1)).toEqual({ key: "plan" });
    expect(await host.readDocument("plan")).toEqual({ document: 1 });
  });

  it("neither reads nor replaces a document of a newer version, and says to update", async () => {
    const { host, merchant } = await workbench.open();
    const sevenstar = { documents: { plan: '{"version":2,"document":1}' } };
    await merchant.setsCustom({ sevenstar });
    expect(await host.readDocument("plan")).toMatchObject({
      problem: expect.stringContaining("更新七星表格"),
      isNewer: true,
    });
    expect(sentence(await host.writeDocument("plan", 1))).toContain("没有改动");
    expect(await merchant.seesCustom()).toEqual({ sevenstar });
  });

  it.each([
    null,
    1,
    "x",
    [],
    { documents: 1, tables: [] },
    { tables: { 费率表: null } },
    { tables: { 费率表: { headers: 1, marks: 2 } } },
  ])("is not disturbed by %j in its place", async (sevenstar) => {
    const { host, merchant } = await workbench.open();
    await host.writeTable(table);
    await merchant.setsCustom({ sevenstar });
    expect(await host.readDocument("plan")).toEqual({ document: null });
    expect(await host.readTable("费率表")).toMatchObject({ rows: table.rows });
    expect(await host.writeTable(table)).toEqual({ address: "费率!A1:B3" });
    expect((await merchant.seesMark("费率", "A2")).colour).toBe(null);
  });

  it("writes and reads back 200 rows of 16 columns in under two seconds", async () => {
    const { host } = await workbench.open();
    const columns = Array.from({ length: 16 }, (_, column) => ({
      header: `列${column}`,
      ...(column === 2 ? { numberFormat: "yyyy-mm-dd" } : {}),
      ...(column === 3 ? { marks: [{ text: "格 3", fill: "#e2f0d9" }] } : {}),
    }));
    const rows = Array.from({ length: 200 }, (_, row) =>
      columns.map((_, column) => (column % 2 ? `格 ${row}` : 46_000 + row)),
    );
    const started = performance.now();
    await host.writeTable({ name: "大表", sheet: "大表", columns, rows });
    await host.writeTable({ name: "大表", sheet: "大表", columns, rows: [...rows].reverse() });
    const read = await host.readTable("大表");
    const milliseconds = performance.now() - started;
    expect(read).toMatchObject({ address: "大表!A1:P201", rows: [...rows].reverse() });
    expect(milliseconds).toBeLessThan(2000);
    console.info(`200 × 16, written twice and read: ${Math.round(milliseconds)} ms`);
  });
});
