import { streamSSE } from "hono/streaming";
import { requireRole } from "../auth.ts";
import { MOST_LISTENERS } from "../change-bus.ts";
import { Problem } from "../problem.ts";
import { requestHeader } from "../request-header.ts";
import { EVERY_ANSWER, respond } from "../respond.ts";
import { type Api, document } from "./document.ts";

const COMMENT_EVERY = 25_000;

const TOO_MANY = {
  ofToken: `这个登录已经打开了 ${MOST_LISTENERS.ofToken} 个变化通知，请关掉不用的页面再试。`,
  inAll: "这台服务器打开的变化通知已到上限，请稍后再试；修改照常会同步。",
} as const;

/** Server-sent events: tells that something changed; the client then pulls by cursor (T14). */
export function eventRoutes(api: Api): void {
  document(api, {
    method: "get",
    path: "/v1/events",
    summary: '变化的通知（text/event-stream）：event: change，data: {"cursor": 版本号}',
    headers: ["Last-Event-ID"],
    answers: { 200: { words: "事件流" } },
  });
  api.get("/v1/events", requireRole("viewer"), async (c) => {
    // HEAD comes here too (RFC 9110): it is answered without a stream, which nobody would read to its end.
    if (c.req.method === "HEAD") return respond(200, null, { "Content-Type": "text/event-stream" });
    const identity = c.get("identity");
    const services = c.get("services");
    const { reads } = services.store;
    const newest = await reads.templates.newestRevision(identity.team.id);
    const exceeded = services.changes.wouldExceed(identity);
    if (exceeded) throw new Problem(429, TOO_MANY[exceeded], {}, { "Retry-After": "60" });
    const lastEvent = requestHeader(c, "last-event-id") ?? "";
    const lastSeen = /^\d{1,15}$/.test(lastEvent) ? Number(lastEvent) : newest;
    // Who has seen what is not there yet knows another past, and is told where this one stands (T18).
    const listener = services.changes.join(identity, lastSeen > newest ? 0 : lastSeen);
    for (const [name, value] of Object.entries({ ...EVERY_ANSWER, "X-Accel-Buffering": "no" })) {
      c.header(name, value);
    }
    return streamSSE(c, async (stream) => {
      stream.onAbort(() => listener.end());
      try {
        await stream.write(": 已连接\n\n");
        listener.tell(await reads.templates.newestRevision(identity.team.id));
        for (let commentAt = performance.now() + COMMENT_EVERY; ; ) {
          const heard = await listener.next(commentAt - performance.now());
          if (heard === "end") return;
          if (heard === "nothing") {
            if (!(await reads.teams.identify(identity.tokenHash))) return;
            commentAt += COMMENT_EVERY;
            await stream.write(": 仍在\n\n");
          } else {
            const data = JSON.stringify({ cursor: heard });
            await stream.writeSSE({ event: "change", id: String(heard), data });
          }
        }
      } finally {
        services.changes.leave(listener);
      }
    });
  });
}
