import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { catalogue } from "@sevenstar/core/catalogue/catalogue";
import { expect, it } from "vitest";
import { addinDist } from "../excel-runtime/addin-dist.ts";
import { launchChromium } from "./launch-chromium.ts";

const ROUNDS = 15;
const OFFICE = "custom-functions-runtime.js";
const SCRIPTS = {
  "functions.js": new URL("functions.js", addinDist),
  [OFFICE]: createRequire(import.meta.url).resolve(`@microsoft/office-js/dist/${OFFICE}`),
} as const;

it("is ready, every id associated, within 1.5 times what office.js's runtime for functions takes", async () => {
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.route("**/*", async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = SCRIPTS[pathname.slice(1) as keyof typeof SCRIPTS];
    await route.fulfill(file ? { contentType: "text/javascript", body: readFileSync(file) } : { body: "" });
  });
  await page.goto("http://sevenstar.test/");
  const times = await page.evaluate(
    async ({ rounds, office }) => {
      let associated = 0;
      /** From the script's last byte to the end of the page's loading, in milliseconds. */
      const evaluate = async (name: string) => {
        const { data } = await new Promise<MessageEvent>((resolve) => {
          window.onmessage = resolve;
          const frame = document.body.appendChild(document.createElement("iframe"));
          const count = name === office ? "" : "var CustomFunctions = { associate: () => parent.count() };";
          frame.srcdoc = `<script>${count}addEventListener("load", () => {
            const [script] = performance.getEntriesByType("resource");
            parent.postMessage(performance.now() - script.responseEnd);
          })</script><script src="/${name}?${Math.random()}"></script>`;
        });
        document.querySelector("iframe")?.remove();
        return Number(data);
      };
      Object.assign(window, { count: () => associated++ });
      const ours: number[] = [];
      const runtime: number[] = [];
      for (let round = 0; round < rounds; round++) {
        ours.push(await evaluate("functions.js"));
        runtime.push(await evaluate(office));
      }
      return { ours, office: runtime, associated };
    },
    { rounds: ROUNDS, office: OFFICE },
  );
  await browser.close();
  expect(times.associated).toBe(ROUNDS * catalogue.length);
  expect(Math.min(...times.ours) / Math.min(...times.office)).toBeLessThanOrEqual(1.5);
});
