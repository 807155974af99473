import { z } from "zod";

/** What a member may do, each role including those before it (T11). */
export const roles = ["viewer", "editor", "owner"] as const;
export type Role = (typeof roles)[number];

/** An invite, or a code to sign in on another device, can be used for so many days. */
export const INVITE_DAYS = 7;

const name = (words: string) =>
  z
    .string({ error: `${words}应为文本` })
    .trim()
    .min(1, `${words}不能为空`)
    .max(100, `${words}不能超过 100 个字符`)
    .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), `${words}里有不能显示的字符，请删除`);
const code = z.string({ error: "邀请码应为文本" }).min(1, "邀请码不能为空").max(200, "邀请码太长");

export const newTeamSchema = z.strictObject({ name: name("团队名称"), member: name("成员名称") });
export const newInviteSchema = z.strictObject({
  role: z.enum(roles, { error: "role 应为 viewer、editor 或 owner" }),
  expiresInDays: z
    .int({ error: "expiresInDays 应为整数" })
    .min(1, "expiresInDays 不能小于 1")
    .max(90, "expiresInDays 不能大于 90")
    .default(INVITE_DAYS),
});
export const acceptedInviteSchema = z.strictObject({ code, member: name("成员名称") });
export const signInSchema = z.strictObject({ code });

const teamSchema = z.object({ id: z.string(), name: z.string() });
const memberSchema = z.object({ id: z.string(), name: z.string(), role: z.enum(roles) });

/** Who asks: `GET /v1/me`. */
export const identitySchema = z.object({ team: teamSchema, member: memberSchema });
/** A member let in, with the token that is shown once. */
export const admissionSchema = identitySchema.extend({ token: z.string() });
/** A new invite: its link opens the workbench and joins. */
export const inviteSchema = z.object({
  code: z.string(),
  link: z.string(),
  role: z.enum(roles),
  expiresAt: z.string(),
});
const openInviteSchema = z.object({
  id: z.string(),
  role: z.enum(roles),
  createdBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
});
/** The invites by which somebody can still join, without their codes: `GET /v1/invites`. */
export const openInvitesSchema = z.object({ invites: z.array(openInviteSchema) });
export const membersSchema = z.object({ members: z.array(memberSchema) });
export const newTokenSchema = z.object({ token: z.string() });

export interface Team extends Readonly<z.infer<typeof teamSchema>> {}
export interface Member extends Readonly<z.infer<typeof memberSchema>> {}
export interface Admission extends Readonly<z.infer<typeof admissionSchema>> {}
export interface OpenInvite extends Readonly<z.infer<typeof openInviteSchema>> {}
export interface Invite extends Readonly<z.infer<typeof inviteSchema>> {}
