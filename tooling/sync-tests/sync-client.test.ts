import type { SyncSnapshot } from "@sevenstar/core/template/client/sync-snapshot";
import { conflictKey } from "@sevenstar/core/template/merge/merge";
import type { Content } from "@sevenstar/core/template/wire/template";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hashOf } from "../../apps/api/src/secret.ts";
import { fairWeather } from "./chaos-network.ts";
import { Person, SyncWorld, TestServer } from "./sync-world.ts";

const lostWeather = { ...fairWeather, lostRequests: 1 };
const words = (...rows: readonly (readonly [string, string, number?])[]): Content => ({
  kind: "word-list",
  name: "词表",
  rows: rows.map(([id, word, weight]) => ({
    id,
    word,
    use: "违禁",
    ...(weight === undefined ? {} : { weight }),
  })),
});
const lineOf = ({ client }: Person, id = "w") =>
  client.snapshot().templates.find((template) => template.id === id);

let server: TestServer;
let world: SyncWorld;
let team: { readonly id: string; readonly token: string };
let wang: Person;
let li: Person;
beforeAll(async () => {
  server = await TestServer.open();
});
afterAll(() => server.close());
beforeEach(async () => {
  world = new SyncWorld(server, 1);
  team = await world.newTeam();
  wang = await world.signedIn("小王", team);
  li = await world.signedIn("小李", team);
  await world.rest(wang, li);
  server.asked.length = 0;
});

const all = () => world.rest(wang, li);
/** Time for the others to be told and to pull. */
const moment = () => world.time.pass(2000);
const onServer = async (id = "w") =>
  (await server.api.ask("GET", `/v1/templates/${id}`, { token: team.token })).body.template;
const pushes = () => server.asked.filter((asked) => /^(?:PUT|DELETE|POST)/.test(asked));

describe("edits", () => {
  it("[T13.1][T14.1] are stored here, then pushed, and the others are told", async () => {
    expect(await wang.client.save("w", words(["a", "最好"]))).toBeUndefined();
    expect(wang.client.read("w")).toEqual(words(["a", "最好"]));
    expect([...wang.device.values.values()].join()).toContain("最好");
    expect(lineOf(wang)).toMatchObject({ status: "待推送", rev: 0 });
    await moment();
    expect(await onServer()).toMatchObject({ rev: 1, rows: words(["a", "最好"]).rows });
    expect(li.client.read("w")).toEqual(words(["a", "最好"]));
    expect(lineOf(li)).toMatchObject({ status: "同步", rev: 1, name: "词表", updatedBy: "小王" });
  });

  it("[T13.1] are not sent where the storage refuses, and say so", async () => {
    const storage = wang.device.values;
    storage.set = () => {
      throw new Error("QuotaExceededError");
    };
    expect(await wang.client.save("w", words(["a", "最好"]))).toMatchObject({
      problem: expect.stringContaining("本机存不下"),
    });
    await moment();
    expect(wang.client.read("w")).toBeUndefined();
    expect(pushes()).toEqual([]);
  });

  it("[T9.3] that are not valid are refused as a whole, with row, column and reason", async () => {
    expect(await wang.client.save("w", words(["a", "最好"], ["b", ""]))).toEqual({
      problem: "内容没有保存：第 2 行“词”不能为空，共 1 处，请改正。",
      errors: [{ row: 2, column: "词", message: "不能为空" }],
    });
    expect(await wang.client.save("有 空", words())).toHaveProperty("problem");
    expect(await wang.client.save("w", { ...words(), name: " " })).toMatchObject({
      problem: "模板名称不能为空。",
    });
    expect(wang.client.snapshot().templates).toEqual([]);
  });

  it("[T9.5] do not answer for a row that an earlier version took: it is shown, and judged when it is changed", async () => {
    const rows = [
      { id: "a", method: "瞎写的方式", rate: 0.01 },
      { id: "b", method: "信用卡", rate: 0.01 },
    ] as const;
    const rates = (...each: Content["rows"]) => ({
      kind: "payment-rates",
      name: "费率",
      rows: each,
    });
    const { store } = server.api.services;
    const by = await store.reads.teams.identify(hashOf(team.token));
    if (!by) throw new Error("nobody");
    await store.write(({ templates }) =>
      templates.put(by, "rates", "new", () => ({
        ...rates(),
        rowsJson: JSON.stringify(rows),
      })),
    );
    wang.client.syncNow();
    await all();
    expect(wang.client.read("rates")).toEqual(rates(...rows));
    const edited = { ...rows[1], rate: 0.02 };
    expect(await wang.client.save("rates", rates(rows[0], edited))).toBeUndefined();
    await all();
    expect(lineOf(wang, "rates")?.status).toBe("同步");
    expect((await onServer("rates")).rows).toEqual([rows[0], edited]);
    expect(await wang.client.save("rates", rates({ ...rows[0], rate: 0.02 }, edited))).toMatchObject({
      errors: [{ row: 1, column: "方式", message: expect.stringContaining("瞎写的方式") }],
    });
    const put = await server.api.ask("PUT", "/v1/templates/rates", {
      token: team.token,
      headers: { "If-Match": '"2"' },
      json: rates({ ...rows[0], rate: 0.02 }, edited),
    });
    expect(put).toMatchObject({ status: 422, body: { errors: [{ row: 1, column: "方式" }] } });
  });

  it("[T13.2][T13.3] wait offline as one document each, and go in the order of their last edits", async () => {
    world.network.weather = lostWeather;
    await wang.client.save("a", words(["a", "一"]));
    await wang.client.save("b", words(["b", "二"]));
    await wang.client.save("a", words(["a", "三"]));
    await wang.client.save("c", words(["c", "四"]));
    await world.time.pass(100_000);
    expect(wang.client.snapshot()).toMatchObject({ state: "offline" });
    expect(wang.client.snapshot().sentence).toMatch(/网络/);
    expect(lineOf(wang, "a")?.status).toBe("待推送");
    world.network.weather = fairWeather;
    await world.time.pass(100_000);
    // What was under way first is finished first, as it was: so "a" goes twice.
    expect(pushes()).toEqual([
      "PUT /v1/templates/a",
      "PUT /v1/templates/b",
      "PUT /v1/templates/a",
      "PUT /v1/templates/c",
    ]);
    expect((await onServer("a")).rows[0].word).toBe("三");
  });

  it("[T13.1] survive a crash, offline, and are pushed by the next program", async () => {
    world.network.weather = lostWeather;
    await wang.client.save("w", words(["a", "最好"]));
    await wang.restart();
    expect(wang.client.read("w")).toEqual(words(["a", "最好"]));
    world.network.weather = fairWeather;
    await world.time.pass(100_000);
    expect((await onServer()).rows).toEqual(words(["a", "最好"]).rows);
  });

  it("[T13.4] whose answer was lost are sent again under their key, also after a crash: one revision", async () => {
    world.network.weather = { ...fairWeather, lostAnswers: 1 };
    await wang.client.save("w", words(["a", "最好"]));
    await world.time.pass(20_000);
    await wang.restart();
    await world.time.pass(100_000);
    world.network.weather = fairWeather;
    await world.time.pass(100_000);
    expect(pushes()).toEqual(["PUT /v1/templates/w", "PUT /v1/templates/w"]);
    expect(await onServer()).toMatchObject({ rev: 1 });
    expect(lineOf(wang)).toMatchObject({ status: "同步", rev: 1 });
  });

  it("[T13.5] wait longer and longer without an answer, and not at all once asked", async () => {
    world.network.weather = { ...lostWeather, longestWay: 1 };
    await wang.client.save("w", words(["a", "最好"]));
    const before = world.network.sent.length;
    await world.time.pass(3_600_000);
    // An hour of waits of 0 to 60 s, and of requests that take 0 to 30 s, of two people.
    const tries = world.network.sent.slice(before).filter((sent) => !sent.endsWith("/v1/events"));
    expect(tries.length).toBeGreaterThan(2 * 40);
    expect(tries.length).toBeLessThan(2 * 160);
    world.network.weather = fairWeather;
    await world.time.pass(5000);
    wang.client.syncNow();
    await world.time.pass(1000);
    expect(lineOf(wang)?.status).toBe("同步");
  });

  it("deleted and restored are edits too", async () => {
    await wang.client.save("w", words(["a", "最好"]));
    await moment();
    await li.client.remove("w");
    expect(lineOf(li)).toMatchObject({ status: "待推送", deleted: true });
    await moment();
    expect(wang.client.read("w")).toBeUndefined();
    expect(wang.client.snapshot().templates).toEqual([]);
    expect(await wang.client.remove("never")).toHaveProperty("problem");
    expect(await world.until(wang.client.team.revisions("w"))).toMatchObject([
      { rev: 2, deleted: true },
      { rev: 1, deleted: false },
    ]);
    expect(await world.until(wang.client.restore("w", 2))).toMatchObject({
      problem: expect.stringContaining("已删除"),
    });
    expect(await world.until(wang.client.restore("w", 1))).toBeUndefined();
    await moment();
    expect(li.client.read("w")).toEqual(words(["a", "最好"]));
    expect(await onServer()).toMatchObject({ rev: 3, deleted: false });
  });

  it("of a template created and deleted before it was sent leave nothing", async () => {
    world.network.weather = lostWeather;
    await world.time.pass(100_000);
    await wang.client.save("w", words(["a", "最好"]));
    await wang.client.remove("w");
    expect(wang.client.snapshot().templates).toEqual([]);
    expect([...wang.device.values.keys()].filter((key) => key.includes("template"))).toEqual([]);
  });
});

describe("two people", () => {
  beforeEach(async () => {
    await wang.client.save("w", words(["a", "最好", 1], ["b", "第一"]));
    await moment();
  });

  /** Both edit while the network is gone, and then it comes back. */
  const apart = async (mine: Content, theirs: Content) => {
    world.network.weather = lostWeather;
    await wang.client.save("w", mine);
    await world.time.pass(50);
    await li.client.save("w", theirs);
    await world.time.pass(50);
    world.network.weather = fairWeather;
    await world.time.pass(200_000);
  };

  it("[T13.6][T6.8] who edit different fields are merged, which the summary says", async () => {
    await apart(
      words(["a", "最好", 5], ["b", "第一"]),
      words(["a", "最佳", 1], ["b", "第一"], ["c", "顶级"]),
    );
    const both = words(["a", "最佳", 5], ["b", "第一"], ["c", "顶级"]);
    expect([wang.client.read("w"), li.client.read("w")]).toEqual([both, both]);
    const merged = [...wang.client.snapshot().merged, ...li.client.snapshot().merged];
    expect(merged).toEqual([
      {
        template: "w",
        name: "词表",
        row: "a",
        mine: expect.any(Array),
        theirs: expect.any(Array),
        rev: 2,
        by: "小王",
      },
    ]);
    await wang.client.dismissMerged();
    await li.client.dismissMerged();
    expect([...wang.client.snapshot().merged, ...li.client.snapshot().merged]).toEqual([]);
  });

  it("[T6.7][T6.10] who edit the same field keep both, until one chooses", async () => {
    await apart(words(["a", "最优", 1], ["b", "第一"]), words(["a", "最佳", 1], ["b", "第一"]));
    const [stuck, other] = lineOf(wang)?.status === "冲突" ? [wang, li] : [li, wang];
    expect(stuck.client.snapshot().state).toBe("conflict");
    expect(other.client.snapshot().state).toBe("synced");
    const conflict = lineOf(stuck)?.conflicts[0];
    expect(conflict).toMatchObject({ type: "field", row: "a", field: "word", base: "最好" });
    if (!conflict) throw new Error("no conflict");
    expect([conflict.mine, conflict.theirs].sort()).toEqual(["最优", "最佳"]);
    expect(stuck.client.read("w")?.rows[0]?.["word"]).toBe(conflict.mine);

    // Other edits on both sides go on meanwhile; the other ones come in.
    await other.client.save("w", { ...(other.client.read("w") as Content), name: "新词表" });
    await moment();
    expect(stuck.client.read("w")).toMatchObject({ name: "新词表", rows: [{ word: conflict.mine }, {}] });
    expect(lineOf(stuck)?.conflicts).toEqual([conflict]);

    const choices = new Map([[conflictKey(conflict), { value: "极好" }]]);
    expect(await stuck.client.resolve("w", choices)).toBeUndefined();
    expect(await stuck.client.resolve("w", choices)).toHaveProperty("problem");
    await moment();
    expect(other.client.read("w")).toEqual({ ...words(["a", "极好", 1], ["b", "第一"]), name: "新词表" });
    expect(stuck.client.snapshot().state).toBe("synced");
  });

  it("[T6.7] keep their conflict over a crash, and can give up their side", async () => {
    await apart(words(["a", "最优", 1]), words(["a", "最佳", 1], ["b", "头名"]));
    const [stuck, other] = lineOf(wang)?.status === "冲突" ? [wang, li] : [li, wang];
    const conflicts = lineOf(stuck)?.conflicts;
    expect(conflicts).toHaveLength(2);
    await stuck.restart();
    expect(lineOf(stuck)?.conflicts).toEqual(conflicts);
    await stuck.client.discard("w");
    await moment();
    expect(stuck.client.read("w")).toEqual(other.client.read("w"));
    expect(lineOf(stuck)?.status).toBe("同步");
  });

  it("[T13.9] an edit of an older state is merged with the view, or kept as a conflict, or refused", async () => {
    const seen = wang.client.read("w") as Content;
    await li.client.save("w", words(["a", "最佳", 1], ["b", "第一"]));
    await moment();
    // The workbook still shows what was before: another field merges.
    expect(await wang.client.save("w", words(["a", "最好", 2], ["b", "第一"]), seen)).toBeUndefined();
    expect(wang.client.read("w")).toEqual(words(["a", "最佳", 2], ["b", "第一"]));
    await moment();
    // The same field is a conflict of two people.
    expect(await wang.client.save("w", words(["a", "最优", 1], ["b", "第一"]), seen)).toBeUndefined();
    expect(lineOf(wang)?.conflicts).toMatchObject([{ base: "最好", mine: "最优", theirs: "最佳" }]);
    // And a contradiction with what waits here itself is not taken.
    expect(await wang.client.save("w", words(["a", "最棒", 1], ["b", "第一"]), seen)).toMatchObject({
      problem: expect.stringContaining("还没有推送"),
      contradictions: [{ mine: "最棒", theirs: "最优" }],
    });
    expect(wang.client.read("w")?.rows[0]?.["word"]).toBe("最优");
  });

  it("[T13.9] two edits at once from the same state are both taken, or the second is refused", async () => {
    const both = await Promise.all([
      wang.client.save("w", words(["a", "最优", 1], ["b", "第一"])),
      wang.client.save("w", words(["a", "最好", 2], ["b", "第一"])),
      wang.client.save("w", words(["a", "最佳", 1], ["b", "第一"])),
    ]);
    expect(both).toEqual([
      undefined,
      undefined,
      expect.objectContaining({ contradictions: [expect.anything()] }),
    ]);
    expect(wang.client.read("w")).toEqual(words(["a", "最优", 2], ["b", "第一"]));
  });

  it("[T13.8] what comes while a request is unanswered is merged after the answer", async () => {
    world.network.weather = { ...fairWeather, lostAnswers: 1 };
    await wang.client.save("w", words(["a", "最优", 1], ["b", "第一"]));
    await world.time.pass(5000);
    expect(await onServer()).toMatchObject({ rev: 2 });
    // Somebody sees the new word and changes it: no conflict with the one who wrote it.
    await server.api.ask("PUT", "/v1/templates/w", {
      token: team.token,
      json: words(["a", "更优", 1], ["b", "第一"]),
      headers: { "If-Match": '"2"' },
    });
    world.network.weather = fairWeather;
    await world.time.pass(200_000);
    expect(lineOf(wang)).toMatchObject({ status: "同步", rev: 3, conflicts: [] });
    expect(wang.client.read("w")?.rows[0]?.["word"]).toBe("更优");
  });
});

describe("pulling", () => {
  const put = (id: string, word: string) =>
    server.api.ask("PUT", `/v1/templates/${id}`, {
      token: team.token,
      json: words(["a", word]),
      headers: { "If-None-Match": "*" },
    });

  it("[T5.3] asks for page after page", async () => {
    for (let index = 0; index < 230; index++) await put(`t${index}`, String(index));
    await world.time.pass(60_000);
    expect(wang.client.snapshot().templates).toHaveLength(230);
    expect(wang.client.read("t229")?.rows[0]?.["word"]).toBe("229");
  });

  it("[T5.1] repeats a page after a crash in its middle, and equals the server", async () => {
    for (const id of ["a", "b", "c"]) await put(id, id);
    const { values } = wang.device;
    const cursor = () => JSON.parse([...values].find(([key]) => key.endsWith("cursor"))?.[1] ?? "{}").cursor;
    const set = values.set.bind(values);
    values.set = (key, value) => {
      if (key.endsWith("template.b")) throw new Error("power cut");
      return set(key, value);
    };
    await world.time.pass(5000);
    expect([wang.client.read("a"), wang.client.read("b")]).toMatchObject([{}, undefined]);
    expect(cursor()).toBe("0");
    values.set = set;
    await wang.restart();
    await world.rest(wang);
    expect(
      wang.client
        .snapshot()
        .templates.map(({ id }) => id)
        .sort(),
    ).toEqual(["a", "b", "c"]);
    expect(cursor()).toMatch(/^3\.[0-9a-f]{8}$/);
  });

  it("[T5.2][T5.4] nothing old and nothing strange changes anything", async () => {
    await put("a", "x");
    await world.time.pass(60_000);
    const before = wang.client.snapshot().templates;
    const strange = [
      "<html>登录 Wi-Fi</html>",
      '{"changes":[{"id":"a"}],"cursor":9,"more":false}',
      JSON.stringify({ changes: [{ ...(await onServer("a")), rows: [], rev: 1 }], cursor: 1, more: false }),
    ];
    const other = new SyncWorld(server, 2, async (url, request) =>
      url.startsWith("/v1/changes") ? new Response(strange.shift()) : server.serve(url, request),
    );
    const person = new Person(other, "小王");
    for (const [key, value] of wang.device.values) person.device.values.set(key, value);
    await person.client.start();
    await other.rest(person);
    expect(strange).toEqual([]);
    expect(person.client.snapshot().templates).toEqual(before);
  });
});

describe("being told", () => {
  it("[T14.2] polls every 30 s where no stream can be had, and opens a silent stream anew", async () => {
    const other = new SyncWorld(server, 3, async (url, request) =>
      url === "/v1/events" ? new Response(null, { status: 200 }) : server.serve(url, request),
    );
    const person = await other.signedIn("小张", team);
    await other.rest(person);
    await wang.client.save("w", words(["a", "最好"]));
    await moment();
    await other.time.pass(29_000);
    expect(person.client.read("w")).toBeUndefined();
    await other.time.pass(2000);
    expect(person.client.read("w")).toEqual(words(["a", "最好"]));

    const before = server.asked.filter((asked) => asked === "GET /v1/events").length;
    await world.time.pass(130_000);
    // Two people, a silence of 60 s each time.
    expect(server.asked.filter((asked) => asked === "GET /v1/events").length - before).toBe(4);
  });

  it("[T14.1] hears again after the server was restarted", async () => {
    await server.restart();
    await world.time.pass(10_000);
    await wang.client.save("w", words(["a", "最好"]));
    await moment();
    expect(li.client.read("w")).toEqual(words(["a", "最好"]));
  });
});

describe("refusals", () => {
  it("[T13.7] set a write aside with its sentence; the others go on", async () => {
    const viewer = await server.api.join(team.token, "viewer", "小赵");
    const person = new Person(world, "小赵");
    const identity = (await server.api.ask("GET", "/v1/me", { token: viewer })).body;
    person.device.values.set("sevenstar.session", JSON.stringify({ ...identity, token: viewer }));
    await person.client.start();
    await world.rest(person);
    await person.client.save("mine", words(["a", "我的"]));
    await world.rest(person);
    expect(lineOf(person, "mine")).toMatchObject({
      status: "搁置",
      setAside: { status: 403, detail: expect.stringContaining("编辑") },
    });
    await wang.client.save("w", words(["a", "最好"]));
    await moment();
    expect(person.client.read("w")).toEqual(words(["a", "最好"]));
    const before = pushes().length;
    await world.time.pass(600_000);
    expect(pushes()).toHaveLength(before);
    await person.client.retry("mine");
    await world.rest(person);
    expect(pushes()).toHaveLength(before + 1);
    expect(lineOf(person, "mine")?.status).toBe("搁置");
    await person.client.discard("mine");
    expect(lineOf(person, "mine")).toBeUndefined();
  });

  it("[T13.7] set aside what is too large, and push it when it is made smaller", async () => {
    const row = (index: number) => [`r${index}`, "长".repeat(1900)] as const;
    const large = words(...Array.from({ length: 200 }, (_, index) => row(index)));
    await wang.client.save("large", large);
    await wang.client.save("w", words(["a", "最好"]));
    await moment();
    expect(lineOf(wang, "large")).toMatchObject({ status: "搁置", setAside: { status: 413 } });
    expect(lineOf(wang)?.status).toBe("同步");
    await wang.client.save("large", words(row(0)));
    await moment();
    expect(lineOf(wang, "large")?.status).toBe("同步");
  });

  it("[T17.1] at 401 stop the client, which keeps its edits until the next sign-in to the team", async () => {
    const { body } = await server.api.ask("GET", "/v1/me", { token: team.token });
    const code = await world.signInCode(team.id);
    const session = JSON.parse(wang.device.values.get("sevenstar.session") ?? "");
    await server.api.ask("POST", "/v1/token/rotate", { token: session.token });
    await wang.client.save("w", words(["a", "最好"]));
    await moment();
    expect(wang.client.snapshot()).toMatchObject({
      state: "revoked",
      sentence: expect.stringContaining("重新登录"),
      member: body.member,
    });
    const asked = server.asked.length;
    await world.time.pass(600_000, () => false);
    expect(server.asked.slice(asked).filter((each) => !each.endsWith("/v1/events"))).toEqual([]);
    expect(await world.until(wang.client.signIn(code))).toBeUndefined();
    await moment();
    expect(lineOf(wang)?.status).toBe("同步");
    expect(li.client.read("w")).toEqual(words(["a", "最好"]));
  });

  it("[T15.1] at 426 stop the client, which keeps its edits", async () => {
    const newer = new SyncWorld(server, 4, async (url, request) => {
      const headers = { ...request.headers, "Seven-Star-Protocol": "0" };
      const answer = await server.serve(url, { ...request, headers });
      answer.headers.set("Seven-Star-Protocol", "4");
      return answer;
    });
    const person = new Person(newer, "小王");
    for (const [key, value] of wang.device.values) person.device.values.set(key, value);
    await person.client.start();
    await newer.time.pass(1000);
    expect(person.client.snapshot()).toMatchObject({
      state: "outdated",
      sentence: expect.stringContaining("服务已更新，请刷新页面"),
    });
    expect(await person.client.save("w", words(["a", "最好"]))).toBeUndefined();
    expect(lineOf(person)?.status).toBe("待推送");
  });

  it("[T13.5] at 429 wait as long as the server says", async () => {
    const times: number[] = [];
    const busy: SyncWorld = new SyncWorld(server, 5, async (url, request) => {
      if (!url.startsWith("/v1/changes")) return server.serve(url, request);
      times.push(busy.time.now());
      return times.length > 1
        ? server.serve(url, request)
        : new Response("", { status: 429, headers: { "Retry-After": "40" } });
    });
    const person = new Person(busy, "小王");
    for (const [key, value] of wang.device.values) person.device.values.set(key, value);
    await person.client.start();
    await busy.rest(person);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(40_000);
  });
});

describe("members and secrets", () => {
  it("[T17.3] a sign-in whose answer was lost is repeated under its key, also after a crash", async () => {
    const person = new Person(world, "小周");
    await person.client.start();
    expect(person.client.snapshot().state).toBe("signedOut");
    world.network.weather = { ...fairWeather, lostAnswers: 1 };
    const problem = await world.until(person.client.signIn(await world.signInCode(team.id)));
    expect(problem).toMatchObject({ problem: expect.stringContaining("会自动再试") });
    await person.restart();
    world.network.weather = fairWeather;
    await world.rest(person);
    expect(person.client.snapshot()).toMatchObject({ team: { id: team.id }, member: { name: "小王" } });
    expect(person.device.values.has("sevenstar.entry")).toBe(false);
  });

  it("says why a code does not work, and stays signed out", async () => {
    const person = new Person(world, "小周");
    await person.client.start();
    expect(await world.until(person.client.signIn("nothing"))).toMatchObject({
      problem: expect.stringContaining("没有这个邀请或登录码"),
    });
    expect(person.client.snapshot().state).toBe("signedOut");
    expect(await person.client.save("w", words())).toMatchObject({
      problem: expect.stringContaining("还没有登录"),
    });
  });

  it("invites, lists and removes members", async () => {
    const invite = await world.until(wang.client.team.invite("editor", 7));
    if ("problem" in invite) throw new Error(invite.problem);
    const person = new Person(world, "小钱");
    await person.client.start();
    expect(await world.until(person.client.acceptInvite(invite.code, "小钱"))).toBeUndefined();
    const members = await world.until(wang.client.team.members());
    if ("problem" in members) throw new Error(members.problem);
    const joined = members.find(({ name }) => name === "小钱");
    expect(joined?.role).toBe("editor");
    expect(await world.until(person.client.team.removeMember(joined?.id ?? ""))).toMatchObject({
      problem: expect.stringContaining("权限"),
    });
    expect(await world.until(wang.client.team.removeMember(joined?.id ?? ""))).toBeUndefined();
    await person.client.save("w", words());
    await moment();
    expect(person.client.snapshot().state).toBe("revoked");
  });

  it("creates a team", async () => {
    const person = new Person(world, "老板");
    await person.client.start();
    expect(await world.until(person.client.createTeam("新店", "老板"))).toBeUndefined();
    expect(person.client.snapshot()).toMatchObject({ team: { name: "新店" }, member: { role: "owner" } });
  });

  it("[T17.3] changes the token, also where the answer is lost: the old one is dead, the new one works", async () => {
    const before = wang.device.values.get("sevenstar.session");
    world.network.weather = { ...fairWeather, lostAnswers: 1 };
    const changing = wang.client.rotateToken();
    await world.time.pass(5000);
    await wang.restart();
    await world.time.pass(50_000);
    world.network.weather = fairWeather;
    await world.rest(wang);
    expect(await changing).toHaveProperty("problem");
    const { token, rotation } = JSON.parse(wang.device.values.get("sevenstar.session") ?? "");
    expect(rotation).toBeUndefined();
    expect((await server.api.ask("GET", "/v1/me", { token: JSON.parse(before ?? "").token })).status).toBe(
      401,
    );
    expect((await server.api.ask("GET", "/v1/me", { token })).status).toBe(200);
    expect(await world.until(wang.client.rotateToken())).toBeUndefined();
    await wang.client.save("w", words(["a", "最好"]));
    await moment();
    expect(li.client.read("w")).toEqual(words(["a", "最好"]));
  });

  it("[T17.2][T17.4] signing out leaves no token and no copy, only edits that wait, which then go on", async () => {
    await wang.client.save("w", words(["a", "最好"]));
    await wang.client.save("other", words(["a", "第一"]));
    await moment();
    const { token } = JSON.parse(wang.device.values.get("sevenstar.session") ?? "");
    const snapshots: SyncSnapshot[] = [];
    wang.client.subscribe((snapshot) => snapshots.push(snapshot));
    world.network.weather = lostWeather;
    await wang.client.save("w", words(["a", "最佳"]));
    await world.time.pass(1000);
    await wang.client.signOut();
    await world.time.pass(100_000);
    expect(JSON.stringify(snapshots)).not.toContain(token);
    expect(snapshots.at(-1)).toMatchObject({ state: "signedOut", team: null, templates: [] });
    expect(JSON.stringify([...wang.device.values])).not.toContain(token);
    expect([...wang.device.values.keys()]).toEqual([`sevenstar.${team.id}.template.w`]);
    world.network.weather = fairWeather;
    await world.until(wang.client.signIn(await world.signInCode(team.id)));
    await world.time.pass(10_000);
    await all();
    expect(lineOf(wang)?.status).toBe("同步");
    expect(li.client.read("w")).toEqual(words(["a", "最佳"]));
    expect(wang.client.read("other")).toEqual(words(["a", "第一"]));
  });

  it("[T17.2] going to another team leaves nothing of the first, and mixes nothing", async () => {
    await wang.client.save("w", words(["a", "最好"]));
    await moment();
    const second = await world.newTeam();
    await world.until(wang.client.signIn(await world.signInCode(second.id)));
    await world.rest(wang);
    expect(wang.client.snapshot()).toMatchObject({ team: { id: second.id }, templates: [] });
    expect([...wang.device.values.keys()].filter((key) => key.includes(team.id))).toEqual([]);
  });
});
