import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

/** Starts a headless browser: the Chromium inside the npm package on Linux x64, else an installed Chrome. */
export async function launchChromium(extra: readonly string[] = []): Promise<Browser> {
  if (process.env["SEVENSTAR_TEST_LANE"] === "quick") {
    throw new Error("The quick lane starts no browser: name this test in tooling/vitest.quick.config.ts.");
  }
  if (!isPackaged) return chromium.launch({ channel: "chrome", args: [...extra] });
  return chromium.launch({
    executablePath: await unpackedChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none", ...extra],
  });
}

const isPackaged = process.platform === "linux" && process.arch === "x64";

/** Where the browser's program is. */
export const chromiumPath = async (): Promise<string> =>
  isPackaged ? unpackedChromium() : chromium.executablePath();

/**
 * The path of the packaged Chromium, unpacked once per version.
 *
 * The package unpacks into the temporary folder and takes a file that is already there for whole. Test
 * processes start side by side and may be interrupted, so each unpacks into a folder of its own, which then
 * gets its final name in one step.
 */
async function unpackedChromium(): Promise<string> {
  const description = new URL("../package.json", import.meta.resolve("@sparticuz/chromium"));
  const { version } = JSON.parse(readFileSync(description, "utf8")) as { version: string };
  const shared = tmpdir();
  const folder = join(shared, `sevenstar-chromium-${version}`);
  if (!existsSync(folder)) {
    const own = mkdtempSync(`${folder}-`);
    const before = process.env["TMPDIR"];
    process.env["TMPDIR"] = own;
    try {
      const { default: packaged } = await import("@sparticuz/chromium");
      await packaged.executablePath();
    } finally {
      if (before === undefined) delete process.env["TMPDIR"];
      else process.env["TMPDIR"] = before;
    }
    try {
      renameSync(own, folder);
    } catch (error) {
      rmSync(own, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    }
  }
  return join(folder, "chromium");
}
