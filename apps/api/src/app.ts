import { OpenAPIHono } from "@hono/zod-openapi";
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from "@sevenstar/core/template/template";
import { compress } from "hono/compress";
import { cors } from "hono/cors";
import { HTTPException } from "hono/http-exception";
import type { Environment } from "./environment.ts";
import { bearerToken } from "./member.ts";
import { Problem, problemResponse } from "./problem.ts";
import { RateLimiter } from "./rate-limiter.ts";
import { logRequest } from "./request-log.ts";
import { docsRoutes } from "./routes/docs-routes.ts";
import type { Api } from "./routes/document.ts";
import { eventRoutes } from "./routes/event-routes.ts";
import { healthRoutes } from "./routes/health-routes.ts";
import { staticRoutes } from "./routes/static-routes.ts";
import { teamRoutes } from "./routes/team-routes.ts";
import { templateRoutes } from "./routes/template-routes.ts";
import { hashOf } from "./secret.ts";
import type { Services } from "./services.ts";

/** The whole API over its services: `/v1`, health, documents and the built pages. */
export function createApp(services: Services): Api {
  const { settings } = services;
  const api: Api = new OpenAPIHono<Environment>();
  const limiter = new RateLimiter(settings.RATE_LIMIT);

  api.use(logRequest(settings.LOG_LEVEL));
  api.use(async (c, next) => {
    c.set("services", services);
    await next();
    c.header(PROTOCOL_HEADER, PROTOCOL_VERSION);
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Referrer-Policy", "no-referrer");
  });
  api.use(
    "/v1/*",
    cors({
      origin: (origin) => (settings.ALLOWED_ORIGINS.includes(origin) ? origin : null),
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
      exposeHeaders: ["ETag", "Retry-After", PROTOCOL_HEADER],
      maxAge: 600,
    }),
  );
  api.use("/v1/*", async (c, next) => {
    const version = c.req.header(PROTOCOL_HEADER);
    if (version !== undefined && version.trim() !== PROTOCOL_VERSION) {
      throw new Problem(
        426,
        `协议版本是 ${PROTOCOL_VERSION}，请求用的是 ${version.slice(0, 20)}，请更新程序后再试。`,
      );
    }
    const seconds = limiter.take(hashOf(bearerToken(c.req.header("Authorization")) ?? ""), Date.now());
    if (seconds > 0) {
      throw new Problem(429, `请求太频繁，请 ${seconds} 秒后再试。`, {}, { "Retry-After": String(seconds) });
    }
    await next();
  });
  api.use(async (c, next) => (c.req.path === "/v1/events" ? next() : compress()(c, next)));

  teamRoutes(api);
  templateRoutes(api);
  eventRoutes(api);
  healthRoutes(api);
  docsRoutes(api);
  staticRoutes(api);

  api.notFound((c) => problemResponse(c, new Problem(404, `没有这个地址：${c.req.method} ${c.req.path}。`)));
  api.onError((error, c) => {
    if (error instanceof Problem) return problemResponse(c, error);
    if (error instanceof HTTPException) {
      return problemResponse(c, new Problem(error.status, "请求有误，请检查后再试。"));
    }
    if (settings.LOG_LEVEL !== "silent") console.error(error);
    return problemResponse(c, new Problem(500, "服务出错了，内容没有保存，请稍后再试。"));
  });
  return api;
}
