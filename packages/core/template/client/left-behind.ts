import type { Content } from "../wire/template.ts";
import { copyKeys } from "./copy-store.ts";
import { parsedJson } from "./parsed-json.ts";
import type { KeyValueStorage } from "./sync-ports.ts";
import { type TemplateCopy, viewOf } from "./template-copy.ts";

/** More of them are neither told nor taken at once. */
const MOST = 1000;

/** An edit on this device that another team's server has not taken (T17.5). */
export interface LeftBehind {
  /** Where it is stored. */
  readonly key: string;
  readonly id: string;
  readonly content: Content;
}

/** The edits that wait for other teams than the present one; deletions are left out. */
export async function readLeftBehind(
  storage: KeyValueStorage,
  present: string,
): Promise<readonly LeftBehind[]> {
  const found: LeftBehind[] = [];
  for (const { key, team, id } of await copyKeys(storage)) {
    if (team === present) continue;
    const copy = parsedJson(await storage.get(key)) as TemplateCopy | undefined;
    const content = copy?.pending ? viewOf(copy) : null;
    if (content) found.push({ key, id, content });
    if (found.length === MOST) break;
  }
  return found;
}
