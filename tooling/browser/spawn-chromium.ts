import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type Browser, chromium, type Page } from "playwright-core";
import { chromiumPath } from "./launch-chromium.ts";

/** A browser process of our own over a profile, which can be killed as a crash or a power cut would. */
export interface SpawnedChromium {
  readonly page: Page;
  kill(): Promise<void>;
}

/** Starts Chromium over the profile in a folder. */
export async function spawnChromium(profile: string): Promise<SpawnedChromium> {
  const child = spawn(
    await chromiumPath(),
    [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--remote-debugging-port=0",
      "--window-size=1280,800",
      `--user-data-dir=${profile}`,
      "about:blank",
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const browser = await chromium.connectOverCDP(await debuggingAddress(child));
  const [context] = browser.contexts();
  if (!context) throw new Error("The browser has no context.");
  const page = context.pages()[0] ?? (await context.newPage());
  return { page, kill: () => kill(child, browser) };
}

async function kill(child: ChildProcess, browser: Browser): Promise<void> {
  const ended = once(child, "close");
  child.kill("SIGKILL");
  await ended;
  await browser.close().catch(() => {});
}

const debuggingAddress = (child: ChildProcess) =>
  new Promise<string>((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (chunk) => {
      said += chunk;
      const [, address] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
      if (address) resolve(address);
    });
    child.once("close", () => reject(new Error(said)));
  });
