import type { Browser, BrowserContextOptions, Page } from "playwright-core";

interface ShownCell {
  readonly value: string | number | boolean | null;
  readonly formula: string | null;
  readonly sentence: string | null;
}

declare global {
  interface Window {
    /** The workbench's read-only hook. */
    sevenstarWorkbench?: {
      sheets(): string[];
      cell(sheet: string, address: string): ShownCell;
      shown(sheet: string, address: string): string;
    };
  }
}

/** The sheets of the sample workbook. */
export const SAMPLE_SHEETS = [
  "商品体检",
  "收款测算",
  "同类分析",
  "选品测款",
  "店铺诊断",
  "账期管理",
  "活动日历",
  "业务线与模式",
  "说明",
];

/** A workbench open in a page of its own, and what the page reported as an error or a warning. */
export interface OpenedWorkbench {
  readonly page: Page;
  readonly errors: readonly string[];
  /** The errors so far, which a test that provokes them looks at itself. */
  takeErrors(): string[];
  /** Reads a cell through the page's read-only hook. */
  cell(sheet: string, address: string): Promise<ShownCell>;
  /** What the grid paints in a cell. */
  shown(sheet: string, address: string): Promise<string>;
  /** Waits until a cell shows a value. */
  until(sheet: string, address: string, value: ShownCell["value"]): Promise<void>;
  /** Shows a sheet and selects a cell through the name box, as a user does. */
  select(sheet: string, address: string): Promise<void>;
  /** Chooses a file in the import dialog. */
  importFile(name: string, content: Uint8Array): Promise<void>;
  /** What the notice above the grid says once nothing is under way. */
  notice(): Promise<string>;
  close(): Promise<void>;
}

/** Opens the workbench and waits until its sample sheets are computed. */
export async function openWorkbench(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<OpenedWorkbench> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(address);

  const cell: OpenedWorkbench["cell"] = (sheet, at) =>
    page.evaluate(
      ([name, place]) => window.sevenstarWorkbench?.cell(name ?? "", place ?? ""),
      [sheet, at],
    ) as Promise<ShownCell>;
  const until: OpenedWorkbench["until"] = async (sheet, at, value) => {
    await page.waitForFunction(
      ([name, place, wanted]) =>
        window.sevenstarWorkbench?.cell(String(name), String(place)).value === wanted,
      [sheet, at, value] as const,
      { timeout: 30_000 },
    );
  };
  await until("商品体检", "B6", 7);
  return {
    page,
    errors,
    takeErrors: () => errors.splice(0),
    cell,
    until,
    shown: (sheet, at) =>
      page.evaluate(
        ([name, place]) => window.sevenstarWorkbench?.shown(name ?? "", place ?? "") ?? "",
        [sheet, at],
      ),
    async select(sheet, at) {
      await page.getByRole("tab", { name: sheet, exact: true }).click();
      const box = page.locator("[data-u-comp=defined-name] input");
      await box.fill(at);
      await box.press("Enter");
    },
    async importFile(name, content) {
      await page
        .getByLabel("选择要导入的文件")
        .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
    },
    async notice() {
      const done = page.locator(".notice.done, .notice.problem").locator(".text");
      await done.waitFor({ timeout: 120_000 });
      return (await done.textContent()) ?? "";
    },
    close: () => context.close(),
  };
}
