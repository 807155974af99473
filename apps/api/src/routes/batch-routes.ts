import { z } from "@hono/zod-openapi";
import { ID, TEMPLATE_ID_PROBLEM } from "@sevenstar/core/template/id";
import { PROTOCOL_HEADER } from "@sevenstar/core/template/wire/template";
import { requireRole } from "../auth.ts";
import { readBody } from "../read-body.ts";
import { requestHeader } from "../request-header.ts";
import { respondJson } from "../respond.ts";
import { type Api, document } from "./document.ts";

/** A round trip carries at most so many writes. */
const MOST_WRITES = 100;

/** What may stand in a header of HTTP; anything else could not be passed on to the route of one write. */
const header = z
  .string()
  .max(300, "不能超过 300 个字符")
  .regex(/^[ -~]*$/, "只能有英文字母、数字和英文标点，不能换行");
const write = z.strictObject({
  method: z.enum(["PUT", "DELETE"], { error: "method 应为 PUT 或 DELETE" }),
  id: z.string().regex(ID, TEMPLATE_ID_PROBLEM),
  ifMatch: header.optional(),
  ifNoneMatch: header.optional(),
  key: header.optional(),
  body: z.unknown().optional(),
});
const batch = z.strictObject({
  writes: z
    .array(write, { error: "writes 应为写入的列表" })
    .min(1, "writes 不能为空")
    .max(MOST_WRITES, `writes 最多 ${MOST_WRITES} 项，请分几次发送`),
});
const answers = z.object({
  answers: z.array(z.object({ status: z.int(), etag: z.string().nullable(), body: z.unknown() })),
});

/** Several writes in one round trip, each judged and answered as by itself, in order. */
export function batchRoutes(api: Api): void {
  document(api, {
    method: "post",
    path: "/v1/batch",
    summary: "一次发送最多 100 项写入，依次处理，各自应答（状态码、ETag、内容）",
    body: batch,
    answers: { 200: { words: "各项的应答", schema: answers } },
    refusals: [403],
  });
  api.post("/v1/batch", requireRole("editor"), async (c) => {
    const { writes } = await readBody(c, batch);
    const shared = {
      Authorization: requestHeader(c, "authorization") ?? "",
      [PROTOCOL_HEADER]: c.get("protocol"),
    };
    const given: z.infer<typeof answers>["answers"] = [];
    for (const { method, id, ifMatch, ifNoneMatch, key, body } of writes) {
      const headers = new Headers(shared);
      if (ifMatch !== undefined) headers.set("If-Match", ifMatch);
      if (ifNoneMatch !== undefined) headers.set("If-None-Match", ifNoneMatch);
      if (key !== undefined) headers.set("Idempotency-Key", key);
      if (body !== undefined) headers.set("Content-Type", "application/json");
      const asked = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
      const answer = await api.request(`/v1/templates/${id}`, asked, { isPartOfBatch: true });
      const text = await answer.text();
      given.push({
        status: answer.status,
        etag: answer.headers.get("ETag"),
        body: text === "" ? null : JSON.parse(text),
      });
    }
    return respondJson({ answers: given }, { "Cache-Control": "no-store" });
  });
}
