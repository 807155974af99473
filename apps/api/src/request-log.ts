import type { MiddlewareHandler } from "hono";

/** Writes one JSON line a request, without secrets: neither headers nor query nor body. */
export function logRequest(level: "debug" | "info" | "warn" | "error" | "silent"): MiddlewareHandler {
  const least = { debug: 0, info: 0, warn: 400, error: 500, silent: Number.POSITIVE_INFINITY }[level];
  return async (c, next) => {
    const start = performance.now();
    await next();
    const { status } = c.res;
    if (status < least || (level === "info" && status < 400 && !c.req.path.startsWith("/v1/"))) return;
    const milliseconds = Math.round(performance.now() - start);
    const { method, path } = c.req;
    console.log(JSON.stringify({ time: new Date().toISOString(), method, path, status, milliseconds }));
  };
}
