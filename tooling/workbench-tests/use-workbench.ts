import type { Server } from "node:http";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { launchChromium } from "../browser/launch-chromium.ts";
import { type OpenedWorkbench, openWorkbench } from "./opened-workbench.ts";
import { serveWorkbench } from "./serve-workbench.ts";

/** One Chromium and one server for the tests of a file. */
export function useChromium(): { readonly browser: Browser; readonly address: string } {
  const opened = {} as { browser: Browser; server: Server; address: string };
  beforeAll(async () => {
    const [browser, served] = await Promise.all([launchChromium(), serveWorkbench()]);
    Object.assign(opened, { browser }, served);
  });
  afterAll(async () => {
    await opened.browser.close();
    opened.server.close().closeAllConnections();
  });
  return opened;
}

/** One workbench for all tests of a group, which leave what the others look at as it is; it must report no error. */
export function useSharedWorkbench(): Omit<OpenedWorkbench, "errors" | "close"> {
  const chromium = useChromium();
  const opened = {} as OpenedWorkbench;
  beforeAll(async () => {
    Object.assign(opened, await openWorkbench(chromium.browser, chromium.address));
  });
  afterEach(() => expect(opened.takeErrors()).toEqual([]));
  afterAll(() => opened.close());
  return opened;
}

/** A workbench of its own for each test of a file; it must report no error. */
export function useWorkbench(): Omit<OpenedWorkbench, "errors" | "close"> {
  const chromium = useChromium();
  const opened = {} as OpenedWorkbench;
  beforeEach(async () => {
    Object.assign(opened, await openWorkbench(chromium.browser, chromium.address));
  });
  afterEach(async () => {
    expect(opened.errors).toEqual([]);
    await opened.close();
  });
  return opened;
}
