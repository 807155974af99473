import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";

const ROOT = new URL("..", import.meta.url).pathname;

/** What Biome, with the project's settings, says of a source text that stands at that path. */
function lint(path: string, source: string, beside?: readonly [path: string, source: string]): string {
  const folder = mkdtempSync(join(tmpdir(), "sevenstar-lint-"));
  try {
    cpSync(join(ROOT, ".biome.json"), join(folder, ".biome.json"));
    cpSync(join(ROOT, "tooling/lint"), join(folder, "tooling/lint"), { recursive: true });
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), source);
    if (beside) writeFileSync(join(folder, beside[0]), beside[1]);
    const biome = spawnSync(join(ROOT, "node_modules/.bin/biome"), ["lint", "--vcs-enabled=false", "."], {
      cwd: folder,
      encoding: "utf8",
    });
    return biome.stdout + biome.stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it.each([
  ["packages/core/payment/x.ts", 'import "node:fs";', "take what you need as an argument"],
  ["packages/core/payment/x.ts", 'import "react";', "put components into packages/pane"],
  ["packages/core/payment/x.ts", 'import "hono";', "put routes and queries into apps/api"],
  [
    "packages/core/payment/x.ts",
    'import "@univerjs/core";',
    "adapters belong in apps/addin or apps/workbench",
  ],
  ["packages/core/payment/x.ts", "export const now = () => new Date();", "take today as an argument"],
  [
    "packages/core/payment/x.ts",
    "export const name = CustomFunctions;",
    "only apps/addin associates functions",
  ],
  ["packages/core/cells/x.ts", 'import "../functions/y.ts";', "cells is the ground of core"],
  ["packages/core/cells/x.ts", 'export type { Y } from "../payment/y.ts";', "cells is the ground of core"],
  ["packages/core/statistics/x.ts", 'import "../market/y.ts";', "no word of 1688"],
  ["packages/core/functions/x.ts", 'import "../listing/y.ts";', "move the rule into its domain"],
  ["packages/core/payment/x.ts", 'import "../template/y.ts";', "and knows none of them"],
  ["packages/core/payment/x.ts", 'import "../listing/y.ts";', "knows no other one"],
  ["packages/core/orders/x.ts", 'import "../market/y.ts";', "reads payment and no other domain"],
  ["packages/core/market/x.ts", 'import "../payment/y.ts";', "read listing and no other domain"],
  ["packages/core/exports/x.ts", 'import "../catalogue/y.ts";', "know neither each other"],
  ["packages/core/template/x.ts", 'import "../exports/y.ts";', "know neither each other"],
  ["packages/core/reports/x.ts", 'import "../catalogue/y.ts";', "a report does not know it"],
  ["packages/pane/src/x.tsx", "export const run = () => Excel.run;", "use the SheetHost port"],
  ["packages/pane/src/x.tsx", 'import "@univerjs/core";', "only through the SheetHost port"],
  [
    "apps/workbench/src/x.ts",
    "export const host = () => Office.context;",
    "only apps/addin speaks to Office",
  ],
  ["apps/addin/src/x.ts", 'import "@univerjs/core";', "Univer belongs in apps/workbench only"],
  ["apps/addin/src/x.ts", 'import "@sevenstar/workbench/x";', "apps do not import each other"],
  ["apps/api/src/x.ts", 'import "react";', "the API serves the built pages"],
])("%s may not say %s", (path, source, advice) => {
  expect(lint(path, `${source}\n`)).toContain(advice);
});

it("lets the folders of core read what stands below them, and their tests what stands above", () => {
  const below = [
    ["cells/x.test.ts", "../payment/y.ts"],
    ["functions/x.ts", "../cells/y.ts"],
    ["orders/x.ts", "../payment/y.ts"],
    ["market/x.ts", "../listing/y.ts"],
    ["template/x.ts", "../payment/y.ts"],
    ["catalogue/x.ts", "../exports/y.ts"],
  ] as const;
  const said = below.map(([path, from]) => lint(`packages/core/${path}`, `import "${from}";\n`));
  expect(said.join("")).not.toContain("plugin");
});

it("allows no circle of imports", () => {
  const folder = "packages/core/cells";
  expect(lint(`${folder}/x.ts`, 'import "./y.ts";\n', [`${folder}/y.ts`, 'import "./x.ts";\n'])).toContain(
    "noImportCycles",
  );
});

it("lets apps/addin speak to Excel and apps/workbench to Univer", () => {
  const excel = lint("apps/addin/src/x.ts", "export const run = () => Excel.run;\n");
  const univer = lint("apps/workbench/src/x.ts", 'import "@univerjs/core";\n');
  expect(excel + univer).not.toMatch(/only apps\/addin|belongs in/);
});
