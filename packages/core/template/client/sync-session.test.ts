import { beforeEach, describe, expect, it } from "vitest";
import { ApiLink } from "./api-link.ts";
import {
  type Asked,
  memoryStorage,
  refusal,
  type Scripted,
  scriptedServer,
  stillTimer,
} from "./scripted-server.fixture.ts";
import { SyncSession } from "./sync-session.ts";

const admission = (team: string) => ({
  team: { id: team, name: team },
  member: { id: "m", name: "小王", role: "owner" },
  token: "first",
});

let storage: ReturnType<typeof memoryStorage>;
let keys: number;
let script: Scripted[];
let asked: Asked[];
let link: ApiLink;
let told: string[];
beforeEach(() => {
  storage = memoryStorage();
  keys = 0;
  script = [];
  told = [];
  const server = scriptedServer(() => script.shift() ?? "lost");
  asked = server.asked;
  link = new ApiLink({ fetch: server.fetch, timer: stillTimer }, "");
});

const open = async () => {
  const session = new SyncSession(storage, () => `key${++keys}`);
  await session.load();
  return session;
};
const settle = (session: SyncSession, isCurrent = () => true) =>
  session.settle(link, {
    isCurrent,
    admitted: async (team, former) => void told.push(`${former ?? "nowhere"} → ${team}`),
    refused: ({ problem }) => void told.push(problem),
  });
const keysAsked = () => asked.map(({ headers }) => headers["Idempotency-Key"]);

describe("a sign-in", () => {
  it("[T17.3] whose answer is lost is asked for again with its key, also after a new start", async () => {
    const session = await open();
    await session.begin("/v1/signin", { code: "abc" });
    expect(await settle(session)).toMatchObject({ type: "lost" });
    script = [{ status: 201, body: admission("t") }];
    const later = await open();
    expect(await settle(later)).toBeUndefined();
    expect(later.token).toBe("first");
    expect(keysAsked()).toEqual(["key1", "key1"]);
    expect(told).toEqual(["nowhere → t"]);
    expect((await open()).team?.id).toBe("t");
    expect(await settle(later)).toBeUndefined();
    expect(asked).toHaveLength(2);
  });

  it("that is refused is told and forgotten; who was in stays in", async () => {
    const session = await open();
    script = [{ status: 201, body: admission("t") }, refusal(404, "链接已失效。")];
    await session.begin("/v1/signin", { code: "abc" });
    await settle(session);
    await session.begin("/v1/invites/accept", { code: "old" });
    await settle(session);
    expect(told).toEqual(["nowhere → t", "链接已失效。"]);
    expect(session.team?.id).toBe("t");
    expect([...storage.kept.keys()]).toEqual(["sevenstar.session"]);
  });

  it("whose answer nobody waits for any more changes nothing, and is settled by the next", async () => {
    const session = await open();
    script = [
      { status: 201, body: admission("t") },
      { status: 201, body: admission("t") },
    ];
    await session.begin("/v1/signin", { code: "abc" });
    await settle(session, () => false);
    expect(session.isIn).toBe(false);
    await settle(session);
    expect(session.isIn).toBe(true);
    expect(keysAsked()).toEqual(["key1", "key1"]);
  });
});

describe("a change of token", () => {
  it("[T17.3] keeps its key until it is answered; then the new token counts", async () => {
    const session = await open();
    script = [{ status: 201, body: admission("t") }, "lost", { status: 200, body: { token: "second" } }];
    await session.begin("/v1/signin", { code: "abc" });
    await settle(session);
    await session.beginRotation(() => true);
    expect(await settle(session)).toMatchObject({ type: "lost" });
    await session.beginRotation(() => true);
    const later = await open();
    expect(later.token).toBe("first");
    await settle(later);
    expect((await open()).token).toBe("second");
    expect(keysAsked()).toEqual(["key1", "key2", "key2"]);
  });
});

it("leaves at once; the token leaves the device when it is forgotten", async () => {
  const session = await open();
  script = [{ status: 201, body: admission("t") }];
  await session.begin("/v1/signin", { code: "abc" });
  await settle(session);
  session.leave();
  expect([session.token, session.team, session.member]).toEqual([undefined, null, null]);
  await session.forget();
  expect(storage.kept.size).toBe(0);
});
