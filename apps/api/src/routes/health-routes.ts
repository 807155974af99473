import { z } from "@hono/zod-openapi";
import { Problem } from "../problem.ts";
import { respondJson } from "../respond.ts";
import { version } from "../version.ts";
import { type Api, document } from "./document.ts";

/** Whether the process is alive and its store reachable. */
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
    summary: "数据是否可用",
    open: true,
    answers: { 200: { words: "可用", schema: ok }, 503: { words: "不可用" } },
  });
  api.get("/readyz", async (c) => {
    const isReachable = await c
      .get("services")
      .store.reads.templates.newestRevision("")
      .then(
        () => true,
        () => false,
      );
    if (!isReachable) throw new Problem(503, "数据暂时不可用，请稍后再试。");
    return respondJson({ status: "ok" }, { "Cache-Control": "no-store" });
  });
}
