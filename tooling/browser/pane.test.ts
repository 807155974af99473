import { readFileSync } from "node:fs";
import { catalogue } from "@sevenstar/core/catalogue/catalogue";
import { titleLenText } from "@sevenstar/core/listing/title-len";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations } from "./axe-violations.ts";
import { launchChromium } from "./launch-chromium.ts";
import { type ServedPane, servePane } from "./serve-pane.ts";

const standIn = readFileSync(new URL("excel-stand-in.js", import.meta.url), "utf8");
const CDN = "https://appsforoffice.microsoft.com/**";
let browser: Browser;
/** The addresses of the pane with each source of office.js. */
let selfHosted: string;
let fromCdn: string;
const panes: ServedPane[] = [];

beforeAll(async () => {
  const [opened, ...served] = await Promise.all([
    launchChromium(),
    servePane("self-hosted"),
    servePane("cdn"),
  ]);
  browser = opened;
  panes.push(...served);
  [selfHosted, fromCdn] = served.map(({ address }) => address) as [string, string];
});
afterAll(async () => {
  await browser.close();
  for (const pane of panes) pane.close();
});

interface OpenedPage {
  readonly page: Page;
  /** Errors on the console or thrown, and refused by the security policy. */
  readonly errors: string[];
  readonly requested: string[];
}

/** Runs a task in a fresh page that has been told where its requests to the CDN go. */
async function inPage(
  task: (opened: OpenedPage) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 350, height: 768 },
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  const requested: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("request", (request) => requested.push(new URL(request.url()).pathname));
  try {
    await task({ page, errors, requested });
  } finally {
    await context.close();
  }
}

/** Shows the functions, which are the pane's second tab. */
const showFunctions = (page: Page) => page.getByRole("tab", { name: /^(?:函数|Functions)$/ }).click();

const inPlainTab = (task: (opened: OpenedPage) => Promise<void>, options?: BrowserContextOptions) =>
  inPage(async (opened) => {
    await opened.page.goto(selfHosted);
    await showFunctions(opened.page);
    await search(opened.page).waitFor();
    await task(opened);
  }, options);

/** The pane's page as Excel loads it: first hidden, for the sake of its functions. */
const inExcel = (query: string, task: (opened: OpenedPage) => Promise<void>) =>
  inPage(async (opened) => {
    await opened.page.route(CDN, (route) => route.fulfill({ contentType: "text/javascript", body: standIn }));
    await opened.page.goto(`${fromCdn}?${query}`);
    await task(opened);
  });

const search = (page: Page) => page.getByRole("searchbox", { name: "搜索函数" });
const shownIds = (page: Page) =>
  page.locator("h3 button").evaluateAll((buttons) => buttons.map((each) => each.children[1]?.textContent));

describe("in a plain tab with the self-hosted office.js", () => {
  it("lists every function, says that nothing can be inserted, and has no errors", () =>
    inPlainTab(async ({ page, errors }) => {
      expect((await shownIds(page)).sort()).toEqual(catalogue.map(({ id }) => id).sort());
      expect(await page.getByText("不在 Excel 里：可以查看和复制函数，不能插入。").isVisible()).toBe(true);
      expect(await page.getByText("版本 1.0.0").isVisible()).toBe(true);
      expect(errors).toEqual([]);
    }));

  it("gives the browser's history back that office.js takes away", () =>
    inPlainTab(async ({ page }) => {
      await page.evaluate("history.pushState(null, '', '#sheet'); history.replaceState(null, '', '#cell')");
      expect(page.url()).toMatch(/#cell$/);
    }));

  it("finds functions in Chinese, in English and by id, and says so when there are none", () =>
    inPlainTab(async ({ page }) => {
      await search(page).fill("标题");
      await expect.poll(() => shownIds(page)).toContain("TITLELEN");
      expect(await shownIds(page)).not.toContain("PAYFEE");
      await search(page).fill("payfee");
      await expect.poll(async () => (await shownIds(page))[0]).toBe("PAYFEE");
      await search(page).fill("for each ASCII character");
      await expect.poll(() => shownIds(page)).toEqual(["TITLELEN"]);
      await search(page).fill("没有这个");
      await page.getByText("没有找到相符的函数：没有这个").waitFor();
      await page.getByRole("button", { name: "显示全部函数" }).click();
      await expect.poll(() => shownIds(page)).toHaveLength(catalogue.length);
    }));

  it("opens a function by keyboard alone and copies its example", () =>
    inPlainTab(
      async ({ page }) => {
        await search(page).fill("TITLELEN");
        await expect.poll(() => shownIds(page)).toEqual(["TITLELEN"]);
        const toggle = page.getByRole("button", { name: /^›?\s*TITLELEN/ });
        for (let i = 0; i < 5 && !(await toggle.evaluate((it) => it === document.activeElement)); i++) {
          await page.keyboard.press("Tab");
        }
        await page.keyboard.press("Enter");
        expect(await toggle.getAttribute("aria-expanded")).toBe("true");
        expect(await page.getByText("商品标题，一个单元格或一列").isVisible()).toBe(true);
        await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        await page.getByText("已复制，请粘贴到单元格：").waitFor();
        expect(await page.evaluate("navigator.clipboard.readText()")).toBe('=TITLELEN("夏季新款T恤")');
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    ));

  it("says what to do where the browser does not allow copying", () =>
    inPlainTab(async ({ page }) => {
      await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))");
      await page.getByRole("button", { name: "复制 TITLELEN" }).click();
      await page.getByRole("alert").getByText("浏览器不允许复制").waitFor();
    }));

  it("speaks English when asked, and still after it was closed", () =>
    inPlainTab(async ({ page }) => {
      await page.getByRole("button", { name: "English" }).click();
      await page.getByText(titleLenText.summary.en).waitFor();
      await page.reload();
      await page.getByRole("searchbox", { name: "Search functions" }).waitFor();
    }));

  it.each([
    { width: 320, colorScheme: "light" },
    { width: 320, colorScheme: "dark" },
    { width: 350, colorScheme: "light" },
    { width: 1280, colorScheme: "dark" },
  ] as const)("is accessible and never scrolls sideways: $width px, $colorScheme", ({ width, colorScheme }) =>
    inPlainTab(
      async ({ page }) => {
        for (const toggle of await page.locator("h3 button").all()) await toggle.click();
        const scrolls = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
        expect(scrolls).toBe(false);
        expect(await axeViolations(page)).toEqual([]);
        await search(page).fill("没有这个");
        await page.getByText("没有找到相符的函数").waitFor();
        expect(await axeViolations(page)).toEqual([]);
      },
      { viewport: { width, height: 640 }, colorScheme },
    ),
  );
});

describe("when Microsoft's CDN", () => {
  it("refuses, still shows the functions and says what to do", () =>
    inPage(async ({ page }) => {
      await page.route(CDN, (route) => route.abort());
      await page.goto(fromCdn);
      await showFunctions(page);
      await page.getByText("微软的 office.js 没有加载成功").waitFor();
      expect(await shownIds(page)).toHaveLength(catalogue.length);
    }));

  it("does not answer at all, shows them after ten seconds", () =>
    inPage(async ({ page }) => {
      await page.route(CDN, () => new Promise(() => {}));
      await page.goto(fromCdn, { waitUntil: "commit" });
      await page.getByRole("status").getByText("正在打开七星表格").waitFor({ timeout: 5_000 });
      await page.getByRole("tab", { name: "函数" }).click();
      expect(await page.getByText("正在打开七星表格").count()).toBe(0);
      await page.getByText("微软的 office.js 没有加载成功").waitFor();
      expect(await shownIds(page)).toHaveLength(catalogue.length);
    }));
});

describe("in Excel", () => {
  it("registers every function in the background and loads the interface when it is shown", () =>
    inExcel("", async ({ page, requested, errors }) => {
      await page.waitForFunction("excelStandIn.calls.show");
      const associated = await page.evaluate<string[]>("excelStandIn.calls.associated");
      expect(associated.sort()).toEqual(catalogue.map(({ id }) => id).sort());
      expect(requested.join()).not.toContain("show-pane");
      await page.evaluate("excelStandIn.calls.show()");
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(requested.join()).toContain("show-pane");
      expect(await page.getByText("不在 Excel 里").count()).toBe(0);
      expect(errors).toEqual([]);
    }));

  it("inserts an example into the selected cell and says where", () =>
    inExcel("shown", async ({ page }) => {
      await showFunctions(page);
      await page.getByRole("button", { name: "插入 TITLELEN" }).click();
      await page.getByText("已插入到 商品体检!B2").waitFor();
      expect(await page.evaluate("excelStandIn.selected.formulas")).toEqual([['=TITLELEN("夏季新款T恤")']]);
    }));

  it("says why nothing was inserted", () =>
    inExcel("shown", async ({ page }) => {
      await showFunctions(page);
      await page.evaluate("excelStandIn.selected.formulas = [['=A1']]");
      await page.getByRole("button", { name: "插入 TITLELEN" }).click();
      await page.getByRole("alert").getByText("已有内容，没有覆盖").waitFor();
      await page.evaluate("excelStandIn.selected.refusal = 'AccessDenied'");
      await page.getByRole("button", { name: "插入 TITLELEN" }).click();
      await page.getByRole("alert").getByText("工作表受保护").waitFor();
      await page.getByRole("button", { name: "关闭提示" }).click();
      await expect.poll(() => page.getByRole("alert").count()).toBe(0);
    }));

  it("writes the names of the manifest with the namespace", () =>
    inExcel("shown&namespace=S1688", async ({ page }) => {
      await showFunctions(page);
      await page.getByRole("button", { name: "插入 TITLELEN" }).click();
      await page.getByText("已插入到").waitFor();
      expect(await page.evaluate("excelStandIn.selected.formulas")).toEqual([
        ['=S1688.TITLELEN("夏季新款T恤")'],
      ]);
    }));

  it("speaks English in an English Excel", () =>
    inExcel("shown&language=en-US", async ({ page }) => {
      await showFunctions(page);
      await page.getByRole("button", { name: "Insert TITLELEN" }).waitFor();
    }));

  it("follows Excel's dark theme against the system's light one", () =>
    inExcel("shown", async ({ page }) => {
      const heading = page.getByRole("heading", { level: 1 });
      await heading.waitFor();
      expect(await heading.evaluate((element) => getComputedStyle(element).color)).toBe("rgb(255, 255, 255)");
    }));
});
