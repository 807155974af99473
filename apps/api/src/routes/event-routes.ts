import { streamSSE } from "hono/streaming";
import { member } from "../member.ts";
import { type Api, document } from "./document.ts";

const COMMENT_EVERY = 25_000;

/** Server-sent events: tells that something changed; the client then pulls by cursor (T14). */
export function eventRoutes(api: Api): void {
  document(api, {
    method: "get",
    path: "/v1/events",
    summary: '变化的通知（text/event-stream）：event: change，data: {"cursor": 版本号}',
    headers: ["Last-Event-ID"],
    answers: { 200: { words: "事件流" } },
  });
  api.get("/v1/events", member("viewer"), (c) => {
    const { changes, templates, closing } = c.var.services;
    const teamId = c.var.identity.team.id;
    const lastSeen = /^\d{1,15}$/.test(c.req.header("Last-Event-ID") ?? "")
      ? Number(c.req.header("Last-Event-ID"))
      : undefined;
    c.header("X-Accel-Buffering", "no");
    return streamSSE(c, async (stream) => {
      const tell = (cursor: number) =>
        stream.writeSSE({ event: "change", id: String(cursor), data: JSON.stringify({ cursor }) });
      const ended = new Promise<void>((resolve) => {
        stream.onAbort(resolve);
        closing.addEventListener("abort", () => resolve(), { once: true });
      });
      const stop = changes.listen(teamId, (cursor) => void tell(cursor));
      const beat = setInterval(() => void stream.write(": 仍在\n\n"), COMMENT_EVERY);
      try {
        await stream.write(": 已连接\n\n");
        const newest = await templates.newestRevision(teamId);
        if (lastSeen !== undefined && newest > lastSeen) await tell(newest);
        await ended;
      } finally {
        clearInterval(beat);
        stop();
      }
    });
  });
}
