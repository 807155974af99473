import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { axeViolations } from "../browser/axe-violations.ts";
import { launchChromium } from "../browser/launch-chromium.ts";
import { ApiProcess } from "../sync-tests/api-process.ts";

let browser: Browser;
let folder: string;
let api: ApiProcess;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sevenstar-left-"));
});
afterEach(async () => {
  await api.end("SIGTERM");
  rmSync(folder, { recursive: true });
});

/** Starts a server over a data folder; gives its one-time link. */
async function start(data: string, port = "0"): Promise<string> {
  api = await ApiProcess.start({ DATA_DIR: join(folder, data), PORT: port });
  return `${api.origin}/#signin=${api.signInCode}`;
}

it("[T17.5] an edit that a lost data folder never took is put into the new team, or dropped, when asked", async () => {
  const first = await start("one");
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const templates = () => page.getByRole("tab", { name: "模板", exact: true }).click();
  await page.goto(first);
  await templates();
  await page.getByText("已登录：").waitFor();
  await api.end("SIGTERM");
  await page.getByText("新模板").click();
  await press("违禁词");
  const entry = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "违禁词" }) });
  await entry.getByText("待推送").first().waitFor();

  const second = await start("two", new URL(first).port);
  await page.goto("about:blank");
  await page.goto(second);
  await templates();
  await page.getByText("这台设备上有 1 份模板的修改是给另一个团队的，还没推送：违禁词。").waitFor();
  expect(await axeViolations(page, "#pane")).toEqual([]);
  await press("不要了");
  await page.getByText("这 1 份修改会从这台设备上删掉，不能恢复。").waitFor();
  await press("放进这个团队");
  await page.getByText("已把 1 份修改作为新模板放进这个团队。").waitFor();
  await entry.getByText("同步").first().waitFor();
  expect(await page.getByText("这台设备上有").count()).toBe(0);
  await page.context().close();
});
