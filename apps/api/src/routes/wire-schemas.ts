import { z } from "@hono/zod-openapi";
import { templateKinds } from "@sevenstar/core/template/rows";
import { roles } from "../store/tables.ts";

const name = (words: string) =>
  z
    .string({ error: `${words}应为文本` })
    .trim()
    .min(1, `${words}不能为空`)
    .max(100, `${words}不能超过 100 个字符`);
const code = z.string({ error: "邀请码应为文本" }).min(1, "邀请码不能为空").max(200, "邀请码太长");

export const newTeam = z.strictObject({ name: name("团队名称"), member: name("成员名称") });
export const newInvite = z.strictObject({
  role: z.enum(roles, { error: "role 应为 viewer、editor 或 owner" }),
  expiresInDays: z
    .int({ error: "expiresInDays 应为整数" })
    .min(1, "expiresInDays 不能小于 1")
    .max(90, "expiresInDays 不能大于 90")
    .default(7),
});
export const acceptedInvite = z.strictObject({ code, member: name("成员名称") });
export const signIn = z.strictObject({ code });
export const restored = z.strictObject({ rev: z.int({ error: "rev 应为整数" }).min(1, "rev 不能小于 1") });
export const content = z.strictObject({
  kind: z.enum(templateKinds, { error: `kind 应为 ${templateKinds.join("、")} 之一` }),
  name: name("模板名称"),
  rows: z.array(z.unknown(), { error: "rows 应为行的列表" }),
});

const team = z.object({ id: z.string(), name: z.string() });
export const memberSchema = z.object({ id: z.string(), name: z.string(), role: z.enum(roles) });
export const identity = z.object({ team, member: memberSchema });
export const admission = identity.extend({ token: z.string() });
export const summary = z.object({
  id: z.string(),
  kind: z.enum(templateKinds),
  name: z.string(),
  rev: z.int(),
  updatedAt: z.string(),
  updatedBy: z.string(),
  deleted: z.boolean(),
});
export const template = summary.extend({ rows: z.array(z.looseObject({ id: z.string() })) });
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ row: z.int(), column: z.string(), message: z.string() })).optional(),
  current: template.optional(),
});
