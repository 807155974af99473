import { z } from "zod";
import { kindIds, type TemplateRow } from "../rows.ts";

/** The version of the sync protocol and the header that carries it (T15). */
export const PROTOCOL_HEADER = "Seven-Star-Protocol";
export const PROTOCOL_VERSION = "2";

/** The versions that a server serves, the newest last: its own and the one before (T19). */
export const servedProtocols = ["1", PROTOCOL_VERSION] as const;
export type ProtocolVersion = (typeof servedProtocols)[number];

/** The header that carries the id of the server's history (T18). */
export const HISTORY_HEADER = "Seven-Star-History";

/** Said where a revision is restored in which the template stood deleted. */
export const DELETED_REVISION = "这一版是“已删除”，不能恢复，请选更早的一版。";

/** What a writer wants a template to hold; its rows are checked by `rowErrors`. */
export const contentSchema = z.strictObject({
  kind: z.enum(kindIds, { error: `kind 应为 ${kindIds.join("、")} 之一` }),
  name: z
    .string({ error: "模板名称应为文本" })
    .trim()
    .min(1, "模板名称不能为空")
    .max(100, "模板名称不能超过 100 个字符")
    .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), "模板名称里有不能显示的字符，请删除"),
  rows: z.array(z.unknown(), { error: "rows 应为行的列表" }),
});

/** Which revision to restore. */
export const restoredSchema = z.strictObject({
  rev: z.int({ error: "rev 应为整数" }).min(1, "rev 不能小于 1"),
});

const summary = {
  id: z.string(),
  /** Any kind: one that this version does not know is kept whole (T19). */
  kind: z.string().max(64),
  name: z.string(),
  rev: z.int(),
  updatedAt: z.string(),
  updatedBy: z.string(),
  deleted: z.boolean(),
  /** What `If-Match` is to name, since version 2 (T18). */
  etag: z.string().max(64).optional(),
};
/** A template without its rows, as lists and histories show it; members of later versions stay (T19.3). */
export const summarySchema = z.looseObject(summary);

/** A template as the wire carries it. */
export const templateSchema = summarySchema.extend({ rows: z.array(z.looseObject({ id: z.string() })) });

export const oneTemplateSchema = z.object({ template: templateSchema });
export const templatesSchema = z.object({ templates: z.array(summarySchema) });
export const revisionsSchema = z.object({ revisions: z.array(summarySchema), more: z.boolean().optional() });

/** A page of changes (T5). */
export const changePageSchema = z.object({
  changes: z.array(templateSchema),
  /** A number in version 1 of the protocol. */
  cursor: z.union([z.int(), z.string().max(64)]),
  more: z.boolean(),
  history: z.string().max(100).optional(),
  /** The cursor was not of this history: the page is the first of all (T18). */
  reset: z.literal(true).optional(),
});

/** The data of a server-sent `change` event (T14). */
export const changeEventSchema = z.object({ cursor: z.int() });

/** A refusal (T16): RFC 9457, with the bad cells of a 422 and the current document of a 412. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ row: z.int(), column: z.string(), message: z.string() })).optional(),
  current: templateSchema.optional(),
});

export interface TemplateSummary extends Readonly<z.infer<z.ZodObject<typeof summary>>> {}
export interface Template extends TemplateSummary {
  readonly rows: readonly TemplateRow[];
}
export type Content = Pick<Template, "kind" | "name" | "rows">;
export interface Problem extends Readonly<z.infer<typeof problemSchema>> {}
