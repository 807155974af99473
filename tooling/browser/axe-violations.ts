import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LEAST_CHECKS = 10;

/** What axe finds wrong with a page, or a part of it, as it stands; that it found too little to check is wrong too. */
export async function axeViolations(page: Page, part = "html"): Promise<string[]> {
  // Past the security policy, which rightly refuses scripts from elsewhere in the page.
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(part)})`);
  return [
    ...(passes.length > LEAST_CHECKS ? [] : [`only ${passes.length} checks passed`]),
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`),
  ];
}
