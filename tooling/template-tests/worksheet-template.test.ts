import type { TemplateRow } from "@sevenstar/core/template/rows";
import { rowErrors } from "@sevenstar/core/template/rows";
import { readSelected, writeTemplate } from "@sevenstar/pane/templates/linked-table.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type OpenExcel, openExcel } from "../sheet-host/open-excel.ts";

let made = 0;
const newId = () => `r${++made}`;
const selected = async ({ host }: OpenExcel): Promise<readonly TemplateRow[]> => {
  const answer = await readSelected(host, "sheet", newId);
  if (!("rows" in answer)) throw new Error(JSON.stringify(answer));
  return answer.rows;
};
const written = async ({ host }: OpenExcel, rows: readonly TemplateRow[], name = "新表") =>
  writeTemplate(host, "t1", { kind: "sheet", name, rows });
const withoutIds = (rows: readonly TemplateRow[]) => rows.map(({ id: _, ...row }) => row);
const row = (cell: string, content: unknown = 1): TemplateRow => ({ id: newId(), cell, content });

describe("a selection saved as a worksheet template", () => {
  it("is taken as it is: addresses, values, formulas and number formats", async () => {
    const opened = openExcel();
    const { merchant, host } = opened;
    await host.writeSheet({
      name: "收款测算",
      rows: [
        [null, null, null],
        [null, null, null],
        ["方式", "费率", "到账"],
        ["信用卡", 0.006, { formula: "=B4*100" }],
        ["'=不是公式", true, null],
        ["=也不是", "001", 46_109],
      ],
      areas: [
        { area: "B4", style: { numberFormat: "0.0%" } },
        { area: "C6", style: { numberFormat: "yyyy-mm-dd" } },
      ],
    });
    await merchant.selects("收款测算", ["A3:J10"]);
    const rows = await selected(opened);
    expect(withoutIds(rows)).toEqual([
      { cell: "A3", content: "方式" },
      { cell: "B3", content: "费率" },
      { cell: "C3", content: "到账" },
      { cell: "A4", content: "信用卡" },
      { cell: "B4", content: 0.006, format: "0.0%" },
      { cell: "C4", content: "=B4*100" },
      { cell: "A5", content: "''=不是公式" },
      { cell: "B5", content: true },
      { cell: "A6", content: "'=也不是" },
      { cell: "B6", content: "001" },
      { cell: "C6", content: 46_109, format: "yyyy-mm-dd" },
    ]);
    expect(rowErrors("sheet", rows)).toEqual([]);

    expect(await written(opened, rows)).toEqual({ address: "新表!A1:C6" });
    for (const address of ["A3", "B4", "C4", "A5", "B5", "A6", "B6", "C6"]) {
      expect(await merchant.sees("新表", address)).toEqual(await merchant.sees("收款测算", address));
    }
  });

  it("comes back the same, whatever it holds", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(
            fc.oneof(
              fc.constantFrom(null, true, false, "=A1", "'x", "''", "001", "合计", { formula: "=1+1" }),
              fc.integer({ min: -1e6, max: 1e6 }),
            ),
            { minLength: 3, maxLength: 3 },
          ),
          { minLength: 1, maxLength: 6 },
        ),
        async (cells) => {
          fc.pre(cells.flat().some((cell) => cell !== null));
          const opened = openExcel();
          await opened.host.writeSheet({ name: "甲", rows: cells });
          await opened.merchant.selects("甲", ["A1:C6"]);
          const before = await selected(opened);
          await written(opened, before, "乙");
          await opened.merchant.selects("乙", ["A1:C6"]);
          expect(withoutIds(await selected(opened))).toEqual(withoutIds(before));
        },
      ),
      { numRuns: 40 },
    ));

  it.each([
    ["nothing", async ({ merchant }: OpenExcel) => merchant.addsSheet("数"), "选中的区域是空的"],
    [
      "more cells than a template holds",
      async ({ host }: OpenExcel) => {
        await host.writeSheet({ name: "数", rows: Array.from({ length: 2501 }, () => [1, 2]) });
      },
      "有 5,002 个有内容的格子，一个模板最多 5,000 个",
    ],
  ])("is refused with %s, saying what to do", async (_, fill, says) => {
    const opened = openExcel();
    await fill(opened);
    await opened.merchant.selects("数", ["A1:C3000"]);
    expect(await readSelected(opened.host, "sheet", newId)).toEqual({
      problem: expect.stringContaining(says),
    });
  });

  it("names the cell whose text is too long", async () => {
    const opened = openExcel();
    await opened.host.writeSheet({ name: "数", rows: [["短"], ["长".repeat(2001)]] });
    await opened.merchant.selects("数", ["A1:A2"]);
    expect(await readSelected(opened.host, "sheet", newId)).toEqual({
      problems: [{ sentence: "A2 的值或公式不能超过 2000 个字符。", sheet: "数", cell: "A2" }],
    });
  });
});

describe("a worksheet template that is applied", () => {
  it("takes $B$2 for B2 and small letters for large ones; nothing is left out", async () => {
    const opened = openExcel();
    expect(await written(opened, [row("$B$2", "甲"), row("c3", "乙")])).toEqual({ address: "新表!A1:C3" });
    expect((await opened.merchant.sees("新表", "B2")).value).toBe("甲");
    expect((await opened.merchant.sees("新表", "C3")).value).toBe("乙");
  });

  const spread = Array.from({ length: 5000 }, (_, index) =>
    row(index % 2 ? `A${200 * index + 1}` : `XFD${index + 1}`),
  );
  it.each([
    ["A9999999", [row("A9999999")], "“A9999999”不是单元格地址"],
    ["ZZZ9999999", [row("ZZZ9999999")], "“ZZZ9999999”不是单元格地址"],
    ["no address", [row("A1"), row("第二行")], "第 2 行的位置“第二行”不是单元格地址"],
    ["a far cell", [row("XFD1048576")], "“XFD1048576”太远：到 A1:XFD1048576 为止超过 200,000 格"],
    ["cells that span a huge rectangle together", spread, "太远"],
    ["a cell twice", [row("B2", "甲"), row("$b$2", "乙")], "模板里 B2 有两行，内容不同"],
    ["content that no cell takes", [row("B2", { a: 1 })], "B2 的内容放不进单元格"],
  ])("is refused whole with %s, by its address, before anything is built", async (_, rows, says) => {
    const opened = openExcel();
    expect(await written(opened, rows)).toEqual({ problem: expect.stringContaining(says) });
    expect(await opened.merchant.seesSheets()).toEqual(["Sheet1"]);
    if (says.startsWith("“") || says === "太远") expect(rowErrors("sheet", rows)[0]?.column).toBe("位置");
  });
});
