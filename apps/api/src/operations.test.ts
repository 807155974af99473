import { afterEach, describe, expect, it, vi } from "vitest";
import { serveApi } from "./serve-api.ts";
import { openServices } from "./services.ts";
import { TestApi } from "./test-api.fixture.ts";

const NEW = { "If-None-Match": "*" };
const words = { kind: "word-list", name: "词", rows: [{ id: "a", word: "最好", use: "违禁" }] };

let api: TestApi;
afterEach(() => api.close());

describe("the log of who changed what", () => {
  it("is read by owners, newest first and by pages", async () => {
    api = await TestApi.open();
    const owner = await api.team("甲店");
    const editor = await api.join(owner, "editor", "小赵");
    await api.ask("PUT", "/v1/templates/a", { token: editor, json: words, headers: NEW });
    const first = await api.ask("GET", "/v1/audit?limit=2", { token: owner });
    expect(first.body.more).toBe(true);
    expect(first.body.entries).toEqual([
      expect.objectContaining({ action: "template.created", subject: "a", memberName: "小赵", rev: 1 }),
      expect.objectContaining({ action: "member.joined", subject: "editor", memberName: "小赵", rev: null }),
    ]);
    const before = first.body.entries[1].entry;
    const rest = await api.ask("GET", `/v1/audit?before=${before}`, { token: owner });
    expect(rest.body.entries.map(({ action }: { action: string }) => action)).toEqual([
      "invite.created",
      "team.created",
      "member.joined",
    ]);
    expect(rest.body.more).toBe(false);
    expect((await api.ask("GET", "/v1/audit", { token: editor })).status).toBe(403);
    expect((await api.ask("GET", "/v1/audit?limit=0", { token: owner })).status).toBe(422);
    const stranger = await api.team("乙店");
    const theirs = await api.ask("GET", "/v1/audit", { token: stranger });
    expect(theirs.body.entries).toHaveLength(2);
  });
});

describe("the request log", () => {
  it("has a line of JSON for each request, and no secret however it came in", async () => {
    const lines: string[] = [];
    const spy = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
      lines.push(String(text));
      return true;
    });
    try {
      api = await TestApi.open({ LOG_LEVEL: "debug" });
      const made = await api.ask("POST", "/v1/teams", { json: { name: "甲店", member: "老板" } });
      const { token } = made.body;
      const { body } = await api.ask("POST", "/v1/invites", { token, json: { role: "viewer" } });
      await api.ask("GET", `/v1/changes?since=0&token=${token}`, { token });
      await api.ask("GET", `/v1/templates/${token}`, { token });
      await api.ask("POST", "/v1/invites/accept", { json: { code: body.code, member: "小李" } });
      await api.ask("POST", `/v1/invites/${body.code}`, { raw: token });
      await vi.waitFor(() => expect(lines).not.toEqual([]));
      const log = lines.join("");
      expect(log).not.toContain(token);
      expect(log).not.toContain(body.code);
      const events = log.trim().split("\n");
      expect(events).toHaveLength(6);
      expect(JSON.parse(events[2] ?? "")).toEqual({
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        method: "GET",
        path: "/v1/changes",
        status: 200,
        milliseconds: expect.any(Number),
        team: made.body.team.id,
        member: made.body.member.id,
      });
    } finally {
      spy.mockRestore();
    }
  });
});

describe("/metrics", () => {
  it("counts requests by route and status for the bearer of METRICS_TOKEN", async () => {
    const METRICS_TOKEN = "only-for-the-metrics";
    api = await TestApi.open({ METRICS_TOKEN });
    const token = await api.team();
    await api.ask("GET", "/v1/templates/x", { token });
    await api.ask("GET", "/v1/templates/y", { token });
    expect((await api.ask("GET", "/metrics")).status).toBe(401);
    expect((await api.ask("GET", "/metrics", { token })).status).toBe(401);
    const { status, body } = await api.ask("GET", "/metrics", { token: METRICS_TOKEN });
    expect(status).toBe(200);
    expect(body).toContain(
      'sevenstar_http_requests_total{method="GET",route="/v1/templates/:id",status="404"} 2\n',
    );
    expect(body).toContain('_bucket{method="GET",route="/v1/templates/:id",le="+Inf"} 2\n');
    expect(body).toMatch(/^process_resident_memory_bytes \d+$/m);
    for (const line of body.trim().split("\n")) {
      expect(line).toMatch(/^(?:# TYPE \w+ (?:counter|histogram|gauge)|\w+(?:\{[^{}]*\})? [\d.e+-]+)$/);
    }
    expect(body).not.toContain(token);
  });

  it("without METRICS_TOKEN are for this machine only, and not for what a proxy on it passes on", async () => {
    api = await TestApi.open();
    expect((await api.ask("GET", "/metrics")).status).toBe(403);
    const served = await serveApi(await openServices({ ...api.services.settings, PORT: 0 }));
    const get = (headers = {}) => fetch(`http://127.0.0.1:${served.port}/metrics`, { headers });
    expect((await get()).status).toBe(200);
    expect((await get({ "X-Forwarded-For": "203.0.113.9" })).status).toBe(403);
    await served.stop();
  });
});

describe("a stop", () => {
  it("ends event streams, answers every request under way, keeps what it answered, and is quick", async () => {
    api = await TestApi.open();
    const { settings } = api.services;
    const services = await openServices({ ...settings, PORT: 0 });
    const served = await serveApi(services);
    const token = await api.team();
    const url = (path: string) => `http://127.0.0.1:${served.port}${path}`;
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json", ...NEW };
    const stream = await fetch(url("/v1/events"), { headers });
    const acknowledged: string[] = [];
    const failures: unknown[] = [];
    let isStopping = false;
    const writer = async (name: string) => {
      for (let index = 0; ; index++) {
        const id = `${name}-${index}`;
        try {
          const body = JSON.stringify(words);
          const { status } = await fetch(url(`/v1/templates/${id}`), { method: "PUT", headers, body });
          if (status === 201) acknowledged.push(id);
          else failures.push(status);
        } catch (error) {
          // A connection refused or closed before an answer began: nothing was promised.
          if (!isStopping) failures.push(error);
          return;
        }
      }
    };
    const writing = Array.from({ length: 8 }, (_, index) => writer(`w${index}`));
    while (acknowledged.length < 50) await new Promise((resolve) => setTimeout(resolve, 5));
    isStopping = true;
    const start = performance.now();
    await served.stop();
    expect(performance.now() - start).toBeLessThan(2_000);
    await Promise.all(writing);
    expect(failures).toEqual([]);
    expect(await stream.text()).toContain(": 已连接");
    const list = await api.ask("GET", "/v1/templates", { token });
    const kept = list.body.templates.map(({ id }: { id: string }) => id);
    expect(kept).toEqual(expect.arrayContaining(acknowledged));
  });
});
