import { expect, it } from "vitest";
import { type OpenedWorkbench, openWorkbench } from "./opened-workbench.ts";
import { useChromium } from "./use-workbench.ts";

/** How many formulas are typed into cells, and which: COUNT=300 SEED=7 types three hundred others. */
const COUNT = Number(process.env["COUNT"] ?? 3);
const SEED = Number(process.env["SEED"] ?? 1);
/** The first row that is typed into, and how many: the sheet has a hundred. */
const FIRST_ROW = 3;
const COLUMN_ROWS = 75;
/** How much slower than it is the page's processor runs. */
const SLOWNESS = 6;

const chromium = useChromium();

/** Numbers from 0 to below 1 that a seed decides. */
function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const next = seededNumbers(SEED);
const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
const one = <Value>(values: readonly Value[]) => values[whole(0, values.length - 1)] as Value;
const column = () => one(["A", "B", "E", "N", "S", "T", "Z", "AM", "AA", "SE"]);
const cell = () => `${column()}${whole(1, 60)}`;
const range = () => `A${whole(1, 9)}:${column()}${whole(10, 60)}`;
/** A function, or the first letters of one of ours, that is also a function's name. */
const name = () => one(["SUM", "SEVENSTAR", "SEVENSTARCHECK", "TITLELEN", "COUNT", "T", "N", "MAX"]);

/** The shapes of formulas, each with what a cell keeps of it where that is not what was typed. */
const SHAPES: readonly (() => string | { readonly typed: string; readonly kept: string })[] = [
  () => "=SUM(A1:A7)",
  () => "=SEVENSTAR(商品体检!N5:AM8)",
  () => "=SEVENSTAR('goods5k-gbk'!A1:Z5001)",
  () => `=${cell()}`,
  () => `=${cell()}+${cell()}`,
  () => `=${cell()}*${whole(1, 99)}.${whole(1, 9)}`,
  () => `=COUNT(${range()})`,
  () => `=${name()}(${range()})`,
  () => `=${name()}(商品体检!${range()})`,
  () => `=SUM('我的 表'!${range()})`,
  () => `=$${column()}$${whole(1, 9)}&${cell()}`,
  () => `=SUM(MAX(${cell()},${cell()}),${whole(1, 9)})`,
  () => `=TITLELEN("${one(["SUM(A1", "(S", "短袖)", "T", "=N("])}")`,
  () => `="${one(["A", "S(", "SE)"])}"&${cell()}`,
  () => `=PAYFEE("信用卡",${whole(1, 9)}00)`,
  () => `=${whole(1, 999)}`,
  () => {
    const reference = cell();
    return { typed: `=titlelen(${reference.toLowerCase()})`, kept: `=TITLELEN(${reference})` };
  },
  () => {
    const reference = cell();
    return { typed: `=sum(1,${reference})`, kept: `=SUM(1,${reference})` };
  },
];

const formulas = (count: number, from: number) =>
  Array.from({ length: count }, (_, index) => {
    const made = (SHAPES[(from + index) % SHAPES.length] as (typeof SHAPES)[number])();
    return typeof made === "string" ? { typed: made, kept: made } : made;
  });

async function openSlowed(): Promise<OpenedWorkbench> {
  const workbench = await openWorkbench(chromium.browser, chromium.address, {
    viewport: { width: 1280, height: 500 },
  });
  return workbench;
}

/** Longer than the 300 ms after which the list of functions opens. */
const HESITATION = 400;

/** Presses keys every 20–60 ms, whether or not the page has taken the last one, and hesitates once near the end. */
async function pressAll({ page }: OpenedWorkbench, keys: readonly string[]): Promise<Promise<unknown>[]> {
  const session = await page.context().newCDPSession(page);
  const taken: Promise<unknown>[] = [];
  const hesitated = keys.length - whole(1, 4);
  for (const [index, key] of keys.entries()) {
    if (index === hesitated) {
      await Promise.all(taken);
      await page.waitForTimeout(HESITATION);
    }
    const isLetterOfItsOwn = /^\P{ASCII}$/u.test(key);
    taken.push(
      isLetterOfItsOwn
        ? session.send("Input.dispatchKeyEvent", { type: "keyDown", text: key, key })
        : page.keyboard.press(key),
    );
    await page.waitForTimeout(whole(20, 60));
  }
  return taken;
}

async function slowDown({ page }: OpenedWorkbench): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWNESS });
}

const SHEET = "说明";
const formulaAt = async (workbench: OpenedWorkbench, at: string) => (await workbench.cell(SHEET, at)).formula;

it(`keeps ${COUNT} formulas exactly as they are typed into cells on a slowed page, the next key in the next cell (B10)`, {
  timeout: COUNT * 20_000 + 120_000,
}, async () => {
  const workbench = await openSlowed();
  const typed = formulas(COUNT, SEED * COUNT);
  for (let from = 0; from < COUNT; from += COLUMN_ROWS) {
    // A column apart from the one before, which longer answers may fill.
    const letter = String.fromCharCode("H".charCodeAt(0) + (2 * from) / COLUMN_ROWS);
    const column = typed.slice(from, from + COLUMN_ROWS);
    await workbench.select(SHEET, `${letter}${FIRST_ROW}`);
    await slowDown(workbench);
    let before: Promise<unknown>[] = [];
    for (const formula of column) {
      const taken = await pressAll(workbench, [...formula.typed, "Enter"]);
      await Promise.all(before);
      before = taken;
    }
    await Promise.all(before);
    const at = (row: number) => `${letter}${FIRST_ROW + row}`;
    const last = column.at(-1)?.kept ?? "";
    await expect.poll(() => formulaAt(workbench, at(column.length - 1)), { timeout: 30_000 }).toBe(last);
    const kept = await Promise.all(column.map((_, row) => formulaAt(workbench, at(row))));
    expect(kept).toEqual(column.map((formula) => formula.kept));
  }
  expect(workbench.errors).toEqual([]);
  await workbench.close();
});

it("keeps formulas exactly as they are typed into the formula bar on a slowed page (B10)", {
  timeout: COUNT * 20_000 + 120_000,
}, async () => {
  const workbench = await openSlowed();
  const typed = formulas(Math.ceil(COUNT / 6), (SEED + 1) * COUNT);
  await slowDown(workbench);
  for (const [row, formula] of typed.entries()) {
    await workbench.select(SHEET, `H${3 + row}`);
    await workbench.page.locator("[data-u-comp=formula-bar] canvas").last().click();
    await Promise.all(await pressAll(workbench, [...formula.typed, "Enter"]));
    await expect.poll(() => formulaAt(workbench, `H${3 + row}`), { timeout: 30_000 }).toBe(formula.kept);
  }
  expect(workbench.errors).toEqual([]);
  await workbench.close();
});

it("takes a suggestion by Enter only after an arrow key, by Tab and by a click at once (B10)", async () => {
  const workbench = await openWorkbench(chromium.browser, chromium.address);
  const { page } = workbench;
  const list = page.locator("[data-u-comp=sheets-formula-editor] li");
  const write = async (at: string, letters: string) => {
    await workbench.select(SHEET, at);
    await page.keyboard.type(letters);
    // Until then the list is that of the letters before.
    await expect.poll(() => list.first().textContent()).toMatch(new RegExp(`^${letters.slice(1)}`));
  };
  const finish = async (at: string) => {
    await page.keyboard.type('"a")');
    await page.keyboard.press("Enter");
    await expect.poll(() => formulaAt(workbench, at)).not.toBeNull();
    return formulaAt(workbench, at);
  };

  await write("H1", "=TITLEL");
  await page.keyboard.press("Enter");
  await expect.poll(() => formulaAt(workbench, "H1")).toBe("=TITLEL");
  await expect
    .poll(async () => (await workbench.cell(SHEET, "H1")).sentence ?? "")
    .toContain("不认识“TITLEL”");

  await write("H2", "=TITLE");
  const names = await list.locator("span:first-child > span:first-child").count();
  expect(names).toBeGreaterThan(1);
  const second = (await list.nth(1).locator("span").first().textContent()) ?? "";
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  expect(await finish("H2")).toBe(`=${second}("a")`);

  await write("H3", "=TITLEL");
  await page.keyboard.press("Tab");
  expect(await finish("H3")).toBe('=TITLELEN("a")');

  await write("H4", "=TITLEL");
  await list.first().click();
  expect(await finish("H4")).toBe('=TITLELEN("a")');

  await write("H5", "=T");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("ITLELEN(A1)");
  await page.keyboard.press("Enter");
  await expect.poll(() => formulaAt(workbench, "H5")).toBe("=TITLELEN(A1)");
  expect(workbench.errors).toEqual([]);
  await workbench.close();
});

it("opens no list of functions for a reference (B10)", async () => {
  const workbench = await openWorkbench(chromium.browser, chromium.address);
  const { page } = workbench;
  const list = page.locator("[data-u-comp=sheets-formula-editor]");
  for (const letters of ["=SUM(A1:AM", "=SEVENSTAR(商品体检!N", "=SUM('goods5k-gbk'!A1:Z"]) {
    await workbench.select(SHEET, "H1");
    await page.keyboard.type(letters);
    // Univer asks 300 ms after the last letter.
    await page.waitForTimeout(800);
    expect(await list.count(), letters).toBe(0);
    await page.keyboard.press("Escape");
  }
  await workbench.close();
});
