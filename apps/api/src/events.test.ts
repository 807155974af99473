import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ChangeBus, type Listener } from "./change-bus.ts";
import type { Identity } from "./store/team-reader.ts";
import { TestApi } from "./test-api.fixture.ts";

const NEW = { "If-None-Match": "*" };
const words = { kind: "word-list", name: "词", rows: [{ id: "a", word: "最好", use: "违禁" }] };

let api: TestApi;
let token: string;
beforeEach(async () => {
  api = await TestApi.open();
  token = await api.team();
});
afterEach(async () => {
  vi.useRealTimers();
  await api.close();
});

const put = (id: string) => api.ask("PUT", `/v1/templates/${id}`, { token, json: words, headers: NEW });

/** Opens the event stream; gives what has come until a text is in it or the stream ends. */
async function listen(headers: Record<string, string> = {}, by = token) {
  const response = await api.app.request("/v1/events", {
    headers: { Authorization: `Bearer ${by}`, ...headers },
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let seen = "";
  const until = async (wanted: string) => {
    while (!seen.includes(wanted)) {
      const { value, done } = await reader.read();
      if (done) return `${seen}(end)`;
      seen += value;
    }
    return seen;
  };
  return { response, until, cancel: () => reader.cancel() };
}

const cursors = (text: string) => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));

describe("[T14] server-sent events", () => {
  it("are a text/event-stream that no proxy holds back or compresses", async () => {
    const { response, cancel } = await listen({ "Accept-Encoding": "gzip" });
    expect(response.headers.get("Content-Type")).toContain("text/event-stream");
    expect(response.headers.get("Cache-Control")).toBe("no-cache");
    expect(response.headers.get("X-Accel-Buffering")).toBe("no");
    expect(response.headers.get("Content-Encoding")).toBeNull();
    await cancel();
  });

  it("tell a listener without Last-Event-ID only what comes after it", async () => {
    await put("before");
    const { until, cancel } = await listen();
    await until("已连接");
    await put("after");
    expect(cursors(await until('{"cursor":2}\nid: 2'))).toEqual([2]);
    await cancel();
  });

  it("resume after Last-Event-ID: what was missed is told at once, in one event, and nothing twice", async () => {
    for (const id of ["a", "b", "c"]) await put(id);
    const missed = await listen({ "Last-Event-ID": "1" });
    expect(cursors(await missed.until("id: 3\n"))).toEqual([3]);
    await missed.cancel();
    const upToDate = await listen({ "Last-Event-ID": "3" });
    await upToDate.until("已连接");
    await put("d");
    expect(cursors(await upToDate.until("id: 4\n"))).toEqual([4]);
    await upToDate.cancel();
  });

  it("tell nothing of other teams", async () => {
    const { until, cancel } = await listen();
    await until("已连接");
    const stranger = await api.team("别家");
    await api.ask("PUT", "/v1/templates/theirs", { token: stranger, json: words, headers: NEW });
    await put("ours");
    expect(cursors(await until("id: 1\n"))).toEqual([1]);
    await cancel();
  });

  it("tell a slow reader the newest revision, not every one", async () => {
    const { until, cancel } = await listen();
    await until("已连接");
    await Promise.all(Array.from({ length: 200 }, (_, index) => put(`t${index}`)));
    const heard = cursors(await until("id: 200\n"));
    expect(heard.at(-1)).toBe(200);
    expect(heard.length).toBeLessThan(20);
    await cancel();
  });

  it("comment every 25 seconds", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    const { until, cancel } = await listen();
    expect(await until("已连接")).not.toContain("仍在");
    for (let times = 1; times <= 3; times++) {
      await vi.advanceTimersByTimeAsync(25_000);
      expect((await until(": 仍在\n\n".repeat(times))).match(/仍在/g)).toHaveLength(times);
    }
    await cancel();
  });

  it("end at once for a member who was removed and for a token that was changed", async () => {
    const leaving = await api.join(token, "viewer");
    const rotating = await api.join(token, "viewer");
    const streams = [await listen({}, leaving), await listen({}, rotating), await listen()];
    for (const { until } of streams) await until("已连接");
    const me = await api.ask("GET", "/v1/me", { token: leaving });
    await api.ask("DELETE", `/v1/members/${me.body.member.id}`, { token });
    await api.ask("POST", "/v1/token/rotate", { token: rotating });
    expect(await streams[0]?.until("id: 1")).toContain("(end)");
    expect(await streams[1]?.until("id: 1")).toContain("(end)");
    await put("a");
    expect(cursors((await streams[2]?.until("id: 1\n")) ?? "")).toEqual([1]);
    await streams[2]?.cancel();
  });

  it("end at the next comment for a token that died in another process", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    const { until } = await listen();
    await until("已连接");
    const other = await TestApi.open(api.services.settings);
    await other.services.store.db.updateTable("tokens").set({ revokedAt: "2026-01-01" }).execute();
    await vi.waitFor(async () => expect((await api.ask("GET", "/v1/me", { token })).status).toBe(401));
    await other.services.store.close();
    await vi.advanceTimersByTimeAsync(25_000);
    expect(await until("仍在")).toContain("(end)");
  });

  it("[A4] open no stream for HEAD, which nobody would ever read to its end", async () => {
    for (let count = 0; count < 50; count++) {
      const { status, headers, body } = await api.ask("HEAD", "/v1/events", { token });
      expect([status, headers.get("Content-Type"), body]).toEqual([200, "text/event-stream", ""]);
    }
    expect(api.services.changes.count()).toBe(0);
  });

  it("[A4] are at most 20 for one token, after which others still get theirs", async () => {
    const streams = await Promise.all(Array.from({ length: 20 }, () => listen()));
    const refused = await api.ask("GET", "/v1/events", { token });
    expect(refused.status).toBe(429);
    expect(refused.body.detail).toContain("20 个变化通知");
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
    const colleague = await listen({}, await api.join(token, "viewer"));
    expect(await colleague.until("已连接")).toContain("已连接");
    await streams[0]?.cancel();
    await vi.waitFor(async () => {
      const again = await listen();
      expect(again.response.status).toBe(200);
      await again.cancel();
    });
    for (const { cancel } of [...streams.slice(1), colleague]) await cancel();
  });

  it("[A4] are at most 5,000 in all", () => {
    const changes = new ChangeBus();
    const identity = (name: number): Identity => ({
      team: { id: `t${name % 7}`, name: "" },
      member: { id: `m${name}`, name: "", role: "viewer" },
      tokenHash: `h${name}`,
    });
    const listeners = Array.from({ length: 5_000 }, (_, name) => changes.join(identity(name), 0));
    expect(changes.wouldExceed(identity(5_000))).toBe("inAll");
    changes.leave(listeners[0] as Listener);
    expect(changes.wouldExceed(identity(5_000))).toBeUndefined();
  });

  it("leave nothing behind when the listener goes", async () => {
    const streams = await Promise.all(Array.from({ length: 20 }, () => listen()));
    for (const { until } of streams) await until("已连接");
    expect(api.services.changes.count()).toBe(20);
    for (const { cancel } of streams) await cancel();
    await vi.waitFor(() => expect(api.services.changes.count()).toBe(0));
  });
});
