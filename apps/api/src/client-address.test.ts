import type { Context } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientAddressBehind } from "./client-address.ts";
import { type ServedApi, serveApi } from "./serve-api.ts";
import { openServices } from "./services.ts";
import { TestApi } from "./test-api.fixture.ts";

/** A request from an address, with what its X-Forwarded-For says. */
const request = (remoteAddress: string, forwarded?: string) =>
  ({
    env: { incoming: { socket: { remoteAddress }, headers: { "x-forwarded-for": forwarded } } },
  }) as unknown as Context;

describe("[A6] the address of a client", () => {
  it.each([
    ["nobody is trusted", [], "10.0.0.2", "203.0.113.9", "10.0.0.2"],
    ["the sender is not the proxy", ["10.0.0.2"], "10.0.0.3", "203.0.113.9", "10.0.0.3"],
    ["the proxy names it", ["10.0.0.2"], "10.0.0.2", "203.0.113.9", "203.0.113.9"],
    [
      "the client lies before the proxy adds",
      ["10.0.0.2"],
      "10.0.0.2",
      "1.2.3.4, 203.0.113.9",
      "203.0.113.9",
    ],
    ["there are two proxies", ["10.0.0.0/8"], "10.0.0.2", "1.2.3.4, 203.0.113.9, 10.9.9.9", "203.0.113.9"],
    ["all are proxies", ["10.0.0.0/8"], "10.0.0.2", "10.1.1.1, 10.2.2.2", "10.1.1.1"],
    ["the proxy says nothing", ["10.0.0.2"], "10.0.0.2", undefined, "10.0.0.2"],
    ["what it says is no address", ["10.0.0.2"], "10.0.0.2", "203.0.113.9, unknown", "10.0.0.2"],
    ["IPv4 comes as IPv6", ["10.0.0.2"], "::ffff:10.0.0.2", "::ffff:203.0.113.9", "203.0.113.9"],
    ["the proxy is IPv6", ["fd00::/8"], "fd00::1", "2001:db8::7", "2001:db8::7"],
  ])("where %s", (_, trusted, peer, forwarded, client) => {
    expect(clientAddressBehind(trusted)(request(peer, forwarded))).toBe(client);
  });

  it("is found at once in a header of any length", () => {
    const long = `203.0.113.9, ${"10.0.0.2, ".repeat(100_000)}10.0.0.2`;
    const before = process.cpuUsage();
    clientAddressBehind(["10.0.0.2"])(request("10.0.0.2", long));
    expect(process.cpuUsage(before).user).toBeLessThan(100_000);
  });
});

describe("[A6] behind a trusted proxy", () => {
  let api: TestApi;
  let served: ServedApi;
  beforeAll(async () => {
    api = await TestApi.open();
    const { settings } = api.services;
    served = await serveApi(
      await openServices({ ...settings, PORT: 0, RATE_LIMIT: 2, TRUSTED_PROXY: ["127.0.0.1"] }),
    );
  });
  afterAll(async () => {
    await served.stop();
    await api.close();
  });
  const signIn = async (client: string) =>
    (
      await fetch(`http://127.0.0.1:${served.port}/v1/signin`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Forwarded-For": client },
        body: '{"code":"none"}',
      })
    ).status;

  it("one stranger uses up his own requests and locks nobody else out", async () => {
    const statuses = [];
    for (let count = 0; count < 3; count++) statuses.push(await signIn("203.0.113.9"));
    expect([...statuses, await signIn("203.0.113.10")]).toEqual([404, 404, 429, 404]);
  });

  it("/metrics are for nobody without a token, as a proxy need not say that it is one", async () => {
    expect((await fetch(`http://127.0.0.1:${served.port}/metrics`)).status).toBe(403);
  });
});
