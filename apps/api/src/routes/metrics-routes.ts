import type { Context } from "hono";
import { bearerToken } from "../auth.ts";
import { peerAddress } from "../client-address.ts";
import type { Environment } from "../environment.ts";
import { hostName, isLoopback } from "../host-name.ts";
import type { Metrics } from "../metrics.ts";
import { Problem } from "../problem.ts";
import { requestHeader } from "../request-header.ts";
import { respond } from "../respond.ts";
import { hashOf } from "../secret.ts";
import { type Api, document } from "./document.ts";

const FORWARDED = [
  "forwarded",
  "via",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
] as const;

/**
 * A request of this machine itself, not one that a proxy on this machine passes on. A proxy need not say so: where
 * the settings tell of one, whatever comes from this machine may be a stranger's.
 */
function isLocal(c: Context<Environment>): boolean {
  const { TRUSTED_PROXY, ALLOWED_HOSTS, SEVENSTAR_BASE_URL } = c.get("services").settings;
  const isPublished =
    TRUSTED_PROXY.length > 0 ||
    ALLOWED_HOSTS.length > 0 ||
    (SEVENSTAR_BASE_URL !== undefined && !isLoopback(hostName(new URL(SEVENSTAR_BASE_URL).host) ?? ""));
  if (isPublished || FORWARDED.some((name) => requestHeader(c, name) !== undefined)) return false;
  return isLoopback(peerAddress(c) ?? "");
}

/** Without METRICS_TOKEN the metrics are for this machine only, with it for its bearers only. */
function refuseStrangers(c: Context<Environment>): void {
  const { METRICS_TOKEN } = c.get("services").settings;
  if (METRICS_TOKEN === undefined) {
    if (isLocal(c)) return;
    throw new Problem(403, "指标只给本机看；要从别处读取，或者前面有代理，请设 METRICS_TOKEN。");
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
    summary: "Prometheus 指标：只给本机（前面没有代理时），设了 METRICS_TOKEN 则凭它",
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
