import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/** The address that a request came from; undefined where it came over no network. */
export function remoteAddress(c: Context): string | undefined {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  return incoming?.socket.remoteAddress;
}
