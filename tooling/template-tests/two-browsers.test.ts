import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { starterTemplates } from "@sevenstar/pane/templates/starter-templates.ts";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { axeViolations } from "../browser/axe-violations.ts";
import { chineseInEnglish } from "../browser/chinese-shown.ts";
import { launchChromium } from "../browser/launch-chromium.ts";
import { ApiProcess } from "../sync-tests/api-process.ts";

let browser: Browser;
let api: ApiProcess;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sevenstar-two-"));
  api = await ApiProcess.start({ DATA_DIR: folder });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await api.end("SIGTERM");
  rmSync(folder, { recursive: true });
});

interface Colleague {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** Opens the workbench in a browser of its own, with the templates' tab. */
async function open(address: string): Promise<Colleague> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 } });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => {
    const { sevenstarWorkbench: hook } = window as {
      sevenstarWorkbench?: { cell(...at: string[]): { value: unknown } };
    };
    return hook?.cell("商品体检", "B6").value === 7;
  });
  await page.getByRole("tab", { name: "模板", exact: true }).click();
  return { context, page };
}

const TABLE = "词表";
/** The team, its members, and what stands in its template. */
const words = starterTemplates().find(({ kind }) => kind === "word-list");
const data = [
  "本机团队",
  "店主",
  "小李",
  "违禁词",
  "违禁",
  "品牌",
  ...(words?.rows ?? []).map(({ word }) => String(word)),
];
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

async function enter(page: Page, address: string, text: string): Promise<void> {
  await page.locator('[data-u-comp="sheets-sheet-bar"], [role="tablist"]').first().waitFor();
  await page.getByRole("tab", { name: TABLE, exact: true }).click();
  for (let attempt = 0; attempt < 3; attempt++) {
    const box = page.locator('[data-u-comp="defined-name"] input');
    await box.fill(address);
    await box.press("Enter");
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
    const isWritten = await expect
      .poll(() => cell(page, address).then(String), { timeout: 4_000 })
      .toBe(text)
      .then(
        () => true,
        () => false,
      );
    if (isWritten) return;
  }
}
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const entry = (page: Page) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: /违禁词/ }) });
const until = (page: Page, address: string, value: unknown) =>
  expect.poll(() => cell(page, address), { timeout: 30_000 }).toBe(value);
const state = (page: Page, words: string) =>
  expect
    .poll(() => entry(page).getByRole("heading").first().textContent(), { timeout: 30_000 })
    .toContain(words);

it("lets two colleagues edit one table, offline too: different cells merge, the same cell is asked about, history restores", async () => {
  const a = await open(`${api.origin}/#signin=${api.signInCode}`);
  await a.page.getByText("已登录：").waitFor();
  await a.page.getByText("新模板").click();
  await press(a.page, "违禁词");
  await state(a.page, "同步");
  await press(a.page, "写入表格 违禁词");
  await a.page.getByText("“违禁词”已写入 词表").waitFor();
  expect([await cell(a.page, "A1"), await cell(a.page, "A2"), await cell(a.page, "B2")]).toEqual([
    "词",
    "最",
    "违禁",
  ]);
  expect(await axeViolations(a.page, "#pane")).toEqual([]);

  // An invite is a link to copy, with what to tell the colleague; one that is taken back lets nobody in.
  const team = (page: Page) => page.getByRole("region", { name: "团队", exact: true });
  const inviteLink = () => a.page.getByLabel("邀请链接").inputValue();
  await a.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await team(a.page).getByLabel("权限").selectOption("viewer");
  await press(a.page, "邀请同事");
  const revoked = await inviteLink();
  await team(a.page)
    .getByText(/“本机团队”（只能看）.*前有效，只能用一次/)
    .waitFor();
  await team(a.page)
    .getByRole("button", { name: /^撤回 只能看/ })
    .click();
  await a.page.getByText("邀请已撤回").waitFor();
  expect(await a.page.getByLabel("邀请链接").count()).toBe(0);
  await team(a.page).getByLabel("权限").selectOption("editor");
  await press(a.page, "邀请同事");
  await press(a.page, "连同说明一起复制");
  await a.page.getByText("已复制").waitFor();
  const message = await a.page.evaluate(() => navigator.clipboard.readText());
  expect(message).toMatch(/^邀请你加入.*“本机团队”（可编辑）.*前有效，只能用一次。http/);
  await team(a.page).getByText("这个链接只能在这台电脑上打开").waitFor();
  expect(message.endsWith(await inviteLink())).toBe(true);
  expect(await axeViolations(a.page, "#pane")).toEqual([]);

  expect(await chineseInEnglish(a.page, data)).toEqual([]);

  // B joins by it: the code leaves the address, a name is all that is asked; A sees him at the next sync.
  const b = await open(revoked);
  await b.page.getByLabel("你的名字", { exact: true }).fill("小李");
  await press(b.page, "加入");
  await b.page.getByText("已经用过、过期或撤回").waitFor();
  await b.page.goto("about:blank");
  await b.page.goto(await inviteLink());
  await b.page.getByLabel("你的名字", { exact: true }).fill("小李");
  expect(new URL(b.page.url()).hash).toBe("");
  expect(await axeViolations(b.page, "#pane")).toEqual([]);
  await press(b.page, "加入");
  await b.page.getByText("已加入团队“本机团队”").waitFor();
  await b.page.getByText("已登录：").waitFor();
  expect(await b.page.locator("nav .team").textContent()).toBe("本机团队");
  await press(a.page, "立即同步");
  await team(a.page).getByText("小李（可编辑）").waitFor();
  await expect.poll(() => team(a.page).getByRole("list", { name: "还没用的邀请" }).count()).toBe(0);
  await state(b.page, "同步");
  await press(b.page, "写入表格 违禁词");
  await until(b.page, "A2", "最");

  // Both offline: different columns of the same row.
  await a.context.setOffline(true);
  await b.context.setOffline(true);
  await enter(a.page, "B2", "品牌");
  await enter(b.page, "C2", "5");
  // Each is told of the own edit, which an update from the template does not overwrite unasked.
  await entry(a.page).getByText("表格里未提交的改动：1").click();
  await entry(a.page).getByRole("listitem").filter({ hasText: "最：用途 违禁 → 品牌" }).waitFor();
  await press(a.page, "更新表格 违禁词");
  await a.page.getByText("“词表”里有没提交的改动，没有覆盖").waitFor();
  expect(await cell(a.page, "B2")).toBe("品牌");
  await entry(b.page).getByText("表格里未提交的改动：1").waitFor();
  await press(a.page, "提交表格改动 违禁词");
  await press(b.page, "提交表格改动 违禁词");
  await state(a.page, "待推送");
  await state(b.page, "待推送");
  await a.context.setOffline(false);
  await press(a.page, "立即同步");
  await state(a.page, "同步");
  await b.context.setOffline(false);
  await press(b.page, "立即同步");
  await state(b.page, "同步");
  for (const { page } of [a, b]) {
    await until(page, "B2", "品牌");
    await until(page, "C2", 5);
  }

  // A wrong cell is named at once; a press goes to it, and nothing is submitted.
  await enter(b.page, "B3", "随便");
  await entry(b.page).getByText("第 3 行“用途”应为 违禁、关键词、品牌 之一。").waitFor();
  await b.page.locator('[data-u-comp="defined-name"] input').fill("A1");
  await b.page.locator('[data-u-comp="defined-name"] input').press("Enter");
  await entry(b.page).getByRole("button", { name: "去看 B3" }).click();
  await expect.poll(() => b.page.locator('[data-u-comp="defined-name"] input').inputValue()).toBe("B3");
  await press(b.page, "提交表格改动 违禁词");
  await b.page.getByText("没有保存：第 3 行“用途”应为").waitFor();
  await state(b.page, "同步");
  await enter(b.page, "B3", "违禁");
  await expect.poll(() => entry(b.page).getByText("第 3 行“用途”").count()).toBe(0);

  // The same cell: both values are shown, one is chosen, both end with it.
  await a.context.setOffline(true);
  await b.context.setOffline(true);
  await enter(a.page, "C3", "7");
  await enter(b.page, "C3", "9");
  await press(a.page, "提交表格改动 违禁词");
  await press(b.page, "提交表格改动 违禁词");
  await a.context.setOffline(false);
  await press(a.page, "立即同步");
  await state(a.page, "同步");
  await b.context.setOffline(false);
  await press(b.page, "立即同步");
  await state(b.page, "冲突");
  expect(await entry(b.page).getByRole("radio").count()).toBe(3);
  await entry(b.page).getByRole("radio", { name: "我的：9" }).waitFor();
  await entry(b.page)
    .getByRole("radio", { name: /对方的：7/ })
    .waitFor();
  expect(await chineseInEnglish(b.page, data)).toEqual([]);
  // Neither of the two: a value of B's own, refused while it is none.
  const own = entry(b.page).getByRole("textbox", { name: /另填/ });
  await own.fill("很多");
  await press(b.page, "按选择合并");
  await b.page.getByText("“权重”应为数字").waitFor();
  await own.fill("8");
  await press(b.page, "按选择合并");
  await state(b.page, "同步");
  await until(a.page, "C3", 8);
  await until(b.page, "C3", 8);

  // A deletes the row that B edits: B is asked, and the row is not lost.
  await a.context.setOffline(true);
  await b.context.setOffline(true);
  await a.page.getByRole("tab", { name: TABLE, exact: true }).click();
  await a.page.locator('[data-u-comp="defined-name"] input').fill("A4:D4");
  await a.page.locator('[data-u-comp="defined-name"] input').press("Enter");
  await a.page.keyboard.press("Delete");
  await until(a.page, "A4", "");
  await enter(b.page, "C4", "3");
  await press(a.page, "提交表格改动 违禁词");
  await press(b.page, "提交表格改动 违禁词");
  await a.context.setOffline(false);
  await press(a.page, "立即同步");
  await state(a.page, "同步");
  await b.context.setOffline(false);
  await press(b.page, "立即同步");
  await state(b.page, "冲突");
  await entry(b.page)
    .getByRole("radio", { name: /对方的：（已删除）/ })
    .waitFor();
  await entry(b.page)
    .getByRole("radio", { name: /我的：顶级/ })
    .check();
  await press(b.page, "按选择合并");
  await state(b.page, "同步");
  const words = async (page: Page) =>
    (await Promise.all([2, 3, 4, 5, 6, 7, 8, 9].map((row) => cell(page, `A${row}`)))).map(String).sort();
  await expect.poll(() => words(a.page), { timeout: 30_000 }).toEqual(await words(b.page));
  expect(await words(a.page)).toContain("顶级");

  // History: what each revision changed is shown; the first one comes back for both.
  await entry(b.page).getByRole("button", { name: "历史" }).click();
  const revisions = entry(b.page).getByRole("list", { name: "历史" });
  await revisions
    .getByRole("button", { name: /^查看改动/ })
    .nth(-2)
    .click();
  await revisions.getByRole("region", { name: "这一版改了：" }).getByText("最：用途 违禁 → 品牌").waitFor();
  await revisions
    .getByRole("button", { name: /^查看改动/ })
    .last()
    .click();
  const undone = revisions.getByRole("region", { name: "恢复后，和现在相比：" });
  await undone.getByText("最：用途 品牌 → 违禁").waitFor();
  await undone.getByText("第一：权重 8 → （空）").waitFor();
  expect(await chineseInEnglish(b.page, data)).toEqual([]);
  await entry(b.page).getByRole("button", { name: "恢复这一版" }).last().click();
  await until(b.page, "B2", "违禁");
  await until(a.page, "B2", "违禁");
  await until(a.page, "C3", "");

  // A deletes the template: B's table stays, which the pane says; A takes it back.
  await press(a.page, "删除 违禁词");
  await b.page.getByText("团队已删除这些表的模板").waitFor();
  expect(await cell(b.page, "A2")).toBe("最");
  await press(a.page, "撤消");
  await state(b.page, "同步");

  // Signing out leaves the table and takes the secrets away.
  await press(b.page, "退出登录");
  await b.page.getByRole("heading", { name: "和同事共用模板" }).waitFor();
  expect(await b.page.evaluate(() => localStorage.getItem("sevenstar.session"))).toBeNull();
  expect(await cell(b.page, "A2")).toBe("最");
  await Promise.all([a.context.close(), b.context.close()]);
}, 240_000);
