import { planFileText } from "@sevenstar/pane/plan/file/plan-file.ts";
import { newPlan } from "@sevenstar/pane/plan/model/new-plan.ts";
import { keyActions } from "@sevenstar/pane/planner/key-actions.ts";
import { views } from "@sevenstar/pane/planner/views.ts";
import { tabs } from "@sevenstar/pane/shell/tabs.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chineseShown } from "./chinese-shown.ts";
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

const withPlan = newPlan(2026);
const withoutActivities = { ...withPlan, plans: withPlan.plans.map((plan) => ({ ...plan, activities: [] })) };

/** The planner on 8 September 2026, in Chinese, in a browser of its own. */
async function open(document = withPlan): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 350, height: 768 }, reducedMotion: "reduce" });
  await page.clock.setFixedTime(new Date("2026-09-08T09:00:00"));
  await page.addInitScript(
    (text) => localStorage.getItem("sevenstar.plan") ?? localStorage.setItem("sevenstar.plan", text),
    planFileText({ document }),
  );
  await page.goto(pane.address);
  await tab(page, "本周").waitFor();
  return page;
}
const tab = (page: Page, name: string) => page.getByRole("tab", { name, exact: true });
const panel = (page: Page, name: string) => page.getByRole("tabpanel", { name, exact: true });

/** What each view shows of the built-in activities on that day. */
const shows: Readonly<Record<string, string | RegExp>> = {
  week: "9月11日（周五） · 还剩 3 个工作日",
  year: /9\.20官方大促/,
  month: "2026 年 9月",
  timeline: /^报名 .*；活动 9月20日/,
  activities: "9.20官方大促",
  files: "复制全年为文字",
  settings: "自己的行业（可多选）",
};

describe("every view", () => {
  it("has an id, a title, help and an empty state in both languages", () => {
    const ids = [...views, ...tabs].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { words, help, empty } of views) {
      for (const { zh, en } of [words, help, empty]) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/^[\x20-\x7E“”’–…]+$/);
      }
    }
  });

  it("shows its part of the plan, by its tab and by its key", async () => {
    expect(Object.keys(shows).sort()).toEqual(views.map(({ id }) => id).sort());
    const page = await open();
    for (const { id, words } of views.toReversed()) {
      await tab(page, words.zh).click();
      const part = panel(page, words.zh).getByText(shows[id] ?? "");
      await part.first().waitFor();
    }
    for (const [index, { words }] of views.entries()) {
      await page.keyboard.press(String(index + 1));
      await panel(page, words.zh).waitFor();
      await tab(page, words.zh).focus();
    }
    await page.close();
  });

  it("says what to do in a year without activities", async () => {
    const page = await open(withoutActivities);
    for (const { words, empty } of views) {
      await tab(page, words.zh).click();
      await panel(page, words.zh).getByText(empty.zh).waitFor();
    }
    await page.getByRole("button", { name: "English" }).click();
    for (const { words, empty } of views) {
      await tab(page, words.en).click();
      await panel(page, words.en).getByText(empty.en).waitFor();
    }
    await page.close();
  });
});

describe("the keys", () => {
  it("are listed by ?, each with what it does, and are each one thing", async () => {
    const keys = keyActions.flatMap((action) => action.keys);
    expect(new Set(keys).size).toBe(keys.length);
    const page = await open();
    await tab(page, "本周").focus();
    await page.keyboard.press("?");
    const list = page.getByRole("region", { name: "快捷键" });
    for (const { words, help } of [...views, ...keyActions]) {
      await list.getByText(`${words.zh} ${help.zh}`).waitFor();
    }
    await page.keyboard.press("?");
    await list.waitFor({ state: "detached" });
    await page.close();
  });

  it("add an activity, take it back and bring it again, but are the field's own in a field", async () => {
    const page = await open();
    const added = page.getByRole("heading", { name: "新活动" });
    await tab(page, "本周").focus();
    await page.keyboard.press("n");
    await added.waitFor();
    const name = page.getByRole("textbox", { name: "活动名称" });
    await name.fill("");
    await name.pressSequentially("n1?");
    expect(await name.inputValue()).toBe("n1?");
    expect(await tab(page, "活动").getAttribute("aria-selected")).toBe("true");
    await tab(page, "活动").focus();
    await page.getByRole("heading", { name: "n1?" }).waitFor();
    await page.keyboard.press("Control+z");
    await added.waitFor();
    await page.keyboard.press("Control+z");
    await added.waitFor({ state: "detached" });
    await page.keyboard.press("Control+Shift+z");
    await added.waitFor();
    await page.close();
  });
});

describe("the English interface", () => {
  it("shows no Chinese but data and names, in every tab and view", async () => {
    const page = await open();
    const found: string[] = [];
    const look = async (where: string) => {
      await page
        .getByText(/^Opening/)
        .first()
        .waitFor({ state: "detached" });
      for (const text of await chineseShown(page)) found.push(`${where}: ${text}`);
    };
    await page.getByRole("button", { name: "English" }).click();
    await tab(page, "Week").focus();
    await page.keyboard.press("?");
    for (const each of await page.getByRole("button", { name: "Show all" }).all()) await each.click();
    for (const { words } of views) {
      await tab(page, words.en).click();
      await panel(page, words.en).waitFor();
      if (words.en === "Activities")
        await page
          .getByRole("button", { name: /^Edit / })
          .first()
          .click();
      if (words.en === "Settings") {
        await page.getByRole("button", { name: "Add a figure" }).click();
        await page.getByRole("button", { name: "Add a requirement" }).click();
      }
      for (const summary of await page.locator("details:not([open]) > summary").all()) await summary.click();
      await look(words.en);
    }
    await tab(page, "Settings").click();
    await page.getByRole("button", { name: /^Copy 2026/ }).click();
    await page.getByText("was copied to").waitFor();
    await look("moves");
    await page.getByRole("combobox", { name: "Year" }).selectOption("2028");
    await page.getByRole("button", { name: "Begin with" }).waitFor();
    await look("empty year");
    for (const { words } of tabs.slice(1)) {
      await tab(page, words.en).click();
      await panel(page, words.en).waitFor();
      if (words.en === "Functions") {
        await page.getByRole("searchbox").waitFor();
        for (const toggle of await page.locator("h3 button").all()) await toggle.click();
      } else await page.getByRole("heading", { level: 2 }).first().waitFor();
      await look(words.en);
    }
    expect(found).toEqual([]);
    await page.close();
  });
});
