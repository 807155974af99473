import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import type { Environment } from "./environment.ts";
import { logLine } from "./log-line.ts";
import type { Metrics } from "./metrics.ts";

/** As long as a token or a code: whatever stands in a path by mistake, none is written down. */
const SECRET = /[A-Za-z0-9_-]{43,}/g;

/** Counts each request and writes one JSON line of it, without headers, query or body: no secret is in it. */
export function logRequest(level: "debug" | "info" | "warn" | "error" | "silent", metrics: Metrics) {
  const least = { debug: 0, info: 0, warn: 400, error: 500, silent: Number.POSITIVE_INFINITY }[level];
  return createMiddleware<Environment>(async (c, next) => {
    const start = performance.now();
    await next();
    const { status } = c.res;
    const { method, path } = c.req;
    const milliseconds = performance.now() - start;
    metrics.count(method, routePath(c), status, milliseconds / 1000);
    if (status < least || (level === "info" && status < 400 && !path.startsWith("/v1/"))) return;
    const { team, member } = c.get("identity") ?? {};
    logLine({
      method,
      path: path.replace(SECRET, "…"),
      status,
      milliseconds: Math.round(milliseconds * 10) / 10,
      team: team?.id,
      member: member?.id,
    });
  });
}
