import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { readXlsx } from "hucre/xlsx";
import ICAL from "ical.js";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations } from "./axe-violations.ts";
import { launchChromium } from "./launch-chromium.ts";
import { type ServedPane, servePane } from "./serve-pane.ts";

let browser: Browser;
let pane: ServedPane;
beforeAll(async () => {
  [browser, pane] = await Promise.all([launchChromium(), servePane("self-hosted")]);
});
afterAll(async () => {
  await browser.close();
  pane.close();
});

const VIEWS = ["本周", "全年", "月历", "时间线", "活动", "表格", "设置"];
const KEY = "sevenstar.plan";

interface Opened {
  readonly page: Page;
  readonly errors: string[];
  readonly requested: string[];
}

/** Opens the planner on a day in a fresh browser; `kept` is the text of the plan that is kept there. */
async function onDay(
  day: string,
  task: (opened: Opened) => Promise<void>,
  { kept, ...options }: BrowserContextOptions & { readonly kept?: string } = {},
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 350, height: 768 },
    reducedMotion: "reduce",
    // Else the page's policy would refuse that telemetry with a line on the console; pages.test.ts holds the policy.
    bypassCSP: true,
    ...options,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  const requested: string[] = [];
  // What the self-hosted office.js tells Microsoft is answered here, as there is no network.
  await page.route(/telemetryservice/, (route) => route.fulfill({ status: 204 }));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("request", (request) => requested.push(new URL(request.url()).pathname));
  try {
    await page.clock.setFixedTime(new Date(`${day}T09:00:00`));
    if (kept !== undefined) {
      await page.addInitScript(
        ([key, text]) => localStorage.getItem(key) ?? localStorage.setItem(key, text),
        [KEY, kept] as const,
      );
    }
    await page.goto(pane.address);
    await task({ page, errors, requested });
  } finally {
    await context.close();
  }
}

const view = (page: Page, name: string) => page.getByRole("tab", { name, exact: true }).click();
const keptPlan = (page: Page) => page.evaluate((key) => localStorage.getItem(key) ?? "", KEY);
/** The text of a list under a heading of the agenda. */
const under = (page: Page, heading: string) => page.getByRole("region", { name: heading }).textContent();

describe("the planner", () => {
  it("opens with what to do this week, without an error and within 170 kB gzip", () =>
    onDay("2026-09-08", async ({ page, errors, requested }) => {
      await page.getByText("今天 9月8日（周二）").waitFor();
      expect(await under(page, "已过期")).toContain("备货完成");
      expect(await under(page, "本周")).toContain("9月11日（周五） · 还剩 3 个工作日");
      expect(await under(page, "本周")).toContain("9月13日（周日）不上班，提前到9月11日（周五）");
      expect(errors).toEqual([]);
      const files = requested.filter((path) => path.includes("/assets/"));
      const sizes = files.map(
        (path) => gzipSync(readFileSync(new URL(`.${path.replace("/addin", "")}`, pane.dist))).length,
      );
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(170_000);
      expect(files.join()).not.toMatch(/ics|xlsx/);
    }));

  it.each([
    { width: 320, colorScheme: "light" },
    { width: 320, colorScheme: "dark" },
    { width: 350, colorScheme: "light" },
    { width: 1280, colorScheme: "dark" },
  ] as const)("is accessible and never scrolls sideways in any view: $width px, $colorScheme", (look) =>
    onDay(
      "2026-01-08",
      async ({ page, errors }) => {
        await page.getByText("今天 1月8日（周四）").waitFor();
        for (const name of VIEWS) {
          await view(page, name);
          if (name === "活动") await page.getByRole("button", { name: "编辑 9.20官方大促" }).click();
          if (name === "设置") {
            await page.getByRole("button", { name: "添加指标" }).click();
            await page.getByRole("button", { name: "添加要求" }).click();
          }
          await page.getByRole("tabpanel", { name, exact: true }).waitFor();
          await page.getByText("正在打开").waitFor({ state: "detached" });
          for (const button of await page.getByRole("button", { name: "显示全部" }).all())
            await button.click();
          expect([name, ...(await axeViolations(page))]).toEqual([name]);
          expect(await page.evaluate("document.documentElement.scrollWidth > innerWidth")).toBe(false);
        }
        expect(errors).toEqual([]);
      },
      { viewport: { width: look.width, height: 640 }, colorScheme: look.colorScheme },
    ),
  );

  it("is gone through by keyboard alone", () =>
    onDay("2026-09-08", async ({ page }) => {
      const tab = (name: string) => page.getByRole("tab", { name, exact: true });
      await tab("本周").focus();
      for (const name of ["全年", "月历"]) {
        await page.keyboard.press("ArrowRight");
        expect(await tab(name).getAttribute("aria-selected")).toBe("true");
        expect(await tab(name).evaluate((it) => it === document.activeElement)).toBe(true);
      }
      await page.keyboard.press("End");
      await page.getByRole("heading", { name: "自己的行业（可多选）" }).waitFor();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      await expect.poll(() => page.getByRole("checkbox", { name: "服装" }).isChecked()).toBe(true);
    }));

  it("speaks English", () =>
    onDay("2026-09-08", async ({ page }) => {
      await page.getByRole("button", { name: "English" }).click();
      await page.getByText("Today Tue 8 Sep").waitFor();
      expect(await under(page, "This week")).toContain("Warm-up starts");
      expect(await axeViolations(page)).toEqual([]);
    }));
});

describe("a change", () => {
  it("of a status counts at once, is kept, and is undone and done again", () =>
    onDay("2026-09-08", async ({ page }) => {
      const status = page.getByRole("combobox", { name: "9.20官方大促 备货完成 状态" });
      await status.selectOption("已完成");
      await expect.poll(() => under(page, "已过期")).not.toContain("备货完成");
      // The row is gone from the list; the keyboard goes on from the view.
      expect(await page.evaluate("document.activeElement.getAttribute('role')")).toBe("tabpanel");
      await page.reload();
      expect(await under(page, "已过期")).not.toContain("备货完成");
      await page.getByRole("combobox", { name: "9.20官方大促 预热开始 状态" }).selectOption("放弃");
      await page.getByRole("button", { name: "撤消：“9.20官方大促”预热开始：放弃" }).click();
      const warmUp = page.getByRole("combobox", { name: "9.20官方大促 预热开始 状态" });
      expect(await warmUp.inputValue()).toBe("未开始");
      await page.getByRole("button", { name: /^重做/ }).click();
      expect(await warmUp.inputValue()).toBe("放弃");
      await page.keyboard.press("Control+z");
      await expect.poll(() => warmUp.inputValue()).toBe("未开始");
    }));

  it("adds an activity with a rule, shows its days at once, and deletes it with a way back", () =>
    onDay("2026-09-08", async ({ page }) => {
      await view(page, "活动");
      await page.getByRole("button", { name: "添加活动" }).click();
      const name = page.getByRole("textbox", { name: "活动名称" });
      expect(await name.evaluate((it) => it === document.activeElement)).toBe(true);
      await name.fill("店铺周年庆");
      await page.getByRole("combobox", { name: "日期怎么定" }).selectOption("第几个周几");
      await page.getByRole("combobox", { name: "月", exact: true }).selectOption("11月");
      await page.getByRole("combobox", { name: "第几个" }).selectOption("第4个");
      await page.getByRole("combobox", { name: "周几" }).selectOption("周五");
      // The fourth Friday of November 2026 is the 27th; ten days before it is Tuesday the 17th.
      await page.getByText("2026 年：11月27日（周五）").waitFor();
      const stock = page.getByRole("textbox", { name: /^备货完成/ });
      await stock.fill("十天");
      await stock.press("Enter");
      await page.getByText("请填写 0 到 400 的整数，或留空。").waitFor();
      await stock.fill("10");
      await stock.press("Enter");
      await page.getByText("11月17日（周二）").waitFor();
      await page.getByRole("button", { name: "删除 店铺周年庆" }).click();
      await page.getByText("已删除“店铺周年庆”。").waitFor();
      await page.getByRole("status").getByRole("button", { name: "撤消" }).click();
      await page.getByRole("heading", { name: "店铺周年庆" }).waitFor();
      expect(await keptPlan(page)).toContain("11月第4个周五");
    }));

  it("moves, copies and disables activities", () =>
    onDay("2026-09-08", async ({ page }) => {
      await view(page, "活动");
      const names = () => page.locator("li h3").allTextContents();
      await page.getByRole("button", { name: "上移 6.28官方大促" }).click();
      await expect
        .poll(async () => (await names()).slice(0, 3))
        .toEqual(["春节备货", "6.28官方大促", "3.28官方大促"]);
      await page.getByRole("button", { name: "复制 9.20官方大促" }).click();
      await expect.poll(names).toContain("9.20官方大促（副本）");
      await page.getByRole("checkbox", { name: "启用 12.20官方大促" }).uncheck();
      await view(page, "时间线");
      await page.getByRole("img", { name: /^9\.20官方大促：/ }).waitFor();
      expect(await page.getByText("12.20官方大促").count()).toBe(0);
    }));

  it("made in another window is taken over", () =>
    onDay("2026-09-08", async ({ page }) => {
      const other = await page.context().newPage();
      await other.clock.setFixedTime(new Date("2026-09-08T09:00:00"));
      await other.goto(pane.address);
      await other.getByRole("combobox", { name: "9.20官方大促 备货完成 状态" }).selectOption("已完成");
      await expect.poll(() => under(page, "已过期")).not.toContain("备货完成");
    }));
});

describe("an activity of one's own", () => {
  it("begins on the next working day, and is refused at its field an enrolment that closes before it opens", () =>
    onDay("2026-07-03", async ({ page }) => {
      await view(page, "活动");
      await page.getByRole("button", { name: "添加活动" }).click();
      // 3 July 2026 is a Friday.
      await page.getByText("2026 年：7月6日（周一）").waitFor();
      const enter = async (label: RegExp, days: string) => {
        await page.getByLabel(label).fill(days);
        await page.getByLabel(label).press("Enter");
      };
      await enter(/^报名开始（/, "20");
      await enter(/^报名截止（/, "45");
      const said = page.getByText("报名截止 5月22日（周五）早于报名开始 6月16日（周二），请改提前天数。");
      await said.waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await enter(/^报名截止（/, "10");
      await expect.poll(() => said.count()).toBe(0);
      await page.getByText("6月26日（周五）").waitFor();
    }));

  it.each([320, 350, 1280])(
    "tells outcomes at %i px below what scrolls, over no control, until they are closed",
    (width) =>
      onDay(
        "2026-07-03",
        async ({ page }) => {
          await view(page, "活动");
          await page.getByRole("button", { name: /^删除/ }).first().click();
          const foot = page.getByRole("status").filter({ has: page.getByRole("button", { name: "撤消" }) });
          await foot.waitFor();
          const covered = await page.evaluate(() => {
            const controls = [
              ...document.querySelectorAll<HTMLElement>("button, input, select, a, textarea"),
            ];
            const shown = controls.filter((control) => control.checkVisibility());
            return shown.flatMap((control) => {
              control.scrollIntoView({ block: "nearest" });
              const { left, top, width, height } = control.getBoundingClientRect();
              const over = document.elementFromPoint(left + width / 2, top + height / 2);
              const isReached =
                over && (control.contains(over) || over.contains(control) || over.closest("label"));
              return width === 0 || isReached ? [] : [control.outerHTML.slice(0, 120)];
            });
          });
          expect(covered).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
          await foot.getByRole("button", { name: "关闭提示" }).click();
          await expect.poll(() => foot.count()).toBe(0);
        },
        { viewport: { width, height: 500 } },
      ),
  );
});

describe("another year", () => {
  it("is copied with every date worked out anew, and what moved is listed", () =>
    onDay("2026-11-20", async ({ page }) => {
      await page.getByText("2027 年还没有计划").waitFor();
      await view(page, "设置");
      await page.getByRole("button", { name: "复制 2026 → 2027" }).click();
      const moves = page.getByRole("region", { name: "2026 年的计划已复制到 2027 年" });
      expect(await moves.textContent()).toContain("春节备货 开始：2月17日（周二） → 2月6日（周六）");
      expect(await moves.textContent()).toContain("9.20官方大促 预热开始：9月11日（周五） → 9月13日（周一）");
      expect(await page.getByText("假期为预计").isVisible()).toBe(true);
      expect(await axeViolations(page)).toEqual([]);
    }));

  it("is 预计 until its notice is pasted, which moves its milestones", () =>
    onDay("2026-11-20", async ({ page }) => {
      await page.getByRole("combobox", { name: "年份" }).selectOption("2027");
      await page.getByText("2027 年还没有计划。").waitFor();
      await page.getByRole("button", { name: "用内置活动新建" }).click();
      await view(page, "设置");
      const notice = page.getByRole("textbox", { name: "粘贴放假通知" });
      await notice.fill("明年放假");
      await page.getByRole("button", { name: "录入", exact: true }).click();
      await page.getByText("没有读到 2027 年的放假日").waitFor();
      // Made up for the test: 13 September, a Monday, off.
      await notice.fill("一、中秋节：9月13日（周一）至15日（周三）放假调休，共3天。9月19日（周日）上班。");
      await page.getByRole("button", { name: "录入", exact: true }).click();
      await page.getByText("假期已公布").waitFor();
      await view(page, "时间线");
      await expect.poll(() => page.getByText("预热 9月10日–9月19日").count()).toBeGreaterThan(0);
    }));
});

describe("out and in", () => {
  const saved = async (page: Page, button: string): Promise<Uint8Array> => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button }).click(),
    ]);
    return readFileSync(await download.path());
  };

  it("gives a calendar file with alarms", () =>
    onDay("2026-07-01", async ({ page }) => {
      await view(page, "表格");
      const text = new TextDecoder().decode(await saved(page, "日历文件 .ics"));
      const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
      const shown = events
        .map((event) => new ICAL.Event(event))
        .map(({ startDate, summary }) => `${startDate} ${summary}`);
      expect(shown).toContain("2026-08-31 9.20官方大促 报名截止");
      expect(text).toContain("BEGIN:VALARM");
      expect(await axeViolations(page)).toEqual([]);
    }));

  it("gives an Excel file", () =>
    onDay("2026-07-01", async ({ page, errors }) => {
      await view(page, "表格");
      const { sheets } = await readXlsx(await saved(page, "Excel 文件 .xlsx"));
      expect(sheets.map(({ name }) => name)).toEqual(["年度活动表", "活动月历", "活动时间线"]);
      expect(errors).toEqual([]);
    }));

  it("copies the week for a chat", () =>
    onDay(
      "2026-09-08",
      async ({ page }) => {
        await page.getByRole("button", { name: "复制为文字" }).click();
        await page.getByText("已复制，可以直接粘贴到聊天里。").waitFor();
        expect(await page.evaluate("navigator.clipboard.readText()")).toContain(
          "· 9.20官方大促 预热开始：9月11日（周五）",
        );
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    ));

  it("reads a pasted table under other headers, first as a preview", () =>
    onDay("2026-03-01", async ({ page }) => {
      await view(page, "表格");
      const paste = page.getByRole("textbox", { name: "连表头一起粘贴" });
      await paste.fill(
        "活动名称\t活动时间\t跟进人\n店铺周年庆\t5月18日-5月20日\t小李\n9.20官方大促\t9.20\t小王\n待定活动\t下半年\t",
      );
      await page.getByText("新增 (1): 店铺周年庆").waitFor();
      await page.getByText("更新同名活动 (1): 9.20官方大促").waitFor();
      await page.getByText("“待定活动”的日期“下半年”读不懂").waitFor();
      await page.getByRole("button", { name: "加入计划" }).click();
      await page.getByText("已新增 1 个、更新 1 个活动。").waitFor();
      expect(await keptPlan(page)).toContain("店铺周年庆");
    }));

  it("prints a view by itself in light colours", () =>
    onDay(
      "2026-09-08",
      async ({ page }) => {
        // In the frame that is printed too.
        await page.addInitScript(() => {
          window.print = () => {
            const { body } = document;
            // A Sunday.
            const colour = getComputedStyle(body.querySelector("td:last-child") as Element).backgroundColor;
            Object.assign(parent, { printed: [body.textContent, colour] });
            dispatchEvent(new Event("afterprint"));
          };
        });
        await page.reload();
        await view(page, "月历");
        await page.getByRole("button", { name: "打印" }).click();
        await page.waitForFunction("window.printed");
        const [text, colour] = await page.evaluate<string[]>("printed");
        expect(text).toContain("2026 年 9月");
        expect(text).not.toContain("七星表格");
        expect(colour).toBe("rgb(245, 245, 245)");
        // Some seconds after its start office.js adds a frame of its own, which nobody prints.
        expect(await page.locator("iframe[aria-hidden=true]").count()).toBe(0);
      },
      { colorScheme: "dark" },
    ));
});

describe("a plan that cannot simply be opened", () => {
  it("is mended when it is damaged, and the damaged text is put aside", () =>
    onDay(
      "2026-09-08",
      async ({ page }) => {
        await page.getByText("保存的活动计划损坏了").waitFor();
        await page.getByText("内容不完整").waitFor();
        expect(await axeViolations(page)).toEqual([]);
        await page.getByRole("button", { name: "修复并继续" }).click();
        await page.getByText("今天 9月8日（周二）").waitFor();
        await view(page, "活动");
        await page.getByRole("heading", { name: "自己的" }).waitFor();
        const aside = await page.evaluate("localStorage.getItem('sevenstar.plan.damaged')");
        expect(aside).toContain("自己的");
        expect(JSON.parse(await keptPlan(page))).toMatchObject({ format: "sevenstar-plan", version: 1 });
      },
      {
        kept: '{"format":"sevenstar-plan","version":1,"document":{"year":2026,"plans":[{"year":2026,"industries":[],"activities":[{"id":"own","activity":"自己的","dateRule":"05-18","days":1,"industries":["通用"],"offsets":{},"isEnabled":true,"owner":"","note":"","source":"","fixedDays":{},"statuses":{}},{"id":"cu',
      },
    ));

  it("is left alone when a later version wrote it", () => {
    const kept = '{"format":"sevenstar-plan","version":2}';
    return onDay(
      "2026-09-08",
      async ({ page }) => {
        await page.getByText("是用更新的版本保存的").waitFor();
        expect(await page.getByRole("button", { name: "修复并继续" }).count()).toBe(0);
        expect(await keptPlan(page)).toBe(kept);
      },
      { kept },
    );
  });

  it("is open without the network once the pane is loaded, and says so where a part was not", () =>
    onDay("2026-09-08", async ({ page }) => {
      await page.getByText("今天 9月8日（周二）").waitFor();
      await page.context().setOffline(true);
      await page.getByRole("combobox", { name: "9.20官方大促 备货完成 状态" }).selectOption("已完成");
      await expect.poll(() => keptPlan(page)).toContain("已完成");
      await view(page, "月历");
      await page.getByRole("alert").getByText("页面已更新或断网，这一部分没有载入").waitFor();
      await view(page, "本周");
      await page.getByText("今天 9月8日（周二）").waitFor();
    }));

  it("says that nothing is kept where the browser refuses", () =>
    onDay("2026-09-08", async ({ page }) => {
      await page.getByText("今天 9月8日（周二）").waitFor();
      await page.evaluate("Storage.prototype.setItem = () => { throw new Error('full') }");
      await page.getByRole("combobox", { name: "9.20官方大促 备货完成 状态" }).selectOption("已完成");
      await page.getByText("浏览器不允许保存").waitFor();
    }));
});
