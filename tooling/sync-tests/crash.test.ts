import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ChangeBus } from "@sevenstar/api/src/change-bus.ts";
import { checkIntegrity } from "@sevenstar/api/src/store/backup-sqlite.ts";
import { openStore } from "@sevenstar/api/src/store/store.ts";
import { TestPostgres } from "@sevenstar/api/src/store/test-postgres.fixture.ts";
import { afterAll, describe, expect, it } from "vitest";
import { ApiProcess } from "./api-process.ts";

/** `KILLS=200 vitest run … tooling/sync-tests/crash.test.ts` takes some five minutes. */
const KILLS = Number(process.env["KILLS"] ?? 10);
const WRITERS = 8;
const TEMPLATES_OF_A_WRITER = 5;

const folder = mkdtempSync(join(tmpdir(), "sevenstar-crash-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A write that a client wants done, with the key under which it repeats it until it is answered. */
interface Write {
  readonly id: string;
  readonly mark: string;
  readonly base: Record<string, string>;
  readonly key: string;
}

/** One client: writes its templates in turn, and after a crash repeats the write that was not answered. */
class Writer {
  readonly acknowledged: { readonly id: string; readonly mark: string; readonly rev: number }[] = [];
  readonly wrong: unknown[] = [];
  readonly #name: string;
  readonly #revs = new Map<string, number>();
  #count = 0;
  #pending: Write | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  /** Writes until the server is gone. */
  async run(api: ApiProcess, token: string): Promise<void> {
    for (;;) {
      this.#pending ??= this.#nextWrite();
      const { id, mark, base, key } = this.#pending;
      const answer = await api
        .ask("PUT", `/v1/templates/${id}`, {
          token,
          json: { kind: "word-list", name: id, rows: [{ id: "mark", word: mark, use: "违禁" }] },
          headers: { ...base, "Idempotency-Key": key },
        })
        .catch(() => undefined);
      if (!answer) return;
      const { status, body } = answer;
      // A database that is away promises nothing; the client asks again.
      if (status === 503) continue;
      if (status !== 200 && status !== 201) this.wrong.push({ status, body, asked: this.#pending });
      else {
        this.acknowledged.push({ id, mark, rev: body.template.rev });
        this.#revs.set(id, body.template.rev);
      }
      this.#pending = undefined;
    }
  }

  #nextWrite(): Write {
    const mark = `${this.#name}-${this.#count++}`;
    const id = `${this.#name}-t${this.#count % TEMPLATES_OF_A_WRITER}`;
    const rev = this.#revs.get(id);
    const base: Record<string, string> =
      rev === undefined ? { "If-None-Match": "*" } : { "If-Match": `"${rev}"` };
    return { id, mark, base, key: randomUUID() };
  }
}

describe.each(["SQLite", "PostgreSQL"])("the API over %s", (engine) => {
  it(
    `[T3][T4] loses and doubles nothing it acknowledged when it is killed ${KILLS} times under writes`,
    async () => {
      const postgres = engine === "PostgreSQL" ? await TestPostgres.start() : undefined;
      const DATA_DIR = join(folder, engine);
      const settings: Record<string, string> = postgres
        ? { DATA_DIR, DATABASE_URL: await postgres.database() }
        : { DATA_DIR };
      const writers = Array.from({ length: WRITERS }, (_, index) => new Writer(`w${index}`));
      const total = () => writers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
      let token: string | undefined;
      for (let kill = 0; kill < KILLS; kill++) {
        const api = await ApiProcess.start(settings);
        token ??= await api.signIn();
        const before = total();
        const writing = writers.map((writer) => writer.run(api, token as string));
        while (total() === before) await sleep(2);
        await sleep(Math.random() * 300);
        // Every fifth time the database dies with the API.
        if (postgres && kill % 5 === 4) await postgres.down("SIGKILL");
        await api.end("SIGKILL");
        await Promise.all(writing);
        if (postgres && kill % 5 === 4) await postgres.up();
      }
      expect(writers.flatMap(({ wrong }) => wrong)).toEqual([]);

      const store = await openStore(settings as { DATA_DIR: string }, new ChangeBus());
      const revisions = await store.db
        .selectFrom("revisions")
        .select(["id", "rev", "rows"])
        .orderBy("rev")
        .execute();
      const templates = await store.db.selectFrom("templates").select(["id", "rev"]).execute();
      const entries = await store.db.selectFrom("audit").select("entry").orderBy("entry").execute();
      await store.close();
      const markOf = (rows: string): string => JSON.parse(rows)[0].word;
      const acknowledged = writers.flatMap((writer) => writer.acknowledged);
      const kept = new Map(revisions.map(({ rev, id, rows }) => [rev, `${id} ${markOf(rows)}`]));
      const lost = acknowledged.filter(({ rev, id, mark }) => kept.get(rev) !== `${id} ${mark}`);
      expect(lost).toEqual([]);
      expect(revisions.map(({ rev }) => rev)).toEqual(revisions.map((_, index) => index + 1));
      const marks = revisions.map(({ rows }) => markOf(rows));
      expect(new Set(marks).size).toBe(marks.length);
      // Not answered at the end are at most the writes under way at the last kill.
      expect(revisions.length - acknowledged.length).toBeGreaterThanOrEqual(0);
      expect(revisions.length - acknowledged.length).toBeLessThanOrEqual(WRITERS);
      const latest = new Map(revisions.map((revision) => [revision.id, revision]));
      expect(templates.map(({ id, rev }) => ({ id, rev })).toSorted(byRev)).toEqual(
        [...latest.values()].map(({ id, rev }) => ({ id, rev })).toSorted(byRev),
      );
      expect(entries.map(({ entry }) => entry)).toEqual(entries.map((_, index) => index + 1));
      if (!postgres) checkIntegrity(join(DATA_DIR, "sevenstar.sqlite"));
      await postgres?.close();
      console.log(
        `${engine}: ${KILLS} kills, ${acknowledged.length} writes acknowledged, ${lost.length} lost`,
      );
    },
    60_000 + KILLS * 10_000,
  );
});

const byRev = (one: { rev: number }, other: { rev: number }) => one.rev - other.rev;
