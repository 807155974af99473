import { expect, it } from "vitest";
import { z } from "zod";
import { ApiLink, mismatchSentence } from "./api-link.ts";
import { refusal, type Scripted, scriptedServer, stillTimer } from "./scripted-server.fixture.ts";

const linkTo = (answer: (protocol: string) => Scripted) => {
  const { fetch, asked } = scriptedServer(({ headers }) => answer(headers["Seven-Star-Protocol"] ?? ""));
  return { link: new ApiLink({ fetch, timer: stillTimer }, ""), asked };
};
const ask = (link: ApiLink) =>
  link.ask(z.object({ ok: z.literal(true) }), (protocol) => ({ method: "GET", path: `/v${protocol}` }));
const ok: Scripted = { status: 200, body: { ok: true } };

it("[T19.1] speaks the newest version", async () => {
  const { link, asked } = linkTo(() => ok);
  expect(await ask(link)).toMatchObject({ type: "answer" });
  expect(asked.map(({ what }) => what)).toEqual(["GET /v2"]);
});

it("[T19.1] speaks the version before with the former server, until the server is a newer one", async () => {
  let newest = "1";
  const { link, asked } = linkTo((protocol) =>
    protocol === "1" || newest === "2"
      ? ({ ...ok, headers: { "Seven-Star-Protocol": newest } } as Scripted)
      : refusal(426, "版本不对"),
  );
  expect(await ask(link)).toMatchObject({ type: "answer" });
  expect(await ask(link)).toMatchObject({ type: "answer" });
  newest = "2";
  await ask(link);
  await ask(link);
  expect(asked.map(({ what }) => what)).toEqual(["GET /v2", "GET /v1", "GET /v1", "GET /v1", "GET /v2"]);
});

it("[T19.1] does not try the version before with a server that serves later ones only", async () => {
  const { link, asked } = linkTo(() => refusal(426, "请升级", { "Seven-Star-Protocol": "9" }));
  const reply = await ask(link);
  expect(reply).toMatchObject({ type: "refusal", problem: { status: 426 } });
  expect(asked).toHaveLength(1);
  expect(mismatchSentence(reply, "")).toBe("服务已更新，请刷新页面；没推送的修改留在本机。");
});

it("[T15.1] says which side is the older one, else what the server says", () => {
  const refused = { type: "refusal", problem: { type: "", title: "", status: 426, detail: "" } } as const;
  expect(mismatchSentence({ ...refused, protocol: "0" }, "")).toContain("请联系管理者升级服务");
  expect(mismatchSentence(refused, "版本不对。")).toBe("版本不对。");
});
