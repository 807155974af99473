import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ChangeBus } from "../change-bus.ts";
import { hashOf } from "../secret.ts";
import { engines, type TestEngine, testEngine } from "../test-engine.fixture.ts";
import { openStore, type Store } from "./store.ts";
import { readArchive, type TeamArchive } from "./team-archive.ts";
import type { Identity } from "./team-reader.ts";

const words = (...list: string[]) => ({
  kind: "word-list" as const,
  name: "词",
  rowsJson: JSON.stringify(list.map((word, index) => ({ id: `r${index}`, word, use: "违禁" }))),
});

describe.each(engines)("a team archive over %s", (name) => {
  let engine: TestEngine;
  const open: Store[] = [];
  beforeAll(async () => {
    engine = await testEngine(name);
  });
  afterEach(async () => {
    for (const store of open.splice(0)) await store.close();
  });
  afterAll(() => engine.close());

  async function store(changes = new ChangeBus()): Promise<Store> {
    const opened = await openStore(await engine.place(), changes);
    open.push(opened);
    return opened;
  }
  /** A team with a changed, a deleted and an untouched template. */
  async function team(of: Store): Promise<{ by: Identity; token: string }> {
    const { token } = await of.write(({ teams }) => teams.createTeam("甲店", "老板"));
    const by = (await of.reads.teams.identify(hashOf(token))) as Identity;
    await of.write(({ templates }) => templates.put(by, "changed", "new", () => words("一")));
    await of.write(({ templates }) =>
      templates.put(by, "changed", { tags: [{ rev: 1 }] }, () => words("一", "二")),
    );
    await of.write(({ templates }) => templates.put(by, "deleted", "new", () => words("三")));
    await of.write(({ templates }) => templates.delete(by, "deleted", { tags: [{ rev: 3 }] }));
    await of.write(({ templates }) => templates.put(by, "kept", "new", () => words("四")));
    return { by, token };
  }
  const take = async (of: Store, teamId: string) =>
    (await of.write(({ archives }) => archives.take(teamId))) as TeamArchive;
  /** Each template's words, undefined for a tombstone. */
  const contents = async (of: Store, teamId: string) => {
    const { changes } = await of.reads.templates.changes(teamId, { rev: 0 }, 1000);
    const wordsOf = (json: string) => JSON.parse(json).map(({ word }: { word: string }) => word);
    return Object.fromEntries(
      changes.map(({ id, rowsJson, deleted }) => [id, deleted ? undefined : wordsOf(rowsJson)]),
    );
  };

  it("holds each template's latest state, its history, the members and the log, and no token", async () => {
    const one = await store();
    const { by, token } = await team(one);
    const archive = await take(one, by.team.id);
    expect(archive.templates.map(({ id, rev, deleted }) => [id, rev, deleted])).toEqual([
      ["changed", 2, false],
      ["deleted", 4, true],
      ["kept", 5, false],
    ]);
    expect(archive.history.map(({ id, rev }) => [id, rev])).toEqual([
      ["changed", 1],
      ["deleted", 3],
    ]);
    expect(archive.members.map(({ name, role }) => [name, role])).toEqual([["老板", "owner"]]);
    expect(archive.audit).toHaveLength(7);
    expect(JSON.stringify(archive)).not.toContain(token);
    expect(JSON.stringify(archive)).not.toContain(hashOf(token));
    expect(readArchive(JSON.stringify(archive))).toEqual(archive);
  });

  it("[T5][T8] comes into an empty store whole, above every revision that a client may have seen", async () => {
    const [one, other] = [await store(), await store()];
    const { by } = await team(one);
    const archive = await take(one, by.team.id);
    const outcome = await other.write(({ archives }) => archives.restore(archive));
    expect(outcome).toEqual({ isNew: true, changed: 3 });
    expect(await contents(other, by.team.id)).toEqual(await contents(one, by.team.id));
    const clientThatSawMore = await other.reads.templates.changes(by.team.id, { rev: 900 }, 1000);
    expect(clientThatSawMore.changes).toHaveLength(3);
    const history = await other.reads.templates.revisions(by.team.id, "changed", 1e15, 100);
    expect(history.map(({ rev }) => rev).slice(1)).toEqual([2, 1]);
    const again = await take(other, by.team.id);
    expect(again.members).toEqual(archive.members);
    expect(again.audit.slice(0, 7)).toEqual(archive.audit);
    expect(again.audit.slice(7).map(({ action }) => action)).toEqual(["team.restored"]);
  });

  it("[T5][T8] brings a team that went on back by new revisions, and forgets nothing", async () => {
    const changes = new ChangeBus();
    const one = await store(changes);
    const { by, token } = await team(one);
    const archive = await take(one, by.team.id);
    const before = await contents(one, by.team.id);
    await one.write(({ templates }) =>
      templates.put(by, "changed", { tags: [{ rev: 2 }] }, () => words("改坏了")),
    );
    await one.write(({ templates }) => templates.put(by, "added", "new", () => words("新的")));
    await one.write(({ templates }) => templates.put(by, "deleted", "new", () => words("又有了")));
    const newToken = await one.write(({ teams }) => teams.rotateToken(by));
    const listener = changes.join(by, 8);

    const outcome = await one.write(({ archives }) => archives.restore(archive));
    expect(outcome).toEqual({ isNew: false, changed: 3 });
    expect(await contents(one, by.team.id)).toEqual({ ...before, added: undefined });
    const client = await one.reads.templates.changes(by.team.id, { rev: 8 }, 1000);
    expect(client.changes.map(({ id, rev }) => [id, rev])).toEqual([
      ["changed", 9],
      ["deleted", 10],
      ["added", 11],
    ]);
    expect(await listener.next(5_000)).toBe(11);
    changes.leave(listener);
    const history = await one.reads.templates.revisions(by.team.id, "changed", 1e15, 100);
    expect(history.map(({ rev, updatedBy }) => [rev, updatedBy])).toEqual([
      [9, "恢复备份"],
      [6, "老板"],
      [2, "老板"],
      [1, "老板"],
    ]);
    expect(await one.reads.teams.identify(hashOf(token))).toBeUndefined();
    expect(await one.reads.teams.identify(hashOf(newToken ?? ""))).toBeDefined();
  });

  describe("[A7] of a team that has the same id as one here, but was founded apart from it", () => {
    /** Two machines' teams that are both called "local", as every local team once was. */
    async function locals(): Promise<{ here: Store; token: string; archive: TeamArchive }> {
      const [here, there] = [await store(), await store()];
      const tokens: string[] = [];
      for (const each of [here, there]) {
        const { by, token } = await team(each);
        tokens.push(token);
        for (const table of ["members", "revisions", "templates", "audit"] as const) {
          await each.db
            .updateTable(table)
            .set({ teamId: "local" })
            .where("teamId", "=", by.team.id)
            .execute();
        }
        await each.db.updateTable("teams").set({ id: "local" }).where("id", "=", by.team.id).execute();
      }
      return { here, token: tokens[0] ?? "", archive: await take(there, "local") };
    }

    it("leaves everything here as it is, and says why", async () => {
      const { here, archive } = await locals();
      const before = JSON.stringify(await take(here, "local")).replace(/"exportedAt":"[^"]*"/, "");
      await expect(here.write(({ archives }) => archives.restore(archive))).rejects.toThrow(
        /不是同一个.*没有恢复/,
      );
      expect(JSON.stringify(await take(here, "local")).replace(/"exportedAt":"[^"]*"/, "")).toBe(before);
    });

    it("counts beforehand what replacing would take away, and takes away that", async () => {
      const { here, token, archive } = await locals();
      const { member } = (await here.reads.teams.identify(hashOf(token))) as Identity;
      const by: Identity = { member, team: { id: "local", name: "甲店" }, tokenHash: hashOf(token) };
      await here.write(({ templates }) => templates.put(by, "only here", "new", () => words("独有")));
      const plan = await here.write(({ archives }) => archives.plan(archive));
      // Here: changed, kept and "only here" of one owner with one token. The archive has the first two, alike.
      expect(plan).toMatchObject({
        found: "other team",
        here: { name: "甲店", templates: 3, members: 1, tokens: 1 },
        changed: 0,
        deleted: 1,
      });
      await here.write(({ archives }) => archives.restore(archive, [], true));
      expect(await here.reads.teams.identify(hashOf(token))).toBeUndefined();
      expect((await here.reads.teams.members("local")).map(({ id }) => id)).toEqual(
        archive.members.map(({ id }) => id),
      );
      const content = await contents(here, "local");
      expect(content).toEqual({
        changed: ["一", "二"],
        deleted: undefined,
        kept: ["四"],
        "only here": undefined,
      });
      expect((await here.reads.templates.revisions("local", "only here", 1e15, 100)).length).toBe(2);
      expect((await here.write(({ archives }) => archives.plan(archive))).found).toBe("same team");
    });
  });

  it("[A6] counts what a restored team takes towards its quota", async () => {
    const [one, other] = [await store(), await store()];
    const { by } = await team(one);
    const archive = await take(one, by.team.id);
    await other.write(({ archives }) => archives.restore(archive));
    const bytes = async (of: Store) =>
      (await of.db.selectFrom("teams").select("bytes").where("id", "=", by.team.id).execute())[0]?.bytes;
    const sizeOf = async (of: Store) => {
      const revisions = await of.db
        .selectFrom("revisions")
        .where("teamId", "=", by.team.id)
        .selectAll()
        .execute();
      return revisions.reduce((sum, { rows }) => sum + Buffer.byteLength(rows) + 256, 0);
    };
    expect(await bytes(one)).toBe(await sizeOf(one));
    expect(await bytes(other)).toBe(await sizeOf(other));
  });

  it("changes nothing when it is brought back twice", async () => {
    const one = await store();
    const { by } = await team(one);
    const archive = await take(one, by.team.id);
    const restore = () => one.write(({ archives }) => archives.restore(archive));
    expect([await restore(), await restore()]).toEqual([
      { isNew: false, changed: 0 },
      { isNew: false, changed: 0 },
    ]);
    expect(await one.reads.templates.newestRevision(by.team.id)).toBe(5);
  });
});

describe("reading an archive", () => {
  const archive: TeamArchive = {
    format: "sevenstar-team",
    version: 1,
    exportedAt: "2026-11-01T00:00:00.000Z",
    team: { id: "t", name: "甲店", rev: 1, createdAt: "2026-11-01T00:00:00.000Z" },
    members: [],
    templates: [
      {
        id: "w",
        kind: "word-list",
        name: "词",
        rows: [{ id: "a", word: "最好", use: "违禁" }],
        rev: 1,
        updatedAt: "2026-11-01T00:00:00.000Z",
        updatedBy: "老板",
        deleted: false,
      },
    ],
    history: [],
    audit: [],
  };
  const text = (change: object) => JSON.stringify({ ...archive, ...change });
  const template = (change: object) => ({ templates: [{ ...archive.templates[0], ...change }] });

  it("takes a whole one", () => expect(readArchive(text({}))).toEqual(archive));

  it.each([
    ["half a file", text({}).slice(0, -10), "不是完整的 JSON"],
    ["another file", '{"name":"x"}', "不是导出的团队"],
    ["an unknown field", text({ tokens: [] }), "被改过"],
    ["an unknown kind", text(template({ kind: "recipes" })), "templates.0.kind"],
    ["a NUL, which PostgreSQL cannot hold", text(template({ name: "a\u0000" })), "templates.0.name"],
    [
      "a bad row",
      text(template({ rows: [{ id: "a", word: "", use: "违禁" }] })),
      "模板 w 第 1 行“词”不能为空",
    ],
    [
      "too many templates",
      text({ templates: Array.from({ length: 1001 }, () => archive.templates[0]) }),
      "最多 1000 个",
    ],
  ])("refuses %s in a Chinese sentence", (_, json, words) => {
    expect(readArchive(json)).toContain(words);
  });
});
