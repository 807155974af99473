import type { Context } from "hono";
import type { Environment } from "../environment.ts";
import { bearerToken } from "../member.ts";
import type { Metrics } from "../metrics.ts";
import { Problem } from "../problem.ts";
import { remoteAddress } from "../remote-address.ts";
import { requestHeader } from "../request-header.ts";
import { respond } from "../respond.ts";
import { hashOf } from "../secret.ts";
import { type Api, document } from "./document.ts";

/** A request of this machine itself, not one that a proxy on this machine passes on. */
function isLocal(c: Context): boolean {
  const isForwarded = (["forwarded", "x-forwarded-for", "x-real-ip"] as const).some((name) =>
    requestHeader(c, name),
  );
  return !isForwarded && /^(?:127\.|::1$|::ffff:127\.)/.test(remoteAddress(c) ?? "");
}

/** Without METRICS_TOKEN the metrics are for this machine only, with it for its bearers only. */
function refuseStrangers(c: Context<Environment>): void {
  const { METRICS_TOKEN } = c.get("services").settings;
  if (METRICS_TOKEN === undefined) {
    if (isLocal(c)) return;
    throw new Problem(403, "指标只给本机看；要从别处读取，请设 METRICS_TOKEN。");
  }
  const token = bearerToken(requestHeader(c, "authorization")) ?? "";
  if (hashOf(token) === hashOf(METRICS_TOKEN)) return;
  throw new Problem(401, "读取指标需要 METRICS_TOKEN。", {}, { "WWW-Authenticate": "Bearer" });
}

/** What Prometheus collects. */
export function metricsRoutes(api: Api, metrics: Metrics): void {
  document(api, {
    method: "get",
    path: "/metrics",
    summary: "Prometheus 指标：只给本机，设了 METRICS_TOKEN 则凭它",
    open: true,
    answers: { 200: { words: "指标（文本）" } },
    refusals: [401, 403],
  });
  api.get("/metrics", (c) => {
    refuseStrangers(c);
    const { changes } = c.get("services");
    return respond(200, metrics.text({ sevenstar_event_listeners: changes.count() }), {
      "Content-Type": "text/plain; version=0.0.4; charset=utf-8",
      "Cache-Control": "no-store",
    });
  });
}
