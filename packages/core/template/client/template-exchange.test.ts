import { beforeEach, describe, expect, it } from "vitest";
import type { Content, Template } from "../wire/template.ts";
import { ApiLink } from "./api-link.ts";
import { CopyStore } from "./copy-store.ts";
import {
  type Asked,
  memoryStorage,
  refusal,
  type Scripted,
  scriptedServer,
  stillTimer,
} from "./scripted-server.fixture.ts";
import { edited, viewOf } from "./template-copy.ts";
import { TemplateExchange } from "./template-exchange.ts";

const words = (word: string): Content => ({
  kind: "word-list",
  name: "词表",
  rows: [{ id: "a", word, use: "违禁" }],
});
const template = (id: string, rev: number, word = "一"): Template => ({
  ...words(word),
  id,
  rev,
  etag: `${rev}.aaaaaaaa`,
  updatedAt: "2026-03-28T00:00:00.000Z",
  updatedBy: "小李",
  deleted: false,
});
const page = (cursor: string, changes: readonly Template[], more = false, reset?: true): Scripted => ({
  status: 200,
  headers: { "Seven-Star-History": "here" },
  body: { changes, cursor, more, history: "here", ...(reset ? { reset } : {}) },
});

let store: CopyStore;
let script: Scripted[];
let asked: Asked[];
let exchange: TemplateExchange;
let keys: number;
beforeEach(async () => {
  store = await CopyStore.open(memoryStorage(), "t");
  script = [];
  keys = 0;
  const server = scriptedServer(() => script.shift() ?? "lost");
  asked = server.asked;
  const link = new ApiLink({ fetch: server.fetch, timer: stillTimer }, "");
  exchange = new TemplateExchange(link, () => `key${++keys}`, { token: () => "secret", moved: () => {} });
});

const edit = (id: string, content: Content | null) =>
  store.change(id, (copy) => {
    const step = edited(id, copy, content, store.nextOrder(), viewOf(copy));
    if ("contradictions" in step) throw new Error("an edit of what is seen contradicts nothing");
    return step;
  });
const pull = (isCurrent = () => true) => exchange.pull(store, isCurrent);
const push = (isCurrent = () => true) => exchange.push(store, isCurrent);
const whats = () => asked.map(({ what }) => what);

describe("a pull", () => {
  it("[T5] goes on from page to page and remembers the last cursor", async () => {
    script = [page("2.b", [template("v", 1), template("w", 2)], true), page("3.c", [template("x", 3)])];
    expect(await pull()).toBe("done");
    expect(whats()).toEqual([
      "GET /v1/changes?since=0&limit=100",
      "GET /v1/changes?since=2.b&limit=100&history=here",
    ]);
    expect([store.cursor, store.all().map(({ id }) => id)]).toEqual(["3.c", ["v", "w", "x"]]);
  });

  it("keeps the pages that came before a lost answer, and goes on from there", async () => {
    script = [page("2.b", [template("w", 2)], true), "lost", page("3.c", [template("x", 3)])];
    expect(await pull()).toMatchObject({ type: "lost" });
    expect(await pull()).toBe("done");
    expect(whats().slice(1)).toEqual(Array(2).fill("GET /v1/changes?since=2.b&limit=100&history=here"));
  });

  it("asks once more where news were told of meanwhile", async () => {
    script = [page("1.a", []), page("2.b", [template("w", 2)])];
    exchange.wantPull();
    expect(exchange.isPullWanted).toBe(true);
    const first = pull();
    exchange.wantPull();
    expect(await first).toBe("done");
    expect([asked.length, exchange.isPullWanted]).toEqual([2, false]);
  });

  it("[T18.2] begins anew where the server does not know the cursor; what it does not tell is gone", async () => {
    script = [page("2.b", [template("v", 1), template("w", 2)])];
    await pull();
    script = [page("1.z", [template("w", 1, "旧")], false, true)];
    expect(await pull()).toBe("done");
    expect(store.get("v")).toBeUndefined();
    expect(viewOf(store.get("w"))?.rows).toEqual(words("旧").rows);
    expect([store.isReplaced, store.isAnew]).toEqual([true, false]);
  });

  it("[T18.4] gives up where the server goes on contradicting itself", async () => {
    script = [page("2.b", [template("w", 2)])];
    await pull();
    script = [page("1.z", [], true, true), page("1.y", [], true, true)];
    expect(await pull()).toBe("contradicted");
    expect(asked).toHaveLength(3);
  });

  it("takes nothing over that nobody waits for any more", async () => {
    script = [page("2.b", [template("w", 2)])];
    expect(await pull(() => false)).toBe("superseded");
    expect([store.cursor, store.all()]).toEqual(["0", []]);
  });
});

describe("a push", () => {
  const stored = (id: string, rev: number, word?: string): Scripted => ({
    status: 200,
    headers: { "Seven-Star-History": "here" },
    body: { template: template(id, rev, word) },
  });

  it("[T13.3][T2] sends the edits in the order they were made, a new template with If-None-Match", async () => {
    script = [page("1.a", [template("w", 1)])];
    await pull();
    await edit("z", words("新"));
    await edit("w", words("改"));
    await edit("a", words("后"));
    script = [stored("z", 2, "新"), stored("w", 3, "改"), stored("a", 4, "后")];
    expect(await push()).toBe("done");
    expect(whats().slice(1)).toEqual(["z", "w", "a"].map((id) => `PUT /v1/templates/${id}`));
    expect(asked[1]?.headers).toMatchObject({ "If-None-Match": "*", "Idempotency-Key": "key1" });
    expect(asked[2]?.headers).toMatchObject({ "If-Match": '"1.aaaaaaaa"', "Idempotency-Key": "key2" });
    expect(store.all().every(({ pending }) => pending === null)).toBe(true);
  });

  it("[T13.4] repeats a request whose answer was lost, as it was, before anything else", async () => {
    await edit("w", words("一"));
    script = ["lost"];
    expect(await push()).toMatchObject({ type: "lost" });
    await edit("w", words("二"));
    script = [stored("w", 1, "一"), stored("w", 2, "二")];
    expect(await push()).toBe("done");
    expect(asked.map(({ headers }) => headers["Idempotency-Key"])).toEqual(["key1", "key1", "key2"]);
    expect(asked.map(({ body }) => (body as Content | undefined)?.rows[0]?.["word"])).toEqual([
      "一",
      "一",
      "二",
    ]);
  });

  it("[T6] merges at 412 with what is current and sends what came of it", async () => {
    script = [page("1.a", [template("w", 1)])];
    await pull();
    await edit("w", { ...words("一"), rows: [...words("一").rows, { id: "mine", word: "我", use: "违禁" }] });
    const theirs = {
      ...template("w", 2),
      rows: [...words("一").rows, { id: "theirs", word: "他", use: "违禁" }],
    };
    script = [
      {
        status: 412,
        headers: { "Seven-Star-History": "here" },
        body: { type: "about:blank", title: "", status: 412, detail: "旧", current: theirs },
      },
      stored("w", 3),
    ];
    expect(await push()).toBe("done");
    const sent = asked[2]?.body as Content | undefined;
    expect(sent?.rows.map(({ id }) => id).sort()).toEqual(["a", "mine", "theirs"]);
    expect(asked[2]?.headers["If-Match"]).toBe('"2.aaaaaaaa"');
  });

  it("[T18.4] does not try again at once where 412 tells of an older state than the one it was sent from", async () => {
    script = [page("5.a", [template("w", 5)])];
    await pull();
    await edit("w", words("改"));
    script = [
      {
        status: 412,
        headers: { "Seven-Star-History": "here" },
        body: { type: "about:blank", title: "", status: 412, detail: "旧", current: template("w", 3) },
      },
    ];
    expect(await push()).toBe("contradicted");
    expect([asked.length, store.cursor, store.isAnew]).toEqual([2, "0", true]);
    expect(viewOf(store.get("w"))).toEqual(words("改"));
  });

  it("[T9] sets aside what is refused for good and sends the others", async () => {
    await edit("bad", words("坏"));
    await edit("good", words("好"));
    script = [refusal(422, "内容没有保存。"), stored("good", 1, "好")];
    expect(await push()).toBe("done");
    expect(store.get("bad")?.pending?.setAside).toMatchObject({ status: 422, detail: "内容没有保存。" });
    expect(store.get("good")?.pending).toBeNull();
  });

  it("leaves to a person what is in conflict", async () => {
    script = [page("1.a", [template("w", 1)])];
    await pull();
    await edit("w", words("我的"));
    script = [page("2.b", [template("w", 2, "他的")])];
    await pull();
    expect(await push()).toBe("done");
    expect(asked).toHaveLength(2);
    const copy = store.get("w");
    expect(copy && exchange.conflictsOf(copy)).toHaveLength(1);
  });

  it.each([401, 426])("stops at %i and keeps the edit", async (status) => {
    await edit("w", words("一"));
    // At 426 the version before is tried once.
    script = [refusal(status, "不行。"), refusal(status, "不行。")];
    expect(await push()).toMatchObject({ type: "refusal", problem: { status } });
    expect(store.get("w")?.pending?.sending?.key).toBe("key1");
  });
});
