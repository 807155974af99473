import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const UNIVER = new URL("../apps/workbench/univer/", import.meta.url);
const TESTS = ["sheet-host/", "workbench-tests/"].flatMap((folder) =>
  readdirSync(new URL(folder, import.meta.url)),
);

const files = readdirSync(UNIVER).filter((file) => file !== "README.md");
const readme = readFileSync(new URL("README.md", UNIVER), "utf8");
const rows = readme
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "")));
const [, apart = ""] = readme.split("## Leans on nothing inside");
const filesIn = (text: string) => [...text.matchAll(/`([a-z-]+\.(?:ts|css))`/g)].map(([, file]) => file);

it("the README of what leans on Univer names each file there in one row or as leaning on nothing", () => {
  const named = [...rows.flatMap(([file = ""]) => filesIn(file)), ...filesIn(apart.split(";")[0] ?? "")];
  expect(named.sort()).toEqual(files.sort());
});

it.each(rows)("its row of %s says on what, what breaks without it, and which tests say so", (...row) => {
  expect(row).toHaveLength(4);
  const [, leansOn, without, keptBy = ""] = row;
  expect([leansOn, without].every((cell) => cell)).toBe(true);
  const tests = [...keptBy.matchAll(/`([a-z-]+\.test\.ts)`/g)].map(([, test]) => test);
  expect(tests.length > 0 || keptBy === "the bench").toBe(true);
  expect(tests.filter((test) => !TESTS.includes(test ?? ""))).toEqual([]);
});

it("names the version of Univer that is installed", () => {
  const workspace = readFileSync(new URL("../pnpm-workspace.yaml", import.meta.url), "utf8");
  const [, version] = /"@univerjs\/core": (\S+)/.exec(workspace) ?? [];
  expect(readme).toContain(`Univer ${version}.`);
});
