import { spawn } from "node:child_process";
import { createServer, type Socket, connect as tcpConnect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ChangeBus } from "./change-bus.ts";
import { openStore } from "./store/store.ts";
import { TestPostgres } from "./store/test-postgres.fixture.ts";
import { unavailability } from "./store/unavailability.ts";
import { TestApi } from "./test-api.fixture.ts";

/** Each fault once; `SEVENSTAR_FAULT_ROUNDS=20` goes through them four times. */
const ROUNDS = Number(process.env["SEVENSTAR_FAULT_ROUNDS"] ?? 5);
const WRITERS = 16;
/** How soon a request is answered while the database is away, and how soon all is well after it is back. */
const PROMISED = 5_000;

const SERVE = fileURLToPath(new URL("../serve.js", import.meta.url));

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await TestPostgres.start();
});
afterAll(() => postgres.close());

const terminateAll = (database: string) =>
  postgres.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}' and pid <> pg_backend_pid()`,
  );
const nameOf = (url: string) => new URL(url).pathname.slice(1);

/** What happens to the database; resolves when it can be reached again. */
const faults: Readonly<Record<string, (database: string) => Promise<unknown>>> = {
  killed: async () => {
    await postgres.down("SIGKILL");
    await sleep(3_000);
    await postgres.up();
  },
  "shut down": async () => {
    await postgres.down();
    await sleep(3_000);
    await postgres.up();
  },
  frozen: async () => {
    postgres.freeze();
    await sleep(PROMISED + 2_000);
    postgres.thaw();
  },
  "cut off": async (database) => terminateAll(database),
  restarted: async () => {
    await postgres.down();
    await postgres.up();
  },
};

interface Acknowledged {
  readonly id: string;
  readonly rev: number;
  readonly word: string;
  readonly at: number;
}

/** The API as its own process on a database; gives where it listens, a token, and how to end it. */
async function startApi(url: string) {
  const child = spawn(process.execPath, [SERVE], {
    env: {
      PATH: process.env["PATH"] ?? "",
      PORT: "0",
      DATABASE_URL: url,
      RATE_LIMIT: "0",
      LOG_LEVEL: "silent",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const exited = new Promise<number | null>((resolve) => child.once("close", resolve));
  const link = await new Promise<URL>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      said += chunk;
      const found = /http:\S+#signin=\S+/.exec(said)?.[0];
      if (found) resolve(new URL(found));
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("close", () => reject(new Error(said)));
  });
  const signedIn = await fetch(`${link.origin}/v1/signin`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ code: link.hash.slice("#signin=".length) }),
  });
  const { token } = (await signedIn.json()) as { token: string };
  return { origin: link.origin, token, child, exited, said: () => said };
}

/** Writes one template again and again, each write until it is acknowledged, as the client does. */
class Writer {
  readonly acknowledged: Acknowledged[] = [];
  /** Answers of 503 with what they took. */
  readonly refused: number[] = [];
  readonly unexpected: string[] = [];
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #id: string;
  isStopping = false;

  constructor(origin: string, token: string, id: string) {
    this.#url = `${origin}/v1/templates/${id}`;
    this.#headers = { "Content-Type": "application/json", Authorization: `Bearer ${token}` };
    this.#id = id;
  }

  async run(): Promise<void> {
    let rev = 0;
    for (let count = 1; !this.isStopping; count++) {
      const word = `${this.#id}-${count}`;
      const headers = {
        ...this.#headers,
        "Idempotency-Key": word,
        ...(rev === 0 ? { "If-None-Match": "*" } : { "If-Match": `"${rev}"` }),
      };
      const body = JSON.stringify({ kind: "word-list", name: "词", rows: [{ id: "a", word, use: "违禁" }] });
      rev = await this.#until(headers, body, word);
    }
  }

  async #until(headers: Readonly<Record<string, string>>, body: string, word: string): Promise<number> {
    for (;;) {
      const start = performance.now();
      const response = await fetch(this.#url, { method: "PUT", headers, body }).catch(String);
      if (typeof response === "string") {
        this.unexpected.push(response);
        return Number.NaN;
      }
      const answer = (await response.json()) as { detail?: string; template?: { rev: number } };
      if (response.ok && answer.template) {
        this.acknowledged.push({ id: this.#id, rev: answer.template.rev, word, at: performance.now() });
        return answer.template.rev;
      }
      this.refused.push(performance.now() - start);
      const isSaid =
        response.status === 503 &&
        Number(response.headers.get("Retry-After")) > 0 &&
        response.headers.get("Content-Type")?.startsWith("application/problem+json") &&
        answer.detail?.includes("再试");
      if (!isSaid) this.unexpected.push(`${response.status} ${JSON.stringify(answer)}`);
      if (this.unexpected.length > 20) this.isStopping = true;
      if (this.isStopping) return Number.NaN;
      await sleep(100);
    }
  }
}

describe("the API while PostgreSQL breaks under 16 writers", () => {
  it(`lives, answers 503 within 5 s, is back within 5 s and loses nothing acknowledged (${ROUNDS} faults)`, {
    timeout: 60_000 + ROUNDS * 20_000,
  }, async () => {
    const url = await postgres.database();
    const api = await startApi(url);
    const writers = Array.from(
      { length: WRITERS },
      (_, index) => new Writer(api.origin, api.token, `w${index}`),
    );
    const writing = Promise.all(writers.map((writer) => writer.run()));
    const names = Object.keys(faults);
    const report: string[] = [];
    await sleep(500);
    for (let round = 0; round < ROUNDS; round++) {
      const name = names[round % names.length] ?? "";
      const before = writers.flatMap(({ refused }) => refused).length;
      await faults[name]?.(nameOf(url));
      const back = performance.now();
      // Each writer is acknowledged something that it was not when the database came back.
      const waits = writers.map(async ({ acknowledged }) => {
        while ((acknowledged.at(-1)?.at ?? 0) <= back && performance.now() - back < 20_000) await sleep(10);
        return (acknowledged.find(({ at }) => at > back)?.at ?? Number.POSITIVE_INFINITY) - back;
      });
      const slowest = Math.max(...(await Promise.all(waits)));
      const refused = writers.flatMap(({ refused }) => refused).length - before;
      report.push(`${name}: ${refused} × 503, back after ${Math.round(slowest)} ms`);
      expect(slowest, report.join("\n")).toBeLessThan(PROMISED);
      expect(api.child.exitCode, api.said()).toBeNull();
    }
    for (const writer of writers) writer.isStopping = true;
    await writing;
    expect(writers.flatMap(({ unexpected }) => unexpected)).toEqual([]);
    const refused = writers.flatMap(({ refused }) => refused);
    expect(refused.length).toBeGreaterThan(0);
    expect(Math.max(...refused), report.join("\n")).toBeLessThan(PROMISED);

    const kept = new Map(
      (await postgres.query("select id, rev, rows from revisions", url)).map(({ id, rev, rows }) => [
        `${id} ${rev}`,
        (JSON.parse(String(rows)) as { word: string }[])[0]?.word,
      ]),
    );
    const acknowledged = writers.flatMap((writer) => writer.acknowledged);
    const lost = acknowledged.filter(({ id, rev, word }) => kept.get(`${id} ${rev}`) !== word);
    expect(lost).toEqual([]);
    if (process.env["SEVENSTAR_FAULT_ROUNDS"]) {
      report.push(
        `${acknowledged.length} acknowledged, ${lost.length} lost, ${refused.length} × 503, slowest ${Math.round(Math.max(...refused))} ms`,
      );
      console.info(report.join("\n"));
    }
    const stopping = performance.now();
    api.child.kill("SIGTERM");
    expect(await api.exited, api.said()).toBe(0);
    expect(performance.now() - stopping).toBeLessThan(15_000);
  });
});

describe("the store over PostgreSQL", () => {
  it("fails the query whose connection breaks, and nothing else", async () => {
    const url = await postgres.database();
    const store = await openStore({ DATABASE_URL: url, DATA_DIR: "" }, new ChangeBus());
    const asking = sql`select pg_sleep(2)`.execute(store.db).catch((error: unknown) => error);
    await sleep(300);
    await terminateAll(nameOf(url));
    expect(unavailability(await asking)).toBe("away");
    // The pool's other connections were cut off too; it may hand one out until it has heard of that.
    const asked = () => store.reads.templates.newestRevision("").catch(unavailability);
    await expect.poll(asked, { timeout: PROMISED }).toBe(0);
    await store.close();
  });

  it("tells of a transaction that breaks why it broke, not that it could not be taken back", async () => {
    const url = await postgres.database();
    const store = await openStore({ DATABASE_URL: url, DATA_DIR: "" }, new ChangeBus());
    const failure = await store.db
      .transaction()
      .execute(async (transaction) => {
        await sql`select pg_terminate_backend(pg_backend_pid())`.execute(transaction);
      })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "57P01" });
    await store.close();
  });

  it("gives every connection back whose settings cannot be made", async () => {
    const url = new URL(await postgres.database());
    const proxy = await brokenProxy(Number(url.port));
    url.port = String(proxy.port);
    const api = await TestApi.open({ DATABASE_URL: url.href });
    const token = await api.team();
    proxy.breakAfterSignIn(true);
    // More than the pool has connections.
    for (let index = 0; index < 12; index++) {
      expect((await api.ask("GET", "/v1/templates", { token })).status).toBe(503);
    }
    proxy.breakAfterSignIn(false);
    expect((await api.ask("GET", "/v1/templates", { token })).status).toBe(200);
    const closing = performance.now();
    await api.close();
    expect(performance.now() - closing).toBeLessThan(10_000);
    proxy.close();
  });

  it.each(["frozen", "killed", "well"])("closes in time while the database is %s", async (state) => {
    const api = await TestApi.open({ DATABASE_URL: await postgres.database() });
    const token = await api.team();
    if (state === "frozen") postgres.freeze();
    if (state === "killed") await postgres.down("SIGKILL");
    const asked = Array.from({ length: 12 }, () => api.ask("GET", "/v1/templates", { token }));
    await sleep(100);
    const closing = performance.now();
    await api.close();
    expect(performance.now() - closing).toBeLessThan(10_000);
    await Promise.all(asked);
    if (state === "frozen") postgres.thaw();
    if (state === "killed") await postgres.up();
  });
});

/** A way to PostgreSQL that can break each connection at its first question. */
async function brokenProxy(target: number) {
  let isBroken = false;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const database = tcpConnect(target, "127.0.0.1");
    for (const [from, to] of [
      [client, database],
      [database, client],
    ] as const) {
      open.add(from);
      from.on("error", () => {});
      from.on("close", () => to.destroy());
      from.on("data", (bytes) => {
        // "Q" and "P" begin a question in PostgreSQL's protocol.
        if (isBroken && from === client && (bytes[0] === 0x51 || bytes[0] === 0x50)) client.destroy();
        else to.write(bytes);
      });
    }
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    port: (server.address() as { port: number }).port,
    breakAfterSignIn: (on: boolean) => {
      isBroken = on;
    },
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
