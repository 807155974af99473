import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium } from "../browser/launch-chromium.ts";
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
  await page.close();
  api.kill("SIGTERM");
  await new Promise((resolve) => api.once("close", resolve));
  rmSync(folder, { recursive: true });
});

it("opens computed from its files alone, without a server behind them", async () => {
  const { server, address } = await serveWorkbench();
  const page = await browser.newPage();
  await page.goto(address);
  expect(await computed(page, "商品体检", "B6")).toBe(7);
  await page.close();
  server.close();
});
