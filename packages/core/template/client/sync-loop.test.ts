import { beforeEach, describe, expect, it } from "vitest";
import { guarded } from "./copy-store.ts";
import {
  type Asked,
  memoryStorage,
  refusal,
  type Scripted,
  scriptedServer,
} from "./scripted-server.fixture.ts";
import { SyncLoop } from "./sync-loop.ts";
import type { Timer } from "./sync-ports.ts";

const admission = {
  team: { id: "t", name: "甲" },
  member: { id: "m", name: "小王", role: "owner" },
  token: "secret",
};
const here = { "Seven-Star-History": "here" };
const noChanges: Scripted = {
  status: 200,
  headers: here,
  body: { changes: [], cursor: "1.a", more: false, history: "here" },
};

/** A timer whose calls are made when the test says so. */
class HandTimer implements Timer {
  readonly waiting: { readonly milliseconds: number; readonly call: () => void }[] = [];

  now(): number {
    return 0;
  }

  after(milliseconds: number, call: () => void): () => void {
    const entry = { milliseconds, call };
    this.waiting.push(entry);
    return () => void this.waiting.splice(this.waiting.indexOf(entry), this.waiting.includes(entry) ? 1 : 0);
  }
}

let timer: HandTimer;
let storage: ReturnType<typeof memoryStorage>;
let changesAnswer: () => Scripted;
let asked: Asked[];
let loop: SyncLoop;
beforeEach(() => {
  timer = new HandTimer();
  storage = memoryStorage();
  storage.kept.set("sevenstar.session", JSON.stringify(admission));
  changesAnswer = () => noChanges;
  const server = scriptedServer(({ what }) =>
    what.startsWith("GET /v1/changes") ? changesAnswer() : "lost",
  );
  asked = server.asked;
  // Half of the longest wait, every time.
  const random = () => 0.5;
  let keys = 0;
  const ports = { fetch: server.fetch, storage, timer, random, newKey: () => `key${++keys}` };
  loop = new SyncLoop(ports, guarded(storage), "", () => {});
});

/** Lets everything happen that waits for nothing but itself. */
const settled = async () => {
  for (let turn = 0; turn < 200; turn++) await Promise.resolve();
};
const pulls = () => asked.filter(({ what }) => what.startsWith("GET /v1/changes")).length;
/** The wait before the next try; the listener's own waits are of no interest here. */
const retry = () => timer.waiting.find(({ call }) => call.toString().includes("enter"));

describe("the loop", () => {
  it("rests in sync once everything is pulled", async () => {
    await loop.start();
    await settled();
    expect([loop.state, loop.sentence, pulls()]).toEqual(["synced", "", 1]);
  });

  it("is signed out where nobody was signed in", async () => {
    storage.kept.clear();
    await loop.start();
    await settled();
    expect([loop.state, asked.length]).toEqual(["signedOut", 0]);
  });

  it("[T13.5] waits longer after each failure, and begins from the shortest wait after a success", async () => {
    changesAnswer = () => "lost";
    await loop.start();
    await settled();
    const waits: (number | undefined)[] = [];
    for (let failure = 0; failure < 4; failure++) {
      waits.push(retry()?.milliseconds);
      timer.waiting.find((each) => each === retry())?.call();
      await settled();
    }
    expect(waits).toEqual([500, 1000, 2000, 4000]);
    expect(loop.state).toBe("offline");
    changesAnswer = () => noChanges;
    retry()?.call();
    await settled();
    expect([loop.state, loop.sentence]).toEqual(["synced", ""]);
    changesAnswer = () => "lost";
    timer.waiting.length = 0;
    loop.on("told");
    await settled();
    expect(retry()?.milliseconds).toBe(500);
  });

  it.each([
    [401, "revoked"],
    [426, "outdated"],
  ])("stops for good at %i until a person begins anew", async (status, state) => {
    changesAnswer = () => refusal(status, "请重新登录。");
    await loop.start();
    await settled();
    expect([loop.state, retry()]).toEqual([state, undefined]);
    const before = pulls();
    loop.on("told");
    await settled();
    expect([loop.state, pulls()]).toEqual([state, before]);
    changesAnswer = () => noChanges;
    loop.syncNow();
    await settled();
    expect(loop.state).toBe("synced");
  });

  it("[T18.4] pauses for a second at least where the server contradicts itself", async () => {
    await loop.start();
    await settled();
    changesAnswer = () => ({
      status: 200,
      headers: here,
      body: { changes: [], cursor: "1.z", more: true, history: "here", reset: true },
    });
    loop.on("told");
    await settled();
    expect(loop.state).toBe("offline");
    expect(loop.sentence).toBe("服务器的数据和本机知道的不一样，正在重新读取。");
    expect(retry()?.milliseconds).toBe(1000);
  });

  it("goes on after the storage refused, with a sentence", async () => {
    const { set } = storage;
    storage.set = async () => {
      throw new Error("full");
    };
    await loop.start();
    await settled();
    expect([loop.state, loop.sentence === ""]).toEqual(["offline", false]);
    storage.set = set;
    retry()?.call();
    await settled();
    expect(loop.state).toBe("synced");
  });

  it("leaves: nothing is asked any more, and what the device held is settled first", async () => {
    await loop.start();
    await settled();
    const teams: (string | undefined)[] = [];
    await loop.leave(async (team) => void teams.push(team));
    await settled();
    const before = asked.length;
    loop.on("told");
    await settled();
    expect([loop.state, teams, asked.length]).toEqual(["signedOut", ["t"], before]);
  });
});
