import type { Context } from "hono";
import type { Environment } from "./environment.ts";
import { requestHeader } from "./request-header.ts";

/**
 * A link that opens the workbench, with a fragment: no server, log or other page gets to see what stands there.
 *
 * It leads to where the settings say that the service is, else to where this request found it. A browser names the
 * scheme that its reader uses, which a proxy need not pass on.
 */
export function workbenchLink(c: Context<Environment>, fragment: string): string {
  const { SEVENSTAR_BASE_URL } = c.get("services").settings;
  const { host, origin } = new URL(c.req.url);
  const asked = requestHeader(c, "origin") ?? "";
  const isOwn = URL.canParse(asked) && new URL(asked).host === host;
  return `${(SEVENSTAR_BASE_URL ?? (isOwn ? asked : origin)).replace(/\/$/, "")}/#${fragment}`;
}
