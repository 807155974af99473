import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { patternProblems } from "./pattern-problems.ts";

const ROOT = new URL("../..", import.meta.url).pathname;

/** Files whose patterns are put together, and why they may be. */
const PUT_TOGETHER: Readonly<Record<string, string>> = {
  "packages/pane/plan/exchange/notice-tokens.ts":
    "sticky patterns of bounded repeats; notice-time.test.ts pumps them",
};

/** Every source file but the tests and their fixtures, whose patterns read only what the product says itself. */
const sources = globSync("{packages,apps,tooling}/**/*.{ts,tsx,js,mjs}", {
  cwd: ROOT,
  exclude: (path) => /(?:^|\/)(?:node_modules|dist)$/.test(path),
}).filter((path) => !/\.(?:test\.tsx?|fixture\.[jt]s)$/.test(path) && !Object.hasOwn(PUT_TOGETHER, path));

it("[G15] no pattern of the sources matches in more than linear time", () => {
  expect(sources.length).toBeGreaterThan(300);
  const problems = sources.flatMap((path) => patternProblems(path, readFileSync(`${ROOT}${path}`, "utf8")));
  expect(problems).toEqual([]);
}, 300_000);

it.each([
  ["neighbouring blanks", String.raw`export const x = /^\s*(\+?)\s*\s*x$/;`, "3rd degree polynomial"],
  ["blanks before the end", String.raw`text.replace(/\s+$/, "");`, "2nd degree polynomial"],
  ["brackets that nobody closes", String.raw`text.replaceAll(/\([^)]*\)/g, "");`, "2nd degree polynomial"],
  ["a choice inside a repeat", "const x: RegExp = /^(?:a|a)*$/u;", "exponential"],
  ["a pattern given as text", String.raw`new RegExp("^(\\d+)*$", "i");`, "exponential"],
  ["a template", "RegExp(`$" + "{word}\\\\s*\\\\s*$`);", "2nd degree polynomial"],
  ["what stands behind a look-behind", String.raw`export const x = /(?<!x)\s*(?:\s+)$/;`, "polynomial"],
  ["a pattern in JSX", "const x = <p>{text.split(/,+$/)}</p>;", "2nd degree polynomial"],
])("[G15] %s is refused", (_, source, words) => {
  const problems = patternProblems("x.tsx", `\n${source}\n`);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(words);
  expect(problems[0]).toMatch(/^x\.tsx:2: /);
});

it("[G15] a pattern that is put together elsewhere is refused", () => {
  expect(patternProblems("x.ts", "new RegExp(pattern);")).toEqual([
    "x.ts:1: write the pattern as a literal or a template",
  ]);
});

it("[G15] what matches in linear time may stay", () => {
  const source = String.raw`export const x = [/^\d+(?:\.\d+)?$/, /\{.{1,9}\}/, new RegExp("[a-z]+", "g")];`;
  expect(patternProblems("x.ts", source)).toEqual([]);
});
