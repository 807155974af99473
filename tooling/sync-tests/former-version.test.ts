import { copyFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SyncClient } from "@sevenstar/core/template/client/sync-client";
import type { Content } from "@sevenstar/core/template/wire/template";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Device } from "./device.ts";
import formerDevice from "./former-device.fixture.json" with { type: "json" };
import { SyncWorld, TestServer } from "./sync-world.ts";

/** A member of the team in the file that the first protocol's server wrote. */
const TOKEN = "NeGDzahjbsgw4EDeeqfZGgalurKy1paeKh7NmjUSzc4";

/** The client of the first protocol, as it was built then. */
const former = new URL("../../packages/core/template/client/former-client.fixture.js", import.meta.url).href;
const { SyncClient: FormerClient } = (await import(/* @vite-ignore */ former)) as {
  SyncClient: typeof SyncClient;
};

let server: TestServer;
let world: SyncWorld;
let device: Device;
beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), "sevenstar-former-"));
  copyFileSync(
    new URL("../../apps/api/fixtures/first-protocol.sqlite", import.meta.url),
    join(folder, "sevenstar.sqlite"),
  );
  server = await TestServer.open(folder);
  world = new SyncWorld(server, 11);
  device = new Device(world.time, () => 0);
});
afterEach(() => server.close());

const clientOf = (Client: typeof SyncClient) =>
  new Client({
    fetch: world.network.fetch,
    storage: device.storage(),
    timer: world.time,
    random: world.random,
    newKey: () => crypto.randomUUID(),
  });
const rest = async (client: SyncClient) => {
  await world.time.pass(600_000, () => ["synced", "conflict"].includes(client.snapshot().state));
  expect(client.snapshot().state).toBe("synced");
};
const onServer = async (id: string) =>
  (await server.api.ask("GET", `/v1/templates/${id}`, { token: TOKEN })).body.template;
const wordsOf = (content: Content | undefined) => content?.rows.map((row) => row["word"]);

describe("what the first protocol's client left on a device", () => {
  it("[T19] is taken up by today's: its session, its templates and the edits that it never sent", async () => {
    for (const [key, value] of Object.entries(formerDevice)) device.values.set(key, value);
    const client = clientOf(SyncClient);
    await client.start();
    expect(wordsOf(client.read("words"))).toEqual(["最好", "断网时加的"]);
    await rest(client);
    expect(client.snapshot().team?.name).toBe("旧团队");
    expect((await onServer("words")).rows).toMatchObject([{ word: "最好" }, { word: "断网时加的" }]);
    expect((await onServer("new")).rows).toMatchObject([{ word: "新" }]);
    expect(client.snapshot().templates.every(({ status }) => status === "同步")).toBe(true);
    expect(client.snapshot().notice).toBe("");
    await client.stop();
  });
});

describe("the first protocol's client with today's server", () => {
  it("[T19] goes on where it was, hears of others' changes and merges with them", async () => {
    for (const [key, value] of Object.entries(formerDevice)) device.values.set(key, value);
    const client = clientOf(FormerClient);
    await client.start();
    await rest(client);
    expect((await onServer("words")).rows).toMatchObject([{ word: "最好" }, { word: "断网时加的" }]);
    const { rows, etag } = await onServer("words").then(async (template) => ({
      rows: template.rows,
      etag: (await server.api.ask("GET", "/v1/templates/words", { token: TOKEN })).headers.get("ETag") ?? "",
    }));
    world.network.weather = { ...world.network.weather, lostRequests: 1 };
    const seen = client.read("words") as Content;
    await client.save(
      "words",
      { ...seen, rows: [...seen.rows, { id: "mine", word: "我", use: "违禁" }] },
      seen,
    );
    await server.api.ask("PUT", "/v1/templates/words", {
      token: TOKEN,
      json: { kind: "word-list", name: "词表", rows: [...rows, { id: "theirs", word: "他", use: "违禁" }] },
      headers: { "If-Match": etag },
    });
    world.network.weather = { ...world.network.weather, lostRequests: 0 };
    await world.time.pass(90_000);
    await rest(client);
    expect(wordsOf(client.read("words"))?.toSorted()).toEqual(["他", "我", "断网时加的", "最好"].toSorted());
    expect((await onServer("words")).rows).toHaveLength(4);
    await client.stop();
  });
});
