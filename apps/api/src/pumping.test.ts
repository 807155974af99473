import { templateKinds } from "@sevenstar/core/template/template-kinds";
import { PROTOCOL_HEADER } from "@sevenstar/core/template/wire/template";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { JsonSchema } from "./schema-values.fixture.ts";
import { TestApi } from "./test-api.fixture.ts";

/** The most CPU time that a request may take, whatever its texts hold. */
const MOST_MILLISECONDS = 100;
/** As much as a cell of Excel holds (G15). */
const LONGEST = 32_767;
/** Less than the 1 MiB that a body may have. */
const MOST_BYTES = 1_000_000;
/** For a machine that has much else to do: it is CPU time that counts. */
const TIMEOUT = 300_000;
/** The least of so many runs counts: on a busy machine one of them may take longer for no fault of its own. */
const RUNS = 4;

const PUMPS = [
  ...[" ", "\t", "\u3000", "9", "a", "龙", "９", '"', "'", "(", "[", "{", "【", "“"],
  ...[",", "、", "+", "-", "%", ".", "/", "=", "$", "-1", '"1",'],
];

/** A pump alone, and between what begins and ends the texts that readers look for. */
function pumped(pump: string, most: number): string[] {
  const length = Math.min(LONGEST, Math.floor(most / Buffer.byteLength(pump)) * pump.length);
  const inner = pump.repeat(length).slice(0, length - 8);
  return [inner, `+${inner}x`, `${inner}元`, `1${inner}`, `农历${inner}!`];
}

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly body: JsonSchema | undefined;
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

let api: TestApi;
let token: string;
let operations: readonly Operation[];
/** The slowest request with a pump in each field. */
const slowest = new Map<string, { readonly milliseconds: number; readonly text: string }>();

beforeAll(async () => {
  api = await TestApi.open();
  token = await api.team();
  const json = { kind: "word-list", name: "x", rows: [{ id: "a", word: "x", use: "违禁" }] };
  await api.ask("PUT", "/v1/templates/a", { token, json, headers: { "If-None-Match": "*" } });
  const { body } = await api.ask("GET", "/openapi.json");
  operations = Object.entries(body.paths).flatMap(([path, methods]) =>
    // biome-ignore lint/suspicious/noExplicitAny: the document is read as it comes
    Object.entries(methods as Record<string, any>).map(([method, described]) => ({
      method: method.toUpperCase(),
      path,
      parameters: described.parameters ?? [],
      body: described.requestBody?.content["application/json"].schema,
    })),
  );
});
afterAll(async () => {
  await api.close();
  if (!process.env["SLOWEST"]) return;
  const all = [...slowest].sort(([, one], [, other]) => other.milliseconds - one.milliseconds);
  for (const [field, { milliseconds, text }] of all.slice(0, 10)) {
    console.log(`${milliseconds.toFixed(1)} ms: ${field}, ${JSON.stringify(text.slice(0, 12))}…`);
  }
});

/** The CPU time that a request takes; what is quick at once is not asked again. */
async function millisecondsOf({ method, path, headers, body }: Asked): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS && least > MOST_MILLISECONDS / 4; run++) {
    const leaving = new AbortController();
    const request = new Request(`http://localhost${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", ...headers },
      signal: leaving.signal,
      ...(body === undefined ? {} : { body }),
    });
    const start = process.cpuUsage();
    const response = await api.app.request(request);
    const isStream = response.headers.get("Content-Type")?.includes("event-stream");
    const text = isStream ? "" : await response.text();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
    if (isStream) leaving.abort();
    expect(response.status, `${method} ${path.slice(0, 80)}`).not.toBe(500);
    if (path === "/v1/token/rotate" && response.status === 200) ({ token } = JSON.parse(text));
  }
  return least;
}

/** Asks with every pump in a field, as far as it can stand there; gives what took too long. */
async function slowIn(field: string, ask: (text: string) => Asked, most = MOST_BYTES): Promise<string[]> {
  const slow: string[] = [];
  for (const text of PUMPS.flatMap((pump) => pumped(pump, most))) {
    const asked = ask(text);
    if (Object.values(asked.headers ?? {}).some((value) => !/^[\t\x20-\x7e]*$/.test(value))) continue;
    const milliseconds = await millisecondsOf(asked);
    if (milliseconds > (slowest.get(field)?.milliseconds ?? 0)) slowest.set(field, { milliseconds, text });
    if (milliseconds > MOST_MILLISECONDS)
      slow.push(`${field}: ${milliseconds} ms with ${text.slice(0, 12)}…`);
  }
  return slow;
}

const placed = (path: string, id = "a") => path.replace(/\{\w+\}/g, encodeURIComponent(id));

/** A value that a schema may allow. */
function plainValue(schema: JsonSchema): unknown {
  if (schema.enum) return schema.enum[0];
  if (schema.type === "array") return [plainValue(schema.items ?? {})];
  if (schema.type === "integer" || schema.type === "number") return schema.minimum ?? 1;
  if (schema.type !== "object") return "a";
  const properties = Object.entries(schema.properties ?? {});
  return Object.fromEntries(properties.map(([name, each]) => [name, plainValue(each)]));
}

/** The values of a schema with a text in one of its places each, by the place's name. */
function withText(schema: JsonSchema, text: string): [string, unknown][] {
  if (schema.type === "array") {
    return withText(schema.items ?? {}, text).map(([place, value]) => [`[]${place}`, [value]]);
  }
  if (schema.type !== "object") return [["", text]];
  const plain = plainValue(schema) as object;
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, each]) =>
      withText(each, text).map(([place, value]): [string, unknown] => [
        `.${name}${place}`,
        { ...plain, [name]: value },
      ]),
    ),
    [".{}", { ...plain, [text]: 1 }],
  ];
}

it(
  "[G15] no text in a body's field, or as its name, keeps the server busy",
  async () => {
    const slow: string[] = [];
    for (const { method, path, body } of operations) {
      if (!body) continue;
      for (const [index, [place]] of withText(body, "").entries()) {
        slow.push(
          ...(await slowIn(`${method} ${path} body${place}`, (text) => ({
            method,
            path: placed(path),
            headers: { "If-Match": '"1"' },
            body: JSON.stringify(withText(body, text)[index]?.[1]),
          }))),
        );
      }
      slow.push(
        ...(await slowIn(`${method} ${path} body`, (text) => ({ method, path: placed(path), body: text }))),
      );
    }
    expect(slow).toEqual([]);
  },
  TIMEOUT,
);

it.each(templateKinds.map(({ id, columns }) => [id, Object.keys(columns)] as const))(
  "[G15] no text in the fields of a row of %s keeps the server busy",
  async (kind, columns) => {
    const fields = ["id", ...columns];
    const ask = (text: string): Asked => {
      const rows = fields.map((field, index) => ({ id: `r${index}`, [field]: text }));
      const body = JSON.stringify({ kind, name: "x", rows });
      return { method: "PUT", path: "/v1/templates/b", headers: { "If-None-Match": "*" }, body };
    };
    expect(await slowIn(`PUT /v1/templates/{id}, rows of ${kind}`, ask, MOST_BYTES / fields.length)).toEqual(
      [],
    );
  },
  TIMEOUT,
);

it(
  "[G15] no text in a path, a query or a header keeps the server busy",
  async () => {
    const slow: string[] = [];
    const ofEvery = [
      PROTOCOL_HEADER,
      "Authorization",
      "Content-Type",
      "Content-Length",
      "Origin",
      "Host",
      "Accept-Encoding",
    ];
    const ofProxies = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP"];
    for (const { method, path, parameters, body } of operations) {
      const sent = body ? { body: JSON.stringify(plainValue(body)) } : {};
      const ask = (field: string, build: (text: string) => Partial<Asked>) =>
        slowIn(`${method} ${path} ${field}`, (text) => ({
          method,
          path: placed(path),
          ...sent,
          ...build(text),
        }));
      if (path.includes("{")) slow.push(...(await ask("path", (text) => ({ path: placed(path, text) }))));
      for (const { name, in: where } of parameters) {
        if (where !== "query") continue;
        const query = (text: string) => `${placed(path)}?${name}=${encodeURIComponent(text)}`;
        slow.push(...(await ask(`?${name}`, (text) => ({ path: query(text) }))));
      }
      const own = parameters
        .filter(({ in: where, name }) => where === "header" && name !== PROTOCOL_HEADER)
        .map(({ name }) => name);
      const names = ["/v1/me", "/v1/teams", "/metrics"].includes(path)
        ? [...own, ...ofEvery, ...ofProxies]
        : own;
      for (const name of names) slow.push(...(await ask(name, (text) => ({ headers: { [name]: text } }))));
    }
    for (const root of ["/", "/addin/", "/v1/"]) {
      const ask = (text: string) => ({ method: "GET", path: root + encodeURIComponent(text) });
      slow.push(...(await slowIn(`GET ${root}*`, ask)));
    }
    expect(slow).toEqual([]);
  },
  TIMEOUT,
);
