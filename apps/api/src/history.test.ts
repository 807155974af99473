import { copyFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { StartError } from "./start-error.ts";
import { restoreSqlite } from "./store/restore-sqlite.ts";
import { type Answer, TestApi } from "./test-api.fixture.ts";
import { engines, type TestEngine, testEngine } from "./test-engine.fixture.ts";

const NEW = { "If-None-Match": "*" };
const V2 = { "Seven-Star-Protocol": "2" };
const wordList = (...words: string[]) => ({
  kind: "word-list",
  name: "词表",
  rows: words.map((word, index) => ({ id: `r${index}`, word, use: "违禁" })),
});
/** A long table, so that its former revisions are packed; one word of it is given. */
const longList = (word: string, at = 7) =>
  wordList(...Array.from({ length: 5000 }, (_, index) => (index === at ? word : `词${index}保温杯`)));

const opened: TestApi[] = [];
afterEach(async () => {
  for (const api of opened.splice(0)) await api.close();
});

describe.each(engines)("the history over %s", (name) => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await testEngine(name);
  });
  afterAll(() => engine.close());

  async function open(place?: Awaited<ReturnType<TestEngine["place"]>>): Promise<TestApi> {
    const api = await TestApi.open(place ?? (await engine.place()));
    opened.push(api);
    return api;
  }
  const put = (
    api: TestApi,
    token: string,
    id: string,
    json: unknown,
    headers: Record<string, string> = { ...V2, ...NEW },
  ): Promise<Answer> => api.ask("PUT", `/v1/templates/${id}`, { token, json, headers });
  const change = async (api: TestApi, token: string, id: string, json: unknown) => {
    const { headers } = await api.ask("GET", `/v1/templates/${id}`, { token, headers: V2 });
    return put(api, token, id, json, { ...V2, "If-Match": headers.get("ETag") ?? "" });
  };
  const changes = (api: TestApi, token: string, query: string, headers: Record<string, string> = V2) =>
    api.ask("GET", `/v1/changes?${query}`, { token, headers });

  it("[T18] has an id that every answer carries and that stays over a restart", async () => {
    const place = await engine.place();
    const first = await open(place);
    const id = first.services.store.history();
    expect(id).toMatch(/^[\w-]{12}$/);
    for (const path of ["/healthz", "/v1/me", "/nothing", "/openapi.json"]) {
      expect((await first.ask("GET", path)).headers.get("Seven-Star-History")).toBe(id);
    }
    await first.services.store.close();
    opened.pop();
    expect((await open(place)).services.store.history()).toBe(id);
    expect((await open()).services.store.history()).not.toBe(id);
  });

  it("[T18] names a revision's content in the ETag: revision and digest, for protocol 1 the revision", async () => {
    const api = await open();
    const token = await api.team();
    const created = await put(api, token, "w", wordList("一"));
    expect(created.headers.get("ETag")).toMatch(/^"1\.[0-9a-f]{8}"$/);
    expect(`"${created.body.template.etag}"`).toBe(created.headers.get("ETag"));
    const old = await api.ask("GET", "/v1/templates/w", { token });
    expect(old.headers.get("ETag")).toBe('"1"');
    expect(old.body.template).not.toHaveProperty("etag");
    expect((await put(api, token, "w", wordList("二"), { "If-Match": '"1"' })).status).toBe(200);
    expect((await put(api, token, "w", wordList("三"), { ...V2, "If-Match": '"2"' })).status).toBe(412);
    expect((await put(api, token, "w", wordList("三"), { ...V2, "If-Match": '"2.00000000"' })).status).toBe(
      412,
    );
    expect((await change(api, token, "w", wordList("三"))).status).toBe(200);
    const read = await api.ask("GET", "/v1/templates/w", { token, headers: V2 });
    const again = { ...V2, "If-None-Match": read.headers.get("ETag") ?? "" };
    expect((await api.ask("GET", "/v1/templates/w", { token, headers: again })).status).toBe(304);
  });

  it("[T18] gives a cursor that names the content; one that this history does not hold begins anew", async () => {
    const api = await open();
    const token = await api.team();
    await put(api, token, "a", wordList("一"));
    await put(api, token, "b", wordList("二"));
    const { body: all } = await changes(api, token, "since=0");
    expect(all).toMatchObject({ more: false, history: api.services.store.history() });
    expect(all.cursor).toMatch(/^2\.[0-9a-f]{8}$/);
    expect(all).not.toHaveProperty("reset");
    expect((await changes(api, token, `since=${all.cursor}`)).body).toEqual({
      changes: [],
      cursor: all.cursor,
      more: false,
      history: all.history,
    });
    const first = `${all.changes[0].etag}`;
    const { body: rest } = await changes(api, token, `since=${first}`);
    expect(rest.changes.map(({ id }: { id: string }) => id)).toEqual(["b"]);
    for (const query of ["since=2.00000000", "since=7.0123abcd", `since=${all.cursor}&history=another`]) {
      const { body } = await changes(api, token, query);
      expect(body).toMatchObject({ reset: true, cursor: all.cursor });
      expect(body.changes.map(({ id }: { id: string }) => id)).toEqual(["a", "b"]);
    }
    expect((await changes(api, token, "since=1", {})).body).toMatchObject({ cursor: 2, more: false });
    expect((await changes(api, token, "since=2.0", {})).status).toBe(422);
  });

  it("[T18] tells two pasts apart whose numbers coincide", async () => {
    const [one, other] = [await open(), await open()];
    const tokens = [await one.team(), await other.team()] as const;
    await put(one, tokens[0], "same", wordList("此"));
    await put(other, tokens[1], "same", wordList("彼"));
    const tag = (await one.ask("GET", "/v1/templates/same", { token: tokens[0], headers: V2 })).headers.get(
      "ETag",
    );
    const stale = await put(other, tokens[1], "same", wordList("错"), { ...V2, "If-Match": tag ?? "" });
    expect(stale).toMatchObject({ status: 412, body: { current: { rows: [{ word: "彼" }] } } });
    const { body } = await changes(one, tokens[0], "since=0");
    expect((await changes(other, tokens[1], `since=${body.cursor}`)).body).toMatchObject({ reset: true });
    // The same content after another past is another revision as well.
    await change(one, tokens[0], "same", wordList("同"));
    await change(other, tokens[1], "same", wordList("同"));
    const etags = await Promise.all(
      [one, other].map((api, index) =>
        api.ask("GET", "/v1/templates/same", { token: tokens[index as 0 | 1], headers: V2 }),
      ),
    );
    expect(etags[0]?.body.template.rev).toBe(etags[1]?.body.template.rev);
    expect(etags[0]?.body.template.etag).not.toBe(etags[1]?.body.template.etag);
  });

  it("[T19] serves this protocol and the one before, says of others which side is older", async () => {
    const api = await open();
    const token = await api.team();
    for (const version of [undefined, "1", "2"]) {
      const headers: Record<string, string> = version === undefined ? {} : { "Seven-Star-Protocol": version };
      const { status, headers: answered } = await api.ask("GET", "/v1/me", { token, headers });
      expect(status).toBe(200);
      expect(answered.get("Seven-Star-Protocol")).toBe("2");
    }
    const ask = async (version: string) =>
      (await api.ask("GET", "/v1/me", { token, headers: { "Seven-Star-Protocol": version } })).body;
    expect(await ask("3")).toMatchObject({ status: 426, detail: expect.stringContaining("服务比本机旧") });
    expect(await ask("0")).toMatchObject({ status: 426, detail: expect.stringContaining("服务比本机新") });
    expect(await ask("x".repeat(5000))).toMatchObject({ status: 426 });
  });

  it("[T20] reads back every revision of a long table, whichever way it is stored", async () => {
    const api = await open();
    const token = await api.team();
    await put(api, token, "long", longList("第 0 版"));
    const count = 25;
    for (let version = 1; version < count; version++) {
      // Now and then the table is short, so that the one before cannot be a difference from it.
      const content = version === 13 ? wordList("第 13 版") : longList(`第 ${version} 版`, version);
      expect((await change(api, token, "long", content)).status).toBe(200);
    }
    for (let version = 0; version < count; version++) {
      const { body } = await api.ask("GET", `/v1/templates/long/revisions/${version + 1}`, { token });
      const expected = version === 13 ? wordList("第 13 版") : longList(`第 ${version} 版`, version || 7);
      expect(body.template.rows).toEqual(expected.rows);
    }
    const { body } = await api.ask("POST", "/v1/templates/long/restore", {
      token,
      json: { rev: 4 },
      headers: { "If-Match": `"${count}"` },
    });
    expect(body.template.rows).toEqual(longList("第 3 版", 3).rows);
  });

  it("[T20] fails at once at a revision that a damaged file calls a difference from itself", async () => {
    const api = await open();
    const token = await api.team();
    await put(api, token, "long", longList("第 0 版"));
    for (let edit = 1; edit < 4; edit++) await change(api, token, "long", longList(`第 ${edit} 版`));
    await api.services.store.db.updateTable("revisions").set({ against: 1 }).where("rev", "=", 1).execute();
    const read = api.ask("GET", "/v1/templates/long/revisions/1", { token }).then(({ status }) => status);
    const late = new Promise((resolve) => setTimeout(resolve, 5_000, "late"));
    expect(await Promise.race([read, late])).toBe(500);
    expect((await api.ask("GET", "/v1/templates/long/revisions/4", { token })).status).toBe(200);
  });

  it("[T20] stores the change of one cell of 5,000 rows in a twentieth of the document", async () => {
    const api = await open();
    const token = await api.team();
    await put(api, token, "long", longList("第 0 版"));
    const stored = async () => {
      const { rows } = await sql<{ bytes: number }>`
        select coalesce(sum(length("packed")), 0) + sum(length("rows")) as bytes from revisions`.execute(
        api.services.store.db,
      );
      return Number(rows[0]?.bytes);
    };
    const document = await stored();
    const edits = 40;
    for (let edit = 1; edit <= edits; edit++) await change(api, token, "long", longList(`第 ${edit} 版`));
    expect((await stored()) - document).toBeLessThan(0.05 * document * edits);
  });

  it("[T20] pages the list of revisions, newest first", async () => {
    const api = await open();
    const token = await api.team();
    await put(api, token, "w", wordList("0"));
    for (let edit = 1; edit < 120; edit++) await change(api, token, "w", wordList(String(edit)));
    const list = (query = "") => api.ask("GET", `/v1/templates/w/revisions${query}`, { token });
    const { body: first } = await list();
    expect(first.more).toBe(true);
    expect(first.revisions).toHaveLength(50);
    const seen: number[] = [];
    for (let before = 1e9, more = true; more; before = seen.at(-1) ?? 0) {
      const { body } = await list(`?limit=50&before=${before}`);
      seen.push(...body.revisions.map(({ rev }: { rev: number }) => rev));
      more = body.more;
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => 120 - index));
    expect((await list("?limit=0")).status).toBe(422);
    expect((await list("?before=1")).body).toEqual({ revisions: [], more: false });
    expect((await api.ask("GET", "/v1/templates/none/revisions", { token })).status).toBe(404);
  });

  it("[T2] looks at a write's base before its rows", async () => {
    const api = await open();
    const token = await api.team();
    await put(api, token, "w", wordList("一"));
    const wrong = { ...wordList("二"), rows: [{ id: "r0" }] };
    expect((await put(api, token, "w", wrong, { "If-Match": '"9"' })).status).toBe(412);
    expect((await put(api, token, "w", wrong, { "If-Match": '"1"' })).status).toBe(422);
    expect((await put(api, token, "w", wrong, {})).status).toBe(428);
  });

  it("[T3] a batch judges and answers each write as by itself, in order", async () => {
    const api = await open();
    const token = await api.team();
    const writes = [
      { method: "PUT", id: "a", ifNoneMatch: "*", key: "k1", body: wordList("一") },
      { method: "PUT", id: "a", ifNoneMatch: "*", key: "k2", body: wordList("二") },
      { method: "PUT", id: "b", ifNoneMatch: "*", key: "k3", body: { ...wordList(), rows: [{ id: "r" }] } },
      { method: "PUT", id: "a", ifMatch: '"1"', body: wordList("三") },
      { method: "DELETE", id: "a", ifMatch: '"2"', key: "k4" },
      { method: "DELETE", id: "none", ifMatch: '"2"', key: "k5" },
      { method: "PUT", id: "c", body: wordList("四") },
    ];
    const ask = (json: unknown, as = token) => api.ask("POST", "/v1/batch", { token: as, json });
    const { status, body } = await ask({ writes });
    expect(status).toBe(200);
    expect(body.answers.map((answer: { status: number }) => answer.status)).toEqual([
      201, 412, 422, 200, 200, 404, 428,
    ]);
    expect(body.answers[0]).toMatchObject({ etag: '"1"', body: { template: { id: "a", rev: 1 } } });
    expect(body.answers[1].body.current).toMatchObject({ rows: [{ word: "一" }] });
    expect(body.answers[4].body.template).toMatchObject({ deleted: true, rev: 3 });
    // Repeated, what has a key is answered as before; the fourth has none, and its base is gone.
    const again = (await ask({ writes })).body.answers;
    expect(again.map((answer: { status: number }) => answer.status)).toEqual([
      201, 412, 422, 412, 200, 404, 428,
    ]);
    expect((await ask({ writes: [] })).status).toBe(422);
    expect((await ask({ writes: Array.from({ length: 101 }, () => writes[0]) })).status).toBe(422);
    expect((await ask({ writes: [{ method: "POST", id: "a" }] })).status).toBe(422);
    for (const text of ["\ufeff", "一", "a\nb", "\0"]) {
      for (const name of ["ifMatch", "ifNoneMatch", "key"]) {
        const refused = await ask({ writes: [{ method: "DELETE", id: "a", [name]: text }] });
        expect([name, text, refused.status]).toEqual([name, text, 422]);
      }
    }
    expect((await ask({ writes }, await api.join(token, "viewer"))).status).toBe(403);
  });
});

describe("a file", () => {
  const open = async (folder: string) => {
    const api = await TestApi.open({}, folder);
    opened.push(api);
    return api;
  };
  const folder = () => mkdtempSync(join(tmpdir(), "sevenstar-history-"));

  it("[T18] that was put back to an older state keeps its id, but not the cursors told since", async () => {
    const [there, back] = [folder(), folder()];
    const api = await open(there);
    const token = await api.team();
    const ask = (of: TestApi, path: string) => of.ask("GET", path, { token, headers: V2 });
    const put = (of: TestApi, id: string, word: string) =>
      of.ask("PUT", `/v1/templates/${id}`, { token, json: wordList(word), headers: { ...V2, ...NEW } });
    await put(api, "a", "一");
    await sql`pragma wal_checkpoint(truncate)`.execute(api.services.store.db);
    copyFileSync(join(there, "sevenstar.sqlite"), join(back, "sevenstar.sqlite"));
    await put(api, "b", "二");
    const { cursor, history } = (await ask(api, "/v1/changes?since=0")).body;
    const older = await open(back);
    expect(older.services.store.history()).toBe(history);
    // Where the number is not there yet, and where it has come to name something else.
    expect((await ask(older, `/v1/changes?since=${cursor}&history=${history}`)).body).toMatchObject({
      reset: true,
    });
    await put(older, "b", "别的");
    const { body } = await ask(older, `/v1/changes?since=${cursor}&history=${history}`);
    expect(body).toMatchObject({ reset: true });
    expect(body.changes.map(({ id }: { id: string }) => id)).toEqual(["a", "b"]);
  });

  it("[T18] restored by our command begins another history", async () => {
    const place = folder();
    const api = await open(place);
    const token = await api.team();
    await api.ask("PUT", "/v1/templates/a", { token, json: wordList("一"), headers: NEW });
    await sql`pragma wal_checkpoint(truncate)`.execute(api.services.store.db);
    const backup = join(folder(), "backup.sqlite");
    copyFileSync(join(place, "sevenstar.sqlite"), backup);
    const before = api.services.store.history();
    await restoreSqlite(backup, api.services.store);
    expect(api.services.store.history()).not.toBe(before);
    expect((await api.ask("GET", "/healthz")).headers.get("Seven-Star-History")).toBe(
      api.services.store.history(),
    );
  });

  it("[T18] of the first protocol is brought up to date: members, templates and every revision", async () => {
    const place = folder();
    copyFileSync(
      new URL("../fixtures/first-protocol.sqlite", import.meta.url),
      join(place, "sevenstar.sqlite"),
    );
    const api = await open(place);
    const token = "NeGDzahjbsgw4EDeeqfZGgalurKy1paeKh7NmjUSzc4";
    const { body } = await api.ask("GET", "/v1/changes?since=0", { token });
    expect(
      body.changes.map(({ id, rev, deleted }: { id: string; rev: number; deleted: boolean }) => [
        id,
        rev,
        deleted,
      ]),
    ).toEqual([
      ["words", 2, false],
      ["rates", 3, false],
      ["gone", 5, true],
      ["long", 7, false],
    ]);
    const wordAt = async (rev: number) =>
      (await api.ask("GET", `/v1/templates/long/revisions/${rev}`, { token })).body.template.rows[7].word;
    expect([await wordAt(6), await wordAt(7)]).toEqual(["一", "二"]);
    const list = (await api.ask("GET", "/v1/templates/rates/revisions", { token, headers: V2 })).body
      .revisions;
    expect(list.map(({ rev, updatedBy }: { rev: number; updatedBy: string }) => [rev, updatedBy])).toEqual([
      [3, "小李"],
      [1, "小王"],
    ]);
    expect(new Set(list.map(({ etag }: { etag: string }) => etag)).size).toBe(2);
    const written = await api.ask("PUT", "/v1/templates/rates", {
      token,
      json: { kind: "payment-rates", name: "费率表", rows: [{ id: "r1", method: "信用卡", rate: 0.03 }] },
      headers: { "If-Match": '"3"' },
    });
    expect(written).toMatchObject({ status: 200, body: { template: { rev: 8 } } });
  });

  it("that a newer version wrote is refused with a sentence", async () => {
    const place = folder();
    const api = await open(place);
    await sql`insert into kysely_migration values ('9999-later', '2099-01-01')`.execute(
      api.services.store.db,
    );
    await api.services.store.close();
    opened.pop();
    await expect(TestApi.open({}, place)).rejects.toThrow(StartError);
  });
});
