import { mkdtempSync, rmSync } from "node:fs";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ApiProcess } from "./api-process.ts";

const LISTENERS = 1000;
/** As many as one token may have. */
const OF_TOKEN = 20;

/** An open event stream: when it was told what. */
interface Listener {
  readonly cursors: number[];
  toldAt: number | undefined;
}

function listen(api: ApiProcess, token: string, agent: Agent): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const listener: Listener = { cursors: [], toldAt: undefined };
    get(`${api.origin}/v1/events`, { agent, headers: { Authorization: `Bearer ${token}` } }, (response) => {
      let seen = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        seen += chunk;
        if (seen.includes(": 已连接\n\n")) resolve(listener);
        for (const [, id] of chunk.matchAll(/^id: (\d+)$/gm)) {
          listener.cursors.push(Number(id));
          listener.toldAt = performance.now();
        }
      });
    }).once("error", reject);
  });
}

it(`[T14] tells ${LISTENERS} listeners of a change, each once, within 2 seconds`, async () => {
  const folder = mkdtempSync(join(tmpdir(), "sevenstar-listeners-"));
  const api = await ApiProcess.start({ DATA_DIR: folder });
  const token = await api.signIn();
  const agent = new Agent({ maxSockets: LISTENERS });
  const tokens: string[] = [];
  for (let count = 0; count < LISTENERS / OF_TOKEN; count++) {
    const invite = await api.ask("POST", "/v1/invites", { token, json: { role: "viewer" } });
    const json = { code: invite.body.code, member: `同事 ${count}` };
    tokens.push((await api.ask("POST", "/v1/invites/accept", { json })).body.token);
  }
  const listeners = await Promise.all(
    Array.from({ length: LISTENERS }, (_, index) => listen(api, tokens[index % tokens.length] ?? "", agent)),
  );
  const start = performance.now();
  const { body } = await api.ask("PUT", "/v1/templates/a", {
    token,
    json: { kind: "word-list", name: "词", rows: [{ id: "a", word: "最好", use: "违禁" }] },
    headers: { "If-None-Match": "*" },
  });
  await expect
    .poll(() => listeners.filter(({ toldAt }) => toldAt !== undefined).length, {
      timeout: 10_000,
      interval: 20,
    })
    .toBe(LISTENERS);
  const slowest = Math.max(...listeners.map(({ toldAt }) => (toldAt ?? 0) - start));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(new Set(listeners.map(({ cursors }) => cursors.join()))).toEqual(
    new Set([String(body.template.rev)]),
  );
  expect(slowest).toBeLessThan(2_000);
  console.log(`${LISTENERS} listeners told within ${Math.round(slowest)} ms of the request`);
  await api.end("SIGTERM");
  agent.destroy();
  rmSync(folder, { recursive: true, force: true });
});
