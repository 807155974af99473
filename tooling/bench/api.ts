import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ApiProcess } from "../sync-tests/api-process.ts";
import { type Client, load } from "./load.ts";
import { Verdicts } from "./verdicts.ts";

const CONNECTIONS = 32;
const SECONDS = 3;
const ROUNDS = 3;

const folder = mkdtempSync(join(tmpdir(), "sevenstar-bench-"));
const api = await ApiProcess.start({ DATA_DIR: join(folder, "data") });
const token = await api.signIn();
const apiPort = Number(new URL(api.origin).port);
const verdicts = new Verdicts();

/** A process's resident memory in MB. */
const memoryOf = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? Number.NaN) / 1024;
verdicts.add("API memory, idle", memoryOf(api.pid), 120, false, " MB");

/** A template as large as the built-in rates. */
const content = {
  kind: "payment-rates",
  name: "费率表",
  rows: Array.from({ length: 13 }, (_, index) => ({
    id: `r${index}`,
    method: `支付方式${index}`,
    rate: 0.006,
    payer: "卖家",
    base: "货款+运费",
    validFrom: "2026-01-01",
    source: "平台公告",
  })),
};
const body = JSON.stringify(content);
const ids = Array.from({ length: CONNECTIONS }, (_, index) => `t${index}`);
for (const id of ids) {
  await api.ask("PUT", `/v1/templates/${id}`, { token, json: content, headers: { "If-None-Match": "*" } });
}
const bytes = join(folder, "bytes.json");
writeFileSync(bytes, JSON.stringify((await api.ask("GET", "/v1/templates/t0", { token })).body));

const bare = spawn(
  process.execPath,
  [
    fileURLToPath(new URL("../../apps/api/bench/bare-server.ts", import.meta.url)),
    bytes,
    join(folder, "bare.sqlite"),
  ],
  { stdio: ["ignore", "pipe", "inherit"] },
);
const barePort = await new Promise<number>((resolve) =>
  bare.stdout.on("data", (chunk) => resolve(Number(/port (\d+)/.exec(String(chunk))?.[1]))),
);

const head = (method: string, id: string) =>
  `${method} /v1/templates/${id} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer ${token}\r\n`;
const readers = (): Client[] =>
  ids.map((id) => {
    const request = Buffer.from(`${head("GET", id)}\r\n`);
    return { request: () => request };
  });
const payload = Buffer.from(body);
const revs = new Map(ids.map((id, index) => [id, index + 1]));
/** Each connection changes a template of its own, from the revision that it was answered last. */
const writers = (): Client[] =>
  ids.map((id) => ({
    request: () =>
      Buffer.concat([
        Buffer.from(
          `${head("PUT", id)}Content-Type: application/json\r\nContent-Length: ${payload.length}\r\nIf-Match: "${revs.get(id)}"\r\n\r\n`,
        ),
        payload,
      ]),
    answered: (answer) => {
      const rev = /\r\netag: "(\d+)"/i.exec(answer)?.[1];
      if (rev) revs.set(id, Number(rev));
    },
  }));
const bareWriters = (): Client[] => writers().map(({ request }) => ({ request }));

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
/** The API's rate over the bare server's, in turn, so that a drift of the machine meets both. */
async function ratio(ours: () => Client[], theirs: () => Client[]): Promise<number> {
  const ratios: number[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    const bareRate = await load(barePort, theirs(), SECONDS);
    const apiRate = await load(apiPort, ours(), SECONDS);
    if (round >= 0) ratios.push(apiRate / bareRate);
    console.log(`bare ${Math.round(bareRate)}/s, API ${Math.round(apiRate)}/s`);
  }
  return median(ratios);
}
verdicts.add("GET of a template against a bare Hono handler", await ratio(readers, readers), 0.5, true, "×");
verdicts.add(
  "durable PUT, 32 connections, against a bare durable insert",
  await ratio(writers, bareWriters),
  1,
  true,
  "×",
);
verdicts.add("API memory, after these writes (over 10,000)", memoryOf(api.pid), 200, false, " MB");

for (let index = CONNECTIONS; index < 1_000; index++) {
  await api.ask("PUT", `/v1/templates/t${index}`, {
    token,
    json: content,
    headers: { "If-None-Match": "*" },
  });
}
const changes = (await api.ask("GET", "/v1/changes?since=0&limit=1000", { token })).body;
const serialise: number[] = [];
const answer: number[] = [];
for (let round = 0; round < 25; round++) {
  let start = performance.now();
  JSON.stringify(changes);
  serialise.push(performance.now() - start);
  start = performance.now();
  await (
    await fetch(`${api.origin}/v1/changes?since=0&limit=1000`, {
      headers: { Authorization: `Bearer ${token}` },
    })
  ).arrayBuffer();
  answer.push(performance.now() - start);
}
console.log(
  `changes of 1,000 templates: serialising ${median(serialise).toFixed(2)} ms, answered in ${median(answer).toFixed(2)} ms`,
);
verdicts.add(
  "changes of 1,000 templates against serialising the same JSON",
  median(answer) / median(serialise),
  1.5,
  false,
  "×",
);

verdicts.print();
await api.end("SIGTERM");
bare.kill();
rmSync(folder, { recursive: true });
