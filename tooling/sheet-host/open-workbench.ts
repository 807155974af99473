import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Answer, SheetHost, SheetValue, WrittenCell } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import type { Page } from "playwright-core";
import { launchChromium } from "../browser/launch-chromium.ts";
import type { Merchant, OpenSpreadsheet } from "./merchant.ts";

const WORKBENCH = fileURLToPath(new URL("../../apps/workbench/", import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** What the person before the workbench can do beyond what every host's tests ask. */
export interface WorkbenchMerchant extends Merchant {
  deletesRows(sheet: string, at: number, count: number): Promise<void>;
  entersAll(
    sheet: string,
    cells: readonly (readonly [address: string, content: WrittenCell])[],
  ): Promise<void>;
  /** The values of areas, also those that formulas elsewhere fill. */
  seesAreas(sheet: string, areas: readonly string[]): Promise<SheetValue[][][]>;
  seesSize(sheet: string): Promise<{ readonly rows: number; readonly columns: number }>;
  /** Why a cell's formula failed and what to do. */
  seesSentence(sheet: string, address: string): Promise<string | null>;
  /** Writes one text into every cell of an area. */
  fills(sheet: string, area: string, text: string): Promise<void>;
  namesRange(name: string, reference: string): Promise<void>;
  /** Has the spreadsheet know a function that throws. */
  hasFunctionThatThrows(name: string): Promise<void>;
  /** Deletes the name of a table and leaves its cells. */
  deletesName(name: string): Promise<void>;
  deletesSheet(name: string): Promise<void>;
  mergesCells(sheet: string, area: string): Promise<void>;
  /** Sorts by what is selected, as the menus do. */
  sorts(order: "ascending" | "descending"): Promise<Answer<{ readonly address: string }>>;
  /** Has the workbench fail at a command, once. */
  failsAt(command: string): Promise<void>;
  /** Enters into a cell once: when the next formulas have been computed, and their results are in no cell yet. */
  entersOnceComputed(sheet: string, address: string, content: WrittenCell): Promise<void>;
  /** Has rows be as high as their texts, as a double click on a row's edge does. */
  fitsRows(sheet: string, first: number, count: number): Promise<void>;
  /** Has texts go on in a further line of their cells. */
  wraps(sheet: string, area: string): Promise<void>;
  sharesFormula(sheet: string, area: string, formula: string): Promise<void>;
  undoes(): Promise<void>;
  redoes(): Promise<void>;
  setsCustom(custom: Readonly<Record<string, unknown>>): Promise<void>;
  seesCustom(): Promise<unknown>;
}

/** A mutation of Univer's, and what the workbench takes it for. */
export interface RecordedMutation {
  readonly id: string;
  readonly isMerchants: boolean;
  readonly handsFormulaOn: boolean;
  readonly touched: readonly {
    readonly sheetId: string;
    readonly rows: "all" | readonly (readonly [from: number, to: number])[];
  }[];
}

export interface WorkbenchPage {
  readonly page: Page;
  /** Everything of Univer's inside that the workbench leans on, and whether it is there. */
  seam(): Promise<readonly { readonly file: string; readonly thing: string; readonly holds: boolean }[]>;
  /** The mutations since this was asked last. */
  takeRecorded(): Promise<RecordedMutation[]>;
  /** Opens an empty workbook in the page; the one before is gone. */
  open(): Promise<OpenSpreadsheet & { readonly merchant: WorkbenchMerchant }>;
  close(): Promise<void>;
}

/** Builds the page that offers the workbench's host to tests, and opens it in Chromium; with the ribbon by `?wide`. */
export async function openWorkbench(query = ""): Promise<WorkbenchPage> {
  const folder = mkdtempSync(join(tmpdir(), "sheet-host-"));
  const vite = join(WORKBENCH, "node_modules/vite/bin/vite.js");
  const build = [
    "build",
    "test-page",
    "--config",
    "vite.config.ts",
    "--outDir",
    folder,
    "--emptyOutDir",
    "--minify",
    "false",
  ];
  execFileSync(process.execPath, [vite, ...build], { cwd: WORKBENCH, stdio: "pipe" });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = pathname === "/" ? "/index.html" : pathname;
    readFile(join(folder, path)).then(
      (body) =>
        response
          .writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" })
          .end(body),
      () => response.writeHead(404).end(),
    );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const browser = await launchChromium();
  const page = await browser.newPage();
  const listeners = new Map<number, () => void>();
  await page.exposeFunction("tellTest", (watch: number) => listeners.get(watch)?.());
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${query}`);
  await page.waitForFunction("window.testPage");

  const call =
    (part: "host" | "merchant", name: string) =>
    (...given: unknown[]) =>
      page.evaluate(
        ([its, method, values]) => {
          const { testPage } = window as unknown as {
            testPage: Record<string, Record<string, (...values: unknown[]) => unknown>>;
          };
          return testPage[its]?.[method]?.(...values);
        },
        [part, name, given] as const,
      );
  const remote = <Part extends object>(part: "host" | "merchant", own: Partial<Part>) =>
    new Proxy(own, {
      get: (_, name) => Reflect.get(own, name) ?? (name === "then" ? undefined : call(part, String(name))),
    }) as Part;

  const host = remote<SheetHost>("host", {
    undoesWholeWrites: (await page.evaluate("testPage.host.undoesWholeWrites")) as boolean,
    async watchTable(name, onChange) {
      const watch = (await page.evaluate(`testPage.watch(${JSON.stringify(name)}, tellTest)`)) as
        | number
        | { readonly problem: string };
      if (typeof watch === "object") return watch;
      listeners.set(watch, onChange);
      return { stop: () => void page.evaluate(`testPage.stop(${watch})`) };
    },
  });
  const merchant = remote<WorkbenchMerchant>("merchant", {});
  return {
    page,
    seam: () => page.evaluate("testPage.seam()"),
    takeRecorded: () => page.evaluate("testPage.takeRecorded()"),
    async open() {
      await page.evaluate("testPage.open()");
      return { host, merchant };
    },
    async close() {
      await browser.close();
      server.close().closeAllConnections();
      rmSync(folder, { recursive: true });
    },
  };
}
