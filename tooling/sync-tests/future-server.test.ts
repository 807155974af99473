import type { Content } from "@sevenstar/core/template/wire/template";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Person, SyncWorld, TestServer } from "./sync-world.ts";

/** What a later version has beside what this one knows: a kind, a field of rows, members of documents and pages. */
const COSTS = {
  id: "costs",
  kind: "costs",
  name: "成本表",
  rows: [{ id: "a", itemNumber: "A1", cost: 12.5, since: { year: 2027 } }],
  rev: 1,
  updatedAt: "2027-01-01T00:00:00.000Z",
  updatedBy: "小李",
  deleted: false,
};
type Row = { readonly id: string } & Record<string, unknown>;

let server: TestServer;
let world: SyncWorld;
let wang: Person;
/** The field of the later version, by row. */
let margins: Map<string, number>;
/** The bodies of writes, as this version sent them. */
let sent: { readonly rows: readonly Row[] }[];
/** The versions that the later server speaks beside its own. */
let spoken: readonly string[];

const withMargins = (rows: readonly Row[]) =>
  rows.map((row) => (margins.has(row.id) ? { ...row, margin: margins.get(row.id) } : row));

/** The real server behind what a later version adds and takes. */
const future = async (url: string, request: RequestInit): Promise<Response> => {
  const protocol = new Headers(request.headers).get("Seven-Star-Protocol") ?? "";
  if (!spoken.includes(protocol)) {
    const problem = { type: "about:blank", title: "版本", status: 426, detail: "服务只支持新版本。" };
    return Response.json(problem, { status: 426, headers: { "Seven-Star-Protocol": "3" } });
  }
  let asked = request;
  if (request.method === "PUT") {
    const body = JSON.parse(String(request.body)) as { rows: Row[] };
    sent.push(body);
    for (const { id, margin } of body.rows) if (typeof margin === "number") margins.set(id, margin);
    const rows = body.rows.map(({ margin: _, ...row }) => row);
    asked = { ...request, body: JSON.stringify({ ...body, rows }) };
  }
  const answer = await server.serve(url, asked);
  if (!/json/.test(answer.headers.get("content-type") ?? "") || answer.status >= 400) return answer;
  const body = (await answer.json()) as Record<string, unknown>;
  const later = (document: Record<string, unknown>) => ({
    ...document,
    labels: ["新"],
    ...(Array.isArray(document["rows"]) ? { rows: withMargins(document["rows"] as Row[]) } : {}),
  });
  if (Array.isArray(body["changes"])) {
    const isFirst = new URL(url, "http://x").searchParams.get("since") === "0";
    body["changes"] = [
      ...(isFirst ? [COSTS] : []),
      ...(body["changes"] as Record<string, unknown>[]).map(later),
    ];
  }
  if (body["template"]) body["template"] = later(body["template"] as Record<string, unknown>);
  const headers = new Headers(answer.headers);
  headers.delete("content-length");
  headers.set("Seven-Star-Protocol", "3");
  return Response.json({ ...body, hint: "later" }, { status: answer.status, headers });
};

const words = (...rows: readonly Row[]): Content => ({
  kind: "word-list",
  name: "词表",
  rows: rows.map((row) => ({ use: "违禁", ...row })),
});
const moment = () => world.time.pass(5000);
const line = (id: string) => wang.client.snapshot().templates.find((template) => template.id === id);

beforeEach(async () => {
  server = await TestServer.open();
  margins = new Map();
  sent = [];
  spoken = ["2", "3"];
  world = new SyncWorld(server, 7, future);
  wang = await world.signedIn("小王", await world.newTeam());
  await world.rest(wang);
});
afterEach(async () => {
  await wang.client.stop();
  await server.close();
});

describe("a template of a later kind", () => {
  it("[T19.2] is kept whole and shown, also after a new start", async () => {
    expect(line("costs")).toMatchObject({ name: "成本表", kind: "costs", isReadOnly: true, status: "同步" });
    expect(wang.client.read("costs")?.rows).toEqual(COSTS.rows);
    await wang.restart();
    await world.rest(wang);
    expect(wang.client.read("costs")?.rows).toEqual(COSTS.rows);
  });

  it("[T19.2] can be neither changed nor deleted here, and nothing of it is sent", async () => {
    const content = wang.client.read("costs") as Content;
    const problem = "这个模板需要新版本才能编辑，请刷新页面或升级后再改。";
    expect(await wang.client.save("costs", { ...content, name: "改名" })).toEqual({ problem });
    expect(await wang.client.save("costs", words({ id: "a", word: "一" }))).toEqual({ problem });
    expect(await wang.client.save("own", { ...content, name: "新的" })).toEqual({ problem });
    expect(await wang.client.remove("costs")).toEqual({ problem });
    await moment();
    expect(server.asked.filter((asked) => /^(PUT|DELETE) .*costs/.test(asked))).toEqual([]);
  });
});

describe("what a later version adds to answers, documents and rows", () => {
  it("[T19.3] stops nothing", async () => {
    expect(await wang.client.save("w", words({ id: "a", word: "一" }))).toBeUndefined();
    await moment();
    expect(line("w")).toMatchObject({ status: "同步", rev: 1 });
    expect(wang.client.snapshot()).toMatchObject({ state: "synced", sentence: "" });
    expect(await world.until(wang.client.team.revisions("w"))).toMatchObject([{ rev: 1 }]);
  });

  it("[T19.4] goes back unchanged with an edit of other fields", async () => {
    margins.set("a", 0.3);
    await wang.client.save("w", words({ id: "a", word: "一" }, { id: "b", word: "二" }));
    await moment();
    expect(wang.client.read("w")?.rows[0]).toMatchObject({ word: "一", margin: 0.3 });
    // As a table of the workbook gives it, which has no column for it.
    await wang.client.save("w", words({ id: "a", word: "改了" }, { id: "c", word: "三" }));
    await moment();
    expect(sent.at(-1)?.rows).toEqual([
      { id: "a", use: "违禁", word: "改了", margin: 0.3 },
      { id: "c", use: "违禁", word: "三" },
    ]);
    expect(line("w")).toMatchObject({ status: "同步" });
  });

  it("[T19.4] is not taken for a field of one's own: a made-up one is refused with its place", async () => {
    const refused = await wang.client.save("w", words({ id: "a", word: "一", margin: 0.3 }));
    expect(refused?.errors).toMatchObject([{ row: 1 }]);
    expect(line("w")).toBeUndefined();
  });
});

describe("versions side by side", () => {
  it("[T19.1] a server that serves later versions only: the page says to reload, what is edited stays here", async () => {
    spoken = ["3", "4"];
    await wang.client.save("w", words({ id: "a", word: "一" }));
    await moment();
    expect(wang.client.snapshot()).toMatchObject({
      state: "outdated",
      sentence: "服务已更新，请刷新页面；没推送的修改留在本机。",
    });
    spoken = ["2", "3"];
    await wang.restart();
    await world.rest(wang);
    expect(line("w")).toMatchObject({ status: "同步" });
  });
});
