import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

const ROOT = new URL("..", import.meta.url).pathname;

/** Sources that may not stand in a folder, and what the lint says to do instead. */
const REFUSED = [
  ["packages/core/payment", 'import "node:fs";', "take what you need as an argument"],
  ["packages/core/payment", 'import "react";', "put components into packages/pane"],
  ["packages/core/payment", 'import "hono";', "put routes and queries into apps/api"],
  ["packages/core/payment", 'import "@univerjs/core";', "adapters belong in apps/addin or apps/workbench"],
  ["packages/core/payment", "export const now = () => new Date();", "take today as an argument"],
  ["packages/core/payment", "export const name = CustomFunctions;", "only apps/addin associates functions"],
  ["packages/core/cells", 'import "../functions/y.ts";', "cells is the ground of core"],
  ["packages/core/cells", 'export type { Y } from "../payment/y.ts";', "cells is the ground of core"],
  ["packages/core/statistics", 'import "../market/y.ts";', "no word of 1688"],
  ["packages/core/functions", 'import "../listing/y.ts";', "move the rule into its domain"],
  ["packages/core/payment", 'import "../template/y.ts";', "and knows none of them"],
  ["packages/core/payment", 'import "../listing/y.ts";', "knows no other one"],
  ["packages/core/orders", 'import "../market/y.ts";', "reads payment and no other domain"],
  ["packages/core/market", 'import "../payment/y.ts";', "read listing and no other domain"],
  ["packages/core/exports", 'import "../catalogue/y.ts";', "know neither each other"],
  ["packages/core/template", 'import "../exports/y.ts";', "know neither each other"],
  ["packages/core/template/client", 'import "../../exports/y.ts";', "know neither each other"],
  ["packages/core/template/wire", 'import "../client/y.ts";', "merge and client stand above it"],
  ["packages/core/template/merge", 'import "../client/y.ts";', "the client stands above it"],
  ["packages/core/template", 'import "./wire/y.ts";', "are the ground of wire, merge and client"],
  ["packages/core/payment", 'import "./y.fixture.ts";', "the product does not import it"],
  ["apps/api/src", 'import "@sevenstar/core/testing/y";', "the product does not import it"],
  ["packages/core/reports", 'import "../catalogue/y.ts";', "a report does not know it"],
  ["packages/pane", "export const run = () => Excel.run;", "use the SheetHost port"],
  ["packages/pane", 'import "@univerjs/core";', "only through the SheetHost port"],
  ["apps/workbench/src", "export const host = () => Office.context;", "only apps/addin speaks to Office"],
  ["apps/workbench/src", 'import { x } from "@univerjs/preset-sheets-core";', "behind a function named for"],
  [
    "apps/workbench/src",
    'import { IUndoRedoService, type IRange } from "@univerjs/core";',
    "only types, enums",
  ],
  ["apps/workbench/univer", 'import "../src/read-cell.ts";', "the ground of the workbench"],
  ["apps/addin/src", 'import "@univerjs/core";', "Univer belongs in apps/workbench only"],
  ["apps/addin/src", 'import "@sevenstar/workbench/x";', "apps do not import each other"],
  ["apps/api/src", 'import "react";', "the API serves the built pages"],
] as const;

/** Sources that may stand in a file. */
const ALLOWED = [
  ["packages/core/cells/x.test.ts", 'import "../payment/y.ts";'],
  ["packages/core/payment/x.fixture.ts", 'import "./y.fixture.ts";'],
  ["packages/core/template/client/x.ts", 'import "../wire/y.ts";'],
  ["packages/core/functions/x.ts", 'import "../cells/y.ts";'],
  ["packages/core/orders/x.ts", 'import "../payment/y.ts";'],
  ["packages/core/market/x.ts", 'import "../listing/y.ts";'],
  ["packages/core/template/x.ts", 'import "../payment/y.ts";'],
  ["packages/core/catalogue/x.ts", 'import "../exports/y.ts";'],
  ["apps/addin/src/x.ts", "export const run = () => Excel.run;"],
  ["apps/workbench/src/x.ts", 'import { type IRange, Rectangle } from "@univerjs/core";'],
  ["apps/workbench/univer/x.ts", 'import { IUndoRedoService } from "@univerjs/core";'],
  ["apps/workbench/univer/y.ts", 'import "../src/formula/y.ts";'],
] as const;

const CIRCLE = ["packages/core/cells/one.ts", "packages/core/cells/two.ts"] as const;
const CIRCLE_OF_TYPES = ["apps/api/src/one.ts", "apps/api/src/two.ts"] as const;

const refusedPath = (index: number) => `${REFUSED[index]?.[0]}/refused-${index}.ts`;
let said: ReadonlyMap<string, string>;
beforeAll(() => {
  said = lint([
    ...REFUSED.map(([, source], index) => [refusedPath(index), source] as const),
    ...ALLOWED,
    [CIRCLE[0], 'import "./two.ts";'],
    [CIRCLE[1], 'import "./one.ts";'],
    [CIRCLE_OF_TYPES[0], 'export type { Two } from "./two.ts";\nexport type One = 1;'],
    [CIRCLE_OF_TYPES[1], 'import type { One } from "./one.ts";\nexport type Two = One;'],
  ]);
});

/** What Biome, with the project's settings, says of sources, by the path at which each of them stands. */
function lint(sources: readonly (readonly [path: string, source: string])[]): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "sevenstar-lint-"));
  try {
    cpSync(join(ROOT, ".biome.json"), join(folder, ".biome.json"));
    cpSync(join(ROOT, "tooling/lint"), join(folder, "tooling/lint"), { recursive: true });
    for (const [path, source] of sources) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), `${source}\n`);
    }
    const biome = spawnSync(
      join(ROOT, "node_modules/.bin/biome"),
      ["lint", "--vcs-enabled=false", "--max-diagnostics=none", "."],
      { cwd: folder, encoding: "utf8" },
    );
    const said = new Map<string, string>();
    for (const diagnostic of biome.stderr.split(/^(?=\S+\.ts:\d+:\d+ )/m)) {
      const path = diagnostic.slice(0, diagnostic.indexOf(":"));
      said.set(path, `${said.get(path) ?? ""}${diagnostic}`);
    }
    return said;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the lint", () => {
  it.each(REFUSED.map((refused, index) => [...refused, refusedPath(index)] as const))(
    "%s may not say %s",
    (_, _source, advice, path) => expect(said.get(path)).toContain(advice),
  );

  it.each(ALLOWED)("%s may say %s", (path) =>
    expect(said.get(path) ?? "").not.toMatch(/plugin|noRestricted/),
  );

  it.each([CIRCLE, CIRCLE_OF_TYPES])("allows no circle of imports, also of types: %s", (...circle) => {
    expect(circle.map((path) => said.get(path)).join()).toContain("noImportCycles");
  });
});
