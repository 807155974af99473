import { readdirSync } from "node:fs";
import { describedCatalogue } from "@sevenstar/core/catalogue/catalogue";
import { domains } from "@sevenstar/core/functions/domains";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApi } from "./test-api.fixture.ts";

const built = (path: string) => readdirSync(new URL(`../../${path}`, import.meta.url));

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.open();
});
afterAll(() => api.close());

describe("the built pages under one origin", () => {
  it("serves the workbench at /, asked for anew each time, in no foreign frame", async () => {
    const answer = await api.ask("GET", "/");
    expect(answer.status).toBe(200);
    expect(answer.body).toContain("<html");
    expect(answer.headers.get("Cache-Control")).toBe("no-cache");
    expect(answer.headers.get("Content-Security-Policy")).toMatch(
      /script-src 'self';.*frame-ancestors 'self'/,
    );
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
  });

  it("lets Excel on the web frame the add-in, which may load office.js", async () => {
    const policy =
      (await api.ask("GET", "/addin/taskpane.html")).headers.get("Content-Security-Policy") ?? "";
    expect(policy).toMatch(/script-src 'self' https:\/\/appsforoffice\.microsoft\.com/);
    expect(policy).toMatch(
      /frame-ancestors .*https:\/\/\*\.officeapps\.live\.com.*https:\/\/\*\.partner\.office365\.cn/,
    );
    for (const file of ["manifest.xml", "functions.js", "functions.json", "functions.en-US.json"]) {
      expect((await api.ask("GET", `/addin/${file}`)).status).toBe(200);
    }
  });

  it("keeps hashed and versioned files for a year, others not", async () => {
    const [asset] = built("addin/dist/assets");
    const cacheOf = async (path: string) => (await api.ask("GET", path)).headers.get("Cache-Control");
    expect(await cacheOf(`/addin/assets/${asset}`)).toContain("immutable");
    expect(await cacheOf("/addin/functions.js?v=1")).toContain("immutable");
    expect(await cacheOf("/addin/functions.js")).toBe("no-cache");
  });

  it("compresses scripts", async () => {
    const answer = await api.ask("GET", "/addin/functions.js", { headers: { "Accept-Encoding": "gzip" } });
    expect(answer.headers.get("Content-Encoding")).toBe("gzip");
  });

  it("answers a file that is not there with a problem in Chinese", async () => {
    const answer = await api.ask("GET", "/assets/nothing.js");
    expect(answer).toMatchObject({ status: 404, body: { detail: expect.stringContaining("没有这个地址") } });
  });

  it.each(["/..%2f..%2fpackage.json", "/addin/..%2f..%2fapi%2fsrc%2fmain.ts", "/%2e%2e/package.json"])(
    "does not leave its folders for %s",
    async (path) => expect((await api.ask("GET", path)).status).toBe(404),
  );
});

describe("/docs", () => {
  it("has every function under its anchor and on the page where the help links of Excel lead", async () => {
    const { body } = await api.ask("GET", "/docs");
    for (const { id, summary, source, parameters } of describedCatalogue) {
      expect(body).toContain(`id="${id.toLowerCase()}"`);
      const page = await api.ask("GET", `/docs/${id}`);
      expect(page.status).toBe(200);
      const text = String(page.body)
        .replaceAll("&#39;", "'")
        .replaceAll("&quot;", '"')
        .replaceAll("&gt;", ">");
      for (const words of [summary.zh, summary.en, source, ...parameters.map(({ title }) => title)]) {
        expect(text.replaceAll("&lt;", "<").replaceAll("&amp;", "&")).toContain(words);
      }
      const link = await api.ask("GET", `/docs/${id.toLowerCase()}`);
      expect([link.status, link.headers.get("Location")]).toEqual([302, `/docs/${id}`]);
    }
  });

  it.each(Object.entries(domains))(
    "explains the rules of %s, their sources and what is assumed",
    async (domain, words) => {
      const { status, body } = await api.ask("GET", `/docs/${domain}`);
      expect(status).toBe(200);
      expect(body).toContain(words.zh);
      expect(body).toContain("哪些是假设");
      for (const { id } of describedCatalogue.filter((each) => each.domain === domain))
        expect(body).toContain(id);
    },
  );

  it("shows every built-in listing rule with its source and grade", async () => {
    const { body } = await api.ask("GET", "/docs/listing");
    for (const row of ["标题长度", "seed 52", "assumption", "有值"]) expect(body).toContain(row);
  });

  it("explains what a failing formula shows", async () => {
    const { body } = await api.ask("GET", "/docs/symptoms");
    for (const symptom of ["#NAME?", "#BUSY!", "#SPILL!", "#VALUE!", "#N/A"]) expect(body).toContain(symptom);
  });

  it("lists every route", async () => {
    const { body } = await api.ask("GET", "/docs/api");
    expect(body).toContain("PUT /v1/templates/{id}");
  });
});
