import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenedWorkbench, openWorkbench } from "./opened-workbench.ts";
import { useChromium } from "./use-workbench.ts";

const chromium = useChromium();
let workbench: OpenedWorkbench;
beforeAll(async () => {
  workbench = await openWorkbench(chromium.browser, chromium.address);
});
afterAll(async () => {
  expect(workbench.errors).toEqual([]);
  await workbench.close();
});

/** The sheet whose columns from F on are empty. */
const SHEET = "说明";
const cell = (at: string) => workbench.cell(SHEET, at);
const notice = () => workbench.page.locator(".notice.problem .text");

/** Types into a cell and waits until it holds something. */
async function type(at: string, text: string): Promise<void> {
  await workbench.select(SHEET, at);
  await workbench.page.keyboard.type(text);
  await workbench.page.keyboard.press("Enter");
  await expect
    .poll(async () => Object.values(await cell(at)).some((value) => value !== null), { timeout: 10_000 })
    .toBe(true);
}

/** Pastes a text into a cell as the browser hands it over. */
async function paste(at: string, text: string): Promise<void> {
  await workbench.select(SHEET, at);
  await workbench.page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData("text/plain", pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

const sentence = async (at: string) => (await cell(at)).sentence;
const formula = async (at: string) => (await cell(at)).formula;

describe("a formula with Chinese signs (B15)", () => {
  it.each([
    ["H1", "＝PAYFEE（“信用卡”，10000，500）", '=PAYFEE("信用卡",10000,500)', 105],
    ["H2", '=PAYFEE("信用卡"，10000)', '=PAYFEE("信用卡",10000)', 100],
    ["H3", "=titlelen(“（短袖）”)", '=TITLELEN("（短袖）")', 8],
    ["H4", "=sum(１，２％，3)－1", "=SUM(1,2%,3)-1", 3.02],
    ["H5", '="他说“好”，"&"：；％"', '="他说“好”，"&"：；％"', "他说“好”，：；％"],
  ])("in %s: %s", async (at, typed, stored, value) => {
    await type(at, typed);
    await expect.poll(() => formula(at)).toBe(stored);
    await expect.poll(async () => (await cell(at)).value).toBe(value);
  });

  it("is taken as a formula when it is pasted", async () => {
    await paste("H7", "＝TITLELEN（“短袖”）");
    await expect.poll(() => formula("H7")).toBe('=TITLELEN("短袖")');
    await paste("H8", "=sum(1，2)\t￥12.50\t2210000000000000123\n11月30日\t3元\tabc");
    await expect.poll(() => formula("H8")).toBe("=SUM(1,2)");
    expect((await cell("I8")).value).toBe(12.5);
    expect(await Promise.all(["I8", "H9", "I9"].map((at) => workbench.shown(SHEET, at)))).toEqual([
      "￥12.50",
      "11月30日",
      "3元",
    ]);
    expect((await cell("J8")).value).toBe("2210000000000000123");
    expect((await cell("I9")).value).toBe(3);
    expect((await cell("J9")).value).toBe("abc");
  });
});

describe("a formula that cannot be calculated says why (B15)", () => {
  it.each([
    ["K1", "=PAYFEE(信用卡,10000)", "不认识“信用卡”：文本要加英文双引号"],
    ["K2", "=PAYFE(1)", "不认识函数“PAYFE”"],
    ["K3", '=PAYFEE("信用卡")', "PAYFEE 缺少第 2 个参数“货款”（goods），请补上。"],
    ["K4", "=PAYFEE()", "PAYFEE 缺少第 1 个参数“方式”（method）、第 2 个参数“货款”（goods），请补上。"],
    ["K5", '=PAYFEE("信用卡",1,2,3,4,5,6)', "PAYFEE 最多 6 个参数，请去掉多余的。"],
    ["K6", "=SUM(没有这张!A1)", "没有名为“没有这张”的工作表"],
  ])("in %s: %s", async (at, typed, said) => {
    await type(at, typed);
    await expect.poll(() => sentence(at)).toContain(said);
  });

  it("still takes an argument that is left empty between commas as an empty cell", async () => {
    await type("K8", '=PAYFEE(,100)&"空"');
    await expect.poll(async () => (await cell("K8")).value).toBe("空");
  });

  it("that is not finished stays in the editor with a sentence, by Enter and by Tab", async () => {
    const { page } = workbench;
    await workbench.select(SHEET, "L1");
    await page.keyboard.type("=AA$1+");
    await page.keyboard.press("Enter");
    await expect.poll(() => notice().textContent()).toContain("公式没有写完：“+”后面还缺内容");
    await page.keyboard.press("Tab");
    expect(await formula("L1")).toBeNull();
    await page.keyboard.type("1");
    await page.keyboard.press("Enter");
    await expect.poll(() => formula("L1")).toBe("=AA$1+1");
    await expect.poll(() => notice().count()).toBe(0);
  });

  it("and that comes by pasting is kept as text, which is said", async () => {
    await paste("L3", "=AA$1+");
    await expect.poll(async () => (await cell("L3")).value).toBe("=AA$1+");
    expect(await formula("L3")).toBeNull();
    await expect.poll(() => notice().textContent()).toContain("先按文字存下了");
  });
});

describe("an amount, a date, an id (B15)", () => {
  it.each([
    ["N1", "￥12.50", 12.5],
    ["N2", "12.5元", 12.5],
    ["N3", "2026年11月30日", 46_356],
    ["N4", "2210000000000000123", "2210000000000000123"],
    ["N5", "007712345678", "007712345678"],
    ["N6", "12.5万", "12.5万"],
  ])("in %s: %s, which shows as it was typed", async (at, typed, value) => {
    await type(at, typed);
    await expect.poll(async () => (await cell(at)).value).toBe(value);
    expect(await workbench.shown(SHEET, at)).toBe(typed);
  });

  it("11月30日 is of this year of the clock", async () => {
    await type("N7", "11月30日");
    await type("N8", `=N7-DATE(${new Date().getFullYear()},11,30)`);
    await expect.poll(async () => (await cell("N8")).value).toBe(0);
  });

  it("can be calculated with", async () => {
    await type("N9", "=N1*N2");
    await expect.poll(async () => (await cell("N9")).value).toBe(156.25);
  });
});
