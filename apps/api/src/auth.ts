import { type Role, roles } from "@sevenstar/core/template/wire/team";
import { createMiddleware } from "hono/factory";
import type { Environment } from "./environment.ts";
import { Problem } from "./problem.ts";

/** The bearer token of a request. */
export const bearerToken = (authorization: string | undefined): string | undefined =>
  /^Bearer +([A-Za-z0-9._~+/=-]{1,200})$/i.exec(authorization ?? "")?.[1];

/** The refusal of a request without a valid token. */
export const unknownMember = () =>
  new Problem(401, "登录无效或已过期，请用邀请或登录链接重新登录。", {}, { "WWW-Authenticate": "Bearer" });

/** Lets in members whose role is at least this one (T11). */
export const requireRole = (least: Role) =>
  createMiddleware<Environment>(async (c, next) => {
    const identity = c.get("identity");
    if (!identity) throw unknownMember();
    if (roles.indexOf(identity.member.role) < roles.indexOf(least)) {
      const names = { viewer: "查看", editor: "编辑", owner: "管理" };
      throw new Problem(
        403,
        `你只有${names[identity.member.role]}权限，这一步需要${names[least]}权限，请联系团队的管理者。`,
      );
    }
    await next();
  });
