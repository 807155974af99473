import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeViolations } from "../browser/axe-violations.ts";
import { openWorkbench, SAMPLE_SHEETS } from "./opened-workbench.ts";
import { useChromium, useWorkbench } from "./use-workbench.ts";

const workbench = useWorkbench();
const chromium = useChromium();

const bytes = (text: string) => new TextEncoder().encode(text);
const says = (page: Page, text: string) => page.locator(".keeping [role=status]").getByText(text).waitFor();
const saved = (page: Page) => says(page, "已保存在本浏览器");

async function type(sheet: string, at: string, text: string): Promise<void> {
  await workbench.select(sheet, at);
  await workbench.page.keyboard.type(text);
  await workbench.page.keyboard.press("Enter");
}
async function writesPlan(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "表格", exact: true }).click();
  await page.getByRole("button", { name: "写入年度活动表" }).click();
  await page.getByText(/年度活动表（\d+）：表格和计划一致。/).waitFor();
}
/** Presses a button that opens the page anew, and waits for its workbook. */
async function reopen(button: string): Promise<void> {
  await Promise.all([
    workbench.page.waitForEvent("load"),
    workbench.page.getByRole("button", { name: button }).click(),
  ]);
  await workbench.page.waitForFunction(() => window.sevenstarWorkbench?.cell("商品体检", "B7").value === 7);
}

describe("the workbook", () => {
  it("is there again after a reload: values, formulas, sheets, and the plan with its table", async () => {
    const { page } = workbench;
    await says(page, "示例数据");
    await type("商品体检", "AB6", "否");
    await workbench.until("商品体检", "K6", 6);
    await workbench.importFile("goods.csv", bytes("货号,数量,单价,金额\n001,2,3,\n"));
    await workbench.notice();
    await type("goods", "D2", "=B2*C2");
    await workbench.until("goods", "D2", 6);
    await writesPlan(page);
    await saved(page);
    const plan = await workbench.cell("年度活动表", "A2");

    await page.reload();
    await workbench.until("商品体检", "K6", 6);
    await workbench.until("goods", "D2", 6);
    expect(await workbench.cell("goods", "A2")).toMatchObject({ value: "001" });
    expect((await workbench.cell("goods", "D2")).formula).toBe("=B2*C2");
    expect(await workbench.cell("年度活动表", "A2")).toEqual(plan);
    expect(await page.evaluate(() => window.sevenstarWorkbench?.sheets())).toEqual([
      ...SAMPLE_SHEETS,
      "goods",
      "年度活动表",
    ]);
    await page.getByRole("tab", { name: "表格", exact: true }).click();
    await page.getByText(/年度活动表（\d+）：表格和计划一致。/).waitFor();
    await saved(page);
    expect(await axeViolations(page, ".status")).toEqual([]);
  });

  it("stays the sample for who has changed nothing", async () => {
    const { page } = workbench;
    await workbench.select("收款测算", "C4");
    await page.waitForTimeout(2_500);
    await says(page, "示例数据");
    expect(await page.getByRole("button", { name: "恢复示例数据" }).count()).toBe(0);
  });

  it("goes aside for the samples and comes back, and nothing is lost between", async () => {
    const { page } = workbench;
    await type("商品体检", "AB6", "否");
    await saved(page);
    await reopen("恢复示例数据");
    await says(page, "示例数据");
    await workbench.until("商品体检", "B6", 7);
    await type("商品体检", "N6", "第二份");
    await saved(page);
    await reopen("换回我的表格");
    await workbench.until("商品体检", "B6", 6);
    await reopen("换回我的表格");
    await workbench.until("商品体检", "N6", "第二份");
    await workbench.until("商品体检", "B6", 7);
  });
});

describe("a kept workbook that cannot be opened", () => {
  /** Breaks off the text that the browser keeps. */
  const spoil = () =>
    workbench.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open("sevenstar-workbench", 1);
          opening.onsuccess = () => {
            const books = opening.result.transaction("books", "readwrite").objectStore("books");
            const keys = books.getAllKeys();
            keys.onsuccess = () => books.put("{", keys.result[0]);
            books.transaction.oncomplete = () => resolve();
          };
        }),
    );

  it("is left as it is and said to be, until it is put aside", async () => {
    const { page } = workbench;
    await type("商品体检", "AB6", "否");
    await saved(page);
    await spoil();
    await page.reload();
    await says(page, "没有自动保存：上次保存的表格打不开，没有改动它");
    expect(workbench.takeErrors()).toEqual([expect.stringContaining("SyntaxError")]);
    await workbench.until("商品体检", "B6", 7);
    await reopen("恢复示例数据");
    await says(page, "示例数据");
    await type("商品体检", "AB6", "否");
    await saved(page);
  });
});

describe("a browser", () => {
  const open = async (script: string) => {
    const context = await chromium.browser.newContext();
    await context.addInitScript(script);
    const page = await context.newPage();
    await page.goto(chromium.address);
    await page.waitForFunction(() => window.sevenstarWorkbench?.cell("商品体检", "B6").value === 7);
    return page;
  };

  it("that refuses to store says so, and the rest works", async () => {
    const page = await open("indexedDB.open = () => { throw new DOMException('no', 'SecurityError'); }");
    await says(page, "没有自动保存：浏览器不让本站存储数据；关闭前请点“导出”。");
    await writesPlan(page);
    await page.context().close();
  });

  it("whose storage is full says so once something changes", async () => {
    const page = await open(
      "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }",
    );
    await says(page, "示例数据");
    await writesPlan(page);
    await says(page, "没有自动保存：浏览器的存储空间满了");
    // It would be lost by opening the samples.
    expect(await page.getByRole("button", { name: "恢复示例数据" }).isDisabled()).toBe(true);
    await page.context().close();
  });

  it("keeps what one window does, and says so in a second one", async () => {
    const first = await openWorkbench(chromium.browser, chromium.address);
    const second = await first.page.context().newPage();
    await second.goto(chromium.address);
    await says(second, "没有自动保存：另一个窗口开着这份表格");
    expect(await second.locator(".keeping button").count()).toBe(0);
    await first.close();
  });
});
