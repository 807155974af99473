import type { Words } from "@sevenstar/core/cells/words";
import { localStore } from "@sevenstar/pane/browser/local-store.ts";
import { randomId } from "@sevenstar/pane/browser/random-id.ts";
import { chineseOnly } from "@sevenstar/pane/shell/chinese-only.ts";

const KEY = "sevenstar.session";
const ENTRY_KEY = "sevenstar.signin";
const LINK = /^#(signin|invite)=([^&]+)$/;
const LONGEST_WAIT = 30_000;

/** Who is signed in on this page; the token stays in the browser's storage. */
export interface Session {
  readonly token: string;
  readonly team: { readonly id: string; readonly name: string };
  readonly member: { readonly id: string; readonly name: string };
}

/** A sign-in that has no answer yet: sent again with the same key, it gets the answer that was lost. */
interface Entry {
  readonly code: string;
  readonly key: string;
}

/** What came of a sign-in. */
export type SignedIn =
  | { readonly session: Session; readonly words?: Words }
  | { readonly problem: Words; readonly mayRetry: boolean };

/** The session kept by an earlier sign-in. */
export function keptSession(): Session | undefined {
  const kept = parsed(localStore.read(KEY));
  return isSession(kept) ? kept : undefined;
}

/** What the page's address is a link for; a one-time code leaves the address at once, and no history keeps it. */
export function takeLink(): { readonly use: "signin" | "invite"; readonly code: string } | undefined {
  const [, use, code = ""] = LINK.exec(location.hash) ?? [];
  if (use !== "signin" && use !== "invite") return undefined;
  history.replaceState(history.state, "", location.pathname + location.search);
  return { use, code };
}

let unkept: Entry | undefined;

function keepEntry(entry: Entry | undefined): void {
  unkept = entry;
  localStore.write(ENTRY_KEY, entry ? JSON.stringify(entry) : "");
}

function keptEntry(): Entry | undefined {
  const kept = unkept ?? parsed(localStore.read(ENTRY_KEY));
  const { code, key } = (kept ?? {}) as Partial<Entry>;
  return typeof code === "string" && typeof key === "string" ? { code, key } : undefined;
}

/** Whether a sign-in waits for its answer. */
export const hasEntry = (): boolean => keptEntry() !== undefined;

/** Signs in by the one-time code of a link that was opened now, else of one whose answer was lost. */
export async function signIn(code?: string): Promise<SignedIn | undefined> {
  if (code !== undefined) keepEntry({ code, key: randomId() });
  const entry = keptEntry();
  if (!entry) return undefined;
  const answer = await ask("POST", "/v1/signin", { "idempotency-key": entry.key }, { code: entry.code });
  if (!answer) {
    return {
      problem: {
        zh: "没有连上服务，未登录；表格照常可用，请检查服务是否还在运行，再试一次。",
        en: "The service was not reached and you are not signed in; the workbook goes on. See whether the service runs and try again.",
      },
      mayRetry: true,
    };
  }
  const { status, body } = answer;
  if (status === 201 && isSession(body)) {
    localStore.write(KEY, JSON.stringify(body));
    keepEntry(undefined);
    return { session: body };
  }
  const isRefusal = status >= 400 && status < 500 && status !== 408 && status !== 429;
  if (isRefusal) keepEntry(undefined);
  const session = keptSession();
  // A link that is opened again in the browser that it signed in is no problem.
  if (isRefusal && session && (await isValid(session))) {
    const { name } = session.team;
    const words = {
      zh: `已登录：${name}。这个链接已经用过，不需要再用。`,
      en: `Signed in: ${name}. The link was used already and is not needed any more.`,
    };
    return { session, words };
  }
  return {
    problem: problemDetail(body) ?? {
      zh: `登录没有成功（${status}），表格照常可用；请再试一次。`,
      en: `Signing in did not succeed (${status}); the workbook goes on. Please try again.`,
    },
    mayRetry: !isRefusal,
  };
}

async function isValid({ token }: Session): Promise<boolean> {
  return (await ask("GET", "/v1/me", { authorization: `Bearer ${token}` }))?.status === 200;
}

async function ask(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  json?: unknown,
): Promise<{ readonly status: number; readonly body: unknown } | undefined> {
  try {
    const answer = await fetch(path, {
      method,
      headers: { "content-type": "application/json", "Seven-Star-Protocol": "1", ...headers },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      signal: AbortSignal.timeout(LONGEST_WAIT),
    });
    return { status: answer.status, body: parsed(await answer.text()) };
  } catch {
    return undefined;
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text || "null");
  } catch {
    return undefined;
  }
}

function isSession(value: unknown): value is Session {
  const { token, team } = (value ?? {}) as Partial<Session>;
  return typeof token === "string" && typeof team?.name === "string";
}

function problemDetail(body: unknown): Words | undefined {
  const { detail } = (body ?? {}) as { readonly detail?: unknown };
  return typeof detail === "string" && detail !== "" ? chineseOnly(detail) : undefined;
}
