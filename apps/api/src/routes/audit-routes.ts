import { z } from "@hono/zod-openapi";
import { requireRole } from "../auth.ts";
import { Problem } from "../problem.ts";
import { respondJson } from "../respond.ts";
import { type Api, document } from "./document.ts";
import { pageSize, wholeNumber } from "./query-schemas.ts";

const entry = z.object({
  entry: z.int(),
  at: z.string(),
  memberId: z.string(),
  memberName: z.string(),
  action: z.string(),
  subject: z.string(),
  rev: z.int().nullable(),
});

const page = z.object({
  before: wholeNumber("before").default(Number.MAX_SAFE_INTEGER),
  limit: pageSize.default(100),
});

/** Who changed what in a team, for its owners. */
export function auditRoutes(api: Api): void {
  document(api, {
    method: "get",
    path: "/v1/audit",
    summary: "操作记录：谁在什么时候改了什么，最新在前；下一页用 before=最后一条的 entry",
    query: z.object({ before: z.string().optional(), limit: z.string().optional() }),
    answers: {
      200: { words: "操作记录", schema: z.object({ entries: z.array(entry), more: z.boolean() }) },
    },
    refusals: [403, 422],
  });
  api.get("/v1/audit", requireRole("owner"), async (c) => {
    const query = page.safeParse(c.req.query());
    if (!query.success) throw new Problem(422, `${query.error.issues[0]?.message}。`);
    const { before, limit } = query.data;
    const { id } = c.get("identity").team;
    const entries = await c.get("services").store.reads.audit(id, before, limit + 1);
    const answer = { entries: entries.slice(0, limit), more: entries.length > limit };
    return respondJson(answer, { "Cache-Control": "no-store" });
  });
}
