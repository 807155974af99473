import { describe, expect, it } from "vitest";
import { mayShowSecrets } from "./may-show-secrets.ts";

describe("[A5] a sign-in link is printed", () => {
  it.each([
    ["on a terminal", "0.0.0.0", true, {}, true],
    ["on a terminal below systemd", "127.0.0.1", true, { INVOCATION_ID: "1" }, true],
    ["where a script passes it on, for this machine alone", "127.0.0.1", false, {}, true],
    ["not in a container, which other machines reach", "0.0.0.0", false, {}, false],
    ["not for a server in the network", "192.168.1.5", false, {}, false],
    ["not into systemd's journal", "127.0.0.1", false, { JOURNAL_STREAM: "8:1" }, false],
    ["not by systemd at all", "127.0.0.1", false, { INVOCATION_ID: "1" }, false],
    ["not by supervisord", "localhost", false, { SUPERVISOR_ENABLED: "1" }, false],
    ["not by pm2", "::1", false, { pm_id: "0" }, false],
    ["not in Kubernetes", "127.0.0.1", false, { KUBERNETES_SERVICE_HOST: "10.0.0.1" }, false],
  ])("%s", (_, host, isTerminal, environment, expected) => {
    expect(mayShowSecrets(host, isTerminal, environment)).toBe(expected);
  });
});
