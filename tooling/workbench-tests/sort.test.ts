import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeViolations } from "../browser/axe-violations.ts";
import { openWorkbench } from "./opened-workbench.ts";
import { sortByRibbon } from "./sort-by-ribbon.ts";
import { useChromium, useWorkbench } from "./use-workbench.ts";

const workbench = useWorkbench();
const chromium = useChromium();

/** Goods in an order of their own: neither by name, number nor price. */
const GOODS = `货号,名称,数量,单价,金额
003,茶壶,5,4,
001,帆布包,2,3,
005,阿胶,7,2,
004,,1,1,
002,保温杯,10,1,
`;
const bytes = (text: string) => new TextEncoder().encode(text);

async function type(sheet: string, at: string, text: string): Promise<void> {
  await workbench.select(sheet, at);
  await workbench.page.keyboard.type(text);
  await workbench.page.keyboard.press("Enter");
}

/** The texts and numbers of rows 1 to 6, or the formulas in column E. */
const rows = (page: Page) =>
  page.evaluate(() =>
    [1, 2, 3, 4, 5, 6].map((row) =>
      ["A", "B", "C", "E"].map((column) => window.sevenstarWorkbench?.cell("goods", `${column}${row}`).value),
    ),
  );
const formulas = (page: Page) =>
  page.evaluate(() =>
    [2, 3, 4, 5, 6].map((row) => window.sevenstarWorkbench?.cell("goods", `E${row}`).formula),
  );

/** Imports the goods and has each row compute its amount. */
async function openGoods(): Promise<void> {
  await workbench.importFile("goods.csv", bytes(GOODS));
  await workbench.notice();
  for (let row = 2; row <= 6; row++) await type("goods", `E${row}`, `=C${row}*D${row}`);
  await workbench.until("goods", "E6", 10);
}

/** Sorts by the menu of the cells, opened on a cell of column A. */
async function sortByMenu(row: number, order: string): Promise<void> {
  const { page } = workbench;
  await workbench.select("goods", `A${row}`);
  const grid = await page.locator("canvas[id^=univer-sheet-main-canvas]").boundingBox();
  if (!grid) throw new Error("no grid");
  // Right of the row numbers and below the column letters, in rows of 24 pixels.
  await page.mouse.click(grid.x + 46 + 20, grid.y + 20 + 24 * row - 12, { button: "right" });
  await page.locator("body > div:not(#workbench)").getByText(order, { exact: true }).click();
}

const HEADER = ["货号", "名称", "数量", "金额"];
const BEFORE = [
  HEADER,
  ["003", "茶壶", 5, 20],
  ["001", "帆布包", 2, 6],
  ["005", "阿胶", 7, 14],
  ["004", null, 1, 1],
  ["002", "保温杯", 10, 10],
];
const OWN_ROW = [2, 3, 4, 5, 6].map((row) => `=C${row}*D${row}`);

describe("sorting", () => {
  it("puts whole rows in order below their header, formulas with them, and is undone in one step", async () => {
    const { page } = workbench;
    await openGoods();
    await sortByRibbon(workbench, "goods", "B4", "升序排序");
    // ā jiāo, bǎo wēn bēi, chá hú, fān bù bāo; the goods without a name last.
    await workbench.until("goods", "B2", "阿胶");
    await expect
      .poll(() => rows(page))
      .toEqual([
        HEADER,
        ["005", "阿胶", 7, 14],
        ["002", "保温杯", 10, 10],
        ["003", "茶壶", 5, 20],
        ["001", "帆布包", 2, 6],
        ["004", null, 1, 1],
      ]);
    expect(await formulas(page)).toEqual(OWN_ROW);

    await sortByMenu(3, "降序排序");
    await workbench.until("goods", "A2", "005");
    await expect
      .poll(() => rows(page).then((all) => all.map(([id, , , amount]) => [id, amount])))
      .toEqual([
        ["货号", "金额"],
        ["005", 14],
        ["004", 1],
        ["003", 20],
        ["002", 10],
        ["001", 6],
      ]);

    await page.keyboard.press("Control+z");
    await workbench.until("goods", "A3", "002");
    await page.keyboard.press("Control+z");
    await expect.poll(() => rows(page)).toEqual(BEFORE);
    expect(await formulas(page)).toEqual(OWN_ROW);
    await page.keyboard.press("Control+y");
    await workbench.until("goods", "B2", "阿胶");
    await expect.poll(() => formulas(page)).toEqual(OWN_ROW);
    await type("goods", "D2", "3");
    await workbench.until("goods", "E2", 21);
  });

  it("sorts by one column a whole area, or only the rows that are selected", async () => {
    const { page } = workbench;
    await openGoods();
    await sortByRibbon(workbench, "goods", "C3:C5", "升序排序");
    await workbench.until("goods", "C3", 1);
    expect((await rows(page)).map(([id]) => id)).toEqual(["货号", "003", "004", "001", "005", "002"]);
    await sortByRibbon(workbench, "goods", "C:C", "升序排序");
    await workbench.until("goods", "C2", 1);
    expect((await rows(page)).map(([id]) => id)).toEqual(["货号", "004", "001", "003", "005", "002"]);
  });

  it("leaves titles, headers and totals where they are, and the results of formulas beside follow", async () => {
    const { page } = workbench;
    const read = (sheet: string, columns: string, first: number, last: number) =>
      page.evaluate(
        ([name, letters, from, to]) =>
          Array.from({ length: to - from + 1 }, (_, row) =>
            [...letters].map(
              (letter) => window.sevenstarWorkbench?.cell(name, `${letter}${from + row}`).value,
            ),
          ),
        [sheet, columns, first, last] as const,
      );
    const byId = (rows: readonly unknown[][]) => rows.map((row) => JSON.stringify(row)).sort();
    const orders = await read("收款测算", "ABCDEFGHIJ", 4, 18);
    const around = [await read("收款测算", "ABCG", 1, 3), await read("收款测算", "ABGH", 19, 24)];
    await sortByRibbon(workbench, "收款测算", "C8", "降序排序");
    await workbench.until("收款测算", "C4", 76_500.5);
    await expect.poll(() => read("收款测算", "ABCDEFGHIJ", 4, 18).then(byId)).toEqual(byId(orders));
    const amounts = (await read("收款测算", "C", 4, 18)).flat().map(Number);
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    expect([await read("收款测算", "ABCG", 1, 3), await read("收款测算", "ABGH", 19, 24)]).toEqual(around);

    const head = await read("店铺诊断", "AB", 1, 4);
    await sortByRibbon(workbench, "店铺诊断", "B6", "升序排序");
    await workbench.until("店铺诊断", "B5", 156);
    expect(await read("店铺诊断", "AB", 1, 4)).toEqual(head);
    expect((await workbench.cell("店铺诊断", "A11")).value).toContain("商品诊断");
  });

  it("refuses in a sentence what it would break, and changes nothing", async () => {
    const { page } = workbench;
    const refused = (sentence: string) => page.getByRole("alert").getByText(sentence).waitFor();
    await openGoods();
    await type("goods", "F3", "=E2+E3");
    await workbench.until("goods", "F3", 26);
    await sortByRibbon(workbench, "goods", "A2", "升序排序");
    await refused("F3 的公式引用了别的行（E2）");
    // What is fixed stays right.
    await type("goods", "F3", "=E3/$E$2");
    await workbench.until("goods", "F3", 0.3);
    await sortByRibbon(workbench, "goods", "C2", "升序排序");
    await workbench.until("goods", "C2", 1);
    expect(await page.getByRole("alert").count()).toBe(0);
    await page.keyboard.press("Control+z");
    await workbench.until("goods", "C2", 5);

    await type("goods", "F3", "=SEQUENCE(2)");
    await workbench.until("goods", "F4", 2);
    await sortByRibbon(workbench, "goods", "A2", "升序排序");
    await refused("F3 的一个公式填满了 goods!F3:F4");
    await sortByRibbon(workbench, "商品体检", "B8", "降序排序");
    await refused("A5 的一个公式填满了 商品体检!A5:");
    await sortByRibbon(workbench, "goods", "H9", "升序排序");
    await refused("请先在要排序的那一列里选中有内容的一格。");

    await workbench.select("goods", "F3");
    await page.keyboard.press("Delete");
    await workbench.select("goods", "B5:B6");
    await page.getByRole("button", { name: "窗格" }).click();
    await page.getByRole("tab", { name: "开始" }).click();
    await page.locator('[role=toolbar] [data-u-command="sheet.command.add-worksheet-merge"]').click();
    await page.getByText("全部合并").click();
    await page.getByRole("button", { name: "继续合并" }).click();
    await sortByRibbon(workbench, "goods", "A2", "升序排序");
    await refused("goods!B5:B6 是合并的单元格");
    expect((await rows(page)).map(([id]) => id)).toEqual(BEFORE.map(([id]) => id));
    await page.getByRole("button", { name: "关闭" }).first().click();
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  it.each([
    { width: 320, colorScheme: "light" },
    { width: 350, colorScheme: "dark" },
  ] as const)(
    "has a button where there is no ribbon: $width px, $colorScheme",
    async ({ width, colorScheme }) => {
      const narrow = await openWorkbench(chromium.browser, chromium.address, {
        viewport: { width, height: 640 },
        colorScheme,
      });
      const { page } = narrow;
      await narrow.importFile("goods.csv", bytes(GOODS));
      await narrow.notice();
      const grid = await page.locator("canvas[id^=univer-sheet-main-canvas]").boundingBox();
      if (!grid) throw new Error("no grid");
      await page.mouse.click(grid.x + 46 + 20, grid.y + 20 + 24 + 12);
      await page.getByRole("button", { name: "排序", exact: true }).click();
      expect(await axeViolations(page, ".top")).toEqual([]);
      await page.getByRole("button", { name: "降序排序" }).click();
      await narrow.until("goods", "A2", "005");
      expect((await narrow.cell("goods", "A1")).value).toBe("货号");
      const sort = page.getByRole("button", { name: "排序", exact: true });
      expect(await sort.evaluate((button) => button === document.activeElement)).toBe(true);
      await sort.press("Enter");
      await page.keyboard.press("Escape");
      expect(await sort.getAttribute("aria-expanded")).toBe("false");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(narrow.errors).toEqual([]);
      await narrow.close();
    },
  );
});
