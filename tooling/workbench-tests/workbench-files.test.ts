import { existsSync, readFileSync } from "node:fs";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { gbkBytes } from "./gbk-bytes.ts";
import { type OpenedWorkbench, SAMPLE_SHEETS } from "./opened-workbench.ts";
import { useSharedWorkbench, useWorkbench } from "./use-workbench.ts";
import { xlsxCells } from "./xlsx-cells.ts";

const CSV =
  '商品ID,商品标题,价格,备注\n891661364281,"裸感高腰瑜伽裤, 女",13.94,0012\n007,春季卫衣,"1,234.50",=1+1\n';
const listings = new URL("../../../shared/data/listings-1688.csv", import.meta.url);
const utf8 = (text: string) => new TextEncoder().encode(text);

const valuesIn = async ({ cell }: Pick<OpenedWorkbench, "cell">, sheet: string, ...addresses: string[]) =>
  Promise.all(addresses.map(async (at) => (await cell(sheet, at)).value));

describe("import of one file after the other", () => {
  const workbench = useSharedWorkbench();
  let imported = 0;

  it.each([
    ["UTF-8", utf8(CSV)],
    ["UTF-8", utf8(`\uFEFF${CSV}`)],
    ["GBK", gbkBytes(CSV)],
    ["UTF-16", Buffer.from(`\uFEFF${CSV}`, "utf16le")],
  ])("reads a .csv in %s, ids as text and numerals as numbers", async (encoding, bytes) => {
    const sheet = `我的商品${++imported}`;
    await workbench.importFile(`${sheet}.csv`, bytes);
    await workbench.page.getByText(`已导入“${sheet}”`).waitFor();
    const notice = await workbench.notice();
    expect(notice).toContain(`已导入“${sheet}”：2 行 × 4 列，编码 ${encoding}。`);
    expect(notice).toContain("认出的商品列：商品ID、商品标题、价格。");
    expect(notice).toContain("七星体检还缺：必填属性总数、");
    expect(await valuesIn(workbench, sheet, "A2", "A3", "B2", "C2", "C3", "D2")).toEqual([
      "891661364281",
      "007",
      "裸感高腰瑜伽裤, 女",
      13.94,
      "1,234.50",
      "0012",
    ]);
    expect(await workbench.cell(sheet, "D3")).toEqual({ value: "=1+1", formula: null, sentence: null });
  });

  it.each([
    ["坏.xlsx", Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8]), "这个 .xlsx 文件已损坏或不完整"],
    ["坏.xlsx", utf8("不是压缩包"), "这个 .xlsx 文件已损坏或不完整"],
    ["空.csv", new Uint8Array(), "文件是空的"],
    ["空行.csv", utf8("\n , \n\n"), "文件是空的"],
    ["旧.xls", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "旧版 .xls 或加了密码的文件"],
    ["日文.csv", Uint8Array.from([0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x0a]), "读不懂这个文件的文字编码"],
    ["图.csv", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), "这个文件不是表格文本"],
    ["宽.csv", utf8(`${"a,".repeat(600)}b\n`), "表太大（1 行 × 601 列）"],
  ])("refuses %s in one sentence and goes on", async (name, bytes, words) => {
    await workbench.importFile(name, bytes);
    await workbench.page.locator(".notice.problem").waitFor();
    const notice = await workbench.notice();
    expect(notice).toContain(words);
    expect(notice.match(/。/g)).toHaveLength(1);
    const sheet = `好${++imported}`;
    await workbench.importFile(`${sheet}.csv`, utf8(CSV));
    await workbench.page.getByText(`已导入“${sheet}”`).waitFor();
    expect(await valuesIn(workbench, "商品体检", "B6")).toEqual([7]);
  });
});

describe("a workbench of its own", () => {
  const workbench = useWorkbench();

  const values = (sheet: string, ...addresses: string[]) => valuesIn(workbench, sheet, ...addresses);

  describe("import", () => {
    it("reads an .xlsx: every visible sheet, dates, and formulas that look into no other sheet", async () => {
      const cells = new Map([
        ["0,3", { formula: "_xldudf_TITLELEN(A2:A3)", formulaType: "array", formulaRef: "D1:D2" } as const],
        ["1,4", { formula: "别处!A1+1", formulaResult: 5 } as const],
      ]);
      const bytes = await writeXlsx({
        sheets: [
          {
            name: "订单",
            rows: [
              ["标题", "日期", "数量", 99, null],
              ["瑜伽裤", new Date("2026-03-28T00:00:00Z"), 3, 98, 5],
              ["卫衣", null, null, null, null],
            ],
            cells,
          },
          { name: "藏", rows: [["x"]], hidden: true },
          { name: "空", rows: [] },
        ],
      });
      await workbench.importFile("订单.xlsx", bytes);
      expect(await workbench.notice()).toContain("已导入“订单”：2 行 × 5 列。");
      await workbench.until("订单", "D1", 6);
      expect(await values("订单", "B2", "C2", "D2", "E2")).toEqual([46109, 3, 4, 5]);
      expect(await workbench.page.evaluate(() => window.sevenstarWorkbench?.sheets())).toEqual([
        ...SAMPLE_SHEETS,
        "订单",
      ]);
    });

    it("takes a dropped file, and gives a second sheet of the same name another one", async () => {
      const drop = () =>
        workbench.page.evaluate((text) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([text], "拖入.csv"));
          for (const type of ["dragenter", "dragover", "drop"]) {
            const target = document.querySelector("canvas") ?? document.body;
            target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
          }
        }, CSV);
      await drop();
      expect(await workbench.notice()).toContain("已导入“拖入”");
      await workbench.page.getByRole("button", { name: "关闭" }).click();
      await drop();
      expect(await workbench.notice()).toMatch(/已导入“拖入.+”/);
    });

    it("shows how far it is with 100,000 rows, and stays usable", async () => {
      const rows = Array.from({ length: 100_000 }, (_, row) => `春秋新款男士连帽卫衣第${row}款,${row % 97}`);
      await workbench.page.evaluate(() => {
        const seen: number[] = [];
        Object.assign(window, { seen });
        new MutationObserver(() => {
          const share = document.querySelector("progress")?.value;
          if (share !== undefined) seen.push(share);
        }).observe(document.body, { subtree: true, childList: true, attributes: true });
      });
      await workbench.importFile("大表.csv", utf8(`商品标题,价格\n${rows.join("\n")}\n`));
      expect(await workbench.notice()).toContain("已导入“大表”：100,000 行 × 2 列");
      const seen = await workbench.page.evaluate(() => (window as unknown as { seen: number[] }).seen);
      expect(seen.length).toBeGreaterThan(0);
      await workbench.page.getByRole("button", { name: "插入体检公式" }).click();
      await workbench.page.getByText("已在 大表!D1 右边写入").waitFor({ timeout: 120_000 });
      expect(await values("大表", "D2", "D100001", "E100001")).toEqual([
        25,
        29,
        "春秋新款男士连帽卫衣第99999款",
      ]);
    });

    it.skipIf(!existsSync(listings))(
      `recognises the columns of ${existsSync(listings) ? "" : "(skipped: ../shared is absent) "}listings-1688.csv and says what is unknown`,
      async () => {
        await workbench.importFile("listings-1688.csv", readFileSync(listings));
        const notice = await workbench.notice();
        expect(notice).toContain("468 行 × 10 列，编码 UTF-8");
        expect(notice).toContain("认出的商品列：商品ID、商品标题、类目、价格、起批量、近90天销量。");
        await workbench.page.getByRole("button", { name: "插入体检公式" }).click();
        await workbench.page.getByText("已在 listings-1688!L1 右边写入").waitFor();
        const lengths = await workbench.page.evaluate(() =>
          Array.from({ length: 468 }, (_, row) =>
            Number(window.sevenstarWorkbench?.cell("listings-1688", `L${row + 2}`).value),
          ).sort((a, b) => a - b),
        );
        expect([lengths[233], lengths[234], lengths[467]]).toEqual([60, 60, 60]);
        const [attributes, advice] = await values("listings-1688", "P2", "V2");
        expect(attributes).toBe("未知");
        expect(advice).toContain("必填属性总数");
        expect(advice).toContain("支持网上订购");
      },
    );
  });

  describe("export", () => {
    it("holds formulas and values, read by another library, and comes back by import", async () => {
      const download = workbench.page.waitForEvent("download");
      await workbench.page.getByRole("button", { name: "导出", exact: true }).click();
      const file = readFileSync(await (await download).path());
      expect((await download).suggestedFilename()).toBe("七星表格.xlsx");
      const sheets = xlsxCells(file);
      expect([...sheets.keys()]).toEqual(SAMPLE_SHEETS);
      const listing = sheets.get("商品体检");
      expect(listing?.get("K6")).toEqual({
        formula: "_xldudf_SEVENSTAR(N5:AM65)",
        fills: "K6:K65",
        value: "7",
      });
      expect(listing?.get("A5")).toMatchObject({ formula: "_xldudf_SEVENSTARCHECK(N5:AM65)", value: "商品" });
      expect([listing?.get("K9")?.value, listing?.get("H9")?.value]).toEqual(["6", "✗"]);
      expect(listing?.get("N6")?.value).toMatch(/^\d{12}$/);
      const fees = sheets.get("收款测算");
      expect(fees?.get("H4")).toMatchObject({ value: "105", fills: "H4:H18" });
      expect(fees?.get("H8")?.value).toBe("#N/A");

      await workbench.importFile("七星表格.xlsx", file);
      await expect.poll(() => workbench.notice(), { timeout: 30_000 }).toContain("已导入");
      const names = await workbench.page.evaluate(() => window.sevenstarWorkbench?.sheets() ?? []);
      expect(names).toHaveLength(2 * SAMPLE_SHEETS.length);
      const [listings = "", payments = ""] = names.slice(SAMPLE_SHEETS.length);
      await workbench.until(listings, "K6", 7);
      expect((await workbench.cell(payments, "H8")).sentence).toContain("费率未知");
    });
  });
});
