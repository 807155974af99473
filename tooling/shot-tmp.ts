import { once } from "node:events";
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { AddressInfo } from "node:net";
import { serveAddin } from "@sevenstar/addin/tools/serve-addin.ts";
import { launchChromium } from "./browser/launch-chromium.ts";
const dist = new URL("../apps/addin/dist/", import.meta.url);
const server = createServer(serveAddin(dist)).listen(0, "127.0.0.1");
await once(server, "listening");
const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/addin/taskpane.html`;
const browser = await launchChromium();
const views = (process.argv[2] ?? "本周").split(",");
const widths = (process.argv[3] ?? "350").split(",").map(Number);
const schemes = (process.argv[4] ?? "light").split(",") as ("light"|"dark")[];
const now = process.argv[5] ?? "2026-08-26T09:00:00";
const setup = process.argv[6] ?? "";
for (const width of widths) for (const colorScheme of schemes) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(now));
  page.on("pageerror", (e) => console.log("ERROR", e.message));
  page.on("console", (m) => m.type() === "error" && console.log("CONSOLE", m.text().slice(0, 300)));
  const files: string[] = [];
  page.on("request", (r) => files.push(new URL(r.url()).pathname));
  await page.goto(at);
  await page.getByRole("tab", { name: "本周" }).waitFor();
  await page.waitForTimeout(300);
  const assets = files.filter((f) => f.includes("/assets/"));
  const sizes = assets.map((f) => [f, gzipSync(readFileSync(new URL(f.replace("/addin/", "./"), dist)), { level: 9 }).length] as const);
  if (width === widths[0] && colorScheme === schemes[0]) console.log("first view", sizes.reduce((s, [, n]) => s + n, 0), sizes.length, process.env.SIZES ? sizes : "");
  if (setup) await page.evaluate("localStorage.setItem(\"sevenstar.plan\", " + JSON.stringify(readFileSync(setup, "utf8")) + ")").then(() => page.reload()).then(() => page.getByRole("tab", { name: "本周" }).waitFor());
  for (const view of views) {
    const [tab, ...clicks] = view.split(">");
    await page.getByRole("tab", { name: tab, exact: true }).click();
    await page.waitForTimeout(300);
    for (const click of clicks) { await page.getByText(click, { exact: true }).first().click(); await page.waitForTimeout(200); }
    const scrolls = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
    if (scrolls) console.log("SIDEWAYS", view, width);
    await page.screenshot({ path: `/tmp/shots/${tab}-${width}-${colorScheme}.png`, fullPage: true });
  }
  await context.close();
}
await browser.close();
server.close();
