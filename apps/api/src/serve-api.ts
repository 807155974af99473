import { once } from "node:events";
import { createServer } from "node:http";
import { getRequestListener, RequestError } from "@hono/node-server";
import { answerClientErrors } from "./answer-client-errors.ts";
import { createApp } from "./app.ts";
import { Problem, problemResponse } from "./problem.ts";
import type { Services } from "./services.ts";

/** Requests under way get this long to end when the server stops. */
const GRACE = 10_000;
/** A request must have come whole within this time; what reads its body says so sooner, and in its own words. */
const LONGEST_REQUEST = 60_000;

/** A listening server. */
export interface ServedApi {
  readonly port: number;
  /** Takes no more connections, ends the event streams, lets the requests under way end and closes the store. */
  stop(): Promise<void>;
}

/** Serves the API over its services. */
export async function serveApi(services: Services): Promise<ServedApi> {
  const { HOST, PORT } = services.settings;
  const listener = getRequestListener(createApp(services).fetch, { errorHandler: unreadable });
  // A request without Host is refused by us, with a sentence.
  const server = createServer({ requestTimeout: LONGEST_REQUEST, requireHostHeader: false }, listener);
  answerClientErrors(server);
  server.listen(PORT, HOST);
  await once(server, "listening");
  return {
    port: (server.address() as { port: number }).port,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      services.changes.end();
      // A kept-alive connection becomes idle after its request, and would then be waited for.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const late = setTimeout(() => server.closeAllConnections(), GRACE);
      await closed;
      clearInterval(idle);
      clearTimeout(late);
      await services.store.close();
    },
  };
}

/** The answer to a request that does not come as far as the routes. */
const unreadable = (error: unknown): Response =>
  problemResponse(
    error instanceof RequestError
      ? new Problem(400, "请求的网址或 Host 不对，请检查网址。")
      : new Problem(500, "服务出错了，请稍后再试；一直如此请联系管理者。"),
  );
