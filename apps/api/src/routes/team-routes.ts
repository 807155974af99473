import { z } from "@hono/zod-openapi";
import * as wire from "@sevenstar/core/template/team";
import { member, unknownMember } from "../member.ts";
import { Problem } from "../problem.ts";
import { readBody } from "../read-body.ts";
import { inTransaction, jsonAnswer, repeatable } from "../repeatable.ts";
import { respondJson } from "../respond.ts";
import type { Admission, CodeProblem } from "../store/team-writer.ts";
import { type Api, document } from "./document.ts";

const NO_STORE = { "Cache-Control": "no-store" };

function admitted(result: Admission | CodeProblem): Admission {
  if (result === "unknown") throw new Problem(404, "没有这个邀请或登录码，请检查链接是否完整。");
  if (result === "spent")
    throw new Problem(410, "这个邀请或登录码已经用过或过期，请向团队的管理者要一个新的。");
  return result;
}

/** Teams, members, invites, tokens. */
export function teamRoutes(api: Api): void {
  document(api, {
    method: "post",
    path: "/v1/teams",
    summary: "新建团队，自己成为管理者；令牌只显示这一次",
    open: true,
    body: wire.newTeamSchema,
    answers: { 201: { words: "已建立", schema: wire.admissionSchema } },
    refusals: [403],
  });
  api.post("/v1/teams", repeatable, async (c) => {
    if (c.get("services").settings.SIGNUP === "closed")
      throw new Problem(403, "这台服务器不开放新建团队，请向管理者要邀请。");
    const { name, member } = await readBody(c, wire.newTeamSchema);
    return inTransaction(c, async ({ teams }) =>
      jsonAnswer(201, await teams.createTeam(name, member), NO_STORE),
    );
  });

  document(api, {
    method: "get",
    path: "/v1/me",
    summary: "我是谁",
    answers: { 200: { words: "团队和成员", schema: wire.identitySchema } },
  });
  api.get("/v1/me", member("viewer"), (c) => {
    const { team, member } = c.get("identity");
    return respondJson({ team, member });
  });

  document(api, {
    method: "post",
    path: "/v1/invites",
    summary: "发一次性邀请",
    body: wire.newInviteSchema,
    answers: {
      201: {
        words: "邀请码",
        schema: z.object({ code: z.string(), role: z.string(), expiresAt: z.string() }),
      },
    },
    refusals: [403],
  });
  api.post("/v1/invites", member("owner"), repeatable, async (c) => {
    const { role, expiresInDays } = await readBody(c, wire.newInviteSchema);
    return inTransaction(c, async ({ teams }) => {
      const { code, expiresAt } = await teams.invite(c.get("identity"), role, expiresInDays);
      return jsonAnswer(201, { code, role, expiresAt }, NO_STORE);
    });
  });

  document(api, {
    method: "post",
    path: "/v1/invites/accept",
    summary: "凭邀请加入团队",
    open: true,
    body: wire.acceptedInviteSchema,
    answers: { 201: { words: "已加入", schema: wire.admissionSchema } },
    refusals: [404, 410],
  });
  api.post("/v1/invites/accept", repeatable, async (c) => {
    const { code, member } = await readBody(c, wire.acceptedInviteSchema);
    return inTransaction(c, async ({ teams }) =>
      jsonAnswer(201, admitted(await teams.acceptInvite(code, member)), NO_STORE),
    );
  });

  document(api, {
    method: "post",
    path: "/v1/signin",
    summary: "凭一次性登录码登录（启动时打印的链接里带有）",
    open: true,
    body: wire.signInSchema,
    answers: { 201: { words: "已登录", schema: wire.admissionSchema } },
    refusals: [404, 410],
  });
  api.post("/v1/signin", repeatable, async (c) => {
    const { code } = await readBody(c, wire.signInSchema);
    return inTransaction(c, async ({ teams }) =>
      jsonAnswer(201, admitted(await teams.signIn(code)), NO_STORE),
    );
  });

  document(api, {
    method: "get",
    path: "/v1/members",
    summary: "成员列表",
    answers: { 200: { words: "成员", schema: wire.membersSchema } },
  });
  api.get("/v1/members", member("viewer"), async (c) =>
    respondJson({ members: await c.get("services").store.reads.teams.members(c.get("identity").team.id) }),
  );

  document(api, {
    method: "delete",
    path: "/v1/members/:id",
    summary: "移除成员，其令牌立即失效",
    answers: { 204: { words: "已移除" } },
    refusals: [403, 404, 409],
  });
  api.delete("/v1/members/:id", member("owner"), repeatable, async (c) => {
    const { team } = c.get("identity");
    const memberId = c.req.param("id");
    const response = await inTransaction(c, async ({ teams }) => {
      const result = await teams.removeMember(c.get("identity"), memberId);
      if (result === "unknown") throw new Problem(404, "团队里没有这个成员。");
      if (result === "last owner") throw new Problem(409, "这是最后一个管理者，请先让别人成为管理者。");
      return { status: 204, headers: {}, body: "" };
    });
    c.get("services").changes.dismiss(team.id, ({ member }) => member.id === memberId);
    return response;
  });

  document(api, {
    method: "post",
    path: "/v1/token/rotate",
    summary: "换新令牌，旧的立即失效",
    answers: { 200: { words: "新令牌", schema: z.object({ token: z.string() }) } },
  });
  api.post("/v1/token/rotate", repeatable, member("viewer"), async (c) => {
    const { team, tokenHash } = c.get("identity");
    const response = await inTransaction(c, async ({ teams }) => {
      const token = await teams.rotateToken(c.get("identity"));
      if (token === undefined) throw unknownMember();
      return jsonAnswer(200, { token }, NO_STORE);
    });
    c.get("services").changes.dismiss(team.id, (identity) => identity.tokenHash === tokenHash);
    return response;
  });
}
