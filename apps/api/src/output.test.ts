import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, describe, expect, it } from "vitest";

const SERVE = fileURLToPath(new URL("../serve.js", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "sevenstar-output-"));
let folders = 0;
const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

let port = 20_000 + (process.pid % 20_000);
const environment = () => ({
  PATH: process.env["PATH"] ?? "",
  PORT: String(port),
  DATA_DIR: join(root, `data-${folders++}`),
  LOG_LEVEL: "debug",
});

/** Asks until the API answers; then asks on while its log is written, which is every tenth of a second. */
async function answersOn(): Promise<number[]> {
  const ask = () => fetch(`http://127.0.0.1:${port}/healthz`).then(({ status }) => status);
  await expect.poll(() => ask().catch(() => 0), { timeout: 30_000 }).toBe(200);
  const statuses = [];
  for (let index = 0; index < 5; index++) {
    statuses.push(await ask().catch(() => 0));
    await sleep(200);
  }
  return statuses;
}

const ALIVE = [200, 200, 200, 200, 200];

describe("the API's process whose output goes nowhere", () => {
  it("lives on where its reader has gone, as in `serve | head -1`", async () => {
    port++;
    const child = spawn(process.execPath, [SERVE], { env: environment(), stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    child.stdout.once("data", () => {
      child.stdout.destroy();
      child.stderr.destroy();
    });
    expect(await answersOn()).toEqual(ALIVE);
    expect(child.exitCode).toBeNull();
  });

  it("lives on where nobody has ever read it, and starts so", async () => {
    port++;
    const child = spawn(process.execPath, [SERVE], { env: environment(), stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    child.stdout.destroy();
    child.stderr.destroy();
    expect(await answersOn()).toEqual(ALIVE);
    expect(child.exitCode).toBeNull();
  });

  it.skipIf(process.platform !== "linux")("lives on where the disk of its log is full", async () => {
    port++;
    const full = openSync("/dev/full", "w");
    const child = spawn(process.execPath, [SERVE], { env: environment(), stdio: ["ignore", full, full] });
    running.add(child);
    expect(await answersOn()).toEqual(ALIVE);
    expect(child.exitCode).toBeNull();
  });

  // Python makes a terminal, as Node cannot, and closes it; the process is then told so and can print no more (EIO).
  const python = spawnSync("python3", ["-c", "import pty"]).status === 0;
  it.skipIf(!python)("lives on where its terminal has been closed [needs python3]", async () => {
    port++;
    const script =
      "import os,pty,sys,time\npid,fd=pty.fork()\nif pid==0: os.execv(sys.argv[1],sys.argv[1:])\nprint(pid,flush=True)\nos.read(fd,10)\nos.close(fd)\ntime.sleep(60)";
    const env = environment();
    const parent = spawn("python3", ["-c", script, process.execPath, SERVE], { env });
    running.add(parent);
    const pid = await new Promise<number>((resolve) =>
      parent.stdout.once("data", (chunk) => resolve(Number(String(chunk)))),
    );
    try {
      expect(await answersOn()).toEqual(ALIVE);
    } finally {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // It has ended.
      }
    }
  });
});
