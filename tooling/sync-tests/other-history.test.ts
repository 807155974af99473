import { restoreSqlite } from "@sevenstar/api/src/store/restore-sqlite.ts";
import { TestPostgres } from "@sevenstar/api/src/store/test-postgres.fixture.ts";
import { TestApi } from "@sevenstar/api/src/test-api.fixture.ts";
import { engines } from "@sevenstar/api/src/test-engine.fixture.ts";
import { conflictKey } from "@sevenstar/core/template/merge/merge";
import type { Content } from "@sevenstar/core/template/wire/template";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Person, SyncWorld, TestServer } from "./sync-world.ts";

const words = (...rows: readonly (readonly [string, string])[]): Content => ({
  kind: "word-list",
  name: "词表",
  rows: rows.map(([id, word]) => ({ id, word, use: "违禁" })),
});
const lineOf = ({ client }: Person, id = "w") =>
  client.snapshot().templates.find((template) => template.id === id);
const wordsOf = ({ client }: Person, id = "w") => client.read(id)?.rows.map((row) => row["word"]);

const servers: TestServer[] = [];
const open = async (folder?: string) => {
  const server = await TestServer.open(folder);
  servers.push(server);
  return server;
};
let server: TestServer;
/** Which server answers. */
let present: Pick<TestServer, "api" | "serve">;
let world: SyncWorld;
let team: { readonly id: string; readonly token: string };
let wang: Person;
/** What was asked, with the time of it. */
let asked: { readonly what: string; readonly at: number }[];
beforeEach(async () => {
  server = await open();
  present = server;
  asked = [];
  world = new SyncWorld(server, 7, (url, request) => {
    asked.push({ what: `${request.method} ${url}`, at: world.time.now() });
    return present.serve(url, request);
  });
  team = await world.newTeam();
  wang = await world.signedIn("小王", team);
  await world.rest(wang);
});
afterEach(async () => {
  await wang.client.stop();
  for (const each of servers.splice(0)) await each.close();
});

const moment = () => world.time.pass(5000);
/** Time for a stream to be opened anew, and for pauses. */
const while_ = () => world.time.pass(90_000);
const put = async (to: Pick<TestServer, "api">, id: string, content: Content, token = team.token) => {
  const headers = { "Seven-Star-Protocol": "2" };
  const known = await to.api.ask("GET", `/v1/templates/${id}`, { token, headers });
  const etag = known.headers.get("ETag");
  const base = known.status === 200 && etag ? { "If-Match": etag } : { "If-None-Match": "*" };
  const answer = await to.api.ask("PUT", `/v1/templates/${id}`, {
    token,
    json: content,
    headers: { ...headers, ...base },
  });
  expect([200, 201]).toContain(answer.status);
};
const onServer = async (from = present, id = "w", token = team.token) =>
  (await from.api.ask("GET", `/v1/templates/${id}`, { token })).body.template;

/** No request is made twice with no more than a tenth of a second between, but for pages and tries of one pull. */
const expectPauses = (from: number) => {
  const writes = asked.slice(from).filter(({ what }) => !what.startsWith("GET"));
  for (const [index, { what, at }] of writes.entries()) {
    const next = writes.slice(index + 1).find((each) => each.what === what);
    if (next) expect(next.at - at).toBeGreaterThanOrEqual(100);
  }
};

describe("a server that was put back to an older file", () => {
  it("[T18.1][T18.2] is pulled from the beginning, and the state shown is true", async () => {
    await wang.client.save("w", words(["a", "一"]));
    await moment();
    const copy = server.copy();
    await wang.client.save("w", words(["a", "二"]));
    await wang.client.save("late", words(["a", "晚"]));
    await moment();
    expect(lineOf(wang)?.rev).toBe(2);
    await server.putBack(copy);
    await while_();
    expect(wordsOf(wang)).toEqual(["一"]);
    expect(lineOf(wang)).toMatchObject({ status: "同步", rev: 1 });
    expect(lineOf(wang, "late")).toBeUndefined();
    expect(wang.client.snapshot().notice).toContain("服务器换成了另一份数据");
    await wang.client.dismissNotice();
    expect(wang.client.snapshot().notice).toBe("");
  });

  it("[T18.1][T18.2] keeps colleagues' rows where numbers coincide, and merges one's own edits", async () => {
    await wang.client.save("w", words(["a", "一"]));
    await moment();
    const copy = server.copy();
    await put(server, "w", words(["a", "一"], ["b", "旧的同事"]));
    await moment();
    expect(lineOf(wang)?.rev).toBe(2);
    world.network.weather = { ...world.network.weather, lostRequests: 1 };
    await wang.client.save("w", words(["a", "我的"], ["b", "旧的同事"]));
    await moment();
    await server.putBack(copy);
    await put(server, "w", words(["a", "一"], ["c", "新的同事"]));
    expect((await onServer()).rev).toBe(2);
    world.network.weather = { ...world.network.weather, lostRequests: 0 };
    const before = asked.length;
    await while_();
    expect((await onServer()).rows).toMatchObject([
      { id: "a", word: "我的" },
      { id: "c", word: "新的同事" },
    ]);
    expect(wordsOf(wang)).toEqual(["我的", "新的同事"]);
    expect(lineOf(wang)).toMatchObject({ status: "同步", rev: 3 });
    expectPauses(before);
  });

  it("[T18.4] is not asked again without a pause at 412, nor set aside at 404", async () => {
    await wang.client.save("w", words(["a", "一"]));
    await moment();
    const copy = server.copy();
    await wang.client.save("w", words(["a", "二"]));
    await wang.client.save("late", words(["a", "晚"]));
    await moment();
    await server.putBack(copy);
    // At once, before anything of it was told.
    const before = asked.length;
    await wang.client.save("w", words(["a", "三"]));
    await wang.client.save("late", words(["a", "更晚"]));
    await while_();
    expectPauses(before);
    expect(asked.slice(before).filter(({ what }) => what.startsWith("PUT")).length).toBeLessThan(6);
    expect(lineOf(wang, "late")?.status).toBe("冲突");
    expect(lineOf(wang)?.status).toBe("冲突");
    expect(wang.client.snapshot().state).toBe("conflict");
    for (const id of ["w", "late"]) {
      const conflicts = lineOf(wang, id)?.conflicts ?? [];
      const mine = new Map(conflicts.map((each) => [conflictKey(each), { take: "mine" as const }]));
      expect(await wang.client.resolve(id, mine)).toBeUndefined();
    }
    await while_();
    expect([(await onServer()).rows[0].word, (await onServer(present, "late")).rows[0].word]).toEqual([
      "三",
      "更晚",
    ]);
  });
});

describe("another server in its place", () => {
  it("[T18.2][T18.3] a new folder with the team of an early backup: nothing is 同步 that it does not have", async () => {
    const early = server.copy();
    for (const id of ["kept", "edited"]) await wang.client.save(id, words(["a", "一"]));
    await moment();
    world.network.weather = { ...world.network.weather, lostRequests: 1 };
    await wang.client.save("edited", words(["a", "改过"]));
    await wang.client.save("fresh", words(["a", "新建"]));
    await moment();
    const second = await open();
    await restoreSqlite(`${early}/sevenstar.sqlite`, second.api.services.store);
    present = second;
    world.network.weather = { ...world.network.weather, lostRequests: 0 };
    await while_();
    expect(lineOf(wang, "kept")).toBeUndefined();
    expect(lineOf(wang, "edited")?.status).toBe("冲突");
    expect(wang.client.read("edited")?.rows).toMatchObject([{ word: "改过" }]);
    expect(lineOf(wang, "fresh")?.status).toBe("同步");
    expect(wang.client.snapshot().notice).toContain("服务器换成了另一份数据");
  });

  it("[T17.2] a new folder with another team of the same name: nothing is mixed, the edits wait for their own team", async () => {
    const [first, second] = [await open(), await open()];
    const join = async (to: TestServer) => {
      const { team: local, owner } = await to.api.services.store.write(({ teams }) => teams.localTeam());
      return to.api.services.store.write(({ teams }) => teams.signInCode(local.id, owner));
    };
    present = first;
    const person = new Person(world, "小李");
    await person.client.start();
    expect(await world.until(person.client.signIn(await join(first)))).toBeUndefined();
    const name = person.client.snapshot().team?.name;
    await person.client.save("edited", words(["a", "一"]));
    await moment();
    world.network.weather = { ...world.network.weather, lostRequests: 1 };
    await person.client.save("edited", words(["a", "改过"]));
    await moment();
    present = second;
    world.network.weather = { ...world.network.weather, lostRequests: 0 };
    await while_();
    expect(person.client.snapshot().state).toBe("revoked");
    expect(lineOf(person, "edited")?.status).toBe("待推送");
    expect(await world.until(person.client.signIn(await join(second)))).toBeUndefined();
    await while_();
    expect(person.client.snapshot()).toMatchObject({
      state: "synced",
      team: { name },
      templates: [],
      leftBehind: ["词表"],
    });
    present = first;
    expect(await world.until(person.client.signIn(await join(first)))).toBeUndefined();
    await while_();
    expect(wordsOf(person, "edited")).toEqual(["改过"]);
    expect(lineOf(person, "edited")?.status).toBe("同步");
    expect(person.client.snapshot().leftBehind).toEqual([]);
    await person.client.stop();
  });

  it("[T17.5] a new folder with another team: the edits that wait are taken into it, or dropped, when a person says so", async () => {
    const other = await open();
    await wang.client.save("w", words(["a", "一"]));
    await moment();
    world.network.weather = { ...world.network.weather, lostRequests: 1 };
    await wang.client.save("w", words(["a", "改过"]));
    await wang.client.save("v", words(["a", "新的"]));
    await wang.client.remove("w2");
    await moment();
    present = other;
    world.network.weather = { ...world.network.weather, lostRequests: 0 };
    const newTeam = await other.api.services.store.write(({ teams }) => teams.createTeam("测试团队", "小王"));
    const code = await other.api.services.store.write(({ teams }) =>
      teams.signInCode(newTeam.team.id, newTeam.member),
    );
    await put(other, "w", words(["z", "别的"]), newTeam.token);
    expect(await world.until(wang.client.signIn(code))).toBeUndefined();
    await while_();
    expect([...wang.client.snapshot().leftBehind].sort()).toEqual(["词表", "词表"]);
    await wang.restart();
    await while_();
    expect(wang.client.snapshot().leftBehind).toHaveLength(2);
    expect(await wang.client.takeLeftBehind()).toBeUndefined();
    expect(wang.client.snapshot().leftBehind).toEqual([]);
    await while_();
    // The id "w" was taken in the new team: what was put in beside it has one of its own.
    const lines = wang.client.snapshot().templates;
    expect(lines.map(({ status }) => status)).toEqual(["同步", "同步", "同步"]);
    expect(wordsOf(wang, "w")).toEqual(["别的"]);
    expect(lines.flatMap(({ id }) => wordsOf(wang, id) ?? []).sort()).toEqual(
      ["别的", "改过", "新的"].sort(),
    );
    await wang.restart();
    await while_();
    expect(wang.client.snapshot().leftBehind).toEqual([]);
  });

  it("[T17.5] edits that wait for another team are dropped for good when a person says so", async () => {
    const other = await open();
    world.network.weather = { ...world.network.weather, lostRequests: 1 };
    await wang.client.save("v", words(["a", "新的"]));
    await moment();
    present = other;
    world.network.weather = { ...world.network.weather, lostRequests: 0 };
    const { team: next, member } = await other.api.services.store.write(({ teams }) =>
      teams.createTeam("测试团队", "小王"),
    );
    const code = await other.api.services.store.write(({ teams }) => teams.signInCode(next.id, member));
    expect(await world.until(wang.client.signIn(code))).toBeUndefined();
    expect(wang.client.snapshot().leftBehind).toEqual(["词表"]);
    expect(await wang.client.dropLeftBehind()).toBeUndefined();
    await wang.restart();
    await while_();
    expect(wang.client.snapshot()).toMatchObject({ leftBehind: [], templates: [] });
  });

  it("[T18.2] restored by our command: the edits go on, the rows of the backup survive", async () => {
    await put(server, "w", words(["a", "一"], ["b", "同事"]));
    await while_();
    const copy = server.copy();
    world.network.weather = { ...world.network.weather, lostRequests: 1 };
    await wang.client.save("w", words(["a", "我的"], ["b", "同事"]));
    const history = server.api.services.store.history();
    await restoreSqlite(`${copy}/sevenstar.sqlite`, server.api.services.store);
    expect(server.api.services.store.history()).not.toBe(history);
    world.network.weather = { ...world.network.weather, lostRequests: 0 };
    await while_();
    expect((await onServer()).rows).toMatchObject([{ word: "我的" }, { word: "同事" }]);
    expect(lineOf(wang)?.status).toBe("同步");
  });

  it("[T18.2] a lagging replica: what it shows is true, and the newest comes back with the primary", async () => {
    await wang.client.save("w", words(["a", "一"]));
    await moment();
    const replica = await open(server.copy());
    await put(server, "w", words(["a", "一"], ["b", "同事"]));
    await put(server, "only", words(["a", "只在主库"]));
    await while_();
    expect(lineOf(wang, "only")?.status).toBe("同步");
    const before = asked.length;
    present = replica;
    wang.client.syncNow();
    await while_();
    expect([wordsOf(wang), lineOf(wang, "only")]).toEqual([["一"], undefined]);
    present = server;
    wang.client.syncNow();
    await while_();
    expect(wordsOf(wang)).toEqual(["一", "同事"]);
    expect(lineOf(wang, "only")?.status).toBe("同步");
    // Nothing runs in circles: a handful of requests in three minutes.
    expect(asked.length - before).toBeLessThan(40);
    expectPauses(before);
  });

  it("[T18.2] goes on with the pull from the beginning after a crash in its middle", async () => {
    for (const id of ["a", "b", "c"]) await wang.client.save(id, words(["a", id]));
    await moment();
    const copy = server.copy();
    await wang.client.save("late", words(["a", "晚"]));
    await moment();
    const { values } = wang.device;
    const set = values.set.bind(values);
    values.set = (key, value) => {
      if (key.endsWith("template.b")) throw new Error("power cut");
      return set(key, value);
    };
    await server.putBack(copy);
    await while_();
    values.set = set;
    await wang.restart();
    await world.rest(wang);
    expect(wang.client.snapshot().templates.map(({ id, status }) => [id, status])).toEqual([
      ["a", "同步"],
      ["b", "同步"],
      ["c", "同步"],
    ]);
  });
});

describe.runIf(engines.includes("PostgreSQL"))(
  "a PostgreSQL database put back under a running server",
  () => {
    /** What `pg_restore --clean --single-transaction` does, whose program is not among the packages: every table as it was. */
    async function putBack(postgres: TestPostgres, url: string, suffix: string): Promise<void> {
      const tables = await postgres.query(
        `select tablename as name from pg_tables where schemaname = 'public' and tablename not like '%\\_saved'`,
        url,
      );
      const names = tables.map(({ name }) => `"${name}"`).join(", ");
      const insert = tables.map(({ name }) => `insert into "${name}" select * from "${name}${suffix}"`);
      await postgres.query(
        ["begin", "set session_replication_role = replica", `truncate ${names}`, ...insert, "commit"].join(
          ";",
        ),
        url,
      );
    }

    async function save(postgres: TestPostgres, url: string, suffix: string): Promise<void> {
      const tables = await postgres.query(
        `select tablename as name from pg_tables where schemaname = 'public'`,
        url,
      );
      for (const { name } of tables)
        await postgres.query(`create table "${name}${suffix}" as table "${name}"`, url);
    }

    it("[T18.1][T18.2] clients that are at work see the data as it is, keep their edits and ask in no circle", async () => {
      const postgres = await TestPostgres.start();
      const url = await postgres.database();
      const api = await TestApi.open({ DATABASE_URL: url });
      try {
        present = { api, serve: async (address, request) => api.app.request(address, request) };
        const {
          team: its,
          member,
          token,
        } = await api.services.store.write(({ teams }) => teams.createTeam("数据库里的团队", "小王"));
        const code = await api.services.store.write(({ teams }) => teams.signInCode(its.id, member));
        const person = new Person(world, "小李");
        await person.client.start();
        expect(await world.until(person.client.signIn(code))).toBeUndefined();
        await person.client.save("w", words(["a", "一"]));
        await while_();
        await save(postgres, url, "_saved");
        await put(present, "w", words(["a", "一"], ["b", "旧的同事"]), token);
        await person.client.save("late", words(["a", "晚"]));
        await while_();
        expect(wordsOf(person)).toEqual(["一", "旧的同事"]);
        world.network.weather = { ...world.network.weather, lostRequests: 1 };
        await person.client.save("w", words(["a", "我的"], ["b", "旧的同事"]));
        await moment();
        await putBack(postgres, url, "_saved");
        await put(present, "w", words(["a", "一"], ["c", "新的同事"]), token);
        world.network.weather = { ...world.network.weather, lostRequests: 0 };
        const before = asked.length;
        await while_();
        expect(wordsOf(person)).toEqual(["我的", "新的同事"]);
        expect((await onServer(present, "w", token)).rows).toMatchObject([
          { word: "我的" },
          { word: "新的同事" },
        ]);
        expect(lineOf(person)?.status).toBe("同步");
        expect(lineOf(person, "late")).toBeUndefined();
        expect(person.client.snapshot().notice).toContain("服务器换成了另一份数据");
        expectPauses(before);
        await person.client.stop();
      } finally {
        await api.close();
        await postgres.close();
      }
    }, 60_000);
  },
);
