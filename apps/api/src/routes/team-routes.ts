import * as wire from "@sevenstar/core/template/team";
import { member } from "../member.ts";
import { Problem } from "../problem.ts";
import { readBody } from "../read-body.ts";
import { repeatable } from "../repeatable.ts";
import type { CodeProblem } from "../store/team-store.ts";
import { type Api, document } from "./document.ts";

const NO_STORE = { "Cache-Control": "no-store" };

function admitted(result: wire.Admission | CodeProblem): wire.Admission {
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
    const { settings, teams } = c.var.services;
    if (settings.SIGNUP === "closed") throw new Problem(403, "这台服务器不开放新建团队，请向管理者要邀请。");
    const { name, member } = await readBody(c, wire.newTeamSchema);
    return c.json(await teams.createTeam(name, member), 201, NO_STORE);
  });

  document(api, {
    method: "get",
    path: "/v1/me",
    summary: "我是谁",
    answers: { 200: { words: "团队和成员", schema: wire.identitySchema } },
  });
  api.get("/v1/me", member("viewer"), (c) => {
    const { team, member } = c.var.identity;
    return c.json({ team, member });
  });

  document(api, {
    method: "post",
    path: "/v1/invites",
    summary: "发一次性邀请",
    body: wire.newInviteSchema,
    answers: {
      201: {
        words: "邀请码",
        schema: wire.inviteSchema,
      },
    },
    refusals: [403],
  });
  api.post("/v1/invites", member("owner"), repeatable, async (c) => {
    const { role, expiresInDays } = await readBody(c, wire.newInviteSchema);
    const { code, expiresAt } = await c.var.services.teams.invite(
      c.var.identity.team.id,
      role,
      expiresInDays,
    );
    return c.json({ code, role, expiresAt }, 201, NO_STORE);
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
    return c.json(admitted(await c.var.services.teams.acceptInvite(code, member)), 201, NO_STORE);
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
    return c.json(admitted(await c.var.services.teams.signIn(code)), 201, NO_STORE);
  });

  document(api, {
    method: "get",
    path: "/v1/members",
    summary: "成员列表",
    answers: { 200: { words: "成员", schema: wire.membersSchema } },
  });
  api.get("/v1/members", member("viewer"), async (c) =>
    c.json({ members: await c.var.services.teams.members(c.var.identity.team.id) }),
  );

  document(api, {
    method: "delete",
    path: "/v1/members/:id",
    summary: "移除成员，其令牌立即失效",
    answers: { 204: { words: "已移除" } },
    refusals: [403, 404, 409],
  });
  api.delete("/v1/members/:id", member("owner"), repeatable, async (c) => {
    const result = await c.var.services.teams.removeMember(c.var.identity.team.id, c.req.param("id"));
    if (result === "unknown") throw new Problem(404, "团队里没有这个成员。");
    if (result === "last owner") throw new Problem(409, "这是最后一个管理者，请先让别人成为管理者。");
    return c.body(null, 204);
  });

  document(api, {
    method: "post",
    path: "/v1/token/rotate",
    summary: "换新令牌，旧的立即失效",
    answers: { 200: { words: "新令牌", schema: wire.newTokenSchema } },
  });
  api.post("/v1/token/rotate", repeatable, member("viewer"), async (c) => {
    const { member, tokenHash } = c.var.identity;
    return c.json({ token: await c.var.services.teams.rotateToken(member.id, tokenHash) }, 200, NO_STORE);
  });
}
