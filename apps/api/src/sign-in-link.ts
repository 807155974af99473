import { isIPv6 } from "node:net";
import type { Settings } from "./settings.ts";
import type { Store } from "./store/store.ts";
import type { Member, Team } from "./store/team-reader.ts";

/** A link that somebody prints is opened soon; whoever finds it later must not get in. */
export const LINK_MINUTES = 15;

type Place = Pick<Settings, "HOST" | "SEVENSTAR_BASE_URL">;

/** Where the workbench is opened on this machine. */
export function workbenchAddress({ HOST, SEVENSTAR_BASE_URL }: Place, port: number): string {
  if (SEVENSTAR_BASE_URL !== undefined) return SEVENSTAR_BASE_URL.replace(/\/$/, "");
  const host = HOST === "0.0.0.0" || HOST === "::" ? "127.0.0.1" : HOST;
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}

/** A one-time link by which a team's owner signs in within a few minutes. */
export async function signInLink(
  store: Store,
  { team, owner }: { readonly team: Team; readonly owner: Member },
  address: string,
): Promise<string> {
  const code = await store.write(({ teams }) => teams.signInCode(team.id, owner, LINK_MINUTES));
  return `${address}/#signin=${code}`;
}
