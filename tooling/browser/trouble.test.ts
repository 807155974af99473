import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compose, takeComposed, takeComposedAsSafari } from "./compositions.ts";
import { launchChromium } from "./launch-chromium.ts";
import { refusals } from "./refused-storage.ts";
import { type ServedPane, servePane } from "./serve-pane.ts";

let browser: Browser;
let pane: ServedPane;
beforeAll(async () => {
  [browser, pane] = await Promise.all([
    launchChromium(["--host-resolver-rules=MAP lan.test 127.0.0.1"]),
    servePane("self-hosted"),
  ]);
});
afterAll(async () => {
  await browser.close();
  pane.close();
});

/** Runs a task in the pane of a fresh browser, at 350 px, which must report no error. */
async function inPane(
  task: (page: Page) => Promise<void>,
  { script = "", address = pane.address, errors = [] as string[] } = {},
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 350, height: 768 },
    reducedMotion: "reduce",
  });
  await context.addInitScript(script);
  const page = await context.newPage();
  const found: string[] = [];
  page.on("pageerror", (error) => found.push(error.message));
  try {
    await page.goto(address);
    await page.getByRole("tab", { name: "活动日历" }).waitFor();
    await task(page);
    expect(found).toEqual(errors);
  } finally {
    await context.close();
  }
}

const tab = (page: Page, name: string) => page.getByRole("tab", { name, exact: true }).click();

describe("B11: the Enter that ends a composition", () => {
  it.each([
    ["of Chrome", takeComposed],
    ["of Safari", takeComposedAsSafari],
  ])("%s takes the letters only; the next one is done", (_, take) =>
    inPane(async (page) => {
      await tab(page, "活动");
      await page.getByRole("button", { name: "添加活动" }).click();
      const name = page.getByRole("textbox", { name: "活动名称" });
      await name.focus();
      await name.press("ControlOrMeta+a");
      await compose(page, "shuang'shi'er");
      await take(page, "双十二返场");
      expect(await name.inputValue()).toBe("双十二返场");
      const kept = () => page.evaluate(() => localStorage.getItem("sevenstar.plan") ?? "");
      await page.waitForTimeout(300);
      expect(await kept()).not.toContain("双十二返场");
      await name.press("Enter");
      await expect.poll(kept).toContain("双十二返场");
    }),
  );
});

/** Microsoft's own o15apptofilemappingtable.js, served as it is, asks for sessionStorage unguarded. */
const OFFICE_ERRORS: Readonly<Record<string, string[]>> = {
  "throws on access": ["denied"],
  "throws when it is used": ["denied"],
};

describe("D22: where the browser refuses its storage", () => {
  // Each waits for office.js, which takes its time where the storage is refused: they wait together.
  it.concurrent.each(Object.entries(refusals))(
    "and %s, the templates say so, and calendar and functions go on",
    (how, script) =>
      inPane(
        async (page) => {
          await tab(page, "函数");
          await page.getByRole("searchbox", { name: "搜索函数" }).waitFor();
          await tab(page, "活动日历");
          await tab(page, "活动");
          await page.getByRole("button", { name: "添加活动" }).click();
          await page.getByRole("textbox", { name: "活动名称" }).waitFor();
          await tab(page, "模板");
          await page.getByText("这个浏览器不让本页存储数据，模板现在用不了。").waitFor();
          const panel = await page.locator("#pane-panel").textContent();
          expect(panel).toContain("请退出无痕（隐私）窗口");
          expect(panel).not.toContain("网络");
        },
        { script, errors: OFFICE_ERRORS[how] ?? [] },
      ),
  );
});

it("D22: a pane that is not served securely opens the templates and copies", () =>
  inPane(
    async (page) => {
      expect(
        await page.evaluate(() => [isSecureContext, "locks" in navigator, "randomUUID" in crypto]),
      ).toEqual([false, false, false]);
      await tab(page, "模板");
      await page.getByRole("heading", { name: "和同事共用模板" }).waitFor();
      await tab(page, "函数");
      await page
        .getByRole("button", { name: "复制 TITLELEN" })

        .click();
      await page.getByText("已复制，请粘贴到单元格：").waitFor();
    },
    { address: pane.address.replace("127.0.0.1", "lan.test") },
  ));

describe("C19: what nothing has handled", () => {
  it("is told in one sentence, with the reason for support and a way on", () =>
    inPane(
      async (page) => {
        await page.evaluate(() => void Promise.reject(new Error("一个没有料到的错误")));
        const alert = page.getByRole("alert").filter({ hasText: "程序出了没有料到的错误" });
        await alert.waitFor();
        await alert.getByText("给技术支持看的原因").click();
        await alert.getByText("一个没有料到的错误").waitFor();
        await alert.getByRole("button", { name: "关闭提示" }).click();
        expect(await alert.count()).toBe(0);
        await page.evaluate(
          () => void setTimeout(() => Reflect.apply(Reflect.get(null as never, "x"), null, [])),
        );
        await alert.waitFor();
      },
      { errors: ["一个没有料到的错误", "Reflect.get called on non-object"] },
    ));

  it("a part that is gone after an update is told as such, and the page can be loaded again", () =>
    inPane(async (page) => {
      await page.getByRole("tab", { name: "本周" }).waitFor();
      await page.route(/\.js$/, (route) => route.abort());
      await tab(page, "函数");
      const alert = page.getByRole("alert").filter({ hasText: "页面已更新或断网" });
      await alert.waitFor();
      await page.unroute(/\.js$/);
      await alert.getByRole("button", { name: "重新载入" }).click();
      await page.getByRole("searchbox", { name: "搜索函数" }).waitFor();
    }));

  it("a year that cannot be copied says why, and nothing is copied", () =>
    inPane(async (page) => {
      await tab(page, "设置");
      const copy = page.getByRole("button", { name: /^复制 \d{4} → \d{4}$/ });
      await copy.waitFor();
      await page.route(/\.js$/, (route) => route.abort());
      await copy.click();
      // The message's own look is a part that is gone as well; its sentence is not.
      await page.getByRole("button", { name: "重新载入" }).waitFor();
      const alert = page.getByRole("alert").filter({ hasText: /没有复制到 \d{4} 年：页面已更新或断网/ });
      await alert.first().waitFor();
      expect(await page.getByText("的计划已复制到").count()).toBe(0);
    }));
});
