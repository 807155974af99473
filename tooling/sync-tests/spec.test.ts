import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const ROOT = new URL("../..", import.meta.url).pathname;
const read = (path: string) => readFileSync(`${ROOT}${path}`, "utf8");

it("every rule of the spec is named by the title of a test, and no test names a rule that is not there", () => {
  const rules = [...read("packages/core/template/SPEC.md").matchAll(/^- \*\*(T\d+(?:\.\d+)?)\*\*/gm)].map(
    ([, rule]) => rule,
  );
  const files = globSync("{packages/core/template,apps/api/src,tooling/sync-tests}/**/*.test.ts", {
    cwd: ROOT,
  });
  const titles = files.flatMap((file) => [
    ...read(file).matchAll(/\bit(?:\.each\([\s\S]*?\))?\(\s*"([^"]*)"/g),
  ]);
  const named = new Set(
    titles.flatMap(([, title = ""]) => [...title.matchAll(/\[(T\d+(?:\.\d+)?)\]/g)]).map(([, rule]) => rule),
  );
  expect(rules.length).toBeGreaterThan(40);
  expect(rules.filter((rule) => !named.has(rule))).toEqual([]);
  const areas = new Set(rules.map((rule) => rule?.split(".")[0]));
  expect([...named].filter((rule) => !rules.includes(rule) && !areas.has(rule))).toEqual([]);
});
