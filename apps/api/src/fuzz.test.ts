import { templateKinds } from "@sevenstar/core/template/template-kinds";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostileText, type JsonSchema, schemaValues } from "./schema-values.fixture.ts";
import { TestApi } from "./test-api.fixture.ts";
import { engines, type TestEngine, testEngine } from "./test-engine.fixture.ts";

const REQUESTS = Number(process.env["FUZZ_REQUESTS"] ?? 20_000);
const AT_ONCE = 16;
const ANSWERED_WITHIN = 10_000;
const MOST_HEAP_GROWTH = 150 * 2 ** 20;

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly schema: JsonSchema;
}

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: JsonSchema | undefined;
  readonly statuses: ReadonlySet<number>;
}

interface Asked {
  readonly operation: Operation;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
}

/** The operations of an OpenAPI document. */
// biome-ignore lint/suspicious/noExplicitAny: the document is read as it comes
function operationsOf(document: any): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    // biome-ignore lint/suspicious/noExplicitAny: the document is read as it comes
    Object.entries(methods as Record<string, any>).map(([method, described]) => ({
      method: method.toUpperCase(),
      path,
      parameters: described.parameters ?? [],
      body: described.requestBody?.content["application/json"].schema,
      statuses: new Set(Object.keys(described.responses).map(Number)),
    })),
  );
}

const goodRow = fc.record({
  id: fc.stringMatching(/^[a-z]{8}$/),
  word: fc.stringMatching(/^[^\s]{1,9}$/u),
  use: fc.constantFrom("违禁", "关键词", "品牌"),
});
const anyCell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), hostileText);
const anyRow = fc.constantFrom(...templateKinds).chain(({ columns }) => {
  const cells = Object.keys(columns).map((field) => [field, anyCell] as const);
  return fc.record(
    { id: fc.constantFrom("a", "b", "行"), ...Object.fromEntries(cells) },
    { requiredKeys: ["id"] },
  );
});

/** Bodies for a schema; templates often with rows that may be saved. */
function bodiesFor(schema: JsonSchema): fc.Arbitrary<unknown> {
  const values = schemaValues(schema);
  if (!schema.properties?.["rows"]) return values;
  const template = fc.record({
    kind: fc.constant("word-list"),
    name: fc.string({ minLength: 1, maxLength: 100 }),
    rows: fc.array(goodRow, { maxLength: 6 }),
  });
  const withRows = fc
    .tuple(values, fc.array(anyRow, { maxLength: 6 }))
    .map(([value, rows]) => (typeof value === "object" ? { ...value, rows } : value));
  return fc.oneof(template, withRows, values);
}

/** A header's value must be Latin-1 without control characters, or no client could send it. */
const asHeader = (text: string) => text.replace(/[^\x20-\x7e\xa0-\xff]/g, "").trim();

function requestsTo(operation: Operation, tokens: readonly string[]): fc.Arbitrary<Asked> {
  const names = (where: Parameter["in"]) =>
    operation.parameters.filter((parameter) => parameter.in === where).map(({ name }) => name);
  const path = fc
    .array(fc.oneof(fc.constantFrom("a", "b", "c", "1", "2", "3"), fc.string(), hostileText), {
      minLength: 2,
      maxLength: 2,
    })
    .map((values) => {
      let index = 0;
      const filled = operation.path.replace(/\{\w+\}/g, () =>
        encodeURIComponent(wellFormed(values[index++])),
      );
      return filled;
    });
  const query = fc.record(
    Object.fromEntries(
      names("query").map((name) => [name, fc.oneof(fc.nat(2000).map(String), fc.string(), hostileText)]),
    ),
    { requiredKeys: [] },
  );
  const tags = fc.oneof(
    fc.constantFrom("*", '"1"', '"2"', 'W/"3"', '"1", "2", "3"', "x"),
    fc.nat(30).map((rev) => `"${rev}"`),
    fc.string(),
  );
  const keys = fc.oneof(
    fc.nat(50).map((key) => `key-${key}`),
    fc.string(),
  );
  const headers = fc.record(
    Object.fromEntries(
      names("header").map((name) => [
        name,
        name === "Seven-Star-Protocol"
          ? fc.constantFrom("1", "1", "1", "1", "1", "1", "1", "2", "")
          : name === "Idempotency-Key"
            ? keys
            : tags,
      ]),
    ),
    { requiredKeys: [] },
  );
  const value = operation.body ? bodiesFor(operation.body) : fc.constant(undefined);
  const body: fc.Arbitrary<string | Uint8Array<ArrayBuffer> | undefined> = fc.oneof(
    { weight: 20, arbitrary: value.map((each) => (each === undefined ? undefined : JSON.stringify(each))) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)) },
    { weight: 1, arbitrary: fc.string() },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
  const token = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...tokens) },
    { weight: 1, arbitrary: fc.oneof(fc.constant(""), fc.string(), hostileText) },
  );
  const type = fc.oneof(
    { weight: 15, arbitrary: fc.constant("application/json") },
    { weight: 1, arbitrary: fc.constantFrom("application/json; charset=utf-8", "text/plain", "x", "") },
  );
  return fc
    .tuple(path, query, headers, body, token, type)
    .map(([path, query, headers, body, token, type]): Asked => {
      const search = new URLSearchParams(query as Record<string, string>).toString();
      const sent = Object.entries({ ...headers, Authorization: `Bearer ${token}`, "Content-Type": type });
      return {
        operation,
        url: `http://localhost${path}${search && `?${search}`}`,
        headers: Object.fromEntries(sent.map(([name, value]) => [name, asHeader(String(value))])),
        body: operation.method === "GET" ? undefined : body,
      };
    });
}

const wellFormed = (text: string | undefined) => (text ?? "").replace(/\p{Cs}/gu, "�") || "-";

describe.each(engines)("the API over %s, asked whatever its OpenAPI document allows and more", (name) => {
  let engine: TestEngine;
  let api: TestApi;
  /** The tokens of an owner, an editor, a viewer and a stranger. */
  let tokens: string[];
  /** What each operation answered, with how many requests. */
  const answered = new Map<string, Map<number, number>>();
  beforeAll(async () => {
    engine = await testEngine(name);
    api = await TestApi.open(await engine.place());
    const owner = await api.team();
    tokens = [owner, await api.join(owner, "editor"), await api.join(owner, "viewer"), await api.team()];
  });
  afterAll(async () => {
    await api.close();
    await engine.close();
  });

  /** Asks and gives what is wrong with the answer, if anything. */
  async function wrongWith({ operation, url, headers, body }: Asked): Promise<string | undefined> {
    const init = { method: operation.method, headers, ...(body === undefined ? {} : { body }) };
    const request = new Request(url, init);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), ANSWERED_WITHIN);
    });
    const response = await Promise.race([api.app.request(request), late]);
    clearTimeout(timer);
    if (response === "late") return "no answer";
    const { status } = response;
    const statuses = answered.get(`${operation.method} ${operation.path}`) ?? new Map<number, number>();
    answered.set(
      `${operation.method} ${operation.path}`,
      statuses.set(status, (statuses.get(status) ?? 0) + 1),
    );
    const type = response.headers.get("Content-Type") ?? "";
    if (type.includes("event-stream")) await response.body?.cancel();
    else if (type.includes("json")) JSON.parse(await response.text());
    if (status >= 500) return `status ${status}`;
    const isElsewhere = status === 404 || status === 302;
    if (!isElsewhere && !operation.statuses.has(status)) return `undocumented status ${status}`;
    return status >= 400 && !type.startsWith("application/problem+json") ? `no problem document` : undefined;
  }

  const count = name === "SQLite" ? REQUESTS : Math.ceil(REQUESTS / 10);
  it(`answers ${count} requests without a 5xx, in time and in bounded memory`, async () => {
    const { body: document } = await api.ask("GET", "/openapi.json");
    const operations = operationsOf(document);
    const requests = fc.oneof(
      ...operations.map((operation) => ({
        weight: operation.body ? 3 : 1,
        arbitrary: requestsTo(operation, tokens),
      })),
    );
    const seed = Number(process.env["FUZZ_SEED"] ?? Date.now() % 1_000_000);
    const before = process.memoryUsage().heapUsed;
    for (let done = 0; done < count; done += 1000) {
      const batch = fc.sample(requests, { numRuns: Math.min(1000, count - done), seed: seed + done });
      for (let next = 0; next < batch.length; next += AT_ONCE) {
        const asked = batch.slice(next, next + AT_ONCE);
        const wrong = await Promise.all(asked.map(wrongWith));
        for (const [index, problem] of wrong.entries()) {
          if (problem) expect.fail(`${problem}, seed ${seed}: ${JSON.stringify(asked[index])}`);
        }
      }
    }
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(MOST_HEAP_GROWTH);
    expect((await api.ask("GET", "/readyz")).status).toBe(200);
  }, 300_000);
});
