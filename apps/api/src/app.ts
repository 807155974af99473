import { OpenAPIHono } from "@hono/zod-openapi";
import {
  HISTORY_HEADER,
  type ProtocolVersion,
  servedProtocols,
} from "@sevenstar/core/template/wire/template";
import { compress } from "hono/compress";
import { HTTPException } from "hono/http-exception";
import { routePath } from "hono/route";
import { bearerToken } from "./auth.ts";
import { checkHost } from "./check-host.ts";
import { clientAddressBehind } from "./client-address.ts";
import { cors } from "./cors.ts";
import type { Environment } from "./environment.ts";
import { logLine } from "./log-line.ts";
import { Metrics } from "./metrics.ts";
import { Problem, problemResponse } from "./problem.ts";
import { RateLimiter } from "./rate-limiter.ts";
import { requestHeader } from "./request-header.ts";
import { logRequest } from "./request-log.ts";
import { auditRoutes } from "./routes/audit-routes.ts";
import { batchRoutes } from "./routes/batch-routes.ts";
import { docsRoutes } from "./routes/docs-routes.ts";
import type { Api } from "./routes/document.ts";
import { eventRoutes } from "./routes/event-routes.ts";
import { healthRoutes } from "./routes/health-routes.ts";
import { metricsRoutes } from "./routes/metrics-routes.ts";
import { staticRoutes } from "./routes/static-routes.ts";
import { teamRoutes } from "./routes/team-routes.ts";
import { templateRoutes } from "./routes/template-routes.ts";
import { hashOf } from "./secret.ts";
import type { Services } from "./services.ts";
import { unavailableProblem } from "./unavailable-problem.ts";

/** The version that a request speaks; without a header the first (T15). */
function protocolOf(header: string | undefined): ProtocolVersion {
  const asked = header?.trim() ?? "1";
  const served = servedProtocols.find((version) => version === asked);
  if (served) return served;
  const [oldest, newest] = [servedProtocols[0], servedProtocols.at(-1)];
  const isNewer = /^\d{1,9}$/.test(asked) && Number(asked) > Number(newest);
  throw new Problem(
    426,
    isNewer
      ? `服务比本机旧：服务用协议 ${oldest} 到 ${newest}，请求用的是 ${asked}，请升级服务。`
      : `服务比本机新：服务用协议 ${oldest} 到 ${newest}，请求用的是 ${asked.slice(0, 20)}，请刷新或升级。`,
  );
}

/** The whole API over its services: `/v1`, health, documents and the built pages. */
export function createApp(services: Services): Api {
  const { settings } = services;
  const api: Api = new OpenAPIHono<Environment>();
  const limiter = new RateLimiter(settings.RATE_LIMIT);
  const metrics = new Metrics();
  const clientAddress = clientAddressBehind(settings.TRUSTED_PROXY);

  api.use(logRequest(settings.LOG_LEVEL, metrics));
  api.use(checkHost(settings));
  api.use(async (c, next) => {
    await next();
    c.res.headers.set(HISTORY_HEADER, services.store.history());
  });
  api.use(async (c, next) => {
    c.set("services", services);
    c.set("address", () => clientAddress(c));
    const token = bearerToken(requestHeader(c, "authorization"));
    c.set("tokenHash", token === undefined ? "" : hashOf(token));
    await next();
  });
  if (settings.ALLOWED_ORIGINS.length > 0) api.use("/v1/*", cors(settings.ALLOWED_ORIGINS));
  api.use("/v1/*", async (c, next) => {
    c.set("protocol", protocolOf(requestHeader(c, "seven-star-protocol")));
    const tokenHash = c.get("tokenHash");
    const identity = tokenHash ? await services.store.reads.teams.identify(tokenHash) : undefined;
    if (identity) c.set("identity", identity);
    // A batch has been counted as one.
    if ((c.env as { isPartOfBatch?: true } | undefined)?.isPartOfBatch) return next();
    // A token that nobody has counts with its address: made-up ones would each begin anew.
    const seconds = limiter.take(identity ? tokenHash : (c.get("address")() ?? ""), performance.now());
    if (seconds > 0) {
      throw new Problem(429, `请求太频繁，请 ${seconds} 秒后再试。`, {}, { "Retry-After": String(seconds) });
    }
    await next();
  });

  teamRoutes(api);
  templateRoutes(api);
  batchRoutes(api);
  eventRoutes(api);
  auditRoutes(api);
  healthRoutes(api);
  metricsRoutes(api, metrics);
  // Pages are compressed here. What stands above is left to the proxy: it would take longer than the answer.
  api.use(compress());
  docsRoutes(api);
  staticRoutes(api);

  api.notFound((c) => problemResponse(new Problem(404, `没有这个地址：${c.req.method} ${c.req.path}。`)));
  api.onError((error, c) => {
    if (error instanceof Problem) return problemResponse(error);
    if (error instanceof HTTPException) {
      return problemResponse(new Problem(error.status, "请求有误，请检查后再试。"));
    }
    if (settings.LOG_LEVEL !== "silent") {
      const { code } = error as { code?: unknown };
      logLine({ level: "error", method: c.req.method, route: routePath(c), code, error: error.stack });
    }
    return problemResponse(
      unavailableProblem(error) ?? new Problem(500, "服务出错了，请稍后再试；一直如此请联系管理者。"),
    );
  });
  return api;
}
