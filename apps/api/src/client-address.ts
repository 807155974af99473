import { BlockList, isIP } from "node:net";
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { requestHeader } from "./request-header.ts";

/** More proxies than these do not stand in a row. */
const MOST_HOPS = 20;

/** An address without a zone, an IPv4 one in its own form; undefined where it is none. */
function plainAddress(text: string | undefined): string | undefined {
  const address =
    text
      ?.trim()
      .replace(/^::ffff:(?=\d{1,3}\.)/i, "")
      .split("%")[0] ?? "";
  return isIP(address) === 0 ? undefined : address;
}

/** The address at the other end of the connection; undefined where a request came over no network. */
export function peerAddress(c: Context): string | undefined {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  return plainAddress(incoming?.socket.remoteAddress);
}

/** Whether a text is an address or a network such as 10.0.0.0/8. */
export function isNetwork(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

const familyOf = (address: string) => (isIP(address) === 4 ? "ipv4" : "ipv6");

/**
 * Finds the address of the client behind proxies that are trusted: each adds whom it heard to X-Forwarded-For, so
 * the client is the last there who is no trusted proxy. What anybody else writes there is not believed.
 */
export function clientAddressBehind(networks: readonly string[]): (c: Context) => string | undefined {
  const trusted = new BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    if (bits === undefined) trusted.addAddress(address, familyOf(address));
    else trusted.addSubnet(address, Number(bits), familyOf(address));
  }
  const isTrusted = (address: string) => trusted.check(address, familyOf(address));
  return (c) => {
    const peer = peerAddress(c);
    if (networks.length === 0 || peer === undefined || !isTrusted(peer)) return peer;
    const hops = (requestHeader(c, "x-forwarded-for") ?? "").split(",").slice(-MOST_HOPS).reverse();
    let client = peer;
    for (const hop of hops) {
      const address = plainAddress(hop);
      if (address === undefined) return client;
      client = address;
      if (!isTrusted(address)) return client;
    }
    return client;
  };
}
