import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium } from "../browser/launch-chromium.ts";
import { ApiProcess } from "../sync-tests/api-process.ts";
import { serveWorkbench } from "./serve-workbench.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Reads a cell through the workbench's hook; "" where it is not computed yet. */
const read = ([sheet, address]: [string, string]): unknown => {
  const { sevenstarWorkbench: hook } = window as unknown as {
    sevenstarWorkbench?: { cell(sheet: string, address: string): { value: unknown } };
  };
  return hook?.cell(sheet, address).value ?? "";
};

/** The value that a cell of the workbench shows, once its formulas are computed. */
async function computed(page: Page, sheet: string, address: string): Promise<unknown> {
  const place: [string, string] = [sheet, address];
  await page.waitForFunction<unknown, [string, string]>(read, place, { timeout: 40_000 });
  return page.evaluate<unknown, [string, string]>(read, place);
}

it("opens computed at the link that the start prints, signed in", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sevenstar-link-"));
  const main = fileURLToPath(new URL("../../apps/api/serve.js", import.meta.url));
  const api = spawn(process.execPath, [main], {
    env: { PATH: process.env["PATH"] ?? "", PORT: "0", DATA_DIR: folder },
  });
  const link = await new Promise<string>((resolve, reject) => {
    let said = "";
    const listen = (chunk: Buffer) => {
      said += chunk;
      const found = /http:\S+#signin=\S+/.exec(said)?.[0];
      if (found) resolve(found);
    };
    api.stdout.on("data", listen);
    api.stderr.on("data", listen);
    api.once("close", () => reject(new Error(said)));
  });
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(link);
  expect(await computed(page, "商品体检", "B6")).toBe(7);
  expect(complaints).toEqual([]);

  // [A5] The same link again, in the browser that is signed in, is no problem; in another one it is.
  await page.goto("about:blank");
  await page.goto(link);
  await page.getByText("已登录：本机团队。这个链接已经用过").waitFor();
  expect(await page.getByRole("alert").count()).toBe(0);
  await page.close();
  const stranger = await browser.newContext();
  const other = await stranger.newPage();
  await other.goto(link);
  await other.getByRole("alert").getByText("sign-in-link").waitFor();
  await stranger.close();
  api.kill("SIGTERM");
  await new Promise((resolve) => api.once("close", resolve));
  rmSync(folder, { recursive: true });
});

it("[A5] signs in by a link whose answer was lost, when it is tried again and when the page is opened anew", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sevenstar-lost-"));
  const api = await ApiProcess.start({ DATA_DIR: folder });
  const links = await Promise.all(
    [1, 2].map(async (index) => {
      const { body } = await api.ask("POST", "/v1/teams", { json: { name: `${index} 号店`, member: "我" } });
      return { name: body.team.name as string, code: await signInCode(folder, body.team.id) };
    }),
  );
  for (const [index, { name, code }] of links.entries()) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const keys: (string | undefined)[] = [];
    await page.route("**/v1/signin", async (route) => {
      keys.push(route.request().headers()["idempotency-key"]);
      if (keys.length > 1) return route.continue();
      // The server does it; its answer does not arrive.
      await route.fetch();
      return route.abort("connectionreset");
    });
    await page.goto(`${api.origin}/#signin=${code}`);
    await page.getByText("没有连上服务，未登录").waitFor();
    expect(new URL(page.url()).hash).toBe("");
    if (index === 0) await page.getByRole("button", { name: "再试一次" }).click();
    else await page.reload();
    await page.locator("nav .team").getByText(name).waitFor();
    expect(keys).toHaveLength(2);
    expect(keys[0]).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(keys[1]).toBe(keys[0]);
    expect(await page.evaluate(() => localStorage.getItem("sevenstar.signin"))).toBe("");
    await context.close();
  }
  await api.end("SIGTERM");
  rmSync(folder, { recursive: true });
});

/** The one-time code of a link to a team, as the API's command prints it. */
async function signInCode(folder: string, teamId: string): Promise<string> {
  const command = fileURLToPath(new URL("../../apps/api/src/commands/sign-in-link.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [command, teamId], {
    env: { PATH: process.env["PATH"] ?? "", DATA_DIR: folder },
  });
  return /#signin=(\S+)/.exec(stdout)?.[1] ?? "";
}

it("opens computed from its files alone, without a server behind them", async () => {
  const { server, address } = await serveWorkbench();
  const page = await browser.newPage();
  await page.goto(address);
  expect(await computed(page, "商品体检", "B6")).toBe(7);
  await page.close();
  server.close();
});
