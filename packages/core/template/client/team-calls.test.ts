import { expect, it } from "vitest";
import { type Call, TeamCalls } from "./team-calls.ts";

const calls = (answer: (path: string) => unknown) => {
  const asked: string[] = [];
  const call: Call = async (schema, method, path) => {
    asked.push(`${method} ${path}`);
    const value = answer(path);
    return value && typeof value === "object" && "problem" in value
      ? (value as { problem: string })
      : (schema.parse(value) as never);
  };
  return { team: new TeamCalls(call), asked };
};
const summary = (rev: number) => ({
  id: "a b",
  kind: "word-list",
  name: "词表",
  rev,
  updatedAt: "2026-11-28T00:00:00.000Z",
  updatedBy: "小王",
  deleted: false,
});

it("[T20.1] reads a history page by page, from the newest on", async () => {
  const { team, asked } = calls((path) =>
    path.includes("before=3")
      ? { revisions: [summary(2), summary(1)], more: false }
      : { revisions: [summary(4), summary(3)], more: true },
  );
  expect(await team.revisions("a b")).toMatchObject([4, 3, 2, 1].map((rev) => ({ rev })));
  expect(asked).toEqual([
    "GET /v1/templates/a%20b/revisions?limit=100",
    "GET /v1/templates/a%20b/revisions?limit=100&before=3",
  ]);
});

it("[T20.1] asks for no more pages than 20, whatever the server says, and none after an empty one", async () => {
  let rev = 1e6;
  const endless = calls(() => ({ revisions: [summary(rev--)], more: true }));
  expect(await endless.team.revisions("w")).toHaveLength(20);
  const empty = calls(() => ({ revisions: [], more: true }));
  expect(await empty.team.revisions("w")).toEqual([]);
  expect(empty.asked).toHaveLength(1);
});

it("gives a refusal's sentence instead of what was asked for", async () => {
  const refused = { problem: "没有权限。" };
  const { team } = calls(() => refused);
  expect(
    await Promise.all([
      team.members(),
      team.removeMember("m"),
      team.invites(),
      team.revokeInvite("i"),
      team.revisions("w"),
      team.revision("w", 1),
    ]),
  ).toEqual(Array.from({ length: 6 }, () => refused));
});

it("tells a deletion from a content", async () => {
  const template = (deleted: boolean) => ({ template: { ...summary(3), rows: [], deleted } });
  expect(await calls(() => template(true)).team.revision("w", 3)).toBeUndefined();
  expect(await calls(() => template(false)).team.revision("w", 3)).toEqual({
    kind: "word-list",
    name: "词表",
    rows: [],
  });
});
