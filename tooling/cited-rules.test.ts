import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const ROOT = new URL("..", import.meta.url).pathname;
const read = (path: string) => readFileSync(`${ROOT}${path}`, "utf8");
const IGNORED = (path: string) => /(?:^|\/)(?:node_modules|dist)(?:\/|$)/.test(path);

const files = globSync("{packages,apps,tooling}/**/*.{ts,tsx}", { cwd: ROOT, exclude: IGNORED });

it("every rule that the code cites stands in RULES.md or SPEC.md", () => {
  const rules = new Set([
    ...[...read("packages/core/RULES.md").matchAll(/\*\*(G\d+)\b/g)].map(([, rule]) => rule),
    ...[...read("packages/core/template/SPEC.md").matchAll(/\*\*(T\d+(?:\.\d+)?)\*\*/g)].map(
      ([, rule]) => rule,
    ),
  ]);
  for (const rule of [...rules]) rules.add(rule?.split(".")[0]);
  const cited = files.flatMap((file) =>
    [...read(file).matchAll(/\((?:[^()\n]*[\s,])?([GT]\d{1,2}(?:\.\d+)?)\)/g)].map(([, rule]) => ({
      file,
      rule,
    })),
  );
  expect(cited.length).toBeGreaterThan(40);
  expect(cited.filter(({ rule }) => !rules.has(rule))).toEqual([]);
});

it("the rules are numbered without a gap", () => {
  const numbers = [...read("packages/core/RULES.md").matchAll(/^- \*\*G(\d+)\b/gm)].map(([, number]) =>
    Number(number),
  );
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});
