import { HISTORY_HEADER, PROTOCOL_HEADER } from "@sevenstar/core/template/wire/template";
import { cors as honoCors } from "hono/cors";
import { createMiddleware } from "hono/factory";
import type { Environment } from "./environment.ts";
import { requestHeader } from "./request-header.ts";

/** Lets pages of these origins ask the API; pages of our own origin need no leave. */
export function cors(origins: readonly string[]) {
  const allow = honoCors({
    origin: [...origins],
    allowHeaders: [
      "Authorization",
      "Content-Type",
      "If-Match",
      "If-None-Match",
      "Idempotency-Key",
      "Last-Event-ID",
      PROTOCOL_HEADER,
    ],
    allowMethods: ["GET", "PUT", "POST", "DELETE"],
    exposeHeaders: ["ETag", "Retry-After", PROTOCOL_HEADER, HISTORY_HEADER],
    maxAge: 600,
  });
  return createMiddleware<Environment>(async (c, next) => {
    if (origins.includes(requestHeader(c, "origin") ?? "")) return allow(c, next);
    await next();
    c.res.headers.append("Vary", "Origin");
    return undefined;
  });
}
