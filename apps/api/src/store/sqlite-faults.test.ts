import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { sql } from "kysely";
import { afterAll, describe, expect, it, vi } from "vitest";
import { serveApi } from "../serve-api.ts";
import { openServices } from "../services.ts";
import { TestApi } from "../test-api.fixture.ts";
import { openSqlite, SQLITE_FILE } from "./open-sqlite.ts";

const root = mkdtempSync(join(tmpdir(), "sevenstar-faults-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folders = 0;
const newFolder = () => join(root, `data-${folders++}`);

const NEW = { "If-None-Match": "*" };
/** A template whose rows take about so many kilobytes. */
const template = (kilobytes: number) => ({
  kind: "word-list",
  name: "词",
  rows: Array.from({ length: kilobytes * 5 }, (_, index) => ({
    id: `r${index}`,
    word: `${index}`.padEnd(50, "词"),
    use: "违禁",
    weight: 1,
  })),
});

/** Writes templates until one is refused; gives those acknowledged and the refusal. */
async function fill(api: TestApi, token: string, kilobytes: number) {
  const acknowledged: string[] = [];
  for (let index = 0; index < 900; index++) {
    const id = `t${acknowledged.length}`;
    const answer = await api.ask("PUT", `/v1/templates/${id}`, {
      token,
      json: template(kilobytes),
      headers: { ...NEW, "Idempotency-Key": id },
    });
    if (answer.status !== 201) return { acknowledged, refusal: answer, refused: id };
    acknowledged.push(id);
  }
  throw new Error("the disk never became full");
}

async function listed(api: TestApi, token: string): Promise<string[]> {
  const { status, body } = await api.ask("GET", "/v1/templates", { token });
  expect(status).toBe(200);
  return body.templates.map(({ id }: { id: string }) => id);
}

/** A small file system of its own, where this machine lets us mount one; else why not. */
function smallDisk(): { folder: string; unmount: () => void } | string {
  if (process.platform !== "linux") return "only Linux mounts a tmpfs";
  const folder = newFolder();
  mkdirSync(folder);
  const { status, stderr } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=6m", "tmpfs", folder]);
  if (status !== 0) return `mounting was refused: ${String(stderr).trim() || "not root"}`;
  return { folder, unmount: () => void execFileSync("umount", ["-l", folder]) };
}

describe("the API on a full disk", () => {
  it("refuses writes with 503 and a sentence, reads on, is not ready, and recovers with nothing lost", async ({
    skip,
  }) => {
    const disk = smallDisk();
    if (typeof disk === "string") return skip(disk);
    try {
      const api = await TestApi.open({}, disk.folder);
      const token = await api.team();
      expect((await api.ask("GET", "/readyz")).status).toBe(200);
      const ballast = join(disk.folder, "ballast");
      writeFileSync(ballast, Buffer.alloc(3_000_000));
      const { acknowledged, refusal, refused } = await fill(api, token, 8);
      expect(refusal.status).toBe(503);
      expect(refusal.headers.get("Retry-After")).toMatch(/^\d+$/);
      expect(refusal.body.detail).toMatch(/磁盘已满.*腾出空间.*再试。$/);
      const health = await api.ask("GET", "/readyz");
      expect([health.status, health.body.detail]).toEqual([503, expect.stringContaining("磁盘已满")]);
      expect((await api.ask("GET", "/healthz")).status).toBe(200);
      expect(await listed(api, token)).toEqual(acknowledged.toSorted());

      rmSync(ballast);
      const again = await api.ask("PUT", `/v1/templates/${refused}`, {
        token,
        json: template(8),
        headers: { ...NEW, "Idempotency-Key": refused },
      });
      expect(again.status).toBe(201);
      await expect.poll(async () => (await api.ask("GET", "/readyz")).status, { timeout: 5_000 }).toBe(200);
      expect(await listed(api, token)).toEqual([...acknowledged, refused].toSorted());
      await api.services.store.close();
      expect(statfsSync(disk.folder).bavail).toBeGreaterThan(0);
      const reopened = await TestApi.open({}, disk.folder);
      expect(await listed(reopened, token)).toEqual([...acknowledged, refused].toSorted());
      await reopened.services.store.close();
    } finally {
      disk.unmount();
    }
  });

  it("writes down the first error, and does no part of the writes that shared its transaction", async () => {
    const lines: string[] = [];
    const spy = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
      lines.push(String(text));
      return true;
    });
    const api = await TestApi.open({ LOG_LEVEL: "error" });
    try {
      const token = await api.team();
      const { db } = api.services.store;
      // Room for some small templates, none for a large one: SQLite itself finds the file full.
      const pages = await sql<{ page_count: number }>`pragma page_count`.execute(db);
      await sql.raw(`pragma max_page_count = ${(pages.rows[0]?.page_count ?? 0) + 10}`).execute(db);
      const put = (id: string, kilobytes: number) =>
        api.ask("PUT", `/v1/templates/${id}`, { token, json: template(kilobytes), headers: NEW });
      const statuses = (await Promise.all([put("a", 1), put("large", 200), put("b", 1), put("c", 1)])).map(
        ({ status }) => status,
      );
      expect(statuses).toEqual([201, 503, 201, 201]);
      expect((await api.ask("GET", "/readyz")).status).toBe(200);
      expect((await put("large", 200)).status).toBe(503);
      expect((await api.ask("GET", "/readyz")).status).toBe(503);
      expect(await listed(api, token)).toEqual(["a", "b", "c"]);
      // Nothing of the refused write is left behind: revisions without a gap, one entry of the log for each.
      const revs = await db.selectFrom("revisions").select(["id", "rev"]).orderBy("rev").execute();
      expect(revs.map(({ id, rev }) => `${id} ${rev}`)).toEqual(["a 1", "b 2", "c 3"]);
      const audit = await db.selectFrom("audit").where("rev", "is not", null).select("rev").execute();
      expect(audit.map(({ rev }) => rev).toSorted()).toEqual([1, 2, 3]);
      const codes = () => {
        const written = lines.join("").split("\n").filter(Boolean);
        const errors = written.map((line) => JSON.parse(line)).filter(({ level }) => level === "error");
        return errors.map(({ code }) => code);
      };
      await vi.waitFor(() => expect(codes()).toEqual(["SQLITE_FULL", "SQLITE_FULL"]), 5_000);
      expect(lines.join("")).not.toContain("no transaction is active");

      await sql.raw("pragma max_page_count = 1000000").execute(db);
      expect((await put("large", 200)).status).toBe(201);
    } finally {
      spy.mockRestore();
      await api.close();
    }
  });
});

describe("the API while another process writes to its SQLite file", () => {
  it("answers everything else at once, writes within 5 s either way, and all of them afterwards", async () => {
    const api = await TestApi.open();
    const token = await api.team();
    await api.ask("PUT", "/v1/templates/before", { token, json: template(1), headers: NEW });
    const served = await serveApi(await openServices({ ...api.services.settings, PORT: 0 }));
    const url = (path: string) => `http://127.0.0.1:${served.port}${path}`;
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    const other = spawn(process.execPath, [
      "-e",
      `const D = require(${JSON.stringify(fileURLToPath(import.meta.resolve("better-sqlite3")))});
       const d = new D(${JSON.stringify(join(api.folder, SQLITE_FILE))});
       d.exec("begin immediate"); console.log("held");
       setTimeout(() => { d.exec("commit"); d.close(); }, 10_000);`,
    ]);
    const released = new Promise((resolve) => other.once("close", resolve));
    await new Promise((resolve, reject) => {
      other.stdout.once("data", resolve);
      other.stderr.once("data", (words) => reject(new Error(String(words))));
    });
    let isHeld = true;
    void released.then(() => {
      isHeld = false;
    });

    const outcomes: { status: number; milliseconds: number; retryAfter: string | null }[] = [];
    const writer = async (id: string) => {
      for (;;) {
        const start = performance.now();
        const body = JSON.stringify(template(1));
        const response = await fetch(url(`/v1/templates/${id}`), {
          method: "PUT",
          headers: { ...headers, ...NEW, "Idempotency-Key": id },
          body,
        });
        const { status } = response;
        const retryAfter = response.headers.get("Retry-After");
        outcomes.push({ status, milliseconds: performance.now() - start, retryAfter });
        if (status !== 503) return;
        await sleep(100);
      }
    };
    const writing = Promise.all(Array.from({ length: 6 }, (_, index) => writer(`w${index}`)));
    const waits: number[] = [];
    while (isHeld) {
      const start = performance.now();
      expect((await fetch(url("/healthz"))).status).toBe(200);
      expect((await fetch(url("/v1/templates/before"), { headers })).status).toBe(200);
      waits.push(performance.now() - start);
      await sleep(50);
    }
    await writing;
    // Each took as long as the lock was held, five seconds and more, when the lock was waited for in the loop.
    expect(Math.max(...waits)).toBeLessThan(2_000);
    expect(waits.length).toBeGreaterThan(20);
    expect(outcomes.filter(({ status }) => status === 201)).toHaveLength(6);
    const refused = outcomes.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(({ retryAfter }) => Number(retryAfter) > 0)).toBe(true);
    expect(Math.max(...outcomes.map(({ milliseconds }) => milliseconds))).toBeLessThan(5_000);
    await served.stop();
    await api.close();
  });
});

/** A data folder with a closed file of some templates; gives its path. */
async function filled(kilobytes = 40): Promise<string> {
  const api = await TestApi.open({}, newFolder());
  const token = await api.team();
  for (let index = 0; index < 10; index++) {
    await api.ask("PUT", `/v1/templates/t${index}`, { token, json: template(kilobytes), headers: NEW });
  }
  await api.services.store.close();
  return api.folder;
}

/** Overwrites a part of a file. */
function damage(file: string, at: number, bytes: Buffer): void {
  const descriptor = openSync(file, "r+");
  writeSync(descriptor, bytes, 0, bytes.length, at);
  closeSync(descriptor);
}

const refusalOf = (folder: string, ...more: number[]) =>
  openSqlite(folder, ...more).then(
    async ({ db }) => {
      await db.destroy();
      return "opened";
    },
    (error: Error) => error.message,
  );

describe("a start on a damaged SQLite file", () => {
  it.each([
    ["a torn page", (file: string) => damage(file, 20 * 4096, Buffer.alloc(3 * 4096, 0xa5))],
    ["a file cut off", (file: string) => truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096)],
  ])("is refused for %s with what to do, and changes nothing", async (_, harm) => {
    const folder = await filled();
    const file = join(folder, SQLITE_FILE);
    harm(file);
    const before = readFileSync(file);
    expect(await refusalOf(folder)).toMatch(
      /^数据文件 .*sevenstar\.sqlite (?:已损坏|打不开)（.+），请先.*复制留底.* restore 备份\.sqlite .*恢复。$/,
    );
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it("of a large file goes on meanwhile, is then not ready, and says so", async () => {
    const folder = await filled();
    damage(join(folder, SQLITE_FILE), 20 * 4096, Buffer.alloc(3 * 4096, 0xa5));
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    try {
      const { db, checkState } = await openSqlite(folder, 0);
      await expect
        .poll(() => checkState().catch(({ code }) => code), { timeout: 10_000 })
        .toBe("SQLITE_CORRUPT");
      expect(said).toHaveBeenCalledWith(expect.stringMatching(/^数据文件 .* 已损坏（.*restore/));
      await db.destroy();
    } finally {
      said.mockRestore();
    }
  });

  it("takes a whole file as it is, small or large", async () => {
    const folder = await filled(2);
    expect(await refusalOf(folder)).toBe("opened");
    expect(await refusalOf(folder, 0)).toBe("opened");
  });
});

/** The files that a process that was killed has left: a log that is not yet in the data file. */
async function killed(): Promise<{ folder: string; wal: string }> {
  const api = await TestApi.open({}, newFolder());
  const token = await api.team();
  for (let index = 0; index < 12; index++) {
    await api.ask("PUT", `/v1/templates/t${index}`, { token, json: template(4), headers: NEW });
  }
  const folder = newFolder();
  mkdirSync(folder);
  for (const name of readdirSync(api.folder)) copyFileSync(join(api.folder, name), join(folder, name));
  await api.close();
  return { folder, wal: join(folder, `${SQLITE_FILE}-wal`) };
}

describe("a start on a damaged write-ahead log", () => {
  const noticesOf = async (folder: string) => {
    const { db, notices } = await openSqlite(folder);
    const { rows } = await sql<{ count: number }>`select count(*) as count from templates`.execute(db);
    await db.destroy();
    return { notices, count: rows[0]?.count };
  };
  const kept = (folder: string) => readdirSync(folder).filter((name) => name.includes(".damaged-"));

  it("says nothing where a process was only killed, with or without the log's index", async () => {
    for (const isIndexKept of [true, false]) {
      const { folder } = await killed();
      if (!isIndexKept) rmSync(join(folder, `${SQLITE_FILE}-shm`));
      expect(await noticesOf(folder)).toEqual({ notices: [], count: 12 });
    }
  });

  it("says nothing where the power cut short the last commit, which nobody was told of", async () => {
    const { folder, wal } = await killed();
    rmSync(join(folder, `${SQLITE_FILE}-shm`));
    truncateSync(wal, statSync(wal).size - 2_000);
    expect(await noticesOf(folder)).toEqual({ notices: [], count: 11 });
  });

  it("says that commits in the middle cannot be read, keeps the log, and goes on with the rest, once", async () => {
    const { folder, wal } = await killed();
    rmSync(join(folder, `${SQLITE_FILE}-shm`));
    damage(wal, Math.floor(statSync(wal).size / 2), Buffer.from("烂"));
    const whole = readFileSync(wal);
    const { notices, count } = await noticesOf(folder);
    expect(notices).toEqual([expect.stringMatching(/-wal 有损坏（其中第 \d+ 页损坏.*restore/)]);
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(12);
    expect(kept(folder)).toHaveLength(1);
    expect(readFileSync(join(folder, kept(folder)[0] ?? "")).equals(whole)).toBe(true);
    expect((await noticesOf(folder)).notices).toEqual([]);
  });

  it("says that the log is shorter than its index, where that has survived", async () => {
    const { folder, wal } = await killed();
    expect(existsSync(join(folder, `${SQLITE_FILE}-shm`))).toBe(true);
    truncateSync(wal, Math.floor(statSync(wal).size * 0.6));
    const { notices, count } = await noticesOf(folder);
    expect(notices).toEqual([expect.stringMatching(/-wal 有损坏（应有 \d+ 页，只读得出 \d+ 页/)]);
    expect(count).toBeLessThan(12);
  });
});

describe("a backup of a SQLite file", () => {
  it("never holds the lock that writers need", async () => {
    const folder = await filled(800);
    const holder = new Database(join(folder, SQLITE_FILE), { timeout: 0 });
    const script = fileURLToPath(new URL("../commands/backup.ts", import.meta.url));
    const child = spawn(process.execPath, [script, join(root, "backup.sqlite")], {
      env: { PATH: process.env["PATH"] ?? "", DATA_DIR: folder },
      stdio: "ignore",
    });
    let isRunning = true;
    const code = new Promise<number | null>((resolve) =>
      child.once("close", (ended) => {
        isRunning = false;
        resolve(ended);
      }),
    );
    let writes = 0;
    // Each throws at once where another holds the lock.
    while (isRunning) {
      holder.exec("begin immediate; update teams set name = name; commit");
      writes++;
      await sleep(1);
    }
    holder.close();
    expect(await code).toBe(0);
    expect(writes).toBeGreaterThan(10);
  });
});
