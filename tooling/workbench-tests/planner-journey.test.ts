import { readFileSync } from "node:fs";
import { readXlsx } from "hucre/xlsx";
import ICAL from "ical.js";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { sortByRibbon } from "./sort-by-ribbon.ts";
import { useWorkbench } from "./use-workbench.ts";

const workbench = useWorkbench();
const TABLE = "年度活动表";

const view = (page: Page, name: string) => page.getByRole("tab", { name, exact: true }).click();
const value = async (at: string) => (await workbench.cell(TABLE, at)).value;

/** The filled cells of a column of the plan's table below its header. */
async function column(letter: string): Promise<unknown[]> {
  const cells = await Promise.all(Array.from({ length: 30 }, (_, row) => value(`${letter}${row + 2}`)));
  return cells.filter((cell) => cell !== null);
}

/** The row of the plan's table that an activity stands in. */
async function rowOf(activity: string): Promise<number> {
  for (let row = 2; row < 30; row++) if ((await value(`A${row}`)) === activity) return row;
  throw new Error(`${activity} is not in the table`);
}

async function enter(at: string, text: string): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const before = await value(at);
    await workbench.select(TABLE, at);
    await workbench.page.keyboard.type(text);
    await workbench.page.keyboard.press("Enter");
    const isWritten = await expect
      .poll(() => value(at), { timeout: 5_000 })
      .not.toBe(before)
      .then(
        () => true,
        () => false,
      );
    if (isWritten) return;
  }
}

async function saved(page: Page, button: string): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return readFileSync(await download.path());
}

it("goes a merchant's whole way: industry, own activity by lunar rule, milestone, status, sheet, edits by hand, sorting, undo, files", async () => {
  const { page } = workbench;
  await page.clock.setFixedTime(new Date("2026-09-08T09:00:00"));
  await page.reload();
  await workbench.until("商品体检", "B6", 7);

  await page.getByRole("button", { name: "选择行业" }).click();
  await page.getByRole("checkbox", { name: "服装" }).check();
  await view(page, "活动");
  await page.getByRole("button", { name: "添加活动" }).click();
  await page.getByRole("textbox", { name: "活动名称" }).fill("中秋店庆");
  await page.getByRole("combobox", { name: "日期怎么定" }).selectOption("每年农历某日");
  await page.getByRole("combobox", { name: "农历月" }).selectOption("8月");
  await page.getByRole("combobox", { name: "农历日" }).selectOption("15日");
  // Mid-Autumn of 2026; ten days before it is Tuesday the 15th.
  await page.getByText("2026 年：9月25日（周五）").waitFor();
  const stock = page.getByRole("textbox", { name: /^备货完成/ });
  await stock.fill("10");
  await stock.press("Enter");
  await page.getByText("9月15日（周二）").first().waitFor();
  await view(page, "本周");
  await page.getByRole("combobox", { name: "9.20官方大促 备货完成 状态" }).selectOption("已完成");

  await view(page, "表格");
  await page.getByRole("button", { name: "写入年度活动表" }).click();
  await page.getByText("年度活动表（2026）：表格和计划一致。").waitFor();
  const [own, promotion] = [await rowOf("中秋店庆"), await rowOf("9.20官方大促")];
  await rowOf("服装秋季上新");
  // 25 September, its stock on the 15th; 31 August.
  expect([await value(`B${own}`), await value(`F${own}`)]).toEqual([46_290, 46_280]);
  expect(await value(`E${promotion}`)).toBe(46_265);

  const row = (at: number) => Promise.all([..."ABEFQ"].map((letter) => value(`${letter}${at}`)));
  const before = await row(own);
  const days = await column("B");
  await sortByRibbon(workbench, TABLE, `B${promotion}`, "降序排序");
  await expect.poll(() => column("B")).toEqual(days.toSorted((a, b) => Number(b) - Number(a)));
  expect(await Promise.all(["A1", "B1", "Q1"].map(value))).toEqual(["活动", "开始", "编号"]);
  // The hidden row id goes with its row.
  const moved = await rowOf("中秋店庆");
  expect(moved).not.toBe(own);
  expect(await row(moved)).toEqual(before);

  await enter(`E${await rowOf("9.20官方大促")}`, "2026-08-28");
  await page.getByText("9.20官方大促 报名截止：2026-08-31 → 2026-08-28").waitFor();
  expect(await page.getByText("→").count()).toBe(1);
  // Sorted and read back at once: an edit that the pane has not shown yet is read too, never overwritten.
  await enter(`O${moved}`, "小李");
  await sortByRibbon(workbench, TABLE, "A2", "升序排序");
  await page.getByRole("button", { name: "读回到计划" }).click();
  await page.getByText("年度活动表（2026）：表格和计划一致。").waitFor();
  const [owner, enrolment] = [await rowOf("中秋店庆"), await rowOf("9.20官方大促")];
  expect([await value(`E${enrolment}`), await value(`O${owner}`)]).toEqual([46_262, "小李"]);

  const calendar = new ICAL.Component(
    ICAL.parse(new TextDecoder().decode(await saved(page, "日历文件 .ics"))),
  ).getAllSubcomponents("vevent");
  const written = calendar
    .map((event) => new ICAL.Event(event))
    .map(({ startDate, summary }) => `${startDate} ${summary}`);
  expect(written).toContain("2026-08-28 9.20官方大促 报名截止");
  expect(written).toContain("2026-09-15 中秋店庆 备货完成");
  const { sheets } = await readXlsx(await saved(page, "Excel 文件 .xlsx"));
  expect(sheets.map(({ name }) => name)).toEqual(["年度活动表", "活动月历", "活动时间线"]);

  await page.getByRole("button", { name: "撤消：读回表格里的改动" }).click();
  await view(page, "活动");
  await page.getByText(/小李/).waitFor({ state: "detached" });
});
