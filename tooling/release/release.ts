import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ChangeNote, readChangeNote } from "./change-note.ts";
import { changelogWith } from "./changelog-with.ts";
import { nextVersion } from "./next-version.ts";

const ROOT = process.argv[2] ?? new URL("../..", import.meta.url).pathname;
const git = (...words: string[]) => execFileSync("git", words, { cwd: ROOT, encoding: "utf8" });

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

if (git("status", "--porcelain") !== "")
  refuse("Commit or put aside what is changed first: the tree is dirty.");

const folder = join(ROOT, ".github/changes");
const files = readdirSync(folder).filter((file) => file.endsWith(".md") && file !== "README.md");
if (files.length === 0) refuse("Nothing to release: .github/changes holds no note of a change.");
const read = files.map((file) => readChangeNote(file, readFileSync(join(folder, file), "utf8")));
const wrong = read.filter((note) => typeof note === "string");
if (wrong.length > 0) refuse(wrong.join("\n"));
const notes = read as ChangeNote[];

const packageFile = join(ROOT, "package.json");
const manifest = readFileSync(packageFile, "utf8");
const { version } = JSON.parse(manifest) as { version: string };
const next = nextVersion(version, new Set(notes.map(({ kind }) => kind)));
const day = new Date().toISOString().slice(0, 10);
const changelogFile = join(ROOT, ".github/CHANGELOG.md");
const changelog = changelogWith(readFileSync(changelogFile, "utf8"), next, day, notes);
writeFileSync(packageFile, manifest.replace(`"version": "${version}"`, `"version": "${next}"`));
writeFileSync(changelogFile, changelog);
for (const file of files) rmSync(join(folder, file));
git("add", "--all");
git("commit", "--message", `Release ${next}`);
git("tag", "--annotate", `v${next}`, "--message", `Release ${next}`);
console.log(`Released ${next}: push main and the tag v${next}.`);
