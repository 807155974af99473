import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { axeViolations } from "../browser/axe-violations.ts";
import { chineseInEnglish } from "../browser/chinese-shown.ts";
import { launchChromium } from "../browser/launch-chromium.ts";
import { serveWorkbench } from "./serve-workbench.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const TABLE = "年度活动表";

/** The value of a cell of the plan's table; "" where there is none. */
const cell = (page: Page, address: string) =>
  page.evaluate<unknown, [string, string]>(
    ([sheet, place]) => {
      const { sevenstarWorkbench: hook } = window as unknown as {
        sevenstarWorkbench: { cell(sheet: string, address: string): { value: unknown } };
      };
      return hook.cell(sheet, place).value ?? "";
    },
    [TABLE, address],
  );

/** Selects an area by the name box, as a person would. */
async function select(page: Page, area: string): Promise<void> {
  const box = page.locator('[data-u-comp="defined-name"] input');
  await box.fill(area);
  await box.press("Enter");
  await page.locator("canvas").first().waitFor();
}

async function enter(page: Page, address: string, text: string): Promise<void> {
  await select(page, address);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

const view = (page: Page, name: string) => page.getByRole("tab", { name, exact: true }).click();

it("writes the plan beside it, takes edits by hand back, asks about conflicts, and loses nothing", async () => {
  const { server, address } = await serveWorkbench();
  const page = await browser.newPage({ viewport: { width: 1366, height: 900 } });
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.clock.setFixedTime(new Date("2026-09-08T09:00:00"));
  await page.goto(address);
  await page.waitForFunction(() => {
    const { sevenstarWorkbench: hook } = window as {
      sevenstarWorkbench?: { cell(...at: string[]): { value: unknown } };
    };
    return hook?.cell("商品体检", "B6").value === 7;
  });

  await view(page, "表格");
  // Nothing was written yet, so nothing was deleted either.
  await page.getByText("这个工作簿里还没有年度活动表").waitFor();
  expect(await page.getByText("可能已被删除").count()).toBe(0);
  await page.getByRole("button", { name: "写入年度活动表" }).click();
  await page.getByText("年度活动表（2026）：表格和计划一致。").waitFor();
  expect(await cell(page, "A5")).toBe("9.20官方大促");
  // 31 August 2026
  expect(await cell(page, "E5")).toBe(46265);

  await view(page, "本周");
  await enter(page, "E5", "2026-08-28");
  await select(page, "A6:P6");
  await page.keyboard.press("Delete");
  await page.getByText("工作簿里的年度活动表有手工改动").waitFor();
  await page.getByRole("button", { name: "打开", exact: true }).first().click();
  await page.getByText("9.20官方大促 报名截止：2026-08-31 → 2026-08-28").waitFor();
  await page.getByText("删除活动：12.20官方大促").waitFor();
  expect(await axeViolations(page, "#pane")).toEqual([]);
  expect(await chineseInEnglish(page)).toEqual([]);
  await page.getByRole("button", { name: "写入年度活动表" }).click();
  await page.getByText("表格里有还没有读回的改动，没有覆盖").waitFor();
  expect(await cell(page, "E5")).toBe(46262);
  await page.getByRole("button", { name: "读回到计划" }).click();
  await page.getByText("年度活动表（2026）：表格和计划一致。").waitFor();
  await page.getByRole("button", { name: "撤消：读回表格里的改动" }).waitFor();
  expect(await cell(page, "A6")).toBe("");

  await view(page, "活动");
  await page.getByRole("button", { name: "编辑 9.20官方大促" }).click();
  await page.getByRole("combobox", { name: "负责人" }).fill("小李");
  await page.getByRole("combobox", { name: "负责人" }).press("Enter");
  await view(page, "表格");
  await enter(page, "O5", "小王");
  const conflict = page.getByRole("radiogroup", { name: "9.20官方大促：负责人" });
  await conflict.waitFor();
  const takeEdits = page.getByRole("button", { name: "读回到计划" });
  expect(await takeEdits.getAttribute("aria-disabled")).toBe("true");
  expect(await chineseInEnglish(page, ["小李", "小王"])).toEqual([]);
  expect(await axeViolations(page, "#pane")).toEqual([]);
  await conflict.getByRole("radio", { name: "采用表格：小王" }).check();
  await takeEdits.click();
  await page.getByText("年度活动表（2026）：表格和计划一致。").waitFor();
  expect(await cell(page, "O5")).toBe("小王");

  for (const name of ["写入月历", "写入时间线"]) await page.getByRole("button", { name }).click();
  await page.getByText("已写入工作表“活动时间线”。").waitFor();

  // The workbook comes back with its plan; another one begins with the plan that this browser saw last.
  const kept = () => page.locator(".keeping").getByText("已保存在本浏览器").waitFor();
  await kept();
  await page.reload();
  // The planner begins anew with the workbook's plan once that is open.
  await kept();
  await view(page, "表格");
  await page.getByText("年度活动表（2026）：表格和计划一致。").waitFor();
  await page.getByRole("button", { name: "恢复示例数据" }).click();
  await page.getByText("这个工作簿里还没有计划，下面是本机最近的计划").waitFor();
  await view(page, "活动");
  await page.getByText(/9月20日（周日） · 原书 · 小王/).waitFor();
  expect(errors).toEqual([]);
  await page.close();
  server.close();
});

it("sees a row that is typed below the table, and takes it into the plan and the table once", async () => {
  const { server, address } = await serveWorkbench();
  const page = await browser.newPage({ viewport: { width: 1366, height: 900 } });
  await page.clock.setFixedTime(new Date("2026-09-08T09:00:00"));
  await page.goto(address);
  await page.waitForFunction(() => {
    const { sevenstarWorkbench: hook } = window as {
      sevenstarWorkbench?: { cell(...at: string[]): { value: unknown } };
    };
    return hook?.cell("商品体检", "B6").value === 7;
  });
  await view(page, "表格");
  await page.getByRole("button", { name: "写入年度活动表" }).click();
  await page.getByText("年度活动表（2026）：表格和计划一致。").waitFor();
  // The table ends in row 6.
  expect(await cell(page, "A7")).toBe("");
  await enter(page, "A7", "店庆");
  await enter(page, "B7", "2026-11-05");
  await page.getByText("新增活动：店庆").waitFor();
  expect(await page.getByText("表格和计划一致").count()).toBe(0);
  await page.getByRole("button", { name: "读回到计划" }).click();
  await page.getByText("年度活动表（2026）：表格和计划一致。").waitFor();
  const names = await Promise.all([2, 3, 4, 5, 6, 7, 8].map((row) => cell(page, `A${row}`)));
  expect(names.filter((name) => name === "店庆")).toHaveLength(1);
  expect(names[6]).toBe("");
  await page.close();
  server.close().closeAllConnections();
});
