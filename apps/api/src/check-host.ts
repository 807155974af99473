import { isIP } from "node:net";
import { domainToASCII } from "node:url";
import type { HttpBindings } from "@hono/node-server";
import { createMiddleware } from "hono/factory";
import type { Environment } from "./environment.ts";
import { hostName, isLoopback } from "./host-name.ts";
import { Problem } from "./problem.ts";
import type { Settings } from "./settings.ts";

/** More spellings of the server's own names, ports included, are read anew each time. */
const MOST_KNOWN = 100;

const isEverywhere = (host: string) => host === "0.0.0.0" || host === "::";

/**
 * Lets in requests that name this server as it is called: a page elsewhere can have its own name point to this
 * machine (DNS rebinding) and would then read as if it were ours. An address is no name that anybody else gives out,
 * so where the server listens on every address, it may be called by any.
 */
export function checkHost(settings: Pick<Settings, "HOST" | "ALLOWED_HOSTS" | "SEVENSTAR_BASE_URL">) {
  const { HOST, ALLOWED_HOSTS, SEVENSTAR_BASE_URL } = settings;
  // Browsers send a name in other scripts as ASCII; an address stays what it is.
  const names = new Set([HOST.toLowerCase(), ...ALLOWED_HOSTS].map((host) => domainToASCII(host) || host));
  if (SEVENSTAR_BASE_URL !== undefined) names.add(hostName(new URL(SEVENSTAR_BASE_URL).host) ?? "");
  const known = new Set<string>();
  return createMiddleware<Environment>(async (c, next) => {
    const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
    if (incoming && countHosts(incoming.rawHeaders) > 1) {
      throw new Problem(400, "请求里有两个 Host，不知道找的是谁，请只发一个。");
    }
    const host = incoming ? (incoming.headers.host ?? "") : new URL(c.req.url).host;
    if (known.has(host)) return next();
    const name = hostName(host);
    if (name === undefined) throw new Problem(400, "请求的 Host 不是主机名，请检查网址。");
    if (isLoopback(name) || names.has(name) || (isEverywhere(HOST) && isIP(name) !== 0)) {
      if (known.size < MOST_KNOWN) known.add(host);
      return next();
    }
    throw new Problem(
      421,
      `这台服务不叫“${name.slice(0, 100)}”，没有处理这个请求；如果这是它的域名，请在启动时设 ALLOWED_HOSTS=${name.slice(0, 100)}。`,
    );
  });
}

/** How many Hosts stand in a request's raw headers, which are names and values in turn. */
function countHosts(rawHeaders: readonly string[]): number {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? "";
    if (name.length === "host".length && name.toLowerCase() === "host") count++;
  }
  return count;
}
