import { type Browser, chromium } from "playwright-core";

/** Starts a headless browser: the Chromium inside the npm package on Linux x64, else an installed Chrome. */
export async function launchChromium(): Promise<Browser> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    return chromium.launch({ channel: "chrome" });
  }
  const { default: bundled } = await import("@sparticuz/chromium");
  return chromium.launch({
    executablePath: await bundled.executablePath(),
    args: [...bundled.args, "--no-sandbox"],
  });
}
