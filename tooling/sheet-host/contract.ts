import { setTimeout as after } from "node:timers/promises";
import {
  LONGEST_DOCUMENT,
  type ReadTable,
  WATCH_PAUSE,
  type WrittenTable,
} from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { tableRecords } from "@sevenstar/pane/sheet-host/table-records.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OpenSpreadsheet } from "./merchant.ts";

const DAY = 46_109; // 2026-03-28

const plan: WrittenTable = {
  name: "活动计划",
  sheet: "活动计划",
  key: "编号",
  columns: [
    { header: "编号", isHidden: true },
    { header: "活动", width: 160 },
    { header: "开始", numberFormat: "yyyy-mm-dd" },
    { header: "折扣", numberFormat: "0%" },
    {
      header: "状态",
      choices: ["未开始", "已完成"],
      marks: [{ text: "已完成", fill: "#e2f0d9", colour: "#107c10" }],
    },
  ],
  rows: [
    ["a", "春季新品", DAY, 0.9, "已完成"],
    ["b", "开学季", DAY + 2, 0.85, "未开始"],
    ["c", "五一", DAY + 34, null, null],
  ],
};
const keys = (table: ReadTable) => table.rows.map((row) => row[0]);

/** What every host of the pane does alike; `open` gives a spreadsheet with one empty sheet of its own. */
export function sheetHostContract(open: () => Promise<OpenSpreadsheet>, runs: number): void {
  const problemOf = (answer: object) =>
    "problem" in answer ? answer.problem : `没有拒绝：${JSON.stringify(answer)}`;
  const read = async ({ host }: OpenSpreadsheet, name: string): Promise<ReadTable> => {
    const answer = await host.readTable(name);
    if ("problem" in answer) throw new Error(answer.problem);
    return answer;
  };

  describe("a table", () => {
    it("reads back as it was written, on a sheet of its own", async () => {
      const opened = await open();
      expect(await opened.host.writeTable(plan)).toEqual({ address: "活动计划!A1:E4" });
      expect(await read(opened, "活动计划")).toEqual({
        address: "活动计划!A1:E4",
        headers: ["编号", "活动", "开始", "折扣", "状态"],
        rows: plan.rows,
        rowNumbers: [2, 3, 4],
      });
      expect(await opened.merchant.seesSheets()).toContain("活动计划");
    });

    it("shows dates and shares in their formats, the key hidden, the header frozen, done rows marked", async () => {
      const { host, merchant } = await open();
      await host.writeTable(plan);
      expect(await merchant.sees("活动计划", "C2")).toMatchObject({ value: DAY, numberFormat: "yyyy-mm-dd" });
      expect((await merchant.sees("活动计划", "D2")).numberFormat).toBe("0%");
      expect(await merchant.seesHiddenColumn("活动计划", 0)).toBe(true);
      expect(await merchant.seesHiddenColumn("活动计划", 1)).toBe(false);
      expect(await merchant.seesFrozenRows("活动计划")).toBe(1);
      expect(await merchant.seesMark("活动计划", "E2")).toEqual({ fill: "#e2f0d9", colour: "#107c10" });
      expect(await merchant.seesMark("活动计划", "E3")).toEqual({ fill: null, colour: null });
    });

    it("keeps every text a text, every number a number", async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(
            fc.tuple(
              fc.oneof(
                fc.constantFrom("=A1", "001", "3-28", "1/2", "TRUE", "'", "50%", "+1", "@x", "1e3"),
                fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
              ),
              fc
                .oneof(
                  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
                  fc.integer(),
                )
                .map((number) => number + 0),
              fc.boolean(),
            ),
            { minLength: 1, maxLength: 8 },
          ),
          async (rows) => {
            const opened = await open();
            const columns = [{ header: "文字" }, { header: "数" }, { header: "是否" }];
            expect(
              await opened.host.writeTable({ name: "表", sheet: "表", columns, rows }),
            ).not.toHaveProperty("problem");
            expect((await read(opened, "表")).rows).toEqual(rows);
          },
        ),
        { numRuns: runs },
      );
    });

    it("holds formulas where they are asked for", async () => {
      const { host, merchant } = await open();
      const rows = [["a", { formula: "=1+1" }]] as const;
      await host.writeTable({ name: "算", sheet: "算", columns: [{ header: "名" }, { header: "值" }], rows });
      expect((await merchant.sees("算", "B2")).formula).toBe("=1+1");
    });

    it("has one empty row where there are none, which is not read", async () => {
      const opened = await open();
      expect(await opened.host.writeTable({ ...plan, rows: [] })).toEqual({ address: "活动计划!A1:E2" });
      expect((await read(opened, "活动计划")).rows).toEqual([]);
      await opened.host.writeTable(plan);
      expect(keys(await read(opened, "活动计划"))).toEqual(["a", "b", "c"]);
    });

    it("is found after its sheet was renamed and rows and columns were inserted before and within it", async () => {
      const opened = await open();
      const { host, merchant } = opened;
      await host.writeTable(plan);
      await merchant.renamesSheet("活动计划", "大促 2026");
      await merchant.insertsRow("大促 2026", 0);
      await merchant.insertsColumn("大促 2026", 0);
      await merchant.insertsColumn("大促 2026", 3);
      expect((await read(opened, "活动计划")).headers.slice(1, 4)).toEqual([
        "活动",
        expect.stringMatching(/^列\d$/),
        "开始",
      ]);
      await merchant.enters("大促 2026", "D2", "备注");
      await merchant.enters("大促 2026", "D4", "先备货");
      await merchant.insertsRow("大促 2026", 4);
      const table = await read(opened, "活动计划");
      expect(table).toMatchObject({
        address: "'大促 2026'!B2:G6",
        headers: ["编号", "活动", "备注", "开始", "折扣", "状态"],
        rowNumbers: [3, 4, 6],
      });
      expect(table.rows[1]).toEqual(["b", "开学季", "先备货", DAY + 2, 0.85, "未开始"]);
    });

    it("is read whole in its present order, also what a filter hides", async () => {
      const opened = await open();
      await opened.host.writeTable(plan);
      await opened.merchant.turnsRowsAround("活动计划");
      await opened.merchant.filters("活动计划", 4, "已完成");
      expect(keys(await read(opened, "活动计划"))).toEqual(["c", "b", "a"]);
    });

    it("grows and shrinks where it stands; formulas keep naming it, and what stands below moves", async () => {
      const opened = await open();
      const { host, merchant } = opened;
      await host.writeTable(plan);
      await merchant.addsSheet("汇总");
      await merchant.enters("汇总", "A1", { formula: "=ROWS(活动计划[#All])" });
      await merchant.enters("活动计划", "B7", "表下面的话");
      const more = Array.from({ length: 6 }, (_, row) => [`k${row}`, `活动${row}`, DAY + row, 0.5, "未开始"]);
      expect(await host.writeTable({ ...plan, rows: more })).toEqual({ address: "活动计划!A1:E7" });
      expect((await read(opened, "活动计划")).rows).toEqual(more);
      expect((await merchant.sees("活动计划", "B10")).value).toBe("表下面的话");
      expect((await merchant.sees("活动计划", "C7")).numberFormat).toBe("yyyy-mm-dd");

      expect(await host.writeTable({ ...plan, rows: more.slice(4) })).toEqual({ address: "活动计划!A1:E3" });
      expect((await read(opened, "活动计划")).rows).toEqual(more.slice(4));
      expect((await merchant.sees("活动计划", "B6")).value).toBe("表下面的话");
      expect((await merchant.sees("汇总", "A1")).formula).toBe("=ROWS(活动计划[#All])");
    });

    it("is read with the rows typed directly below it, up to the first empty one, and takes them with the merchant's cells", async () => {
      const opened = await open();
      const { host, merchant } = opened;
      await host.writeTable(plan);
      await merchant.insertsColumn("活动计划", 2);
      await merchant.enters("活动计划", "C1", "负责人");
      await merchant.enters("活动计划", "C2", "张三");
      await merchant.enters("活动计划", "B5", "中秋");
      await merchant.enters("活动计划", "C5", "李四");
      await merchant.enters("活动计划", "D5", DAY + 180);
      await merchant.enters("活动计划", "B6", "国庆");
      await merchant.enters("活动计划", "B8", "隔了一行的话");
      await merchant.enters("活动计划", "B9", "又一句");
      const table = await read(opened, "活动计划");
      // A host may take a row that is typed below a table into it, as Excel does.
      const typed = [...table.rows, ...(table.below?.rows ?? [])].slice(3);
      const numbers = [...table.rowNumbers, ...(table.below?.rowNumbers ?? [])].slice(3);
      expect(typed).toEqual([
        [null, "中秋", "李四", DAY + 180, null, null],
        [null, "国庆", null, null, null, null],
      ]);
      expect(numbers).toEqual([5, 6]);

      const rows = [["n", "中秋", DAY + 180, null, null], ...plan.rows] as WrittenTable["rows"];
      const taken = { takesBelow: Math.min(1, table.below?.rows.length ?? 0), continues: { n: 5 } };
      await host.writeTable({ ...plan, rows, ...taken });
      const after_ = await read(opened, "活动计划");
      expect(after_.rows.slice(0, 4).map((row) => [row[0], row[1], row[2]])).toEqual([
        ["n", "中秋", "李四"],
        ["a", "春季新品", "张三"],
        ["b", "开学季", null],
        ["c", "五一", null],
      ]);
      const left = await Promise.all(
        [5, 6, 7, 8, 9, 10, 11].map((row) => merchant.sees("活动计划", `B${row}`)),
      );
      // Where the host took both rows into the table, the one that is not written is no row of it any more.
      const untaken = table.below ? ["国庆"] : [];
      expect(left.map(({ value }) => value).filter(Boolean)).toEqual([
        "五一",
        ...untaken,
        "隔了一行的话",
        "又一句",
      ]);
    });

    it("is written right while a filter hides rows", async () => {
      const opened = await open();
      await opened.host.writeTable(plan);
      await opened.merchant.filters("活动计划", 4, "已完成");
      const rows = [...plan.rows.slice(1), ["d", "端午", DAY + 80, 0.8, "已完成"]] as WrittenTable["rows"];
      await opened.host.writeTable({ ...plan, rows });
      expect((await read(opened, "活动计划")).rows).toEqual(rows);
      await opened.host.writeTable({ ...plan, rows: rows.slice(0, 1) });
      expect((await read(opened, "活动计划")).rows).toEqual(rows.slice(0, 1));
    });

    it("lets the merchant's own columns follow their rows, formulas with them and into new rows", async () => {
      const opened = await open();
      const { host, merchant } = opened;
      await host.writeTable(plan);
      await merchant.insertsColumn("活动计划", 2);
      await merchant.enters("活动计划", "C1", "负责人");
      for (const [row, name] of ["张三", "=李四", "007"].entries()) {
        await merchant.enters("活动计划", `C${row + 2}`, name);
      }
      await merchant.insertsColumn("活动计划", 3);
      await merchant.enters("活动计划", "D1", "结束");
      for (const row of [2, 3, 4]) await merchant.enters("活动计划", `D${row}`, { formula: `=E${row}+3` });

      const [a, b, c] = plan.rows;
      const rows = [["n", "新活动", DAY, 1, null], c, b, a] as WrittenTable["rows"];
      await host.writeTable({ ...plan, rows });
      const table = await read(opened, "活动计划");
      expect(table.headers).toEqual(["编号", "活动", "负责人", "结束", "开始", "折扣", "状态"]);
      expect(table.rows.map((row) => [row[0], row[2]])).toEqual([
        ["n", null],
        ["c", "007"],
        ["b", "=李四"],
        ["a", "张三"],
      ]);
      const formulas = await Promise.all([2, 3, 4, 5].map((row) => merchant.sees("活动计划", `D${row}`)));
      expect(formulas.map(({ formula }) => formula)).toEqual(["=E2+3", "=E3+3", "=E4+3", "=E5+3"]);
    });

    it("is not changed where repeated keys leave open which row the merchant's cells belong to", async () => {
      const opened = await open();
      await opened.host.writeTable(plan);
      await opened.merchant.insertsColumn("活动计划", 1);
      await opened.merchant.enters("活动计划", "B1", "负责人");
      await opened.merchant.enters("活动计划", "B2", "张三");
      await opened.merchant.enters("活动计划", "A3", "a");
      const before = await read(opened, "活动计划");
      const problem = problemOf(await opened.host.writeTable({ ...plan, rows: plan.rows.slice(1) }));
      expect(problem).toContain("“编号”都是“a”");
      expect(problem).toContain("“负责人”");
      expect(await read(opened, "活动计划")).toEqual(before);
    });

    it("is not changed where the merchant deleted the key beside an own column", async () => {
      const opened = await open();
      await opened.host.writeTable(plan);
      await opened.merchant.enters("活动计划", "A1", "我的编号");
      const problem = problemOf(await opened.host.writeTable(plan));
      expect(problem).toContain("“编号”列不见了");
      expect(problem).toContain("“我的编号”");
    });

    it("gets a column back that the merchant deleted", async () => {
      const opened = await open();
      await opened.host.writeTable(plan);
      await opened.merchant.deletesColumn("活动计划", 2);
      expect((await read(opened, "活动计划")).headers).toEqual(["编号", "活动", "折扣", "状态"]);
      expect(await opened.host.writeTable(plan)).toEqual({ address: "活动计划!A1:E4" });
      const table = await read(opened, "活动计划");
      expect(table.headers).toEqual(["编号", "活动", "折扣", "状态", "开始"]);
      expect(table.rows[0]).toEqual(["a", "春季新品", 0.9, "已完成", DAY]);
    });

    it("keeps dates that the merchant typed as text as they are", async () => {
      const opened = await open();
      await opened.host.writeTable(plan);
      await opened.merchant.enters("活动计划", "C3", "4月1日左右");
      expect((await read(opened, "活动计划")).rows[1]?.[2]).toBe("4月1日左右");
    });

    it.each([
      ["a repeated key", "A4", "a", "第 4 行的“编号”与第 2 行重复（a）"],
      ["a date that is none", "C3", "4月1日左右", "第 3 行的“开始”是“4月1日左右”，不是日期"],
      ["a header that was renamed", "C1", "日期", "没有“开始”列"],
    ])(
      "says which cell is wrong when it is read as records with %s",
      async (_, address, content, sentence) => {
        const opened = await open();
        await opened.host.writeTable(plan);
        await opened.merchant.enters("活动计划", "C2", "2026年3月28日");
        const id = { header: "编号", kind: "key" } as const;
        const from = { header: "开始", kind: "day" } as const;
        expect(tableRecords(await read(opened, "活动计划"), { id, from })).toMatchObject({
          records: [{ id: "a", from: DAY }, { id: "b" }, { id: "c" }],
        });
        await opened.merchant.enters("活动计划", address, content);
        expect(problemOf(tableRecords(await read(opened, "活动计划"), { id, from }))).toContain(sentence);
      },
    );

    it.each([
      ["a blank header", "B1", null, "有一列没有标题"],
      ["a repeated header", "B1", "状态", "两列的标题都是“状态”"],
      ["a header repeated but for case and blanks", "B1", " 编号 ", "两列的标题都是“编号”"],
    ])("is refused with what to do for %s", async (_, address, header, sentence) => {
      const { host, merchant } = await open();
      await host.writeTable(plan);
      await merchant.enters("活动计划", address, header);
      expect(problemOf(await host.readTable("活动计划"))).toContain(sentence);
      expect(problemOf(await host.writeTable(plan))).toContain(sentence);
    });

    it("is missed with a sentence, and can be made again", async () => {
      const { host, merchant } = await open();
      expect(problemOf(await host.readTable("活动计划"))).toContain("没有名为“活动计划”的表");
      expect(await host.readTable("活动计划")).toMatchObject({ isMissing: true });
      await host.writeTable(plan);
      await merchant.deletesTable("活动计划");
      expect(problemOf(await host.readTable("活动计划"))).toContain("没有名为“活动计划”的表");
      expect(await host.writeTable(plan)).toEqual({ address: "活动计划!A1:E4" });
    });

    it("never overwrites a sheet that holds something", async () => {
      const { host, merchant } = await open();
      await merchant.addsSheet("活动计划");
      await merchant.enters("活动计划", "H9", "我的");
      expect(problemOf(await host.writeTable(plan))).toContain("已有内容，没有覆盖");
      expect((await merchant.sees("活动计划", "H9")).value).toBe("我的");
      await merchant.enters("活动计划", "H9", null);
      expect(await host.writeTable(plan)).toEqual({ address: "活动计划!A1:E4" });
    });

    it.each([
      ["a name with a blank", { ...plan, name: "活动 计划" }, "不能用"],
      ["a name like an address", { ...plan, name: "AB12" }, "与单元格地址一样"],
      ["a sheet name that is too long", { ...plan, sheet: "长".repeat(32) }, "超过 31 个字"],
      ["a sheet name with a slash", { ...plan, sheet: "1/2" }, "Excel 不接受的符号"],
      ["a repeated header", { ...plan, columns: [...plan.columns, { header: "编号" }] }, "两列都叫“编号”"],
      ["a short row", { ...plan, rows: [["a"]] }, "第 1 行有 1 格，应有 5 格"],
      ["a key that is no column", { ...plan, key: "号" }, "没有“号”列"],
      ["an endless number", { ...plan, rows: [["a", 1 / 0, null, null, null]] }, "不是数字"],
      [
        "an endless text",
        { ...plan, rows: [["a", "长".repeat(32_768), null, null, null]] },
        "超过 32,767 个字",
      ],
    ])("is not written with %s", async (_, table, sentence) => {
      const { host, merchant } = await open();
      const before = await merchant.seesSheets();
      expect(problemOf(await host.writeTable(table))).toContain(sentence);
      expect(await merchant.seesSheets()).toEqual(before);
    });
  });

  describe("watching a table", () => {
    it("tells once of the merchant's changes, never of the host's own, and stops", async () => {
      const { host, merchant } = await open();
      await host.writeTable(plan);
      let told = 0;
      const watch = await host.watchTable("活动计划", () => {
        told += 1;
      });
      if ("problem" in watch) throw new Error(watch.problem);
      await host.writeTable({ ...plan, rows: plan.rows.slice(1) });
      await after(WATCH_PAUSE * 1.6);
      expect(told).toBe(0);
      await merchant.enters("活动计划", "B2", "改名");
      await merchant.enters("活动计划", "B3", "又改名");
      await expect.poll(() => told, { timeout: WATCH_PAUSE * 4 }).toBe(1);
      await merchant.enters("活动计划", "H20", "表外的话");
      await after(WATCH_PAUSE * 1.6);
      expect(told).toBe(1);
      await merchant.insertsRow("活动计划", 2);
      await expect.poll(() => told, { timeout: WATCH_PAUSE * 4 }).toBe(2);
      await merchant.enters("活动计划", "B5", "表下面的一行");
      await expect.poll(() => told, { timeout: WATCH_PAUSE * 4 }).toBe(3);
      await merchant.deletesTable("活动计划");
      await expect.poll(() => told, { timeout: WATCH_PAUSE * 4 }).toBe(4);
      watch.stop();
      await host.writeTable(plan);
      await merchant.enters("活动计划", "B2", "停了以后");
      await after(WATCH_PAUSE * 1.6);
      expect(told).toBe(4);
    });

    it("is refused for a table that is not there", async () => {
      const { host } = await open();
      expect(problemOf(await host.watchTable("没有", () => {}))).toContain("没有名为“没有”的表");
    });
  });

  describe("a page", () => {
    const page = {
      name: "日历",
      rows: [
        ["2026年3月", null, null],
        ["一", "二", { formula: "=1+2" }],
        [DAY, "001", true],
      ],
      areas: [
        { area: "A1:C1", style: { isMerged: true, isBold: true, fontSize: 16, align: "center" } },
        { area: "A2:C3", style: { border: "#999999", isWrapped: true, verticalAlign: "top" } },
        { area: "A3:A3", style: { fill: "#fff2cc", colour: "#333333", numberFormat: "d" } },
      ],
      columnWidths: [100, null, 100],
      rowHeights: [40],
      frozenRows: 1,
      isLandscape: true,
    } as const;

    it("is written with its looks", async () => {
      const { host, merchant } = await open();
      expect(await host.writeSheet(page)).toEqual({ address: "日历!A1:C3" });
      expect(await merchant.sees("日历", "A3")).toEqual({
        value: DAY,
        formula: null,
        numberFormat: "d",
        fill: "#fff2cc",
      });
      expect((await merchant.sees("日历", "B3")).value).toBe("001");
      expect((await merchant.sees("日历", "C2")).formula).toBe("=1+2");
      expect(await merchant.seesFrozenRows("日历")).toBe(1);
    });

    it("takes the place of the page before on the same sheet, and leaves nothing of it", async () => {
      const { host, merchant } = await open();
      await host.writeSheet(page);
      const sheets = await merchant.seesSheets();
      expect(await host.writeSheet({ name: "日历", rows: [["新"]] })).toEqual({ address: "日历!A1" });
      expect(await merchant.seesSheets()).toEqual(sheets);
      expect((await merchant.sees("日历", "A1")).value).toBe("新");
      expect(await merchant.sees("日历", "A3")).toMatchObject({ value: null, fill: null });
      expect(await merchant.seesFrozenRows("日历")).toBe(0);
      expect(await host.writeSheet(page)).toEqual({ address: "日历!A1:C3" });
    });

    it("never takes the place of the merchant's own sheet", async () => {
      const { host, merchant } = await open();
      await merchant.addsSheet("日历");
      await merchant.enters("日历", "A1", "我的");
      expect(problemOf(await host.writeSheet(page))).toContain("不是七星表格写的，没有覆盖");
      expect((await merchant.sees("日历", "A1")).value).toBe("我的");
    });

    it.each([
      ["an area that is none", { ...page, areas: [{ area: "一行", style: {} }] }, "没有“一行”这个区域"],
      ["a sheet name that is too long", { ...page, name: "长".repeat(32) }, "超过 31 个字"],
      ["rows of different lengths", { ...page, rows: [["一"], ["一", "二"]] }, "第 2 行有 2 格，应有 1 格"],
    ])("is not written with %s", async (_, wrong, sentence) => {
      const { host, merchant } = await open();
      const before = await merchant.seesSheets();
      expect(problemOf(await host.writeSheet(wrong))).toContain(sentence);
      expect(await merchant.seesSheets()).toEqual(before);
    });

    it("is shown to the merchant, or missed with a sentence", async () => {
      const { host, merchant } = await open();
      await host.writeSheet(page);
      expect(await host.showSheet("日历")).toEqual({ sheet: "日历" });
      expect(await merchant.seesActiveSheet()).toBe("日历");
      expect(problemOf(await host.showSheet("没有"))).toContain("没有“没有”工作表");
    });

    it("is shown with a cell of it selected", async () => {
      const { host, merchant } = await open();
      await merchant.addsSheet("数");
      await merchant.enters("数", "C4", 7);
      await merchant.selects("数", ["A1"]);
      await host.writeSheet(page);
      expect(await host.showSheet("数", "C4")).toEqual({ sheet: "数" });
      expect(await merchant.seesActiveSheet()).toBe("数");
      expect(await host.readSelection()).toEqual({ address: "数!C4", values: [[7]] });
    });
  });

  describe("the selection", () => {
    it("is read with its address, cut off where the content ends", async () => {
      const { host, merchant } = await open();
      await merchant.addsSheet("数");
      await merchant.enters("数", "B2", 1);
      await merchant.enters("数", "C4", "文");
      await merchant.selects("数", ["B2:C4"]);
      expect(await host.readSelection()).toEqual({
        address: "数!B2:C4",
        values: [
          [1, null],
          [null, null],
          [null, "文"],
        ],
      });
      await merchant.selects("数", ["B1:D90"]);
      expect(await host.readSelection()).toEqual({
        address: "数!B1:C4",
        values: [
          [null, null],
          [1, null],
          [null, null],
          [null, "文"],
        ],
      });
      await merchant.selects("数", ["F9"]);
      expect(await host.readSelection()).toEqual({ address: "数!F9", values: [[null]] });
    });

    it("is read as it was typed: formulas, values and number formats, without what a formula fills", async () => {
      const { host, merchant } = await open();
      await host.writeSheet({
        name: "模板",
        rows: [
          ["费率", 0.006, null],
          ["=A1", { formula: "=B1*2" }, null],
          ["001", DAY, true],
        ],
        areas: [
          { area: "B1", style: { numberFormat: "0.0%" } },
          { area: "B3", style: { numberFormat: "yyyy-mm-dd" } },
        ],
      });
      await merchant.selects("模板", ["A1:D9"]);
      expect(await host.readSelectedCells()).toEqual({
        address: "模板!A1:C3",
        cells: [
          ["费率", 0.006, null],
          ["=A1", { formula: "=B1*2" }, null],
          ["001", DAY, true],
        ],
        numberFormats: [
          ["General", "0.0%", "General"],
          ["General", "General", "General"],
          ["General", "yyyy-mm-dd", "General"],
        ],
      });
      await merchant.selects("模板", ["A1:A2", "C1:C2"]);
      expect(problemOf(await host.readSelectedCells())).toContain("一片连续的区域");
    });

    it("of several ranges is refused with what to do", async () => {
      const { host, merchant } = await open();
      await merchant.addsSheet("数");
      await merchant.selects("数", ["A1:A2", "C1:C2"]);
      expect(problemOf(await host.readSelection())).toContain("一片连续的区域");
    });

    it("gets a formula, but never over something", async () => {
      const { host, merchant } = await open();
      await merchant.addsSheet("数");
      await merchant.selects("数", ["B2"]);
      expect(await host.insertFormula("=1+1")).toEqual({ address: "数!B2" });
      expect((await merchant.sees("数", "B2")).formula).toBe("=1+1");
      expect(problemOf(await host.insertFormula("=2"))).toContain("数!B2 已有内容，没有覆盖");
    });
  });

  describe("a document in the workbook", () => {
    it("reads back whatever it holds, beside others, until it is deleted", async () => {
      await fc.assert(
        fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), async (value) => {
          // No document of ours has this key (the API refuses it), and copying between pages drops it.
          fc.pre(!JSON.stringify(value).includes('"__proto__"'));
          const { host } = await open();
          const document = { kept: value, text: '<a b="1">&amp;]]>\u0000\u0085\ufffe\ud800中文' };
          const plainDocument = JSON.parse(JSON.stringify(document));
          expect(await host.writeDocument("plan", document as never)).toEqual({ key: "plan" });
          expect(await host.writeDocument("sync & <x>", 1)).toEqual({ key: "sync & <x>" });
          expect(await host.readDocument("plan")).toEqual({ document: plainDocument });
          expect(await host.writeDocument("plan", [2])).toEqual({ key: "plan" });
          expect(await host.readDocument("plan")).toEqual({ document: [2] });
          expect(await host.writeDocument("plan", null)).toEqual({ key: "plan" });
          expect(await host.readDocument("plan")).toEqual({ document: null });
          expect(await host.readDocument("sync & <x>")).toEqual({ document: 1 });
        }),
        { numRuns: runs },
      );
    });

    it("is not kept where it is too long", async () => {
      const { host } = await open();
      expect(problemOf(await host.writeDocument("plan", "长".repeat(LONGEST_DOCUMENT)))).toContain(
        "没有保存",
      );
      expect(await host.readDocument("plan")).toEqual({ document: null });
    });
  });
}
