import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { BrowserContextOptions } from "playwright-core";
import { describe, expect, it } from "vitest";
import { type OpenedWorkbench, openWorkbench } from "./opened-workbench.ts";
import { useChromium } from "./use-workbench.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const chromium = useChromium();

/** Runs a task in a fresh workbench that must report no error. */
async function inWorkbench(
  task: (workbench: OpenedWorkbench) => Promise<void>,
  options: BrowserContextOptions = {},
  page = chromium.address,
): Promise<void> {
  const workbench = await openWorkbench(chromium.browser, page, options);
  await task(workbench);
  expect(workbench.errors).toEqual([]);
  await workbench.close();
}

describe("page", () => {
  it.each([
    [320, "light"],
    [350, "dark"],
    [1280, "light"],
    [1280, "dark"],
  ] as const)("is accessible and does not scroll sideways at %i px, %s", async (width, colorScheme) => {
    await inWorkbench(
      async ({ page }) => {
        const isWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        expect(await isWide()).toBe(false);
        if (width < 700) await page.getByRole("button", { name: "窗格", exact: true }).click();
        await page.getByRole("button", { name: /本表有/ }).click();
        expect(await isWide()).toBe(false);
        await page.addScriptTag({ content: axe }).catch(() => page.evaluate(axe));
        // The whole page with the grid: nothing is left out, so there is no list of what cannot be mended.
        const { violations } = await page.evaluate(() =>
          (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
        );
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      },
      { viewport: { width, height: 700 }, colorScheme, bypassCSP: true },
    );
  });

  it("opens and closes the pane as a drawer on a narrow screen, by keyboard too", async () => {
    await inWorkbench(
      async ({ page }) => {
        const toggle = page.getByRole("button", { name: "窗格", exact: true });
        expect(await page.getByRole("heading", { name: "七星表格" }).count()).toBe(0);
        await toggle.press("Enter");
        await page.getByRole("heading", { name: "七星表格" }).waitFor();
        await toggle.press("Enter");
        await page.getByRole("heading", { name: "七星表格" }).waitFor({ state: "detached" });
      },
      { viewport: { width: 320, height: 640 } },
    );
  });

  it("keeps the chosen theme", async () => {
    await inWorkbench(async ({ page }) => {
      const theme = () => page.evaluate(() => document.documentElement.dataset["theme"]);
      expect(await theme()).toBe("light");
      await page.getByRole("button", { name: "深色" }).click();
      expect(await theme()).toBe("dark");
      await page.reload();
      await expect.poll(theme).toBe("dark");
    });
  });

  it("says in Chinese that the grid could not be loaded, and keeps the functions readable", async () => {
    const page = await chromium.browser.newPage();
    await page.route(/open-workbook.*\.js/, (route) => route.abort());
    await page.goto(chromium.address);
    await page.getByText("表格没有打开。请刷新本页再试").waitFor();
    await page.getByRole("tab", { name: "函数", exact: true }).click();
    await page.getByRole("button", { name: "复制 PAYFEE" }).waitFor();
    await page.close();
  });
});

describe("sign-in link", () => {
  const opened = async (answer: { status: number; body: string } | undefined, words: string) => {
    const page = await chromium.browser.newPage();
    const sent: unknown[] = [];
    await page.route("**/v1/signin", (route) => {
      sent.push(route.request().postDataJSON());
      return answer
        ? route.fulfill({ ...answer, contentType: "application/json" })
        : route.abort("connectionrefused");
    });
    await page.goto(`${chromium.address}#signin=once-only`);
    await page.getByText(words).waitFor();
    expect(sent).toEqual([{ code: "once-only" }]);
    expect(new URL(page.url()).hash).toBe("");
    return page;
  };

  it("signs in, shows the team's name, and is remembered", async () => {
    const session = { token: "t", team: { id: "1", name: "义乌小店" }, member: { id: "2", name: "店主" } };
    const page = await opened({ status: 201, body: JSON.stringify(session) }, "义乌小店");
    await page.reload();
    await page.getByText("义乌小店").waitFor();
    await page.close();
  });

  it.each([
    [410, "这个登录链接已经用过，请重新启动取得新链接。"],
    [404, "没有这个登录码。"],
  ])("shows the problem's sentence of a %i", async (status, detail) => {
    await (await opened({ status, body: JSON.stringify({ title: "x", detail }) }, detail)).close();
  });

  it("shows that the server was not reached", async () => {
    await (await opened(undefined, "没有连上服务，未登录")).close();
  });
});
