import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeViolations } from "../browser/axe-violations.ts";
import { spawnChromium } from "../browser/spawn-chromium.ts";
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

  it("has the formula that cells share in one of them again after the first of them were emptied", async () => {
    const { page } = workbench;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const rows = Array.from({ length: 150 }, (_, index) => `${index + 1},`);
    await workbench.importFile("goods.csv", bytes(`数量,两倍\n${rows.join("\n")}`));
    await workbench.notice();
    await type("goods", "B2", "=A2*2");
    await workbench.select("goods", "B2");
    await page.keyboard.press("Control+C");
    await workbench.select("goods", "B3:B151");
    await page.keyboard.press("Control+V");
    await workbench.until("goods", "B151", 300);
    await saved(page);
    // As far as a piece of what is kept goes: the formula then stands in the next one.
    await workbench.select("goods", "B2:B100");
    await page.keyboard.press("Delete");
    await workbench.until("goods", "B2", null);
    await saved(page);

    await page.reload();
    await workbench.until("goods", "B151", 300);
    expect((await workbench.cell("goods", "B101")).formula).toBe("=A101*2");
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
          const opening = indexedDB.open("sevenstar-workbench");
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
});

const NO_EDITS_HERE = "另一个窗口开着这份表格，请在那边改";
const EDITS_HERE = "这里的改动还没有保存：另一个窗口开着这份表格";
const isReady = (page: Page, b6 = 7) =>
  page.waitForFunction((wanted) => window.sevenstarWorkbench?.cell("商品体检", "B6").value === wanted, b6);
async function enter(page: Page, sheet: string, at: string, text: string): Promise<void> {
  await page.getByRole("tab", { name: sheet, exact: true }).click();
  const box = page.locator("[data-u-comp=defined-name] input");
  await box.fill(at);
  await box.press("Enter");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}
const valueAt = (page: Page, sheet: string, at: string) =>
  page.evaluate(
    ([name, place]) => window.sevenstarWorkbench?.cell(name ?? "", place ?? "").value,
    [sheet, at],
  );
const untilValue = (page: Page, sheet: string, at: string, value: unknown) =>
  expect.poll(() => valueAt(page, sheet, at), { timeout: 30_000 }).toBe(value);

describe("two windows with one workbook", () => {
  const openTwo = async () => {
    const first = await openWorkbench(chromium.browser, chromium.address);
    const second = await first.page.context().newPage();
    await second.goto(chromium.address);
    await isReady(second);
    return { first: first.page, second, close: first.close };
  };

  it("the second says what becomes of its edits, and takes over when the first is closed (B9)", async () => {
    const { first, second, close } = await openTwo();
    await says(second, NO_EDITS_HERE);
    expect(await second.locator(".keeping button").count()).toBe(0);
    await enter(second, "收款测算", "K30", "第二个窗口");
    await says(second, EDITS_HERE);
    await first.close();
    await saved(second);
    await second.reload();
    await untilValue(second, "收款测算", "K30", "第二个窗口");
    await saved(second);
    await close();
  });

  it("what each of them did is there after the first is closed: one goes aside (B9)", async () => {
    const { first, second, close } = await openTwo();
    await enter(first, "收款测算", "K30", "第一个窗口");
    await saved(first);
    await enter(second, "收款测算", "K31", "第二个窗口");
    await says(second, EDITS_HERE);
    await first.close();
    await says(second, "另一个窗口改的那份另存着");
    await second.reload();
    await untilValue(second, "收款测算", "K31", "第二个窗口");
    expect(await valueAt(second, "收款测算", "K30")).toBeNull();
    await Promise.all([
      second.waitForEvent("load"),
      second.getByRole("button", { name: "换回我的表格" }).click(),
    ]);
    await untilValue(second, "收款测算", "K30", "第一个窗口");
    await close();
  });

  it("the second shows that the first has changed it, and never that a window is open when none is (B9)", async () => {
    const { first, second, close } = await openTwo();
    await enter(first, "收款测算", "K30", "第一个窗口");
    await saved(first);
    await first.close();
    await says(second, "另一个窗口改过这份表格，这里还是之前的样子，请刷新。");
    await Promise.all([second.waitForEvent("load"), second.getByRole("button", { name: "刷新" }).click()]);
    await untilValue(second, "收款测算", "K30", "第一个窗口");
    await saved(second);
    await close();
  });

  it("asks before edits are lost that no window keeps, and else does not (B9)", async () => {
    const { first, second, close } = await openTwo();
    const asked: string[] = [];
    for (const page of [first, second]) {
      page.on("dialog", (dialog) => {
        asked.push(dialog.type());
        void dialog.dismiss();
      });
    }
    await enter(second, "收款测算", "K31", "没有保存");
    await says(second, EDITS_HERE);
    await second.close({ runBeforeUnload: true });
    await expect.poll(() => asked).toEqual(["beforeunload"]);
    expect(await valueAt(second, "收款测算", "K31")).toBe("没有保存");
    await enter(first, "收款测算", "K30", "保存了");
    await saved(first);
    await Promise.all([first.waitForEvent("close"), first.close({ runBeforeUnload: true })]);
    expect(asked).toEqual(["beforeunload"]);
    await close();
  });
});

describe("steady typing", () => {
  it("is kept: of a cell each 0.55 s for 20 s at most the last 2 s are gone with the browser (B9)", async () => {
    const profile = mkdtempSync(join(tmpdir(), "sevenstar-profile-"));
    const before = await spawnChromium(profile);
    await before.page.goto(chromium.address);
    await isReady(before.page);
    await before.page.getByRole("tab", { name: "收款测算", exact: true }).click();
    const box = before.page.locator("[data-u-comp=defined-name] input");
    await box.fill("K30");
    await box.press("Enter");
    const done: number[] = [];
    for (const start = Date.now(); Date.now() - start < 20_000; ) {
      const next = Date.now() + 550;
      await before.page.keyboard.type(String(done.length + 1));
      await before.page.keyboard.press("Enter");
      done.push(Date.now());
      await before.page.waitForTimeout(Math.max(0, next - Date.now()));
    }
    const killed = Date.now();
    await before.kill();

    const after = await spawnChromium(profile);
    await after.page.goto(chromium.address);
    await isReady(after.page);
    const due = done.filter((at) => at <= killed - 2_000).length;
    expect(due).toBeGreaterThan(5);
    const values = await after.page.evaluate(
      (count) =>
        Array.from(
          { length: count },
          (_, index) => window.sevenstarWorkbench?.cell("收款测算", `K${30 + index}`).value,
        ),
      due,
    );
    expect(values).toEqual(Array.from({ length: due }, (_, index) => index + 1));
    await after.kill();
    rmSync(profile, { recursive: true, force: true });
  }, 120_000);
});

describe("an edit of a large sheet", () => {
  it("writes its own piece only, whatever the sheet's size (B9)", async () => {
    const context = await chromium.browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.addInitScript(() => {
      const counted = window as unknown as { puts: [store: string, bytes: number][] };
      counted.puts = [];
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (value, key) {
        counted.puts.push([this.name, JSON.stringify(value).length]);
        return put.call(this, value, key);
      };
    });
    const page = await context.newPage();
    await page.goto(chromium.address);
    await isReady(page);
    const lines = Array.from({ length: 100_000 }, (_, row) => `货号${row},${row},${row * 2}`);
    const buffer = Buffer.from(`货号,数量,单价\n${lines.join("\n")}\n`);
    await page
      .getByLabel("选择要导入的文件")
      .setInputFiles({ name: "big.csv", mimeType: "text/csv", buffer });
    await page.locator(".notice.done .text").waitFor({ timeout: 120_000 });
    await page.locator(".keeping [role=status]").getByText("已保存在本浏览器").waitFor({ timeout: 120_000 });
    const puts = () =>
      page.evaluate(() => (window as unknown as { puts: [string, number][] }).puts.splice(0));
    const all = await puts();
    const pieces = all.filter(([store]) => store === "pieces");
    expect(pieces.length).toBeGreaterThanOrEqual(1_000);

    await enter(page, "big", "B50001", "7");
    await untilValue(page, "big", "B50001", 7);
    await page.locator(".keeping [role=status]").getByText("已保存在本浏览器").waitFor({ timeout: 60_000 });
    const written = await puts();
    // Where the workbook stands, and one piece of 100 rows.
    expect(written.filter(([store]) => store === "pieces")).toHaveLength(1);
    expect(written.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThan(40_000);
    await page.reload();
    await page.waitForFunction(() => window.sevenstarWorkbench?.sheets().includes("big"));
    await untilValue(page, "big", "B50001", 7);
    expect(await valueAt(page, "big", "A100001")).toBe("货号99999");
    await context.close();
  }, 300_000);
});

describe("what an earlier version kept", () => {
  it("opens as it was, and is kept on (B9)", async () => {
    const context = await chromium.browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${chromium.address}icon-that-is-not-there`);
    // As version 1 wrote it: everything but the cells, and the cells of each sheet in pieces of any rows.
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("sevenstar-workbench", 1);
          opening.onupgradeneeded = () => {
            for (const name of ["state", "books", "sheets"]) opening.result.createObjectStore(name);
          };
          opening.onsuccess = () => {
            const database = opening.result;
            const transaction = database.transaction(["state", "books", "sheets"], "readwrite");
            const book = (id: string) => ({
              id,
              name: "",
              appVersion: "",
              locale: "zhCN",
              styles: { bold: { bl: 1 } },
              sheetOrder: ["one"],
              sheets: {
                one: {
                  id: "one",
                  name: "旧表",
                  cellData: {},
                  rowData: { 3: { h: 60 } },
                  columnData: {},
                  rowCount: 2_000,
                  columnCount: 10,
                },
              },
              resources: [],
            });
            transaction.objectStore("state").put({ current: "1-0.5", aside: ["2-0.5"] }, "state");
            for (const id of ["1-0.5", "2-0.5"]) {
              transaction.objectStore("books").put(JSON.stringify(book(id)), id);
            }
            const pieces = [
              JSON.stringify({ 0: { 0: { v: "货号", t: 1, s: "bold" } }, 950: { 1: { v: 6, t: 2 } } }),
              JSON.stringify({ 951: { 1: { f: "=B951*2" } } }),
            ];
            transaction.objectStore("sheets").put(pieces, ["1-0.5", "one"]);
            transaction
              .objectStore("sheets")
              .put([JSON.stringify({ 0: { 0: { v: "旁边的", t: 1 } } })], ["2-0.5", "one"]);
            transaction.oncomplete = () => {
              database.close();
              resolve();
            };
            transaction.onabort = () => reject(transaction.error);
          };
        }),
    );
    await page.goto(chromium.address);
    await page.waitForFunction(() => window.sevenstarWorkbench?.sheets().includes("旧表"));
    await saved(page);
    await untilValue(page, "旧表", "A1", "货号");
    await untilValue(page, "旧表", "B951", 6);
    await untilValue(page, "旧表", "B952", 12);
    await enter(page, "旧表", "A2", "新的");
    await untilValue(page, "旧表", "A2", "新的");
    await saved(page);
    await page.reload();
    await untilValue(page, "旧表", "A2", "新的");
    await untilValue(page, "旧表", "B952", 12);
    await Promise.all([
      page.waitForEvent("load"),
      page.getByRole("button", { name: "换回我的表格" }).click(),
    ]);
    await untilValue(page, "旧表", "A1", "旁边的");
    await context.close();
  });
});
