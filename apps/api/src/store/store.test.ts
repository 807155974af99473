import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ChangeBus } from "../change-bus.ts";
import { hashOf } from "../secret.ts";
import { StartError } from "../start-error.ts";
import { engines, type TestEngine, testEngine } from "../test-engine.fixture.ts";
import { openStore, type Store, sweepStore } from "./store.ts";
import type { Identity } from "./team-reader.ts";
import type { Base, Content, WriteResult } from "./template-writer.ts";

const words = (word: string): Content => ({
  kind: "word-list",
  name: "违禁词",
  rowsJson: JSON.stringify([{ id: "a", word, use: "违禁" }]),
});

/** The revision that a write made. */
function revOf(result: WriteResult): number {
  if (typeof result === "string" || "stale" in result) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.template.rev;
}

describe.each(engines)("the store over %s", (name) => {
  let engine: TestEngine;
  const open: Store[] = [];
  beforeAll(async () => {
    engine = await testEngine(name);
  });
  afterEach(async () => {
    for (const store of open.splice(0)) await store.close();
  });
  afterAll(() => engine.close());

  type Place = Awaited<ReturnType<TestEngine["place"]>>;
  async function store(place?: Place, changes = new ChangeBus()): Promise<Store> {
    const opened = await openStore(place ?? (await engine.place()), changes);
    open.push(opened);
    return opened;
  }
  async function team(of: Store, teamName = "甲店"): Promise<Identity> {
    const { token } = await of.write(({ teams }) => teams.createTeam(teamName, "老板"));
    return (await of.reads.teams.identify(hashOf(token))) as Identity;
  }
  const put = (of: Store, by: Identity, id: string, base: Base, word = "最好") =>
    of.write(({ templates }) => templates.put(by, id, base, () => words(word)));

  it("[T1] gives each write of a team the next revision, each team its own", async () => {
    const one = await store();
    const [ours, theirs] = [await team(one), await team(one, "乙店")];
    const revs = [];
    for (const id of ["a", "b", "c"]) revs.push(revOf(await put(one, ours, id, "new")));
    expect(revs).toEqual([1, 2, 3]);
    expect(revOf(await put(one, theirs, "a", "new"))).toBe(1);
    expect(revOf(await put(one, ours, "a", { tags: [{ rev: 1 }] }))).toBe(4);
  });

  it("[T1][T2] of many writes on one base at the same moment lets one through and tells the others", async () => {
    const one = await store();
    const ours = await team(one);
    await put(one, ours, "a", "new");
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => put(one, ours, "a", { tags: [{ rev: 1 }] }, `第${index}`)),
    );
    const through = results.filter((result) => typeof result === "object" && "template" in result);
    expect(through).toHaveLength(1);
    expect(results.filter((result) => typeof result === "object" && "stale" in result)).toHaveLength(19);
    expect(await one.reads.templates.newestRevision(ours.team.id)).toBe(2);
  });

  it("[T1][T5] loses and doubles no revision under writes at the same moment", async () => {
    const one = await store();
    const ours = await team(one);
    const results = await Promise.all(
      Array.from({ length: 60 }, (_, index) => put(one, ours, `t${index}`, "new")),
    );
    const expected = Array.from({ length: 60 }, (_, index) => index + 1);
    expect(results.map(revOf).toSorted((a, b) => a - b)).toEqual(expected);
    const { changes } = await one.reads.templates.changes(ours.team.id, { rev: 0 }, 1000);
    expect(changes.map(({ rev }) => rev)).toEqual(expected);
  });

  it("takes back the whole of a job that fails, and nothing of its neighbours", async () => {
    const one = await store();
    const ours = await team(one);
    const failing = one.write(async ({ templates }) => {
      await templates.put(ours, "failed", "new", () => words("x"));
      throw new Error("after the write");
    });
    const [, failed, ...others] = await Promise.allSettled([
      put(one, ours, "before", "new"),
      failing,
      put(one, ours, "after", "new"),
    ]);
    expect(failed).toMatchObject({ status: "rejected", reason: { message: "after the write" } });
    expect(others[0]?.status).toBe("fulfilled");
    const list = await one.reads.templates.list(ours.team.id);
    expect(list.map(({ id }) => id)).toEqual(["after", "before"]);
    expect(await one.reads.templates.newestRevision(ours.team.id)).toBe(2);
    expect(await one.reads.templates.revisions(ours.team.id, "failed", 1e15, 100)).toEqual([]);
  });

  it("lists by id in the order of its characters", async () => {
    const one = await store();
    const ours = await team(one);
    for (const id of ["b", "B", "_", "a-1", "a1", "A"]) await put(one, ours, id, "new");
    const list = await one.reads.templates.list(ours.team.id);
    expect(list.map(({ id }) => id)).toEqual(["A", "B", "_", "a-1", "a1", "b"]);
  });

  it("answers any revision number, however large, without an error", async () => {
    const one = await store();
    const ours = await team(one);
    await put(one, ours, "a", "new");
    const huge = 999_999_999_999_999;
    expect(await one.reads.templates.changes(ours.team.id, { rev: huge }, 10)).toMatchObject({
      changes: [],
      more: false,
    });
    expect(await one.reads.templates.revision(ours.team.id, "a", huge)).toBeUndefined();
    expect(
      await one.write(({ templates }) => templates.restore(ours, "a", { tags: [{ rev: 1 }] }, huge)),
    ).toBe("unknown");
  });

  it("keeps any row text as it was given", async () => {
    const one = await store();
    const ours = await team(one);
    let base: Base = "new";
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.string({ unit: "binary" }), async (value, text) => {
        const rowsJson = JSON.stringify([value, text]);
        const rev = revOf(
          await one.write(({ templates }) =>
            templates.put(ours, "any", base, () => ({ ...words(""), rowsJson })),
          ),
        );
        base = { tags: [{ rev: rev }] };
        expect((await one.reads.templates.find(ours.team.id, "any"))?.rowsJson).toBe(rowsJson);
      }),
      { numRuns: 100 },
    );
  });

  it("[T11] lets one person in by an invite that many use at the same moment", async () => {
    const one = await store();
    const ours = await team(one);
    const { code } = await one.write(({ teams }) => teams.invite(ours, "viewer", 7));
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        one.write(({ teams }) => teams.acceptInvite(code, `成员${index}`)),
      ),
    );
    expect(results.filter((result) => result === "spent")).toHaveLength(9);
    expect(await one.reads.teams.members(ours.team.id)).toHaveLength(2);
  });

  it("[T11] refuses an invite whose time is over", async () => {
    const one = await store();
    const ours = await team(one);
    const { code } = await one.write(({ teams }) => teams.invite(ours, "viewer", 7));
    await one.db
      .updateTable("codes")
      .set({ expiresAt: new Date(Date.now() - 1).toISOString() })
      .execute();
    expect(await one.write(({ teams }) => teams.acceptInvite(code, "小李"))).toBe("spent");
  });

  it("keeps the last of two owners who remove each other at the same moment", async () => {
    const one = await store();
    const ours = await team(one);
    const { code } = await one.write(({ teams }) => teams.invite(ours, "owner", 7));
    const joined = await one.write(({ teams }) => teams.acceptInvite(code, "合伙人"));
    if (typeof joined === "string") throw new Error(joined);
    const partner: Identity = { ...joined, tokenHash: hashOf(joined.token) };
    const results = await Promise.all([
      one.write(({ teams }) => teams.removeMember(ours, partner.member.id)),
      one.write(({ teams }) => teams.removeMember(partner, ours.member.id)),
    ]);
    expect(results.toSorted()).toEqual(["last owner", "removed"]);
  });

  it("[T3] keeps the first answer of a key for a day", async () => {
    const one = await store();
    const asked = { scope: "s", key: "k", request: "r" };
    const answer = (body: string) => ({ status: 200, headers: {}, body });
    const keep = (body: string) => one.write(({ answers }) => answers.keep(asked, answer(body)));
    expect([await keep("一"), await keep("二")]).toEqual([true, false]);
    expect(await one.reads.answers.find(asked)).toEqual(answer("一"));
    expect(await one.reads.answers.find({ ...asked, request: "other" })).toBe("other request");
    const yesterday = new Date(Date.now() - 86_400_001).toISOString();
    await one.db.updateTable("answers").set({ createdAt: yesterday }).execute();
    expect(await one.reads.answers.find(asked)).toBeUndefined();
    expect(await keep("三")).toBe(true);
    expect(await one.reads.answers.find(asked)).toEqual(answer("三"));
    await one.db.updateTable("answers").set({ createdAt: yesterday }).execute();
    await one.write(({ answers }) => answers.sweep());
    expect(await one.db.selectFrom("answers").selectAll().execute()).toEqual([]);
  });

  it("logs who did what, numbered from 1 without gaps, newest first", async () => {
    const one = await store();
    const ours = await team(one);
    await put(one, ours, "a", "new");
    await put(one, ours, "a", { tags: [{ rev: 1 }] });
    await put(one, ours, "a", { tags: [{ rev: 1 }] });
    await one.write(({ templates }) => templates.delete(ours, "a", { tags: [{ rev: 2 }] }));
    await one.write(({ templates }) => templates.restore(ours, "a", { tags: [{ rev: 3 }] }, 1));
    await one.write(({ teams }) => teams.invite(ours, "editor", 7));
    const log = await one.reads.audit(ours.team.id, Number.MAX_SAFE_INTEGER, 100);
    expect(log.map(({ entry, action, subject, rev }) => [entry, action, subject, rev])).toEqual([
      [7, "invite.created", "editor", null],
      [6, "template.restored", "a", 4],
      [5, "template.deleted", "a", 3],
      [4, "template.changed", "a", 2],
      [3, "template.created", "a", 1],
      [2, "team.created", "甲店", null],
      [1, "member.joined", "owner", null],
    ]);
    expect(new Set(log.map(({ memberName }) => memberName))).toEqual(new Set(["老板"]));
    expect((await one.reads.audit(ours.team.id, 6, 2)).map(({ entry }) => entry)).toEqual([5, 4]);
  });

  it("[T14] announces a revision after it is committed", async () => {
    const changes = new ChangeBus();
    const one = await store(undefined, changes);
    const ours = await team(one);
    const listener = changes.join(ours, 0);
    const heard = listener.next(5_000);
    await put(one, ours, "a", "new");
    expect(await heard).toBe(1);
    expect(await listener.next(50)).toBe("nothing");
    changes.leave(listener);
  });

  it("[T14] hears what another process writes", async () => {
    const place = await engine.place();
    const changes = new ChangeBus();
    const [one, other] = [await store(place, changes), await store(place)];
    const ours = await team(one);
    const listener = changes.join(ours, 0);
    await put(other, ours, "a", "new");
    expect(await listener.next(5_000)).toBe(1);
    changes.leave(listener);
  });

  it("gives several processes that start at the same moment the same local team", async () => {
    const place = await engine.place();
    // One process after the other for SQLite, which only one process serves at a time.
    const stores = engine.postgres
      ? await Promise.all(Array.from({ length: 4 }, () => store(place)))
      : [await store(place)];
    const teams = await Promise.all(stores.map((each) => each.write(({ teams }) => teams.localTeam())));
    expect(new Set(teams.map(({ owner }) => owner.id)).size).toBe(1);
  });

  it("[A7]gives no two machines' local teams the same id", async () => {
    const ids = [];
    for (const each of [await store(), await store()]) {
      ids.push((await each.write(({ teams }) => teams.localTeam())).team.id);
    }
    expect(new Set(ids).size).toBe(2);
    expect(ids).not.toContain("local");
  });

  it("[A7] keeps the local team of an old database, with what is in it, and its invites", async () => {
    const place = await engine.place();
    const old = await store(place);
    // As the version before left it.
    const { db } = old;
    await db.deleteFrom("facts").execute();
    await sql`drop table "facts"`.execute(db);
    await sql`drop index "codesOfTeam"`.execute(db);
    for (const column of ["id", "createdBy", "createdAt"]) {
      await sql`alter table "codes" drop column ${sql.id(column)}`.execute(db);
    }
    await sql`alter table "teams" drop column "bytes"`.execute(db);
    await sql`drop table "history"`.execute(db);
    await sql`alter table "teams" drop column "digest"`.execute(db);
    await sql`drop index "revisionsByRev"`.execute(db);
    for (const column of ["digest", "dependents", "against", "packed"]) {
      await sql`alter table "revisions" drop column ${sql.id(column)}`.execute(db);
    }
    if (old.engine === "postgres") {
      await sql`alter table "revisions" rename constraint "revisionsOfTemplate" to "revisionsKey"`.execute(
        db,
      );
    }
    await sql`delete from "kysely_migration" where "name" >= '0005'`.execute(db);
    const soon = new Date(Date.now() + 60_000).toISOString();
    const at = "2026-01-01T00:00:00.000Z";
    await sql`insert into "teams" ("id", "name", "rev", "createdAt") values ('older', '别人的', 0, '2025'), ('local', '本机团队', 1, ${at})`.execute(
      db,
    );
    await db
      .insertInto("members")
      .values({ id: "m1", teamId: "local", name: "店主", role: "owner", createdAt: at, removedAt: null })
      .execute();
    await sql`insert into "codes" ("hash", "teamId", "role", "expiresAt") values (${hashOf("old")}, 'local', 'viewer', ${soon})`.execute(
      db,
    );
    await sql`insert into "revisions" ("teamId", "id", "kind", "name", "rows", "rev", "updatedAt", "updatedBy", "deleted")
      values ('local', 'a', 'word-list', '词', '[{"id":"词"}]', 1, ${at}, '店主', 0)`.execute(db);
    const now = await store(place);
    const { team, owner } = await now.write(({ teams }) => teams.localTeam());
    expect([team.id, owner.id]).toEqual(["local", "m1"]);
    // 14 bytes of rows: 11 of ASCII and 3 of the character; 256 for the rest of the revision.
    const bytes = await now.db.selectFrom("teams").select("bytes").where("id", "=", "local").execute();
    expect(bytes).toEqual([{ bytes: 270 }]);
    const invites = await now.reads.teams.invites("local");
    expect(invites).toMatchObject([{ role: "viewer", createdBy: "", createdAt: "" }]);
    expect(await now.write(({ teams }) => teams.acceptInvite("old", "小李"))).toMatchObject({
      member: { role: "viewer" },
    });
  });

  it("[A4] forgets codes a day after they were used or their time was over, not sooner", async () => {
    const one = await store();
    const ours = await team(one);
    const names = ["open", "used today", "used long ago", "over today", "over long ago"];
    const codes = new Map<string, string>();
    for (const each of names) {
      codes.set(each, (await one.write(({ teams }) => teams.invite(ours, "viewer", 7))).code);
    }
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
    const set = (of: string, values: { usedAt: string } | { expiresAt: string }) =>
      one.db
        .updateTable("codes")
        .set(values)
        .where("hash", "=", hashOf(codes.get(of) ?? ""))
        .execute();
    await set("used today", { usedAt: hoursAgo(23) });
    await set("used long ago", { usedAt: hoursAgo(25) });
    await set("over today", { expiresAt: hoursAgo(23) });
    await set("over long ago", { expiresAt: hoursAgo(25) });
    await sweepStore(one.write);
    const kept = new Set((await one.db.selectFrom("codes").select("hash").execute()).map(({ hash }) => hash));
    expect(names.filter((each) => kept.has(hashOf(codes.get(each) ?? "")))).toEqual([
      "open",
      "used today",
      "over today",
    ]);
  });

  it.runIf(name === "SQLite" && process.platform !== "win32")(
    "[A6] lets only its owner into the data folder and the files, also where they were open before",
    async () => {
      const place = await engine.place();
      const folder = join(place.DATA_DIR, "new");
      const one = await store({ ...place, DATA_DIR: folder });
      await put(one, await team(one), "a", "new");
      const modes = () => {
        const paths = [folder, ...readdirSync(folder).map((file) => join(folder, file))];
        return Object.fromEntries(
          paths.map((path) => [path.slice(folder.length + 1), (statSync(path).mode & 0o777).toString(8)]),
        );
      };
      const closed = {
        "": "700",
        "sevenstar.sqlite": "600",
        "sevenstar.sqlite-wal": "600",
        "sevenstar.sqlite-shm": "600",
      };
      expect(modes()).toEqual(closed);
      const backups = join(folder, "backups");
      mkdirSync(backups);
      writeFileSync(join(backups, "old.sqlite"), "");
      for (const path of [folder, backups]) chmodSync(path, 0o755);
      for (const file of readdirSync(folder)) {
        if (file !== "backups") chmodSync(join(folder, file), 0o644);
      }
      chmodSync(join(backups, "old.sqlite"), 0o644);
      await store({ ...place, DATA_DIR: folder });
      expect(modes()).toEqual({ ...closed, backups: "700" });
      expect(statSync(join(backups, "old.sqlite")).mode & 0o777).toBe(0o600);
      // In a folder that holds other people's things too, only the files are ours to close.
      writeFileSync(join(folder, "theirs.txt"), "");
      chmodSync(folder, 0o755);
      await store({ ...place, DATA_DIR: folder });
      expect(modes()).toMatchObject({ "": "755", "sevenstar.sqlite": "600" });
    },
  );

  it("opens what it has written again, and refuses what a newer version has written", async () => {
    const place = await engine.place();
    const one = await store(place);
    const ours = await team(one);
    await put(one, ours, "a", "new");
    const again = await store(place);
    expect((await again.reads.templates.find(ours.team.id, "a"))?.rev).toBe(1);
    await again.db
      .withTables<{ kysely_migration: { name: string; timestamp: string } }>()
      .insertInto("kysely_migration")
      .values({ name: "9999-later", timestamp: "2030" })
      .execute();
    const refused = await openStore(place, new ChangeBus()).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StartError);
    expect(String(refused)).toMatch(/更新的版本写的，请升级程序/);
    expect(String(refused)).not.toContain("secret");
  });
});

describe("several API processes on one PostgreSQL", () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await testEngine("PostgreSQL");
  });
  afterAll(() => engine.close());

  it("[T1] lose and double no revision", async () => {
    const place = await engine.place();
    const stores = await Promise.all(
      Array.from({ length: 3 }, () => openStore(place, new ChangeBus(), "job")),
    );
    const { token } = await stores[0]!.write(({ teams }) => teams.createTeam("甲店", "老板"));
    const by = (await stores[0]!.reads.teams.identify(hashOf(token))) as Identity;
    const writes = stores.flatMap((each, process) =>
      Array.from({ length: 40 }, (_, index) =>
        each.write(({ templates }) => templates.put(by, `p${process}-${index}`, "new", () => words("x"))),
      ),
    );
    const revs = (await Promise.all(writes)).map(revOf).toSorted((a, b) => a - b);
    expect(revs).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
    for (const each of stores) await each.close();
  });

  it("[T14] hear each other again after the database was away", async () => {
    const place = await engine.place();
    const changes = new ChangeBus();
    const [one, other] = [await openStore(place, changes), await openStore(place, new ChangeBus())];
    const { token } = await one.write(({ teams }) => teams.createTeam("甲店", "老板"));
    const by = (await one.reads.teams.identify(hashOf(token))) as Identity;
    const listener = changes.join(by, 0);
    await engine.postgres?.down();
    await engine.postgres?.up();
    await other.write(({ templates }) => templates.put(by, "a", "new", () => words("x")));
    expect(await listener.next(15_000)).toBe(1);
    await other.write(({ templates }) => templates.put(by, "b", "new", () => words("x")));
    expect(await listener.next(15_000)).toBe(2);
    changes.leave(listener);
    for (const each of [one, other]) await each.close();
  });

  it.each([
    ["nobody listens there", { port: "1" }, /没有应答.*地址和端口/],
    ["there is no such host", { hostname: "nowhere.invalid" }, /找不到这台主机/],
    ["the password is wrong", { password: "wrong-password" }, /用户名或密码/],
    ["there is no such database", { pathname: "/nothing" }, /还没有建立.*createdb/],
    ["it does not speak TLS", { search: "?sslmode=verify-full" }, /TLS/],
  ])("are told in one Chinese sentence that %s, without the password", async (_, change, sentence) => {
    const url = Object.assign(new URL((await engine.place()).DATABASE_URL ?? ""), change);
    const error = await openStore({ DATA_DIR: "", DATABASE_URL: url.href }, new ChangeBus()).catch(
      (refused: unknown) => refused,
    );
    expect(error).toBeInstanceOf(StartError);
    const { message } = error as StartError;
    expect(message).toMatch(sentence);
    expect(message).toMatch(/^DATABASE_URL .*。$/);
    expect(message.split("。")).toHaveLength(2);
    expect(decodeURIComponent(message)).not.toContain(decodeURIComponent(url.password));
  });
});
