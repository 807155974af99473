import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/**
 * A request's header, by its name in small letters.
 *
 * From Node's own object where there is one: the standard's is built for each request, which takes longer than
 * to find a template.
 */
export function requestHeader(c: Context, name: Lowercase<string>): string | undefined {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  if (!incoming) return c.req.header(name);
  const value = incoming.headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
}
