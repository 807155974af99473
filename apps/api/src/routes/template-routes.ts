import { z } from "@hono/zod-openapi";
import { ID, TEMPLATE_ID_PROBLEM } from "@sevenstar/core/template/id";
import { rowErrors, type TemplateRow } from "@sevenstar/core/template/rows";
import { rowsProblem } from "@sevenstar/core/template/rows-problem";
import { standingIn } from "@sevenstar/core/template/standing-rows";
import * as wire from "@sevenstar/core/template/wire/template";
import type { Context } from "hono";
import { requireRole } from "../auth.ts";
import type { Environment } from "../environment.ts";
import { idempotent, inTransaction } from "../idempotency.ts";
import { listed, Problem } from "../problem.ts";
import { readBody } from "../read-body.ts";
import { requestHeader } from "../request-header.ts";
import { respond, respondJson } from "../respond.ts";
import type { StoredAnswer } from "../store/sealed-answer.ts";
import type { Writes } from "../store/store.ts";
import type { Summary, Template } from "../store/stored-template.ts";
import { etagOf, summaryJson, templateJson } from "../store/template-json.ts";
import {
  type Base,
  type Content,
  isTagOf,
  MOST_TEMPLATES,
  type Tag,
  type WriteResult,
} from "../store/template-writer.ts";
import { type Api, document } from "./document.ts";
import { cursor, pageSize, wholeNumber } from "./query-schemas.ts";

type Request = Context<Environment>;

const oneTemplate = z.object({ template: wire.templateSchema });
const etag = (c: Request, template: Summary) => `"${etagOf(template, c.get("protocol"))}"`;

function idOf(c: Request): string {
  const id = c.req.param("id") ?? "";
  if (!ID.test(id)) throw notFound();
  return id;
}

const notFound = () => new Problem(404, "没有这个模板，它可能已被删除，或者属于别的团队。");

function revOf(text: string | undefined): number {
  const rev = /^[1-9]\d{0,14}$/.test(text ?? "") ? Number(text) : undefined;
  if (rev === undefined) throw new Problem(404, "没有这一版。");
  return rev;
}

/**
 * What a list of entity tags names. Version 1 names revisions alone; since version 2 a tag without a digest names
 * nothing, as numbers may coincide (T18).
 */
function tagsOf(c: Request, tags: string): Tag[] {
  const isFirst = c.get("protocol") === "1";
  return [...tags.matchAll(/"(\d{1,15})(?:\.([0-9a-f]{8}))?"/g)]
    .filter(([, , digest]) => isFirst || digest !== undefined)
    .map(([, rev, digest]) => ({ rev: Number(rev), digest }));
}

/** Which state a write builds on (T2). */
function baseOf(c: Request, mayBeNew: boolean): Base {
  if (mayBeNew && requestHeader(c, "if-none-match")?.trim() === "*") return "new";
  const tags = requestHeader(c, "if-match");
  if (tags === undefined || tags.trim() === "*") {
    const both = mayBeNew ? '新建用 If-None-Match: *，修改用 If-Match: "版本号"' : '请用 If-Match: "版本号"';
    throw new Problem(428, `没有说明以哪一版为基础：${both}。`);
  }
  return { tags: tagsOf(c, tags) };
}

const JSON_TYPE = { "Content-Type": "application/json" };

function answerTo(c: Request, result: WriteResult, status: number): StoredAnswer {
  if (result === "unknown") throw notFound();
  if (result === "too many")
    throw new Problem(409, `一个团队最多 ${MOST_TEMPLATES} 个模板，请先删除不用的。`);
  if (result === "full") {
    throw new Problem(
      413,
      "没有保存：团队的存储已满（历史也算在内）。请管理者调高服务器的设定 TEAM_QUOTA，重启后再试。",
    );
  }
  if (result === "deleted revision") throw new Problem(422, wire.DELETED_REVISION);
  if ("stale" in result) {
    const { stale } = result;
    const detail = stale.deleted
      ? `这个模板已被${stale.updatedBy}删除，请决定保留谁的内容后再试。`
      : `这个模板已被${stale.updatedBy}更新到第 ${stale.rev} 版，请先合并再保存。`;
    throw new Problem(
      412,
      detail,
      { current: JSON.parse(templateJson(stale, c.get("protocol"))) },
      { ETag: etag(c, stale) },
    );
  }
  const { template } = result;
  return {
    status,
    headers: { ...JSON_TYPE, ETag: etag(c, template), "Cache-Control": "no-cache" },
    body: `{"template":${templateJson(template, c.get("protocol"))}}`,
  };
}

/** The content as it is stored; refused as a whole where a row is wrong that does not stand in `current` (T9). */
function checked(
  { kind, name, rows }: z.infer<typeof wire.contentSchema>,
  current: Pick<Content, "kind" | "rowsJson"> | undefined,
): Content {
  const standing = (): TemplateRow[] => (current?.kind === kind ? JSON.parse(current.rowsJson) : []);
  const errors = rowErrors(kind, rows, standingIn(standing));
  const problem = rowsProblem(errors);
  if (problem) throw new Problem(422, problem, listed(errors));
  return { kind, name, rowsJson: JSON.stringify(rows) };
}

/** Writes a template and answers with it. */
const written = (c: Request, write: (templates: Writes["templates"]) => Promise<WriteResult>) =>
  inTransaction(c, async ({ templates }) => {
    const result = await write(templates);
    return answerTo(
      c,
      result,
      typeof result === "object" && "created" in result && result.created ? 201 : 200,
    );
  });

function sent(c: Request, template: Template): Response {
  const headers = { ETag: etag(c, template), "Cache-Control": "private, no-cache" };
  const known = requestHeader(c, "if-none-match");
  if (known && (known.trim() === "*" || tagsOf(c, known).some((tag) => isTagOf(tag, template))))
    return respond(304, null, headers);
  return respond(200, `{"template":${templateJson(template, c.get("protocol"))}}`, {
    ...JSON_TYPE,
    ...headers,
  });
}

const revisionPage = z.object({
  limit: pageSize.default(50),
  before: wholeNumber("before").default(Number.MAX_SAFE_INTEGER),
});

/** Templates, their history and their changes. */
export function templateRoutes(api: Api): void {
  document(api, {
    method: "get",
    path: "/v1/templates",
    summary: "模板列表（不含行）",
    answers: { 200: { words: "模板", schema: z.object({ templates: z.array(wire.summarySchema) }) } },
  });
  api.get("/v1/templates", requireRole("viewer"), async (c) =>
    respondJson({
      templates: (await c.get("services").store.reads.templates.list(c.get("identity").team.id)).map((each) =>
        summaryJson(each, c.get("protocol")),
      ),
    }),
  );

  document(api, {
    method: "get",
    path: "/v1/templates/:id",
    summary: "一个模板，含行",
    headers: ["If-None-Match"],
    answers: { 200: { words: "模板", schema: oneTemplate }, 304: { words: "没有变化" } },
    refusals: [404],
  });
  api.get("/v1/templates/:id", requireRole("viewer"), async (c) => {
    const template = await c.get("services").store.reads.templates.find(c.get("identity").team.id, idOf(c));
    if (!template || template.deleted) throw notFound();
    return sent(c, template);
  });

  document(api, {
    method: "put",
    path: "/v1/templates/:id",
    summary: "新建（If-None-Match: *）或修改（If-Match）模板",
    headers: ["If-Match", "If-None-Match"],
    body: wire.contentSchema,
    answers: {
      200: { words: "已修改", schema: oneTemplate },
      201: { words: "已新建", schema: oneTemplate },
    },
    refusals: [403, 404, 409, 412, 428],
  });
  api.put("/v1/templates/:id", requireRole("editor"), idempotent, async (c) => {
    const id = c.req.param("id");
    if (!ID.test(id)) throw new Problem(422, `${TEMPLATE_ID_PROBLEM}。`);
    const base = baseOf(c, true);
    const content = await readBody(c, wire.contentSchema);
    return written(c, (templates) =>
      templates.put(c.get("identity"), id, base, (current) => checked(content, current)),
    );
  });

  document(api, {
    method: "delete",
    path: "/v1/templates/:id",
    summary: "删除模板，留下记录",
    headers: ["If-Match"],
    answers: { 200: { words: "已删除", schema: oneTemplate } },
    refusals: [403, 404, 412, 428],
  });
  api.delete("/v1/templates/:id", requireRole("editor"), idempotent, async (c) => {
    const base = baseOf(c, false);
    const id = idOf(c);
    return written(c, (templates) => templates.delete(c.get("identity"), id, base));
  });

  document(api, {
    method: "get",
    path: "/v1/templates/:id/revisions",
    summary: "历史，最新在前，分页：before 是上一页最后一版",
    query: z.object({ limit: z.string().optional(), before: z.string().optional() }),
    answers: { 200: { words: "各版", schema: wire.revisionsSchema } },
    refusals: [404, 422],
  });
  api.get("/v1/templates/:id/revisions", requireRole("viewer"), async (c) => {
    const id = idOf(c);
    const query = revisionPage.safeParse(c.req.query());
    if (!query.success) throw new Problem(422, `${query.error.issues[0]?.message}。`);
    const { before, limit } = query.data;
    const { templates } = c.get("services").store.reads;
    const teamId = c.get("identity").team.id;
    const found = await templates.revisions(teamId, id, before, limit + 1);
    if (found.length === 0 && !(await templates.find(teamId, id))) throw notFound();
    return respondJson({
      revisions: found.slice(0, limit).map((each) => summaryJson(each, c.get("protocol"))),
      more: found.length > limit,
    });
  });

  document(api, {
    method: "get",
    path: "/v1/templates/:id/revisions/:rev",
    summary: "历史中的一版，含行",
    answers: { 200: { words: "那一版", schema: oneTemplate } },
    refusals: [404],
  });
  api.get("/v1/templates/:id/revisions/:rev", requireRole("viewer"), async (c) => {
    const rev = revOf(c.req.param("rev"));
    const template = await c
      .get("services")
      .store.reads.templates.revision(c.get("identity").team.id, idOf(c), rev);
    if (!template) throw new Problem(404, "没有这一版。");
    const headers = { ...JSON_TYPE, ETag: etag(c, template) };
    return respond(200, `{"template":${templateJson(template, c.get("protocol"))}}`, headers);
  });

  document(api, {
    method: "post",
    path: "/v1/templates/:id/restore",
    summary: "把旧的一版恢复成新的一版",
    headers: ["If-Match"],
    body: wire.restoredSchema,
    answers: { 200: { words: "已恢复", schema: oneTemplate } },
    refusals: [403, 404, 412, 428],
  });
  api.post("/v1/templates/:id/restore", requireRole("editor"), idempotent, async (c) => {
    const base = baseOf(c, false);
    const id = idOf(c);
    const { rev } = await readBody(c, wire.restoredSchema);
    return inTransaction(c, async ({ templates }) => {
      const result = await templates.restore(c.get("identity"), id, base, rev);
      if (result === "unknown") throw new Problem(404, "没有这个模板或这一版。");
      return answerTo(c, result, 200);
    });
  });

  const page = z.object({
    since: cursor.default({ rev: 0, digest: undefined }),
    limit: pageSize.default(100),
    history: z.string().max(100, "history 太长").optional(),
  });
  document(api, {
    method: "get",
    path: "/v1/changes",
    summary: "某一版以后的全部变化，最新状态，按版本排列，含已删除",
    query: z.object({
      since: z.string().optional(),
      limit: z.string().optional(),
      history: z.string().optional(),
    }),
    answers: { 200: { words: "变化", schema: wire.changePageSchema } },
    refusals: [422],
  });
  api.get("/v1/changes", requireRole("viewer"), async (c) => {
    const query = page.safeParse(c.req.query());
    if (!query.success) throw new Problem(422, `${query.error.issues[0]?.message}。`);
    const { since, limit, history: known } = query.data;
    const { store } = c.get("services");
    const history = store.history();
    // A cursor of another history is as unknown as one that this history does not hold.
    const from = known === undefined || known === history ? since : { rev: since.rev, digest: "" };
    const dialect = { protocol: c.get("protocol"), history };
    const body = await store.reads.templates.changesJson(c.get("identity").team.id, from, limit, dialect);
    return respond(200, body, { ...JSON_TYPE, "Cache-Control": "no-store" });
  });
}
