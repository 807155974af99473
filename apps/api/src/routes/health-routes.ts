import { z } from "@hono/zod-openapi";
import { Problem } from "../problem.ts";
import { respondJson } from "../respond.ts";
import { unavailableProblem } from "../unavailable-problem.ts";
import { version } from "../version.ts";
import { type Api, document } from "./document.ts";

/** Whether the process is alive and its store reachable and writable. */
export function healthRoutes(api: Api): void {
  const ok = z.object({ status: z.literal("ok") });
  document(api, {
    method: "get",
    path: "/healthz",
    summary: "进程是否在运行",
    open: true,
    answers: { 200: { words: "在运行", schema: ok.extend({ version: z.string() }) } },
  });
  api.get("/healthz", () => respondJson({ status: "ok", version }, { "Cache-Control": "no-store" }));

  document(api, {
    method: "get",
    path: "/readyz",
    summary: "数据能否读写（磁盘已满、数据库没有应答、数据文件损坏是 503）",
    open: true,
    answers: { 200: { words: "可用", schema: ok }, 503: { words: "不可用" } },
  });
  api.get("/readyz", async (c) => {
    const { reads, checkWritable } = c.get("services").store;
    const why: unknown = await reads.templates
      .newestRevision("")
      .then(checkWritable)
      .then(
        () => undefined,
        (error: unknown) => error ?? new Error(),
      );
    if (why !== undefined) {
      throw unavailableProblem(why) ?? new Problem(503, "数据暂时不可用，请稍后再试。");
    }
    return respondJson({ status: "ok" }, { "Cache-Control": "no-store" });
  });
}
