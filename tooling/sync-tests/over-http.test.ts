import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SyncClient } from "@sevenstar/core/template/client/sync-client";
import type { SyncSnapshot } from "@sevenstar/core/template/client/sync-snapshot";
import type { Content } from "@sevenstar/core/template/wire/template";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Device } from "./device.ts";

const SERVE = new URL("../../apps/api/serve.js", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "sevenstar-http-"));
const timer = {
  now: () => Date.now(),
  after: (milliseconds: number, call: () => void) => {
    const timeout = setTimeout(call, milliseconds);
    return () => clearTimeout(timeout);
  },
};
const words = (word: string): Content => ({
  kind: "word-list",
  name: "词表",
  rows: [{ id: "a", word, use: "违禁" }],
});

let child: ChildProcess;
let link: URL;

/** Starts the API as a process of its own; gives the link it prints. */
async function startApi(port: string): Promise<URL> {
  child = spawn(process.execPath, [SERVE], {
    env: { PATH: process.env["PATH"] ?? "", PORT: port, DATA_DIR: folder, LOG_LEVEL: "silent" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const said of child.stdout ?? []) {
    const found = /http:\S+#signin=\S+/.exec(String(said))?.[0];
    if (found) return new URL(found);
  }
  throw new Error("the API did not start");
}

beforeAll(async () => {
  link = await startApi("0");
});
afterAll(() => {
  child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

function newClient(): SyncClient {
  const storage = new Device(timer, () => 0).storage();
  return new SyncClient(
    { fetch, storage, timer, random: Math.random, newKey: () => crypto.randomUUID() },
    link.origin,
  );
}

const when = (client: SyncClient, isSo: (snapshot: SyncSnapshot) => boolean) =>
  new Promise<void>((resolve) => {
    const look = (snapshot: SyncSnapshot) => {
      if (!isSo(snapshot)) return;
      stop();
      resolve();
    };
    const stop = client.subscribe(look);
    look(client.snapshot());
  });

it("[T13.10][T14.1] over HTTP, with the fetch and the timers of Node: told at once, and whole again after kill -9", async () => {
  const [wang, li] = [newClient(), newClient()];
  await Promise.all([wang.start(), li.start()]);
  expect(await wang.signIn(link.hash.slice("#signin=".length))).toBeUndefined();
  const invite = await wang.team.invite("editor", 1);
  if ("problem" in invite) throw new Error(invite.problem);
  expect(await li.acceptInvite(invite.code, "小李")).toBeUndefined();
  await when(li, ({ state }) => state === "synced");

  await wang.save("w", words("最好"));
  // Polling would take 30 s.
  await when(li, ({ templates }) => templates[0]?.status === "同步");
  expect(li.read("w")).toEqual(words("最好"));

  child.kill("SIGKILL");
  await once(child, "close");
  await li.save("w", words("最佳"));
  await when(li, ({ state }) => state === "offline");
  expect(li.snapshot().templates[0]?.status).toBe("待推送");
  await startApi(link.port);
  li.syncNow();
  wang.syncNow();
  await when(wang, ({ templates }) => templates[0]?.updatedBy === "小李");
  expect(wang.read("w")).toEqual(words("最佳"));
  await Promise.all([wang.stop(), li.stop()]);
});
