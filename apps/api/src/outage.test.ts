import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApi } from "./test-api.fixture.ts";
import { type TestEngine, testEngine } from "./test-engine.fixture.ts";

const template = { kind: "word-list", name: "词", rows: [{ id: "a", word: "最好", use: "违禁" }] };

describe("the API over PostgreSQL", () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await testEngine("PostgreSQL");
  });
  afterAll(() => engine.close());

  it("answers 503 while the database is away and works again after it", async () => {
    const api = await TestApi.open(await engine.place());
    const token = await api.team();
    await engine.postgres?.down();
    expect((await api.ask("GET", "/healthz")).status).toBe(200);
    expect((await api.ask("GET", "/readyz")).status).toBe(503);
    const away = await api.ask("GET", "/v1/templates", { token });
    expect(away).toMatchObject({ status: 503, body: { detail: expect.stringContaining("暂时不可用") } });
    expect(away.headers.get("Retry-After")).toBe("2");
    await engine.postgres?.up();
    expect((await api.ask("GET", "/readyz")).status).toBe(200);
    expect((await api.ask("GET", "/v1/templates", { token })).status).toBe(200);
    await api.close();
  });

  it("[T3] gives a request that two processes take at the same moment one answer", async () => {
    const place = await engine.place();
    const [one, other] = [await TestApi.open(place), await TestApi.open(place)];
    const token = await one.team();
    const teams = async (index: number) => {
      const asked = {
        json: { name: "一次", member: "我" },
        headers: { "Idempotency-Key": `team-of-two-processes-${index}` },
      };
      return Promise.all([one, other].map((api) => api.ask("POST", "/v1/teams", asked)));
    };
    const writes = async (index: number) => {
      const headers = { "If-None-Match": "*", "Idempotency-Key": `put-${index}` };
      const asked = { token, json: template, headers };
      return Promise.all([one, other].map((api) => api.ask("PUT", `/v1/templates/t${index}`, asked)));
    };
    for (let index = 0; index < 20; index++) {
      for (const [left, right] of [await teams(index), await writes(index)]) {
        expect([left?.status, right?.status]).toEqual([201, 201]);
        expect(left?.body).toEqual(right?.body);
      }
    }
    const made = await one.services.store.db.selectFrom("teams").select("id").execute();
    expect(made).toHaveLength(21);
    for (const api of [one, other]) await api.close();
  });
});
