import { z } from "@hono/zod-openapi";
import * as wire from "@sevenstar/core/template/wire/team";
import { requireRole, unknownMember } from "../auth.ts";
import {
  idempotent,
  idempotentByAddress,
  idempotentByCode,
  inTransaction,
  jsonAnswer,
} from "../idempotency.ts";
import { Problem } from "../problem.ts";
import { readBody } from "../read-body.ts";
import { respondJson } from "../respond.ts";
import type { Admission, CodeProblem } from "../store/team-writer.ts";
import { workbenchLink } from "../workbench-link.ts";
import { type Api, document } from "./document.ts";

const NO_STORE = { "Cache-Control": "no-store" };
/** Each open invite lets somebody in; more are not lost sight of. */
const MOST_INVITES = 100;

const SPENT = {
  invite: "这个邀请已经用过、过期或撤回，请向团队的管理者要一个新的。",
  signIn:
    "这个登录链接已经用过或过期。在运行服务的电脑上执行 pnpm --filter @sevenstar/api sign-in-link 取得新的，或者请团队的管理者发邀请。",
} as const;

function admitted(result: Admission | CodeProblem, by: keyof typeof SPENT): Admission {
  if (result === "unknown") throw new Problem(404, "没有这个邀请或登录码，请检查链接是否完整。");
  if (result === "spent") throw new Problem(410, SPENT[by]);
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
  api.post("/v1/teams", idempotentByAddress, async (c) => {
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
  api.get("/v1/me", requireRole("viewer"), (c) => {
    const { team, member } = c.get("identity");
    return respondJson({ team, member });
  });

  document(api, {
    method: "post",
    path: "/v1/invites",
    summary: "发一次性邀请；链接打开工作台并加入",
    body: wire.newInviteSchema,
    answers: { 201: { words: "邀请", schema: wire.inviteSchema } },
    refusals: [403, 409],
  });
  api.post("/v1/invites", requireRole("owner"), idempotent, async (c) => {
    const { role, expiresInDays } = await readBody(c, wire.newInviteSchema);
    return inTransaction(c, async ({ teams }) => {
      const identity = c.get("identity");
      if ((await teams.invites(identity.team.id)).length >= MOST_INVITES) {
        throw new Problem(409, `还有 ${MOST_INVITES} 个邀请没有用，请先撤回不用的。`);
      }
      const { code, expiresAt } = await teams.invite(identity, role, expiresInDays);
      const link = workbenchLink(c, `invite=${code}`);
      return jsonAnswer(201, { code, link, role, expiresAt }, NO_STORE);
    });
  });

  document(api, {
    method: "get",
    path: "/v1/invites",
    summary: "还能用的邀请，最新在前；不含邀请码",
    answers: { 200: { words: "邀请", schema: wire.openInvitesSchema } },
    refusals: [403],
  });
  api.get("/v1/invites", requireRole("owner"), async (c) =>
    respondJson({ invites: await c.get("services").store.reads.teams.invites(c.get("identity").team.id) }),
  );

  document(api, {
    method: "delete",
    path: "/v1/invites/:id",
    summary: "撤回邀请",
    answers: { 204: { words: "已撤回" } },
    refusals: [403, 404],
  });
  api.delete("/v1/invites/:id", requireRole("owner"), idempotent, (c) =>
    inTransaction(c, async ({ teams }) => {
      const isRevoked = await teams.revokeInvite(c.get("identity"), c.req.param("id"));
      if (!isRevoked) throw new Problem(404, "没有这个邀请，它可能已经用过、过期或撤回。");
      return { status: 204, headers: {}, body: "" };
    }),
  );

  document(api, {
    method: "post",
    path: "/v1/invites/accept",
    summary: "凭邀请加入团队",
    open: true,
    body: wire.acceptedInviteSchema,
    answers: { 201: { words: "已加入", schema: wire.admissionSchema } },
    refusals: [404, 410],
  });
  api.post("/v1/invites/accept", idempotentByCode, async (c) => {
    const { code, member } = await readBody(c, wire.acceptedInviteSchema);
    return inTransaction(c, async ({ teams }) =>
      jsonAnswer(201, admitted(await teams.acceptInvite(code, member), "invite"), NO_STORE),
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
  api.post("/v1/signin", idempotentByCode, async (c) => {
    const { code } = await readBody(c, wire.signInSchema);
    return inTransaction(c, async ({ teams }) =>
      jsonAnswer(201, admitted(await teams.signIn(code), "signIn"), NO_STORE),
    );
  });

  document(api, {
    method: "get",
    path: "/v1/members",
    summary: "成员列表",
    answers: { 200: { words: "成员", schema: wire.membersSchema } },
  });
  api.get("/v1/members", requireRole("viewer"), async (c) =>
    respondJson({ members: await c.get("services").store.reads.teams.members(c.get("identity").team.id) }),
  );

  document(api, {
    method: "delete",
    path: "/v1/members/:id",
    summary: "移除成员，其令牌立即失效",
    answers: { 204: { words: "已移除" } },
    refusals: [403, 404, 409],
  });
  api.delete("/v1/members/:id", requireRole("owner"), idempotent, async (c) => {
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
  api.post("/v1/token/rotate", idempotent, requireRole("viewer"), async (c) => {
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
