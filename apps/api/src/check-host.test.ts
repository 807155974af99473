import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostName } from "./host-name.ts";
import { readSettings, type Settings } from "./settings.ts";
import { TestApi } from "./test-api.fixture.ts";

const open = (settings: Record<string, string> = {}) => {
  const { HOST, ALLOWED_HOSTS, SEVENSTAR_BASE_URL } = readSettings(settings) as Settings;
  return TestApi.open({ HOST, ALLOWED_HOSTS, ...(SEVENSTAR_BASE_URL ? { SEVENSTAR_BASE_URL } : {}) });
};

describe("[A6] the Host of a request", () => {
  const apis = new Map<string, TestApi>();
  const settings: Readonly<Record<string, Record<string, string>>> = {
    loopback: {},
    everywhere: { HOST: "0.0.0.0" },
    published: {
      SEVENSTAR_BASE_URL: "https://star.example/x",
      ALLOWED_HOSTS: "intra.example, MyPC, 七星.example",
    },
    bound: { HOST: "192.168.1.5" },
  };
  beforeAll(async () => {
    for (const [name, each] of Object.entries(settings)) apis.set(name, await open(each));
  });
  afterAll(async () => {
    for (const api of apis.values()) await api.close();
  });

  it.each([
    ["loopback", "127.0.0.1:5188", 200],
    ["loopback", "localhost", 200],
    ["loopback", "LOCALHOST:80", 200],
    ["loopback", "star.localhost:5188", 200],
    ["loopback", "[::1]:5188", 200],
    ["loopback", "evil.example", 421],
    ["loopback", "127.0.0.1.evil.example", 421],
    ["loopback", "localhost.evil.example", 421],
    ["loopback", "192.168.1.5", 421],
    ["everywhere", "192.168.1.5:5188", 200],
    ["everywhere", "evil.example", 421],
    ["published", "star.example", 200],
    ["published", "intra.example:8443", 200],
    ["published", "mypc", 200],
    ["published", "xn--7gqr10d.example", 200],
    ["published", "evil.example", 421],
    ["bound", "192.168.1.5", 200],
    ["bound", "192.168.1.6", 421],
  ])("where the server is %s, %s answers %i", async (name, host, status) => {
    const api = apis.get(name) as TestApi;
    const answer = await api.ask("GET", `http://${host}/healthz`);
    expect(answer.status).toBe(status);
    if (status === 421) expect(answer.body.detail).toMatch(/ALLOWED_HOSTS/);
  });

  it("is looked at before anything is done: a page elsewhere makes no team and reads no page", async () => {
    const api = apis.get("loopback") as TestApi;
    const before = await api.dump();
    const headers = { Origin: "http://evil.example" };
    const json = { name: "a", member: "b" };
    const answers = [
      await api.ask("POST", "http://evil.example/v1/teams", { json, headers }),
      await api.ask("GET", "http://evil.example/metrics"),
      await api.ask("GET", "http://evil.example/"),
      await api.ask("OPTIONS", "http://evil.example/v1/me", { headers }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([421, 421, 421, 421]);
    expect(await api.dump()).toBe(before);
  });

  it("is read as a URL's reader reads it, whatever stands there", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.domain(),
          fc.ipV4(),
          fc.ipV6().map((address) => `[${address}]`),
        ),
        (host) => {
          const name = hostName(`${host}:8080`);
          expect(name).toBe(host.toLowerCase().replace(/[[\]]/g, ""));
        },
      ),
    );
    for (const none of ["", "a b", "a/b", "user@evil", "a:b", "[::1", "x".repeat(300)]) {
      expect(hostName(none)).toBeUndefined();
    }
  });
});
