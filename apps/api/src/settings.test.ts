import { describe, expect, it } from "vitest";
import { readSettings } from "./settings.ts";

describe("settings", () => {
  it("listen on loopback, port 5188, with open sign-up and 600 requests a minute by default", () => {
    expect(readSettings({})).toMatchObject({
      HOST: "127.0.0.1",
      PORT: 5188,
      SIGNUP: "open",
      RATE_LIMIT: 600,
      ALLOWED_ORIGINS: [],
    });
  });

  it("take an empty value for none", () => expect(readSettings({ PORT: "" })).toMatchObject({ PORT: 5188 }));

  it.each([
    ["PORT", "abc"],
    ["PORT", "70000"],
    ["SIGNUP", "maybe"],
    ["RATE_LIMIT", "-1"],
    ["LOG_LEVEL", "loud"],
    ["METRICS_TOKEN", "short"],
    ["ALLOWED_ORIGINS", "https://a.example/path"],
    ["ALLOWED_HOSTS", "https://a.example"],
    ["ALLOWED_HOSTS", "a.example:443"],
    ["SEVENSTAR_BASE_URL", "a.example"],
    ["SEVENSTAR_BASE_URL", "https://a.example/#x"],
    ["TRUSTED_PROXY", "proxy.example"],
    ["TRUSTED_PROXY", "10.0.0.0/33"],
    ["TEAM_QUOTA", "1 GB"],
    ["DATABASE_URL", "mysql://localhost/x"],
    ["DATABASE_URL", "postgres://localhost"],
  ])("refuse %s=%s with one Chinese sentence that names it", (name, value) => {
    expect(readSettings({ [name]: value })).toEqual([
      expect.stringMatching(new RegExp(`^${name}.*\\p{Script=Han}.*。$`, "u")),
    ]);
  });

  it("name every wrong value at once", () => {
    expect(readSettings({ PORT: "x", SIGNUP: "x", LOG_LEVEL: "x" })).toHaveLength(3);
  });

  it("read origins between commas", () => {
    const settings = readSettings({ ALLOWED_ORIGINS: "https://a.example, http://localhost:3000" });
    expect(settings).toMatchObject({ ALLOWED_ORIGINS: ["https://a.example", "http://localhost:3000"] });
  });
});
