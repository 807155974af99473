import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useWorkbench } from "./use-workbench.ts";

const workbench = useWorkbench();

/** Types into a cell as a user does, once more where a busy machine has lost a key. */
async function type(sheet: string, at: string, text: string): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt++) {
    await workbench.select(sheet, at);
    await workbench.page.keyboard.type(text);
    await workbench.page.keyboard.press("Enter");
    const shown = async () => Object.values(await workbench.cell(sheet, at)).map(String);
    const isWritten = await expect
      .poll(shown, { timeout: 6_000 })
      .toContain(text)
      .then(
        () => true,
        () => false,
      );
    if (isWritten) return;
  }
}
const addsSheet = (page: Page) => page.getByRole("button", { name: "新建工作表" }).click();

describe("B12: the name box", () => {
  it("goes to a place beyond the sheet's end, where it can be seen and filled", async () => {
    const { page } = workbench;
    await addsSheet(page);
    await page.getByRole("tab", { name: "工作表1", exact: true, selected: true }).waitFor();
    await type("工作表1", "AK2000", "7");
    await workbench.until("工作表1", "AK2000", 7);
    await type("工作表1", "A1", "=SEQUENCE(1500)");
    await workbench.until("工作表1", "A1500", 1500);
  });
});

describe("B14: a new sheet", () => {
  it("is shown as the active tab, which scrolls into view, also after several", async () => {
    const { page } = workbench;
    const active = page.locator("[role=tablist][aria-label='Sheet tabs'] [role=tab][aria-selected=true]");
    for (const name of ["工作表1", "工作表2", "工作表3"]) {
      await addsSheet(page);
      await expect.poll(() => active.textContent()).toBe(name);
      const isInView = () =>
        active.evaluate((tab) => {
          const [its, bar] = [tab, tab.parentElement?.parentElement].map((each) =>
            each?.getBoundingClientRect(),
          );
          return its !== undefined && bar !== undefined && its.left >= bar.left && its.right <= bar.right;
        });
      await expect.poll(isInView).toBe(true);
    }
  });
});

describe("B14: a sheet's tab", () => {
  it("stays in its bar where the release of a press waits for a busy page, and a sheet is added", async () => {
    const { page } = workbench;
    const tab = page.getByRole("tab", { name: "商品体检", exact: true });
    await tab.evaluate(async (its) => {
      const at = { bubbles: true, pointerId: 1, isPrimary: true };
      // A captured pointer has to be one of the browser's own.
      its.setPointerCapture = () => {};
      its.releasePointerCapture = () => {};
      let wasLifted = false;
      const watch = new MutationObserver((records) => {
        wasLifted ||= records.some(({ addedNodes }) => [...addedNodes].includes(its));
      });
      watch.observe(document.body, { childList: true });
      its.dispatchEvent(new PointerEvent("pointerdown", at));
      // The timer of the press ends during this, and its task runs before the release.
      setTimeout(() => its.dispatchEvent(new PointerEvent("pointerup", at)), 505);
      for (const end = performance.now() + 700; performance.now() < end; );
      await new Promise((done) => setTimeout(done, 100));
      if (wasLifted) throw new Error("the tab was lifted out of its bar");
    });
    await addsSheet(page);
    await page.getByRole("tab", { name: "工作表1", exact: true, selected: true }).waitFor();
  });
});

describe("B14: the keyboard", () => {
  /** The region of the page that has the focus. */
  const region = () =>
    workbench.page.evaluate(() => {
      const its = document.activeElement;
      const places = [
        [".top", "top"],
        ['[data-u-comp="slide-tab-bar"]', "tabs"],
        ['[data-u-comp="ribbon-toolbar"]', "ribbon"],
        ["#pane", "pane"],
        [".status", "status"],
        [".grid, [data-u-comp=editor]", "grid"],
      ] as const;
      return places.find(([selector]) => its?.closest(selector))?.[1] ?? its?.tagName;
    });

  it("moves by F6 and Shift+F6 between toolbar, ribbon, grid, sheet tabs, pane and status bar", async () => {
    const { page } = workbench;
    await page.getByRole("button", { name: "导入" }).focus();
    const seen: unknown[] = [];
    for (let step = 0; step < 6; step++) {
      await page.keyboard.press("F6");
      seen.push(await region());
    }
    expect(seen).toEqual(["ribbon", "grid", "tabs", "pane", "status", "top"]);
    await page.keyboard.press("Shift+F6");
    expect(await region()).toBe("status");
  });

  it("leaves the grid by Esc and then Tab, and says so to whoever uses it", async () => {
    const { page } = workbench;
    await workbench.select("说明", "C1");
    await page.keyboard.press("Tab");
    expect(await region()).toBe("grid");
    await page.keyboard.press("Escape");
    await page.getByText("再 Tab：离开表格").waitFor();
    await page.keyboard.press("Tab");
    expect(await region()).toBe("tabs");
    await page.keyboard.press("Shift+F6");
    expect(await region()).toBe("grid");
    await page.keyboard.type("键盘");
    await page.keyboard.press("Enter");
    await workbench.until("说明", "D1", "键盘");
  });
});

describe("B16: a summary", () => {
  const summary = async () =>
    Promise.all(["A2", "A3"].map(async (at) => String((await workbench.cell("商品体检", at)).value)));

  it("counts what failed beside what it counts", async () => {
    const [stars, checks] = await summary();
    // Row 63's price is 面议: no stars and no score.
    expect(stars).toMatch(/七星 18 个.*；另有 2 格出错（第一个在 K63），没有计入$/);
    expect(checks).toMatch(/^没通过：标题 10，/);
    await workbench.page.getByRole("button", { name: "本表有 2 格出错" }).waitFor();
  });

  it("never says 0 of a report that failed", async () => {
    await type("商品体检", "D10", "占着");
    await workbench.until("商品体检", "A5", "#SPILL!");
    await expect
      .poll(async () => (await summary())[1])
      .toMatch(/^没有统计：1 格出错（第一个在 A5），请先处理它/);
    expect((await summary())[1]).not.toContain("标题 0");
    expect((await workbench.cell("商品体检", "A5")).sentence).toContain("D10 里已有内容");
    await type("商品体检", "K8", "占着");
    await workbench.until("商品体检", "K6", "#SPILL!");
    await expect.poll(async () => (await summary())[0]).toMatch(/^没有统计：\d+ 格出错（第一个在 K6），/);
  });
});
