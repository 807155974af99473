import { localStore } from "@sevenstar/pane/browser/local-store.ts";

const KEY = "sevenstar.session";
const CODE = /^#signin=([^&]+)$/;

/** Who is signed in on this page; the token stays in the browser's storage. */
export interface Session {
  readonly token: string;
  readonly team: { readonly id: string; readonly name: string };
  readonly member: { readonly id: string; readonly name: string };
}

/** The session kept by an earlier sign-in. */
export function keptSession(): Session | undefined {
  try {
    const kept: unknown = JSON.parse(localStore.read(KEY) ?? "null");
    return isSession(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Signs in by the link's one-time code, which leaves the address at once; a problem is one Chinese sentence. */
export async function signInByLink(): Promise<Session | { readonly problem: string } | undefined> {
  const code = CODE.exec(location.hash)?.[1];
  if (!code) return undefined;
  history.replaceState(history.state, "", location.pathname + location.search);
  const answer = await fetch("/v1/signin", {
    method: "POST",
    headers: { "content-type": "application/json", "Seven-Star-Protocol": "1" },
    body: JSON.stringify({ code: decodeURIComponent(code) }),
  }).catch(() => undefined);
  if (!answer)
    return { problem: "没有连上服务，未登录；表格照常可用，请检查服务是否还在运行，再打开登录链接。" };
  const body: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok || !isSession(body)) {
    return {
      problem:
        problemDetail(body) ?? `登录没有成功（${answer.status}），表格照常可用；请重新启动服务取得新链接。`,
    };
  }
  localStore.write(KEY, JSON.stringify(body));
  return body;
}

function isSession(value: unknown): value is Session {
  const { token, team } = (value ?? {}) as Partial<Session>;
  return typeof token === "string" && typeof team?.name === "string";
}

function problemDetail(body: unknown): string | undefined {
  const { detail } = (body ?? {}) as { readonly detail?: unknown };
  return typeof detail === "string" && detail !== "" ? detail : undefined;
}
