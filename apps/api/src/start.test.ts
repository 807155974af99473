import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { afterAll, describe, expect, it } from "vitest";

const SERVE = fileURLToPath(new URL("../serve.js", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "sevenstar-start-"));
let folders = 0;
const newFolder = () => join(root, `data-${folders++}`);
const running = new Set<ChildProcess>();

afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(root, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** Starts the API as its own process; gives its link when it listens, or how it ended. */
function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, [SERVE], {
    env: { PATH: process.env["PATH"] ?? "", PORT: "0", ...environment },
  });
  running.add(child);
  let said = "";
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code) => {
      running.delete(child);
      resolve({ code, said });
    });
  });
  const link = new Promise<string>((resolve) => {
    const listen = (chunk: Buffer) => {
      said += chunk;
      const found = /http:\S+#signin=\S+/.exec(said)?.[0];
      if (found) resolve(found);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
  });
  return { child, link, ended, said: () => said };
}

async function signIn(link: string) {
  const { origin, hash } = new URL(link);
  const response = await fetch(`${origin}/v1/signin`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ code: hash.slice("#signin=".length) }),
  });
  return {
    origin,
    status: response.status,
    body: (await response.json()) as { token: string; team: { id: string } },
  };
}

const put = (origin: string, token: string, id: string) =>
  fetch(`${origin}/v1/templates/${id}`, {
    method: "PUT",
    headers: { "Content-Type": "application/json", "If-None-Match": "*", Authorization: `Bearer ${token}` },
    body: JSON.stringify({ kind: "word-list", name: id, rows: [{ id: "a", word: "最好", use: "违禁" }] }),
  });

describe("the API's process", () => {
  it("creates the local team on the first start and uses it again on the second", async () => {
    const folder = newFolder();
    const first = start({ DATA_DIR: folder });
    const one = await signIn(await first.link);
    expect(one.status).toBe(201);
    expect((await signIn(await first.link)).status).toBe(410);
    first.child.kill("SIGTERM");
    expect((await first.ended).code).toBe(0);
    const second = start({ DATA_DIR: folder });
    const again = await signIn(await second.link);
    expect(again.body.team.id).toBe(one.body.team.id);
    expect(second.said() + first.said()).not.toContain(one.body.token);
    second.child.kill("SIGTERM");
    await second.ended;
  });

  it("[A5] opens the team made here, not an older one that was imported, by a link of 15 minutes", async () => {
    const folder = newFolder();
    const first = start({ DATA_DIR: folder });
    const one = await signIn(await first.link);
    first.child.kill("SIGTERM");
    await first.ended;
    const database = new Database(join(folder, "sevenstar.sqlite"));
    database.prepare("insert into teams (id, name, createdAt, rev) values ('t', '客户', '2020', 0)").run();
    database
      .prepare(
        "insert into members (id, teamId, name, role, createdAt) values ('m', 't', '客户', 'owner', '2020')",
      )
      .run();
    const before = Date.now();
    const second = start({ DATA_DIR: folder });
    const link = await second.link;
    const minutes =
      (Date.parse(String(database.prepare("select max(expiresAt) from codes").pluck().get())) - before) /
      60_000;
    database.close();
    expect(minutes).toBeGreaterThan(14);
    expect(minutes).toBeLessThan(16);
    expect((await signIn(link)).body.team.id).toBe(one.body.team.id);
    second.child.kill("SIGTERM");
    await second.ended;
  });

  it("[A5] writes no secret into a service's log, and says how to sign in", async () => {
    const folder = newFolder();
    for (const environment of [{ INVOCATION_ID: "1" }, { HOST: "0.0.0.0" }]) {
      const api = start({ DATA_DIR: folder, ...environment });
      while (!api.said().includes("sign-in-link")) await once(api.child.stdout, "data");
      expect(api.said()).toMatch(/^七星表格已启动：http:\/\/127\.0\.0\.1:\d+ 。.*sign-in-link\n$/);
      expect(api.said()).not.toMatch(/[A-Za-z0-9_-]{43}/);
      api.child.kill("SIGTERM");
      expect((await api.ended).code).toBe(0);
      const database = new Database(join(folder, "sevenstar.sqlite"));
      expect(database.prepare("select count(*) from codes").pluck().get()).toBe(0);
      database.close();
    }
  });

  it("[T4] keeps what it acknowledged through kill -9", async () => {
    const folder = newFolder();
    const first = start({ DATA_DIR: folder, RATE_LIMIT: "0" });
    const { origin, body } = await signIn(await first.link);
    const acknowledged: string[] = [];
    const writing = (async () => {
      for (let index = 0; ; index++) {
        const response = await put(origin, body.token, `t${index}`).catch(() => undefined);
        if (!response) return;
        if (response.status === 201) acknowledged.push(`t${index}`);
        if (acknowledged.length === 40) first.child.kill("SIGKILL");
      }
    })();
    await Promise.all([writing, first.ended]);
    const second = start({ DATA_DIR: folder });
    const link = new URL(await second.link);
    const kept = await fetch(`${link.origin}/v1/templates`, {
      headers: { Authorization: `Bearer ${body.token}` },
    });
    const { templates } = (await kept.json()) as { templates: { id: string }[] };
    expect(acknowledged.length).toBeGreaterThanOrEqual(40);
    expect(templates.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
    second.child.kill("SIGTERM");
    await second.ended;
  });

  it("ends in order with an event stream open", async () => {
    const api = start({ DATA_DIR: newFolder() });
    const { origin, body } = await signIn(await api.link);
    const stream = await fetch(`${origin}/v1/events`, { headers: { Authorization: `Bearer ${body.token}` } });
    expect(stream.status).toBe(200);
    api.child.kill("SIGTERM");
    expect((await api.ended).code).toBe(0);
  });
});

describe("a start that cannot be", () => {
  const refused = async (environment: Record<string, string>) => {
    const { code, said } = await start({ DATA_DIR: newFolder(), ...environment }).ended;
    expect(code).toBe(1);
    expect(said).not.toMatch(/\bat .*\.ts:\d+|Error:/);
    return said.trim().split("\n");
  };

  it("names each wrong setting", async () => {
    expect(await refused({ PORT: "很多", SIGNUP: "x" })).toEqual([
      expect.stringMatching(/^PORT 应为.*整数/),
      expect.stringMatching(/^SIGNUP 应为/),
    ]);
  });

  it("says that the port is in use and what to do", async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port));
    });
    expect(await refused({ PORT: String(port) })).toEqual([
      expect.stringMatching(new RegExp(`^端口 ${port} 已被占用.*PORT=`)),
    ]);
    other.close();
  });

  it("says that the data folder cannot be written", async () => {
    const file = join(root, "a-file");
    writeFileSync(file, "");
    expect(await refused({ DATA_DIR: join(file, "data") })).toEqual([
      expect.stringMatching(/^数据文件夹 .* 不能写入.*DATA_DIR/),
    ]);
  });

  it("says that the data file is damaged, and leaves it as it is", async () => {
    const folder = newFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, "sevenstar.sqlite"), "这不是数据库".repeat(1000));
    expect(await refused({ DATA_DIR: folder })).toEqual([expect.stringMatching(/^数据文件 .* 打不开.*备份/)]);
  });

  it("does not touch a file that a newer version wrote", async () => {
    const folder = newFolder();
    const first = start({ DATA_DIR: folder });
    await first.link;
    first.child.kill("SIGTERM");
    await first.ended;
    const database = new Database(join(folder, "sevenstar.sqlite"));
    database.prepare("insert into kysely_migration (name, timestamp) values ('9999-later', '2030')").run();
    database.close();
    expect(await refused({ DATA_DIR: folder })).toEqual([
      expect.stringMatching(/^数据文件 .*更新的版本写的.*升级/),
    ]);
  });

  it("says that this machine has no such address", async () => {
    expect(await refused({ HOST: "203.0.113.7" })).toEqual([
      expect.stringMatching(/^这台机器没有地址 203\.0\.113\.7/),
    ]);
  });
});
