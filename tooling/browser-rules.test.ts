import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const ROOT = new URL("..", import.meta.url);
const sources = globSync(
  ["packages/pane/**/*.{ts,tsx}", "apps/{workbench,addin}/src/**/*.{ts,tsx}", "packages/core/**/*.ts"],
  { cwd: ROOT.pathname },
)
  .filter((path) => !/node_modules|\.test\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(new URL(path, ROOT), "utf8") }));

/** The places, as `path:line`, where a pattern stands in the sources of the pages. */
function places(pattern: RegExp, allowed: readonly string[] = [], within = sources): string[] {
  return within
    .filter(({ path }) => !allowed.includes(path))
    .flatMap(({ path, text }) =>
      text.split("\n").flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
    );
}

const ENTER =
  /(?:[!=]==?|case)\s*["'`](?:Numpad)?Enter["'`]|["'`](?:Numpad)?Enter["'`]\s*[!=]==?|key(?:Code)?\s*===?\s*13\b/;
/** A handler of Enter that takes the one which ends a composition for "done". */
const careless = (within: typeof sources) =>
  within.flatMap(({ path, text }) => {
    const lines = text.split("\n");
    return lines.flatMap((line, index) => {
      const near = lines.slice(Math.max(0, index - 2), index + 3).join("\n");
      return ENTER.test(line) && !near.includes("isComposing(") ? [`${path}:${index + 1}`] : [];
    });
  });

it("B11: every handler of Enter asks whether it ends a composition", () => {
  expect(sources.length).toBeGreaterThan(150);
  expect(careless(sources)).toEqual([]);
});

it("B11: a handler of Enter that does not ask is found", () => {
  const handler = { path: "x.tsx", text: 'onKeyDown={({ key }) => key === "Enter" && commit()}' };
  expect(careless([handler])).toEqual(["x.tsx:1"]);
});

const DYNAMIC = /\bimport\(/;
const guarded = /loadPart\(\(\) => import\(/;

it("C19: every part that is loaded on demand says so where it cannot be loaded", () => {
  const all = places(DYNAMIC).length;
  // The imports of types alone load nothing.
  const types = /readonly import\(".*"\)\./;
  const unguarded = sources
    .flatMap(({ path, text }) =>
      text.split("\n").map((line, index) => ({ at: `${path}:${index + 1}`, line })),
    )
    .filter(({ line }) => DYNAMIC.test(line) && !guarded.test(line) && !types.test(line));
  expect(all).toBeGreaterThan(10);
  expect(unguarded).toEqual([]);
});

const browser = (name: string) => `packages/pane/browser/${name}.ts`;

it.each([
  ["the small storage", /\blocalStorage\s*[.[]|\bsessionStorage\s*[.[]/, [browser("local-store")]],
  ["the databases", /\bindexedDB\s*[.[]/, [browser("database")]],
  ["locks and channels between pages", /navigator\.locks|new BroadcastChannel/, [browser("hold-alone")]],
  [
    "ids, which insecure pages cannot have by randomUUID",
    /crypto\.(?:randomUUID|subtle)/,
    [browser("random-id")],
  ],
  ["the clipboard", /navigator\.clipboard/, ["packages/pane/browser/copy-text.ts"]],
])("D22: %s that a browser may lack or refuse stand in one place", (_, pattern, allowed) => {
  expect(places(pattern, allowed)).toEqual([]);
});
