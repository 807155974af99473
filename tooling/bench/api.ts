import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { paymentMethods } from "@sevenstar/core/payment/payment-methods";
import { ApiProcess } from "../sync-tests/api-process.ts";
import { answersPerSecond, askSteadily, type Client, millisecondsOf } from "./load.ts";
import { Verdicts } from "./verdicts.ts";

/** The API's budgets (architecture.md §8), each against a bare server of the same stack in the same run. */
const CONNECTIONS = 32;
const ROUNDS = 5;
const SECONDS = 2;
const STEADY_REQUESTS = 8_000;
const STEADY_PER_SECOND = 2_000;
const WRITES = 10_000;
const TEMPLATES = 1_000;
const REVISIONS = 1_000;

const verdicts = new Verdicts();
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

/** A fee table of 13 payment methods: some 2 kB. */
const content = {
  kind: "payment-rates",
  name: "费率表",
  rows: numbers(13).map((index) => ({
    id: `r${index}`,
    method: paymentMethods[index % paymentMethods.length]?.name,
    rate: 0.006,
    payer: "卖家",
    base: "货款+运费",
    validFrom: "2026-01-01",
    source: "平台公告",
  })),
};
const body = JSON.stringify(content);

const folder = mkdtempSync(join(tmpdir(), "sevenstar-bench-"));
const api = await ApiProcess.start({ DATA_DIR: join(folder, "data"), LOG_LEVEL: "info" });
const apiPort = Number(new URL(api.origin).port);
const metric = async (name: string) => {
  const { body } = await api.ask("GET", "/metrics");
  return Number(new RegExp(`^${name} (\\S+)$`, "m").exec(body)?.[1]);
};
const megabytes = async () => (await metric("process_resident_memory_bytes")) / 1e6;

await sleep(2_000);
verdicts.add("API: memory, idle", await megabytes(), 120, false, " MB");

const token = await api.signIn();
const revs: number[] = [];
let writes = 0;
/** Puts the next state of the template with this number. */
const put = (index: number): Client => ({
  request: () => {
    const rev = revs[index];
    const base = rev === undefined ? "If-None-Match: *" : `If-Match: "${rev}"`;
    return request("PUT", `/v1/templates/t${index}`, base, body);
  },
  answered: (head) => {
    writes++;
    revs[index] = Number(/\r\netag: "(\d+)"/i.exec(head)?.[1]);
  },
});
function request(method: string, path: string, base = "", sent = ""): string {
  const lines = [
    `${method} ${path} HTTP/1.1`,
    "Host: localhost",
    `Authorization: Bearer ${token}`,
    ...(base ? [base] : []),
    ...(sent ? ["Content-Type: application/json", `Content-Length: ${Buffer.byteLength(sent)}`] : []),
  ];
  return `${lines.join("\r\n")}\r\n\r\n${sent}`;
}
for (const index of numbers(TEMPLATES)) {
  const client = put(index);
  await askSteadily(apiPort, [client], 1, 100_000);
  const { body } = await api.ask("GET", `/v1/templates/t${index}`, { token });
  revs[index] = body.template.rev;
}
const CHANGES = "/v1/changes?since=0&limit=1000";
const one = await api.ask("GET", "/v1/templates/t0", { token });
const all = await api.ask("GET", CHANGES, { token });
if (all.body.changes.length !== TEMPLATES) throw new Error(`${all.body.changes.length} changes`);
writeFileSync(join(folder, "template.json"), JSON.stringify(one.body));
writeFileSync(join(folder, "changes.json"), JSON.stringify(all.body));

const BARE = fileURLToPath(new URL("../../apps/api/bench/bare-server.ts", import.meta.url));
const bare = spawn(process.execPath, [BARE, folder], { stdio: ["ignore", "pipe", "inherit"] });
const [said] = await once(bare.stdout, "data");
const barePort = Number(/port (\d+)/.exec(String(said))?.[1]);
const bareCpu = async () =>
  Number((await (await fetch(`http://127.0.0.1:${barePort}/cpu`)).text()).split(" ")[1]);

const putting = numbers(CONNECTIONS).map(put);
const barePutting = putting.map(() => ({ request: () => request("PUT", "/v1/templates/t", "", body) }));
const putRates: { readonly api: number; readonly bare: number }[] = [];
for (let round = -1; round < ROUNDS; round++) {
  const rates = {
    bare: await answersPerSecond(barePort, barePutting, SECONDS),
    api: await answersPerSecond(apiPort, putting, SECONDS),
  };
  if (round >= 0) putRates.push(rates);
}
verdicts.add(
  `API: durable PUT, ${CONNECTIONS} connections: speed against a bare durable insert a request`,
  median(putRates.map(({ api, bare }) => api / bare)),
  1,
  true,
  "×",
);
while (writes < WRITES) await answersPerSecond(apiPort, putting, 1);
verdicts.add(`API: memory after ${WRITES.toLocaleString("en")} writes`, await megabytes(), 200, false, " MB");

const getting = numbers(CONNECTIONS).map((index) => {
  const asked = request("GET", `/v1/templates/t${index}`);
  return { request: () => asked };
});
/** Microseconds of the server's processor that an answer takes. */
async function cost(port: number, cpu: () => Promise<number>): Promise<number> {
  const before = await cpu();
  await askSteadily(port, getting.slice(0, 8), STEADY_REQUESTS, STEADY_PER_SECOND);
  return (((await cpu()) - before) / STEADY_REQUESTS) * 1e6;
}
const getRates: { readonly api: number; readonly bare: number }[] = [];
const getCosts: { readonly api: number; readonly bare: number }[] = [];
for (let round = -1; round < ROUNDS; round++) {
  const rates = {
    bare: await answersPerSecond(barePort, getting, SECONDS),
    api: await answersPerSecond(apiPort, getting, SECONDS),
  };
  const costs = {
    bare: await cost(barePort, bareCpu),
    api: await cost(apiPort, () => metric("process_cpu_seconds")),
  };
  if (round < 0) continue;
  getRates.push(rates);
  getCosts.push(costs);
}
verdicts.add(
  "API: GET, authorised: speed (answers a processor second) against a Hono handler with the same bytes",
  median(getCosts.map(({ api, bare }) => bare / api)),
  0.5,
  true,
  "×",
);

const changeTimes: { readonly api: number; readonly again: number; readonly bare: number }[] = [];
for (let round = -3; round < 20; round++) {
  await askSteadily(apiPort, [put(0)], 1, 100_000);
  revs[0] = (await api.ask("GET", "/v1/templates/t0", { token })).body.template.rev;
  const times = {
    bare: await millisecondsOf(barePort, request("GET", CHANGES)),
    api: await millisecondsOf(apiPort, request("GET", CHANGES)),
    again: await millisecondsOf(apiPort, request("GET", CHANGES)),
  };
  if (round >= 0) changeTimes.push(times);
}
verdicts.add(
  `API: changes of ${TEMPLATES} templates, read anew: time against a Hono handler that serialises them`,
  median(changeTimes.map(({ api, bare }) => api / bare)),
  1.5,
  false,
  "×",
);

const LIST = `/v1/templates/t1/revisions?limit=${REVISIONS}`;
const { body: listed } = await api.ask("GET", LIST, { token });
if (listed.revisions.length !== REVISIONS) throw new Error(`${listed.revisions.length} revisions`);
const listCosts: number[] = [];
for (let round = 0; round < 20; round++) {
  const before = await metric("process_cpu_seconds");
  for (let time = 0; time < 5; time++) await millisecondsOf(apiPort, request("GET", LIST));
  listCosts.push((((await metric("process_cpu_seconds")) - before) / 5) * 1000);
}
verdicts.add(
  `API: list of ${REVISIONS} revisions, of the server's processor`,
  median(listCosts),
  10,
  false,
  " ms",
);

await api.end("SIGTERM");
bare.kill();
rmSync(folder, { recursive: true, force: true });

const perSecond = (rates: readonly { readonly api: number; readonly bare: number }[]) =>
  `${Math.round(median(rates.map(({ api }) => api)))}/s, bare ${Math.round(median(rates.map(({ bare }) => bare)))}/s`;
console.log(
  `API, Node ${process.version}; medians of ${ROUNDS} rounds in turn; a template of ${body.length} characters`,
);
console.log(`PUT ${perSecond(putRates)} at ${CONNECTIONS} connections`);
console.log(`GET ${perSecond(getRates)} at ${CONNECTIONS} connections`);
console.log(
  `GET ${median(getCosts.map(({ api }) => api)).toFixed(0)} µs, bare ${median(getCosts.map(({ bare }) => bare)).toFixed(0)} µs of the server's processor at ${STEADY_PER_SECOND}/s`,
);
console.log(
  `changes ${median(changeTimes.map(({ api }) => api)).toFixed(1)} ms, asked again ${median(changeTimes.map(({ again }) => again)).toFixed(1)} ms, bare ${median(changeTimes.map(({ bare }) => bare)).toFixed(1)} ms`,
);
verdicts.print();
