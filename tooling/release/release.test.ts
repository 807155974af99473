import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nextVersion } from "./next-version.ts";

const ROOT = new URL("../..", import.meta.url).pathname;

it.each([
  ["1.2.3", ["修复"], "1.2.4"],
  ["1.2.3", ["改进", "修复"], "1.2.4"],
  ["1.2.3", ["修复", "新增"], "1.3.0"],
  ["1.2.3", ["新增", "不兼容"], "2.0.0"],
] as const)("%s with %j is followed by %s", (version, kinds, next) =>
  expect(nextVersion(version, new Set(kinds))).toBe(next),
);

describe("pnpm release", () => {
  let folder = "";
  const git = (...words: string[]) => execFileSync("git", words, { cwd: folder, encoding: "utf8" });
  const release = () =>
    spawnSync(process.execPath, [join(ROOT, "tooling/release/release.ts"), folder], { encoding: "utf8" });
  const note = (name: string, text: string) => writeFileSync(join(folder, ".github/changes", name), text);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sevenstar-release-"));
    mkdirSync(join(folder, ".github/changes"), { recursive: true });
    writeFileSync(join(folder, "package.json"), '{\n  "name": "x",\n  "version": "1.0.0"\n}\n');
    cpSync(join(ROOT, ".github/changes/README.md"), join(folder, ".github/changes/README.md"));
    writeFileSync(
      join(folder, ".github/CHANGELOG.md"),
      "# 更新记录\n\n<!-- `pnpm release` 把新版本写在这一行下面 -->\n\n## 1.0.0（2026-11）\n",
    );
    git("init", "--quiet");
    git("config", "user.name", "tester");
    git("config", "user.email", "tester@example.com");
    git("add", "--all");
    git("commit", "--quiet", "--message", "Begin");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("refuses a dirty tree", () => {
    note("a.md", "---\nkind: 修复\n---\n改好了。\n");
    const { status, stderr } = release();
    expect(status).toBe(1);
    expect(stderr).toContain("the tree is dirty");
  });

  it("refuses where no note says what changed", () => {
    const { status, stderr } = release();
    expect(status).toBe(1);
    expect(stderr).toContain("no note of a change");
  });

  it("refuses a note without a known kind, naming it", () => {
    note("a.md", "---\nkind: 别的\n---\n改好了。\n");
    git("add", "--all");
    git("commit", "--quiet", "--message", "Note");
    const { status, stderr } = release();
    expect(status).toBe(1);
    expect(stderr).toContain("a.md: kind is one of");
  });

  it("raises the one version, writes the changelog and removes the notes, in one tagged commit", () => {
    note("fix.md", "---\nkind: 修复\n---\n提醒不再晚一天。\n");
    note("new.md", "---\nkind: 新增\n---\n新公式 BASKET。\n");
    git("add", "--all");
    git("commit", "--quiet", "--message", "Notes");
    expect(release()).toMatchObject({ status: 0 });
    expect(JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))).toMatchObject({
      version: "1.1.0",
    });
    const changelog = readFileSync(join(folder, ".github/CHANGELOG.md"), "utf8");
    expect(changelog).toMatch(
      /## 1\.1\.0（\d{4}-\d\d-\d\d）\n\n- 新增：新公式 BASKET。\n- 修复：提醒不再晚一天。\n\n## 1\.0\.0/,
    );
    expect(existsSync(join(folder, ".github/changes/fix.md"))).toBe(false);
    expect(git("status", "--porcelain")).toBe("");
    expect(git("tag").trim()).toBe("v1.1.0");
  });
});
