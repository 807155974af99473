import type { WrittenTable } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { DOMParser, onErrorStopParsing } from "@xmldom/xmldom";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ExcelError } from "../excel-runtime/client-object.ts";
import { sheetHostContract } from "./contract.ts";
import { type OpenExcel, openExcel } from "./open-excel.ts";

beforeAll(() => {
  vi.stubGlobal(
    "DOMParser",
    class extends DOMParser {
      constructor() {
        super({ onError: onErrorStopParsing });
      }
    },
  );
});
afterAll(() => vi.unstubAllGlobals());

sheetHostContract(async () => openExcel(), 30);

const table: WrittenTable = {
  name: "费率表",
  sheet: "费率",
  columns: [{ header: "方式" }, { header: "费率" }],
  rows: [
    ["信用卡", 0.006],
    ["支付宝", 0.0055],
  ],
};
const sentence = (answer: object) =>
  "problem" in answer ? answer.problem : `没有拒绝：${JSON.stringify(answer)}`;
const NAMESPACE = "urn:sevenstar:workbook";
const kept = (key: string, text: string) => `<document xmlns="${NAMESPACE}" key="${key}">${text}</document>`;

describe("in Excel", () => {
  it("cannot take a whole write back in one undo before ExcelApi 1.20, and merges undo steps from there", async () => {
    const opened = openExcel();
    expect(opened.host.undoesWholeWrites).toBe(false);
    const isSetSupported = vi.fn(() => true);
    vi.stubGlobal("Office", { context: { requirements: { isSetSupported } } });
    const run = vi.spyOn(opened.standIn.Excel, "run");
    expect(opened.host.undoesWholeWrites).toBe(true);
    await opened.host.writeTable(table);
    expect(isSetSupported).toHaveBeenCalledWith("ExcelApi", "1.20");
    expect(run.mock.calls[0]?.[0]).toEqual({ mergeUndoGroup: true });
    vi.stubGlobal("Office", undefined);
  });

  it.each([
    [
      "a hidden header row",
      ({ book }: OpenExcel) => Object.assign(book.table("费率表")?.table ?? {}, { showHeaders: false }),
      "标题行被隐藏",
    ],
    [
      "a protected sheet",
      ({ book }: OpenExcel) => Object.assign(book.sheet("费率") ?? {}, { isProtected: true }),
      "受保护",
    ],
    [
      "a cell being edited",
      ({ standIn }: OpenExcel) => Object.assign(standIn, { isEditingCell: true }),
      "按回车结束编辑",
    ],
    [
      "another table below that reaches further right",
      ({ book }: OpenExcel) => {
        const sheet = book.sheet("费率");
        if (sheet) book.addTable({ sheet, area: { row: 8, column: 1, rows: 3, columns: 3 } });
      },
      "没有地方增减行列",
    ],
  ])("refuses to write with %s, and says what to do", async (_, damage, words) => {
    const opened = openExcel();
    await opened.host.writeTable(table);
    damage(opened);
    expect(
      sentence(await opened.host.writeTable({ ...table, rows: [...table.rows, ["账期", 0.01]] })),
    ).toContain(words);
    opened.standIn.isEditingCell = false;
    expect(opened.book.enableEvents).toBe(true);
  });

  it("neither reads nor overwrites a row of totals", async () => {
    const { host, book, merchant } = openExcel();
    await host.writeTable(table);
    const standing = book.table("费率表")?.table;
    Object.assign(standing ?? {}, { showTotals: true, area: { row: 0, column: 0, rows: 4, columns: 2 } });
    await merchant.enters("费率", "A4", "汇总");
    expect(await host.readTable("费率表")).toMatchObject({ address: "费率!A1:B3", rows: table.rows });
    const rows = [...table.rows, ["账期", 0.01]] as const;
    expect(await host.writeTable({ ...table, rows })).toEqual({ address: "费率!A1:B4" });
    expect(await host.readTable("费率表")).toMatchObject({ rows });
    expect((await merchant.sees("费率", "A5")).value).toBe("汇总");
  });

  it("sets a filter again that it had to end", async () => {
    const { host, book, merchant } = openExcel();
    await host.writeTable(table);
    await merchant.filters("费率表", 0, "信用卡");
    await host.writeTable(table);
    expect(book.table("费率表")?.table.filters[0]).toEqual({ filterOn: "Values", values: ["信用卡"] });
  });

  it("reads no row below a row of totals, and leaves out what a dynamic array fills", async () => {
    const { host, book, merchant } = openExcel();
    await host.writeTable(table);
    Object.assign(book.table("费率表")?.table ?? {}, {
      showTotals: true,
      area: { row: 0, column: 0, rows: 4, columns: 2 },
    });
    await merchant.enters("费率", "A5", "账期");
    expect(await host.readTable("费率表")).not.toHaveProperty("below");

    await merchant.enters("Sheet1", "A1", { formula: "=SEQUENCE(2)" });
    await merchant.enters("Sheet1", "A2", 2);
    await merchant.enters("Sheet1", "B2", "旁边");
    book.sheet("Sheet1")?.spills.push({ row: 0, column: 0, rows: 2, columns: 1 });
    await merchant.selects("Sheet1", ["A1:B2"]);
    expect(await host.readSelectedCells()).toMatchObject({
      cells: [
        [{ formula: "=SEQUENCE(2)" }, null],
        [null, "旁边"],
      ],
    });
  });

  it("leaves no half-written sheet behind", async () => {
    const { host, book, standIn, merchant } = openExcel();
    const addTable = vi.spyOn(book, "addTable").mockImplementation(() => {
      throw new ExcelError("InvalidArgument");
    });
    expect(sentence(await host.writeTable(table))).toContain("Excel 没有完成这一步（InvalidArgument");
    expect(await merchant.seesSheets()).toEqual(["Sheet1"]);
    const merge = vi.spyOn(book, "merge").mockImplementation(() => {
      throw new ExcelError("InvalidOperation");
    });
    const areas = [{ area: "A1:B1", style: { isMerged: true } }];
    expect(sentence(await host.writeSheet({ name: "日历", rows: [["三月", null]], areas }))).toContain(
      "InvalidOperation",
    );
    expect(await merchant.seesSheets()).toEqual(["Sheet1"]);
    merge.mockRestore();
    addTable.mockRestore();
    expect(standIn.isEditingCell).toBe(false);
    book.names.set("费率表", "=Sheet1!$A$1");
    expect(sentence(await host.writeTable(table))).toContain("已是工作簿里一个区域的名称");
  });

  it("offers the choices of a column, but takes others too", async () => {
    const { host, book } = openExcel();
    await host.writeTable({
      ...table,
      columns: [{ header: "方式", choices: ["信用卡", "支付宝"] }, { header: "费率" }],
    });
    expect(book.sheet("费率")?.validations).toEqual([
      {
        area: { row: 1, column: 0, rows: 2, columns: 1 },
        rule: { list: { inCellDropDown: true, source: "信用卡,支付宝" } },
      },
    ]);
  });

  it("moves a large table in calls that Excel for the web takes", async () => {
    const { host } = openExcel();
    const rows = Array.from({ length: 5000 }, (_, row) => [`方式${row}`.padEnd(600, "长"), row]);
    const columns = [...table.columns];
    const wide = {
      ...table,
      columns: [...columns, { header: "说明" }, { header: "来源" }],
      rows: rows.map((row) => [...row, ...row]),
    };
    expect(await host.writeTable(wide)).toEqual({ address: "费率!A1:D5001" });
    expect(await host.readTable("费率表")).toMatchObject({ rows: wide.rows });
  });

  it.each([
    ["truncated XML", [kept("plan", '{"version":1,').slice(0, -12)], "已损坏"],
    ["truncated JSON", [kept("plan", '{"version":1,"docu')], "已损坏"],
    ["no version", [kept("plan", '{"document":1}')], "已损坏"],
    [
      "two contents",
      [kept("plan", '{"version":1,"document":1}'), kept("plan", '{"version":1,"document":2}')],
      "2 份不同的",
    ],
  ])("says of a document with %s what is wrong, and replaces it when asked", async (_, xmls, words) => {
    const { host, book } = openExcel();
    book.parts = xmls.map((xml, index) => ({ id: `{${index}}`, xml }));
    expect(sentence(await host.readDocument("plan"))).toContain(words);
    expect(await host.writeDocument("plan", { rows: 3 })).toEqual({ key: "plan" });
    expect(await host.readDocument("plan")).toEqual({ document: { rows: 3 } });
    expect(book.parts).toHaveLength(1);
  });

  it("neither reads nor replaces a document of a newer version, and says to update", async () => {
    const { host, book } = openExcel();
    const xml = kept("plan", '{"version":2,"document":1}');
    book.parts = [{ id: "{0}", xml }];
    expect(await host.readDocument("plan")).toMatchObject({
      problem: expect.stringContaining("更新七星表格"),
      isNewer: true,
    });
    expect(sentence(await host.writeDocument("plan", { rows: 3 }))).toContain("没有改动");
    expect(sentence(await host.writeDocument("plan", null))).toContain("没有改动");
    expect(book.parts.map((part) => part.xml)).toEqual([xml]);
    expect(await host.writeDocument("rates", 1)).toEqual({ key: "rates" });
  });

  it("leaves alone what others keep in XML parts, also in our namespace", async () => {
    const { host, book } = openExcel();
    const foreign = [
      `<other xmlns="urn:other"/>`,
      `<settings xmlns="${NAMESPACE}"/>`,
      `<document xmlns="${NAMESPACE}"/>`,
    ];
    book.parts = foreign.map((xml, index) => ({ id: `{${index}}`, xml }));
    expect(await host.readDocument("plan")).toEqual({ document: null });
    await host.writeDocument("plan", 1);
    await host.writeDocument("plan", null);
    expect(book.parts.map(({ xml }) => xml)).toEqual(foreign);
  });
});

describe("the stand-in", () => {
  it("gives no property that was not loaded and synced", async () => {
    const { standIn } = openExcel();
    await standIn.Excel.run(async (given: unknown) => {
      const context = given as Excel.RequestContext;
      const cell = context.workbook.getActiveCell();
      expect(() => cell.address).toThrow(/before it was loaded/);
      cell.load("address");
      expect(() => cell.address).toThrow(/before it was loaded/);
      await context.sync();
      expect(cell.address).toBe("Sheet1!A1");
      expect(() => cell.values).toThrow(/before it was loaded/);
    });
  });

  it("refuses what is asked of an object that is not there", async () => {
    const { standIn } = openExcel();
    await standIn.Excel.run(async (given: unknown) => {
      const context = given as Excel.RequestContext;
      const table = context.workbook.tables.getItemOrNullObject("没有");
      expect(() => table.isNullObject).toThrow(/before it was loaded/);
      await context.sync();
      expect(table.isNullObject).toBe(true);
      table.clearFilters();
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    });
  });
});
