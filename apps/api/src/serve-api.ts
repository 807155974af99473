import { once } from "node:events";
import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { createApp } from "./app.ts";
import type { Services } from "./services.ts";

/** Requests under way get this long to end when the server stops. */
const GRACE = 10_000;

/** A listening server. */
export interface ServedApi {
  readonly port: number;
  /** Takes no more connections, ends the event streams, lets the requests under way end and closes the store. */
  stop(): Promise<void>;
}

/** Serves the API over its services. */
export async function serveApi(services: Services): Promise<ServedApi> {
  const { HOST, PORT } = services.settings;
  const server = createAdaptorServer({ fetch: createApp(services).fetch }) as Server;
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
