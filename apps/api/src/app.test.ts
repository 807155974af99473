import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { hashOf } from "./secret.ts";
import type { Settings } from "./settings.ts";
import { TestApi } from "./test-api.fixture.ts";
import { engines, type TestEngine, testEngine } from "./test-engine.fixture.ts";
import { version } from "./version.ts";

const NEW = { "If-None-Match": "*" };
const rates = (rate: number | string = 0.01) => ({
  kind: "payment-rates",
  name: "费率表",
  rows: [{ id: "r1", method: "信用卡", rate, payer: "卖家", base: "货款+运费", validFrom: "2026-01-01" }],
});
/** Rows of a worksheet template that take about so many bytes as JSON. */
const sheetRows = (bytes: number) =>
  Array.from({ length: bytes / 1_000 }, (_, index) => ({
    id: `r${index}`.padEnd(6, "x"),
    cell: `A${index + 1}`,
    content: "x".repeat(950),
  }));
const isProblem = (status: number) => ({
  status,
  headers: expect.objectContaining({}),
  body: expect.objectContaining({
    status,
    title: expect.any(String),
    detail: expect.stringMatching(/\p{Script=Han}/u),
  }),
});

describe.each(engines)("the API over %s", (name) => {
  let engine: TestEngine;
  let api: TestApi;
  let owner: string;
  beforeAll(async () => {
    engine = await testEngine(name);
    api = await open();
    owner = await api.team();
  });
  afterAll(async () => {
    await api.close();
    await engine.close();
  });

  const open = async (settings: Partial<Settings> = {}) =>
    TestApi.open({ ...(await engine.place()), ...settings });

  const put = (id: string, json: unknown, headers: Record<string, string>, token = owner) =>
    api.ask("PUT", `/v1/templates/${id}`, { token, json, headers });

  describe("teams and tokens", () => {
    it("a new team answers with its owner and a token of 256 bits that says who I am", async () => {
      const made = await api.ask("POST", "/v1/teams", { json: { name: "甲店", member: "老板" } });
      expect(made.status).toBe(201);
      expect(made.body).toMatchObject({ team: { name: "甲店" }, member: { name: "老板", role: "owner" } });
      expect(Buffer.from(made.body.token, "base64url")).toHaveLength(32);
      const me = await api.ask("GET", "/v1/me", { token: made.body.token });
      expect(me.body).toEqual({ team: made.body.team, member: made.body.member });
    });

    it("stores no token, only its hash", async () => {
      const token = await api.team();
      const everything = await api.dump();
      expect(everything).toContain(hashOf(token));
      expect(everything).not.toContain(token);
    });

    it.each([undefined, "wrong", "令牌"])(
      "answers 401 with WWW-Authenticate to the token %s",
      async (token) => {
        const answer = await api.ask("GET", "/v1/me", {
          headers: token ? { Authorization: `Bearer ${encodeURI(token)}` } : {},
        });
        expect(answer).toMatchObject(isProblem(401));
        expect(answer.headers.get("WWW-Authenticate")).toBe("Bearer");
        expect(answer.headers.get("Content-Type")).toContain("application/problem+json");
      },
    );

    it("opens no team where sign-up is closed", async () => {
      const closed = await open({ SIGNUP: "closed" });
      expect(await closed.ask("POST", "/v1/teams", { json: { name: "a", member: "b" } })).toMatchObject(
        isProblem(403),
      );
      await closed.close();
    });

    it("[T11] an invite lets one person in, once", async () => {
      const { body } = await api.ask("POST", "/v1/invites", { token: owner, json: { role: "viewer" } });
      const accept = () =>
        api.ask("POST", "/v1/invites/accept", { json: { code: body.code, member: "小张" } });
      expect(await accept()).toMatchObject({
        status: 201,
        body: { member: { name: "小张", role: "viewer" } },
      });
      expect(await accept()).toMatchObject(isProblem(410));
      const unknown = await api.ask("POST", "/v1/invites/accept", { json: { code: "nothing", member: "x" } });
      expect(unknown).toMatchObject(isProblem(404));
    });

    const me = async (token: string) => (await api.ask("GET", "/v1/me", { token })).body;
    const invite = async (token: string, role = "viewer") =>
      (await api.ask("POST", "/v1/invites", { token, json: { role } })).body;
    const accept = (code: string) =>
      api.ask("POST", "/v1/invites/accept", { json: { code, member: "小张" } });

    it("[A5] an invite is a link whose code no server sees, to where the owner found the service", async () => {
      const made = await api.ask("POST", "/v1/invites", {
        token: owner,
        json: { role: "editor", expiresInDays: 3 },
      });
      expect(made.body).toEqual({
        code: expect.any(String),
        link: `http://localhost/#invite=${made.body.code}`,
        role: "editor",
        expiresAt: expect.any(String),
      });
      const days = (Date.parse(made.body.expiresAt) - Date.now()) / 86_400_000;
      expect(days).toBeGreaterThan(2.9);
      expect(days).toBeLessThanOrEqual(3);
      const link = async (asked: TestApi, origin: string) => {
        const token = asked === api ? owner : await asked.team();
        const headers = { Origin: origin };
        const { body } = await asked.ask("POST", "/v1/invites", { token, json: { role: "viewer" }, headers });
        return new URL(body.link).origin;
      };
      // Behind a proxy that ends TLS only the browser knows the scheme; another page's origin is not believed.
      expect(await link(api, "https://localhost")).toBe("https://localhost");
      expect(await link(api, "https://evil.example")).toBe("http://localhost");
      const published = await open({ SEVENSTAR_BASE_URL: "https://star.example/" });
      expect(await link(published, "https://evil.example")).toBe("https://star.example");
      await published.close();
    });

    it("[A5] an owner sees the open invites, without their codes, and takes one back", async () => {
      const token = await api.team();
      const [kept, revoked, used] = [await invite(token), await invite(token, "owner"), await invite(token)];
      await accept(used.code);
      const list = async () => (await api.ask("GET", "/v1/invites", { token })).body.invites;
      const invites = await list();
      expect(invites).toHaveLength(2);
      expect(invites).toContainEqual({
        id: expect.any(String),
        role: "owner",
        createdBy: "小王",
        createdAt: expect.any(String),
        expiresAt: revoked.expiresAt,
      });
      expect(JSON.stringify(invites)).not.toContain(kept.code);
      const { id } = invites.find(({ role }: { role: string }) => role === "owner");
      const revoke = (by: string) => api.ask("DELETE", `/v1/invites/${id}`, { token: by });
      expect(await revoke(await api.team("别家"))).toMatchObject(isProblem(404));
      expect((await revoke(token)).status).toBe(204);
      expect(await revoke(token)).toMatchObject(isProblem(404));
      expect(await accept(revoked.code)).toMatchObject(isProblem(410));
      expect((await list()).map(({ role }: { role: string }) => role)).toEqual(["viewer"]);
      expect((await accept(kept.code)).status).toBe(201);
    });

    it("[A5] a removed owner does not come back by an invite, nor anybody whom he invited", async () => {
      const token = await api.team();
      const leaving = await api.join(token, "owner", "前合伙人");
      const [theirs, ours] = [await invite(leaving, "owner"), await invite(token)];
      const { member, team } = await me(leaving);
      const signIn = await api.services.store.write(({ teams }) => teams.signInCode(team.id, member));
      await api.ask("DELETE", `/v1/members/${member.id}`, { token });
      expect(await accept(theirs.code)).toMatchObject(isProblem(410));
      expect(await api.ask("POST", "/v1/signin", { json: { code: signIn } })).toMatchObject(isProblem(410));
      const { invites } = (await api.ask("GET", "/v1/invites", { token })).body;
      expect(invites.map(({ createdBy }: { createdBy: string }) => createdBy)).toEqual(["小王"]);
      expect((await accept(ours.code)).status).toBe(201);
    });

    it("[A5] an invite dies when its maker is no owner any more, and one of an unknown maker with any owner", async () => {
      const token = await api.team();
      const demoted = await api.join(token, "owner", "降级的");
      const removed = await api.join(token, "owner", "离开的");
      const [byDemoted, byUnknown] = [await invite(demoted), await invite(token)];
      const { db } = api.services.store;
      const { id } = (await me(demoted)).member;
      await db.updateTable("members").set({ role: "editor" }).where("id", "=", id).execute();
      await db
        .updateTable("codes")
        .set({ createdBy: null })
        .where("hash", "=", hashOf(byUnknown.code))
        .execute();
      expect(await accept(byDemoted.code)).toMatchObject(isProblem(410));
      expect((await api.ask("GET", "/v1/invites", { token })).body.invites).toHaveLength(1);
      await api.ask("DELETE", `/v1/members/${(await me(removed)).member.id}`, { token });
      expect(await accept(byUnknown.code)).toMatchObject(isProblem(410));
    });

    it("[A5] a team has at most 100 invites open", async () => {
      const token = await api.team();
      for (let count = 0; count < 100; count++) await invite(token);
      const refused = await api.ask("POST", "/v1/invites", { token, json: { role: "viewer" } });
      expect(refused).toMatchObject(isProblem(409));
    });

    it("[T10] rotating kills the old token at once, removing a member all of its tokens", async () => {
      const editor = await api.join(owner, "editor", "小赵");
      const { body } = await api.ask("POST", "/v1/token/rotate", { token: editor });
      expect((await api.ask("GET", "/v1/me", { token: editor })).status).toBe(401);
      const me = await api.ask("GET", "/v1/me", { token: body.token });
      expect((await api.ask("DELETE", `/v1/members/${me.body.member.id}`, { token: owner })).status).toBe(
        204,
      );
      expect((await api.ask("GET", "/v1/me", { token: body.token })).status).toBe(401);
    });

    it("keeps the last owner", async () => {
      const token = await api.team();
      const me = await api.ask("GET", "/v1/me", { token });
      expect(await api.ask("DELETE", `/v1/members/${me.body.member.id}`, { token })).toMatchObject(
        isProblem(409),
      );
    });

    it("[T11] answers by role: viewer reads, editor writes, owner invites", async () => {
      const viewer = await api.join(owner, "viewer");
      const editor = await api.join(owner, "editor");
      expect((await api.ask("GET", "/v1/templates", { token: viewer })).status).toBe(200);
      expect(await put("roles", rates(), NEW, viewer)).toMatchObject(isProblem(403));
      expect((await put("roles", rates(), NEW, editor)).status).toBe(201);
      expect(await api.ask("POST", "/v1/invites", { token: editor, json: { role: "viewer" } })).toMatchObject(
        isProblem(403),
      );
    });
  });

  describe("templates", () => {
    it("[T2] are created with If-None-Match: * and changed with If-Match", async () => {
      const made = await put("card", rates(), NEW);
      expect(made.status).toBe(201);
      const { template } = made.body;
      expect(template).toMatchObject({ id: "card", ...rates(), updatedBy: "小王", deleted: false });
      expect(made.headers.get("ETag")).toBe(`"${template.rev}"`);
      const changed = await put("card", rates(0.012), { "If-Match": `"${template.rev}"` });
      expect(changed.status).toBe(200);
      expect(changed.body.template.rev).toBeGreaterThan(template.rev);
      const read = await api.ask("GET", "/v1/templates/card", { token: owner });
      expect(read.body).toEqual(changed.body);
    });

    it("[T2] refuse a write without a base, and one on an old base with the current document", async () => {
      const made = await put("base", rates(), NEW);
      expect(await put("base", rates(), {})).toMatchObject(isProblem(428));
      expect(await put("base", rates(), { "If-Match": "*" })).toMatchObject(isProblem(428));
      const stale = await put("base", rates(0.05), { "If-Match": '"0"' });
      expect(stale).toMatchObject(isProblem(412));
      expect(stale.body.current).toEqual(made.body.template);
      expect(await put("base", rates(), NEW)).toMatchObject(isProblem(412));
    });

    it("answer 304 to a reader who has the newest", async () => {
      const made = await put("fresh", rates(), NEW);
      const headers = { "If-None-Match": made.headers.get("ETag") ?? "" };
      const again = await api.ask("GET", "/v1/templates/fresh", { token: owner, headers });
      expect(again).toMatchObject({ status: 304, body: "" });
      expect(again.headers.get("ETag")).toBe(made.headers.get("ETag"));
    });

    it("[T10] of another team are not there", async () => {
      await put("mine", rates(), NEW);
      const stranger = await api.team("别家");
      for (const [method, path] of [
        ["GET", "/v1/templates/mine"],
        ["GET", "/v1/templates/mine/revisions"],
        ["DELETE", "/v1/templates/mine"],
      ] as const) {
        const answer = await api.ask(method, path, { token: stranger, headers: { "If-Match": '"1"' } });
        expect(answer).toMatchObject(isProblem(404));
      }
      expect(await put("mine", rates(), { "If-Match": '"1"' }, stranger)).toMatchObject(isProblem(404));
      expect((await put("mine", rates(), NEW, stranger)).status).toBe(201);
    });

    it("[T8] keep every revision, newest first, and restore one as a new one", async () => {
      const first = (await put("history", rates(0.01), NEW)).body.template;
      const second = (await put("history", rates(0.02), { "If-Match": `"${first.rev}"` })).body.template;
      const { revisions } = (await api.ask("GET", "/v1/templates/history/revisions", { token: owner })).body;
      expect(revisions.map(({ rev }: { rev: number }) => rev)).toEqual([second.rev, first.rev]);
      const old = await api.ask("GET", `/v1/templates/history/revisions/${first.rev}`, { token: owner });
      expect(old.body.template).toEqual(first);
      const restored = await api.ask("POST", "/v1/templates/history/restore", {
        token: owner,
        json: { rev: first.rev },
        headers: { "If-Match": `"${second.rev}"` },
      });
      expect(restored.status).toBe(200);
      expect(restored.body.template.rows).toEqual(first.rows);
      expect(restored.body.template.rev).toBeGreaterThan(second.rev);
    });

    it("leave a tombstone when deleted, from which they can be restored", async () => {
      const made = (await put("gone", rates(), NEW)).body.template;
      expect(await api.ask("DELETE", "/v1/templates/gone", { token: owner })).toMatchObject(isProblem(428));
      const deleted = await api.ask("DELETE", "/v1/templates/gone", {
        token: owner,
        headers: { "If-Match": `"${made.rev}"` },
      });
      expect(deleted).toMatchObject({ status: 200, body: { template: { deleted: true, rows: [] } } });
      expect(await api.ask("GET", "/v1/templates/gone", { token: owner })).toMatchObject(isProblem(404));
      const restored = await api.ask("POST", "/v1/templates/gone/restore", {
        token: owner,
        json: { rev: made.rev },
        headers: { "If-Match": `"${deleted.body.template.rev}"` },
      });
      expect(restored).toMatchObject({
        status: 200,
        body: { template: { deleted: false, rows: made.rows } },
      });
    });

    it("[T9] name row, column and reason of every bad cell and save nothing", async () => {
      const json = {
        ...rates(),
        rows: [
          { id: "r1", method: "信用卡", rate: "很多" },
          { id: "r1", method: "", payer: "平台", colour: "red" },
        ],
      };
      const answer = await put("bad", json, NEW);
      expect(answer).toMatchObject(isProblem(422));
      expect(answer.body.errors).toEqual(
        expect.arrayContaining([
          { row: 1, column: "费率", message: expect.stringMatching(/^应为数字，现为“很多”/) },
          { row: 2, column: "方式", message: "不能为空" },
          { row: 2, column: "承担方", message: "“平台”无法识别，请填写：卖家、买家" },
          { row: 2, column: "colour", message: "没有这个字段，请删除" },
          { row: 2, column: "id", message: "与第 1 行的 id 重复" },
        ]),
      );
      expect((await api.ask("GET", "/v1/templates/bad", { token: owner })).status).toBe(404);
    });

    it.each([
      ["listing-rules", { check: "标题用量", star: 1, operator: ">=", value: 50 }],
      ["activity-plan", { activity: "厂庆", dateRule: "农历 01-15", days: 2, enrolFrom: -45, enabled: "是" }],
      ["activity-plan", { activity: "周末", dateRule: "11月第4个周五" }],
      ["holidays", { date: "2027-02-06", name: "春节", type: "休" }],
      ["word-list", { word: "最好", use: "违禁" }],
      ["requirements", { activity: "3.28", metric: "层级", operator: ">=", value: 3 }],
      ["sheet", { cell: "B2", content: "=SEVENSTAR(A1:Z9)", format: "0" }],
    ])("of the kind %s are kept as they were sent", async (kind, fields) => {
      const json = { kind, name: kind, rows: [{ id: "a", ...fields }] };
      const id = `kind-${kind}-${Object.keys(fields).length}`;
      const made = await put(id, json, NEW);
      expect(made).toMatchObject({ status: 201, body: { template: json } });
    });
  });

  describe("changes", () => {
    it("[T1][T5] applied page by page equal the server, by revision, tombstones included", async () => {
      const token = await api.team();
      const names = ["a", "b", "c", "d", "e"];
      for (const id of names) await put(id, rates(), NEW, token);
      await api.ask("DELETE", "/v1/templates/b", { token, headers: { "If-Match": '"2"' } });
      await put("a", rates(0.05), { "If-Match": '"1"' }, token);
      const state = new Map<string, unknown>();
      const revs: number[] = [];
      for (let cursor = 0, more = true; more; ) {
        const { body } = await api.ask("GET", `/v1/changes?since=${cursor}&limit=2`, { token });
        for (const change of body.changes) {
          revs.push(change.rev);
          state.set(change.id, change.deleted ? undefined : change.rows[0].rate);
        }
        ({ cursor, more } = body);
      }
      expect(revs).toEqual([3, 4, 5, 6, 7]);
      expect(Object.fromEntries(state)).toEqual({ a: 0.05, b: undefined, c: 0.01, d: 0.01, e: 0.01 });
    });

    it("answer an empty page with the cursor that was asked from", async () => {
      const token = await api.team();
      const { body } = await api.ask("GET", "/v1/changes?since=7", { token });
      expect(body).toEqual({ changes: [], cursor: 7, more: false, history: api.services.store.history() });
    });

    it.each(["since=-1", "since=x", "limit=0", "limit=2000"])("refuse %s", async (query) => {
      expect(await api.ask("GET", `/v1/changes?${query}`, { token: owner })).toMatchObject(isProblem(422));
    });

    it("[T14] are told as server-sent events, also those missed since Last-Event-ID", async () => {
      const token = await api.team();
      await put("told", rates(), NEW, token);
      const response = await api.app.request("/v1/events", {
        headers: { Authorization: `Bearer ${token}`, "Last-Event-ID": "0" },
      });
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      const readUntil = async (wanted: string) => {
        for (let seen = ""; ; ) {
          const { value, done } = (await reader?.read()) ?? { done: true };
          seen += value ?? "";
          if (done || seen.includes(wanted)) return seen;
        }
      };
      expect(await readUntil('{"cursor":1}')).toMatch(/event: change\ndata: \{"cursor":1\}\nid: 1/);
      await put("told", rates(0.03), { "If-Match": '"1"' }, token);
      expect(await readUntil('{"cursor":2}')).toContain("id: 2");
      await reader?.cancel();
    });
  });

  describe("the protocol", () => {
    it("[T15] stands in every answer; another version is refused", async () => {
      for (const path of ["/healthz", "/v1/me", "/nothing"]) {
        expect((await api.ask("GET", path)).headers.get("Seven-Star-Protocol")).toBe("2");
      }
      const answer = await api.ask("GET", "/v1/me", {
        token: owner,
        headers: { "Seven-Star-Protocol": "3" },
      });
      expect(answer).toMatchObject(isProblem(426));
    });

    it("[T3] the same Idempotency-Key gives the same answer, with another body 422", async () => {
      const headers = { ...NEW, "Idempotency-Key": "k-1" };
      const first = await put("once", rates(), headers);
      const again = await put("once", rates(), headers);
      expect(again).toMatchObject({ status: 201, body: first.body });
      expect(again.headers.get("ETag")).toBe(first.headers.get("ETag"));
      expect(await put("once", rates(0.09), headers)).toMatchObject(isProblem(422));
    });

    it("[T3] holds for requests at the same moment, and for new teams with their token", async () => {
      const headers = { "Idempotency-Key": randomUUID() };
      const ask = () => api.ask("POST", "/v1/teams", { json: { name: "一次", member: "我" }, headers });
      const [left, right] = await Promise.all([ask(), ask()]);
      expect(left.body).toEqual(right.body);
    });

    const kept = () => api.services.store.db.selectFrom("answers").selectAll().execute();

    it("[A4] a key that others can guess gives nobody a stranger's new team", async () => {
      const json = { name: "同名", member: "我" };
      const answers = await Promise.all(
        ["1", "1", "team-1"].map((key) =>
          api.ask("POST", "/v1/teams", { json, headers: { "Idempotency-Key": key } }),
        ),
      );
      for (const answer of answers) expect(answer).toMatchObject(isProblem(422));
      const headers = { "Idempotency-Key": randomUUID() };
      const first = await api.ask("POST", "/v1/teams", { json, headers });
      const other = await api.ask("POST", "/v1/teams", { json: { ...json, member: "他" }, headers });
      expect([first.status, other.status]).toEqual([201, 201]);
      expect(other.body.token).not.toBe(first.body.token);
    });

    it("[A4][A5] a lost answer to a code is had again by the bearer of code and key alone", async () => {
      const { body } = await api.ask("POST", "/v1/invites", { token: owner, json: { role: "viewer" } });
      const accept = (code: string, key: string) =>
        api.ask("POST", "/v1/invites/accept", {
          json: { code, member: "小孙" },
          headers: { "Idempotency-Key": key },
        });
      const first = await accept(body.code, "1");
      expect(first.status).toBe(201);
      expect((await accept(body.code, "1")).body).toEqual(first.body);
      expect(await accept(body.code, "2")).toMatchObject(isProblem(410));
      expect(await accept(`${body.code}x`, "1")).toMatchObject(isProblem(404));
      const { team, member } = (await api.ask("GET", "/v1/me", { token: owner })).body;
      const code = await api.services.store.write(({ teams }) => teams.signInCode(team.id, member));
      const signIn = () =>
        api.ask("POST", "/v1/signin", { json: { code }, headers: { "Idempotency-Key": "1" } });
      const [one, again] = [await signIn(), await signIn()];
      expect([one.status, again.body]).toEqual([201, one.body]);
      expect(JSON.stringify(await kept())).not.toContain(code);
    });

    it("[A4] keeps no refusal of a stranger, and of a member none that is long", async () => {
      const before = (await kept()).length;
      const headers = { "Idempotency-Key": randomUUID() };
      for (const code of ["a", "b", "c"]) await api.ask("POST", "/v1/signin", { json: { code }, headers });
      await api.ask("POST", "/v1/token/rotate", { token: "made-up", headers });
      expect(await kept()).toHaveLength(before);
      const rows = Array.from({ length: 200 }, (_, index) => ({ id: `r${index}`, method: "信用卡" }));
      await put("long", { ...rates(), rows }, NEW);
      const stale = { ...NEW, "Idempotency-Key": "long-1" };
      const answers = [await put("long", rates(), stale), await put("long", rates(), stale)];
      expect(answers.map(({ status }) => status)).toEqual([412, 412]);
      expect(await kept()).toHaveLength(before);
      expect(await put("more", {}, { ...NEW, "Idempotency-Key": "short-1" })).toMatchObject(isProblem(422));
      expect(await kept()).toHaveLength(before + 1);
    });

    it("[A4] says 408 where a body does not come, and lets its key go", async () => {
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
      try {
        const stalled = api.app.request("/v1/templates/stalled", {
          method: "PUT",
          headers: {
            Authorization: `Bearer ${owner}`,
            "Content-Type": "application/json",
            "Idempotency-Key": "stalled",
            ...NEW,
          },
          body: new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from("{")) }),
          duplex: "half",
        } as RequestInit);
        const whole = await put("stalled", rates(), { ...NEW, "Idempotency-Key": "stalled" });
        expect(whole.status).toBe(201);
        await vi.advanceTimersByTimeAsync(30_000);
        const answer = await stalled;
        expect({ status: answer.status, headers: answer.headers, body: await answer.json() }).toMatchObject(
          isProblem(408),
        );
      } finally {
        vi.useRealTimers();
      }
    });

    it("[A6] takes no compressed body, and says so", async () => {
      const headers = { ...NEW, "Content-Encoding": "gzip" };
      const raw = new Uint8Array(gzipSync(JSON.stringify(rates())));
      for (const keyed of [headers, { ...headers, "Idempotency-Key": "gzip" }]) {
        const answer = await api.ask("PUT", "/v1/templates/zip", { token: owner, raw, headers: keyed });
        expect(answer).toMatchObject(isProblem(415));
        expect(answer.body.detail).toContain("压缩");
      }
    });

    it("[A6][T12] a team stores so much and no more, which is said, and may still delete", async () => {
      const small = await open({ TEAM_QUOTA: 1 });
      const token = await small.team();
      const write = (id: string, size: number, base: Record<string, string> = NEW) =>
        small.ask("PUT", `/v1/templates/${id}`, {
          token,
          json: { kind: "sheet", name: id, rows: sheetRows(size) },
          headers: base,
        });
      expect((await write("a", 600_000)).status).toBe(201);
      const full = await write("b", 600_000);
      expect(full).toMatchObject(isProblem(413));
      expect(full.body.detail).toMatch(/存储已满.*TEAM_QUOTA/);
      expect((await write("b", 300_000)).status).toBe(201);
      const headers = { "If-Match": '"1"' };
      expect((await small.ask("DELETE", "/v1/templates/a", { token, headers })).status).toBe(200);
      // What is no longer the newest is packed, so that there is room again.
      expect((await write("c", 600_000)).status).toBe(201);
      const restored = await small.ask("POST", "/v1/templates/a/restore", {
        token,
        json: { rev: 1 },
        headers: { "If-Match": '"3"' },
      });
      expect(restored).toMatchObject(isProblem(413));
      const other = await small.team("别家");
      const theirs = await small.ask("PUT", "/v1/templates/a", {
        token: other,
        json: { kind: "sheet", name: "a", rows: sheetRows(600_000) },
        headers: NEW,
      });
      expect(theirs.status).toBe(201);
      await small.close();
    });

    it("[T12] 1 MiB of body, 5,000 rows, requests a minute", async () => {
      const row = (index: number) => ({ id: `r${index}`, method: "信用卡" });
      const rows = (count: number) => Array.from({ length: count }, (_, index) => row(index));
      expect((await put("many", { ...rates(), rows: rows(5000) }, NEW)).status).toBe(201);
      expect(await put("more", { ...rates(), rows: rows(5001) }, NEW)).toMatchObject(isProblem(422));
      const large = { ...rates(), name: "x".repeat(1_048_576) };
      expect(await put("large", large, NEW)).toMatchObject(isProblem(413));
      const limited = await open({ RATE_LIMIT: 3 });
      const token = await limited.team();
      const statuses: number[] = [];
      for (let i = 0; i < 4; i++) statuses.push((await limited.ask("GET", "/v1/me", { token })).status);
      expect(statuses).toEqual([200, 200, 200, 429]);
      const answer = await limited.ask("GET", "/v1/me", { token });
      expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
      await limited.close();
    });

    it("[T12] made-up tokens count with the address they come from", async () => {
      const limited = await open({ RATE_LIMIT: 3 });
      const statuses: number[] = [];
      for (let i = 0; i < 4; i++) {
        const token = `made-up-${i}`;
        statuses.push((await limited.ask("POST", "/v1/signin", { token, json: { code: "none" } })).status);
      }
      expect(statuses).toEqual([404, 404, 404, 429]);
      await limited.close();
    });

    it("[T9] tells a field that is missing from one of the wrong type", async () => {
      const detail = async (json: unknown) => (await api.ask("POST", "/v1/teams", { json })).body.detail;
      expect(await detail({ member: "我" })).toBe("请求内容有误：name 必须填写。");
      expect(await detail({ name: 5, member: "我" })).toMatch(/文本/);
    });

    it.each([
      ["another media type", { raw: "kind=1", headers: { "Content-Type": "text/plain" } }, 415],
      ["broken JSON", { raw: "{" }, 400],
      ["bytes that are not UTF-8", { raw: new Uint8Array([0x22, 0xff, 0x22]) }, 400],
      ["deep nesting", { raw: `${"[".repeat(200_000)}${"]".repeat(200_000)}` }, 422],
      [
        "__proto__",
        { raw: '{"kind":"word-list","name":"x","rows":[{"id":"a","__proto__":{"word":"x"}}]}' },
        422,
      ],
      ["an unknown kind", { json: { kind: "recipes", name: "x", rows: [] } }, 422],
      ["no body at all", { raw: "" }, 400],
    ])("[T16] refuses %s in Chinese", async (_, asked, status) => {
      const headers = { ...NEW, ...("headers" in asked ? asked.headers : {}) };
      const answer = await api.ask("PUT", "/v1/templates/edge", { token: owner, ...asked, headers });
      expect(answer).toMatchObject(isProblem(status));
    });

    it("answers whatever comes in without a 5xx", async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom("GET", "PUT", "POST", "DELETE"),
          fc.constantFrom(
            "/v1/templates/a",
            "/v1/changes",
            "/v1/invites",
            "/v1/templates/a/restore",
            "/v1/members/x",
          ),
          fc.jsonValue(),
          async (method, path, json) => {
            const { status } = await api.ask(method, path, {
              token: owner,
              ...(method === "GET" ? {} : { json }),
              headers: { "If-Match": '"1"' },
            });
            expect(status).toBeLessThan(500);
          },
        ),
        { numRuns: 200 },
      );
    });

    it("lets in only the origins of the list", async () => {
      const listed = await open({ ALLOWED_ORIGINS: ["https://shop.example"] });
      const allow = async (origin: string) =>
        (
          await listed.ask("OPTIONS", "/v1/me", {
            headers: { Origin: origin, "Access-Control-Request-Method": "GET" },
          })
        ).headers.get("Access-Control-Allow-Origin");
      expect(await allow("https://shop.example")).toBe("https://shop.example");
      expect(await allow("https://evil.example")).toBeNull();
      await listed.close();
    });

    it("describes every route in /openapi.json and answers /healthz and /readyz", async () => {
      const { body } = await api.ask("GET", "/openapi.json");
      const described = Object.entries(body.paths).flatMap(([path, methods]) =>
        Object.keys(methods as object).map(
          (method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`,
        ),
      );
      const served = api.app.routes
        .map(({ method, path }) => `${method} ${path}`)
        .filter((route) => /^(?:GET|PUT|POST|DELETE) \/(?:v1\/|healthz|readyz|metrics)/.test(route));
      expect(new Set(described)).toEqual(new Set(served));
      expect((await api.ask("GET", "/healthz")).body).toEqual({ status: "ok", version });
      expect((await api.ask("GET", "/readyz")).body).toEqual({ status: "ok" });
    });
  });
});
