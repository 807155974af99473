import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApi } from "./test-api.fixture.ts";
import { engines, type TestEngine, testEngine } from "./test-engine.fixture.ts";

/** Who asks, in the order of the table's columns; 别家 owns another team. */
const askers = [
  "no token",
  "bad token",
  "revoked token",
  "另一队的管理者",
  "viewer",
  "editor",
  "owner",
] as const;
type Asker = (typeof askers)[number];

const open = (status: number) => [status, status, status, status, status, status, status];
const members = (other: number, viewer: number, editor: number, owner: number) => [
  401,
  401,
  401,
  other,
  viewer,
  editor,
  owner,
];

/**
 * What each route answers to each asker who sends what the route wants. "Ours" in the path is the team of viewer,
 * editor and owner: another team's owner works in his own team, or finds nothing (T10).
 */
const table: Readonly<Record<string, readonly number[]>> = {
  "GET /healthz": open(200),
  "GET /readyz": open(200),
  "GET /metrics": open(403),
  "POST /v1/teams": open(201),
  "GET /v1/me": members(200, 200, 200, 200),
  "POST /v1/invites": members(201, 403, 403, 201),
  "GET /v1/invites": members(200, 403, 403, 200),
  "DELETE /v1/invites/{id}": members(404, 403, 403, 204),
  "POST /v1/invites/accept": open(201),
  "POST /v1/signin": open(201),
  "GET /v1/members": members(200, 200, 200, 200),
  "DELETE /v1/members/{id}": members(404, 403, 403, 204),
  "POST /v1/token/rotate": members(200, 200, 200, 200),
  "GET /v1/templates": members(200, 200, 200, 200),
  "GET /v1/templates/{id}": members(404, 200, 200, 200),
  "PUT /v1/templates/{id}": members(404, 403, 200, 200),
  "DELETE /v1/templates/{id}": members(404, 403, 200, 200),
  "GET /v1/templates/{id}/revisions": members(404, 200, 200, 200),
  "GET /v1/templates/{id}/revisions/{rev}": members(404, 200, 200, 200),
  "POST /v1/templates/{id}/restore": members(404, 403, 200, 200),
  // Another team's owner may send a batch of his own; each write in it is judged by itself.
  "POST /v1/batch": members(200, 403, 200, 200),
  "GET /v1/changes": members(200, 200, 200, 200),
  "GET /v1/events": members(200, 200, 200, 200),
  "GET /v1/audit": members(200, 403, 403, 200),
};

const OURS = "只有我们知道的词";
const content = (word = OURS) => ({
  kind: "word-list",
  name: word,
  rows: [{ id: "a", word, use: "违禁" }],
});

describe.each(engines)("who may do what, over %s", (name) => {
  let engine: TestEngine;
  let api: TestApi;
  let documented: string[] = [];
  const tokens = new Map<Asker, string | undefined>();
  /** Every token and code that was ever given out. */
  const secrets: string[] = [];

  beforeAll(async () => {
    engine = await testEngine(name);
    api = await TestApi.open(await engine.place());
    const pages = await api.ask("GET", "/openapi.json");
    documented = Object.entries(pages.body.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
    );
  });
  afterAll(async () => {
    await api.close();
    await engine.close();
  });

  /** A new team with new tokens for everybody, once for each route, as asking may change them. */
  async function signIn(): Promise<void> {
    const owner = await api.team(OURS);
    const revoked = await api.join(owner, "owner");
    const { body } = await api.ask("POST", "/v1/token/rotate", { token: revoked });
    tokens.set("no token", undefined);
    tokens.set("bad token", Buffer.alloc(32, 7).toString("base64url"));
    tokens.set("revoked token", revoked);
    tokens.set("另一队的管理者", await api.team("别家"));
    tokens.set("viewer", await api.join(owner, "viewer"));
    tokens.set("editor", await api.join(owner, "editor"));
    tokens.set("owner", owner);
    secrets.push(body.token, ...[...tokens.values()].filter((token) => token !== undefined));
  }

  /** A template of ours with two revisions, a member of ours to remove, an invite and a sign-in code. */
  async function prepare(id: string) {
    const owner = tokens.get("owner") as string;
    const put = (base: Record<string, string>) =>
      api.ask("PUT", `/v1/templates/${id}`, { token: owner, json: content(), headers: base });
    const first = (await put({ "If-None-Match": "*" })).body.template.rev;
    const second = (await put({ "If-Match": `"${first}"` })).body.template.rev;
    const leaving = await api.join(owner, "viewer");
    const me = await api.ask("GET", "/v1/me", { token: leaving });
    const invite = await api.ask("POST", "/v1/invites", { token: owner, json: { role: "viewer" } });
    const { invites } = (await api.ask("GET", "/v1/invites", { token: owner })).body;
    const { team, member } = (await api.ask("GET", "/v1/me", { token: owner })).body;
    const signInCode = await api.services.store.write(({ teams }) => teams.signInCode(team.id, member));
    secrets.push(leaving, invite.body.code, signInCode);
    const ids = { memberId: me.body.member.id, inviteId: invites[0].id };
    return { first, second, ...ids, invite: invite.body.code, signInCode };
  }

  /** What the route wants, addressed to our team. */
  function wanted(route: string, id: string, ready: Awaited<ReturnType<typeof prepare>>) {
    const [method = "", pattern = ""] = route.split(" ");
    const path = pattern
      .replace("/members/{id}", `/members/${ready.memberId}`)
      .replace("/invites/{id}", `/invites/${ready.inviteId}`)
      .replace("{id}", id)
      .replace("{rev}", String(ready.first));
    const bodies: Readonly<Record<string, unknown>> = {
      "POST /v1/teams": { name: "新队", member: "我" },
      "POST /v1/invites": { role: "viewer" },
      "POST /v1/invites/accept": { code: ready.invite, member: "我" },
      "POST /v1/signin": { code: ready.signInCode },
      "PUT /v1/templates/{id}": content("改过的词"),
      "POST /v1/templates/{id}/restore": { rev: ready.first },
      "POST /v1/batch": { writes: [{ method: "DELETE", id, ifMatch: `"${ready.second}"` }] },
    };
    const isWrite = path.startsWith("/v1/templates/") && method !== "GET";
    return {
      method,
      path,
      json: bodies[route],
      headers: isWrite ? { "If-Match": `"${ready.second}"` } : {},
    };
  }

  it("is said for every route", () => expect(Object.keys(table).toSorted()).toEqual(documented.toSorted()));

  const cells = Object.entries(table).flatMap(([route, statuses]) =>
    askers.map((asker, column) => [route, asker, statuses[column] ?? 0] as const),
  );
  it.each(cells)("[T10][T11] %s with %s: %i", async (route, asker, status) => {
    if (asker === askers[0]) await signIn();
    const id = `t-${Math.random().toString(36).slice(2)}`;
    const { method, path, json, headers } = wanted(route, id, await prepare(id));
    const before = await api.dump();
    const token = tokens.get(asker);
    const auth = token === undefined ? {} : { Authorization: `Bearer ${token}` };
    const response = await api.app.request(path, {
      method,
      headers: { ...auth, ...headers, ...(json ? { "Content-Type": "application/json" } : {}) },
      ...(json ? { body: JSON.stringify(json) } : {}),
    });
    expect(response.status).toBe(status);
    if (path === "/v1/events" && status === 200) return response.body?.cancel();
    const text = await response.text();
    if (status === 401) expect(response.headers.get("WWW-Authenticate")).toBe("Bearer");
    if (status >= 400) {
      expect(await api.dump()).toBe(before);
      expect(response.headers.get("Content-Type")).toContain("application/problem+json");
    }
    if (!["viewer", "editor", "owner"].includes(asker) && !/accept|signin/.test(path)) {
      expect(text).not.toContain(OURS);
    }
    // A token that is answered is a new one, shown to him who asked for it.
    for (const secret of secrets) expect(text).not.toContain(secret);
    return undefined;
  });

  it("[T10] no token and no code stands in the store, whatever was asked", async () => {
    const everything = await api.dump();
    expect(secrets.length).toBeGreaterThan(300);
    expect(secrets.filter((secret) => everything.includes(secret))).toEqual([]);
  });
});
