import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ApiProcess } from "./api-process.ts";

const WRITES = 20;
const canTrace = spawnSync("strace", ["-o", "/dev/null", "true"]).status === 0;

it.skipIf(!canTrace)(
  "[T4] has each write in SQLite's log on disk (fdatasync) before the first byte of its answer; skipped without strace",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "sevenstar-fsync-"));
    const trace = join(folder, "trace");
    const calls = "trace=pwrite64,fsync,fdatasync,write,writev";
    const strace = ["strace", "-D", "-f", "-y", "-s", "40", "-e", calls, "-o", trace];
    const api = await ApiProcess.start({ DATA_DIR: folder }, strace);
    const token = await api.signIn();
    for (let index = 0; index < WRITES; index++) {
      const { status } = await api.ask("PUT", `/v1/templates/t${index}`, {
        token,
        json: { kind: "word-list", name: "词", rows: [{ id: "a", word: `词${index}`, use: "违禁" }] },
        headers: { "If-None-Match": "*" },
      });
      expect(status).toBe(201);
    }
    await api.end("SIGTERM");

    // The calls by name, in the order in which they were made, and those on SQLite's log marked.
    const events = readFileSync(trace, "utf8")
      .split("\n")
      .flatMap((line) => {
        if (line.includes("sevenstar.sqlite-wal>"))
          return [/f(?:data)?sync\(/.test(line) ? "synced" : "logged"];
        return line.includes('"HTTP/1.1 201') ? ["answered"] : [];
      });
    const isSynced = events.map((event, index) => {
      const before = events.slice(0, index);
      return event !== "answered" || before.lastIndexOf("synced") > before.lastIndexOf("logged");
    });
    // The sign-in is answered with 201 too.
    expect(events.filter((event) => event === "answered")).toHaveLength(WRITES + 1);
    expect(events.filter((event) => event === "synced").length).toBeGreaterThan(WRITES);
    expect(isSynced).not.toContain(false);
    rmSync(folder, { recursive: true, force: true });
  },
);
