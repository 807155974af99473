import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedApi, serveApi } from "./serve-api.ts";
import { openServices } from "./services.ts";
import { TestApi } from "./test-api.fixture.ts";

let api: TestApi;
let served: ServedApi;
let token: string;
beforeAll(async () => {
  api = await TestApi.open();
  token = await api.team();
  served = await serveApi(await openServices({ ...api.services.settings, PORT: 0 }));
});
afterAll(async () => {
  await served.stop();
  await api.close();
});

/** Sends a body over a real connection; gives the status of the answer. */
async function put(
  body: string | Uint8Array<ArrayBuffer> | ReadableStream,
  headers: Record<string, string> = {},
): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${served.port}/v1/templates/hostile`, {
    method: "PUT",
    headers: {
      Authorization: `Bearer ${token}`,
      "Content-Type": "application/json",
      "If-None-Match": "*",
      ...headers,
    },
    body,
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  });
  await response.text();
  return response.status;
}

const words = (rows: string) => `{"kind":"word-list","name":"x","rows":${rows}}`;
const row = '{"id":"a","word":"x","use":"违禁"}';

describe("the server", () => {
  it.each([
    ["10 MB in one piece", () => words(`["${"x".repeat(10_000_000)}"]`), 413],
    ["a million rows", () => words(`[${Array(1_000_000).fill("{}").join()}]`), 413],
    ["half a million rows in less than 1 MiB", () => words(`[${Array(500_000).fill("1").join()}]`), 422],
    ["100,000 rows that are rows", () => words(`[${Array(100_000).fill("{}").join()}]`), 422],
    ["arrays nested 400,000 deep", () => words("[".repeat(400_000) + "]".repeat(400_000)), 422],
    ["objects nested 100,000 deep", () => words(`[${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}]`), 422],
    [
      "100,000 unknown fields",
      () => words(`[{${Array.from({ length: 90_000 }, (_, i) => `"k${i}":1`).join()}}]`),
      422,
    ],
    [
      "__proto__ beside the fields",
      () => words(`[${row.replace("{", '{"__proto__":{"admin":true},')}]`),
      422,
    ],
    ["__proto__ as the whole", () => `{"__proto__":${words(`[${row}]`)}}`, 422],
    [
      "constructor as a field",
      () => words(`[${row.replace("{", '{"constructor":{"prototype":{"x":1}},')}]`),
      422,
    ],
    ["toString as a kind", () => words(`[${row}]`).replace("word-list", "toString"), 422],
    ["__proto__ as a kind", () => words(`[${row}]`).replace("word-list", "__proto__"), 422],
    [
      "a number too large for a number",
      () => words(`[{"id":"a","word":"x","use":"违禁","weight":1e999}]`),
      422,
    ],
    ["bytes that are not UTF-8", () => new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d]), 400],
    ["UTF-16", () => new Uint8Array(Buffer.from(words("[]"), "utf16le")), 400],
    ["half a document", () => words(`[${row}]`).slice(0, -1), 400],
    ["nothing", () => "", 400],
  ])("refuses %s", async (_, body, status) => {
    expect(await put(body())).toBe(status);
  });

  it("takes a byte order mark before the document", async () => {
    expect(await put(`\ufeff${words(`[${row}]`)}`)).toBe(201);
  });

  it.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/json",
    "",
  ])("refuses the media type %j", async (type) =>
    expect(await put(words("[]"), { "Content-Type": type })).toBe(415),
  );

  it("stops reading a body of unknown length where it becomes too large", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(0x20));
        if (sent > 50_000_000) controller.close();
      },
    });
    const status = await put(endless).catch(() => "closed");
    expect([413, "closed"]).toContain(status);
    expect(sent).toBeLessThan(20_000_000);
  });

  it("does not believe a length that is not true", async () => {
    const socket = connect(served.port, "127.0.0.1");
    await once(socket, "connect");
    const chunked = `PUT /v1/templates/hostile HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nIf-None-Match: *\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n`;
    socket.write(chunked);
    const [answer] = await once(socket, "data");
    expect(String(answer)).toMatch(/^HTTP\/1\.1 400 /);
    socket.destroy();
  });

  it("lets nobody else wait for one who sends slowly", async () => {
    const slow = connect(served.port, "127.0.0.1");
    await once(slow, "connect");
    slow.write(
      `PUT /v1/templates/slow HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nIdempotency-Key: k\r\nIf-None-Match: *\r\nContent-Length: 100\r\n\r\n{`,
    );
    const start = performance.now();
    expect(await put(words(`[${row}]`), { "If-None-Match": "", "If-Match": '"1"' })).toBe(200);
    expect(performance.now() - start).toBeLessThan(1_000);
    slow.destroy();
  });

  it("[A4] lets a request that stalled be repeated with its own key at once", async () => {
    const stalled = connect(served.port, "127.0.0.1");
    await once(stalled, "connect");
    stalled.write(
      `PUT /v1/templates/again HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nIdempotency-Key: again\r\nIf-None-Match: *\r\nContent-Length: 100\r\n\r\n{`,
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    const repeated = fetch(`http://127.0.0.1:${served.port}/v1/templates/again`, {
      method: "PUT",
      headers: {
        Authorization: `Bearer ${token}`,
        "Content-Type": "application/json",
        "If-None-Match": "*",
        "Idempotency-Key": "again",
      },
      body: words(`[${row}]`),
      signal: AbortSignal.timeout(10_000),
    });
    expect((await repeated).status).toBe(201);
    stalled.destroy();
  });

  it("stays in bounded memory under a hundred of the largest bodies at once", async () => {
    const body = words(
      `[${Array(9_000).fill('{"id":"a","word":"x","use":"违禁","weight":1,"more":[1,2,3,{"a":1}]}').join()}]`,
    );
    const before = process.memoryUsage().rss;
    const statuses = await Promise.all(
      Array.from({ length: 100 }, () => put(body, { "If-None-Match": "", "If-Match": '"2"' })),
    );
    expect(new Set(statuses)).toEqual(new Set([422]));
    // The test's own hundred copies are counted too.
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 2 ** 20);
  });

  it("[T9] lists at most 1,000 of what is wrong, and says how much there is", async () => {
    const json = { kind: "word-list", name: "x", rows: Array(5000).fill({}) };
    const headers = { "If-None-Match": "*" };
    const { body } = await api.ask("PUT", "/v1/templates/new", { token, json, headers });
    expect(body.errors).toHaveLength(1000);
    expect(body.detail).toContain("共 15000 处");
  });

  it("leaves the prototypes of objects alone", () => {
    expect(({} as Record<string, unknown>)["admin"]).toBeUndefined();
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });

  it("is alive after all that", async () => {
    expect((await fetch(`http://127.0.0.1:${served.port}/readyz`)).status).toBe(200);
  });
});
