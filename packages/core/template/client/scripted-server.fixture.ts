import type { Fetch, KeyValueStorage, Timer } from "./sync-ports.ts";

/** A request as a scripted server got it. */
export interface Asked {
  readonly what: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What a scripted server answers: a status with a body and headers; "lost" where no answer comes. */
export type Scripted =
  | "lost"
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> };

/** A fetch that answers by a script, and what it was asked. */
export function scriptedServer(answer: (asked: Asked) => Scripted): { fetch: Fetch; asked: Asked[] } {
  const asked: Asked[] = [];
  const fetch: Fetch = async (url, { method, headers, body }) => {
    const request = { what: `${method} ${url}`, headers, body: body && JSON.parse(body) };
    asked.push(request);
    const scripted = answer(request);
    if (scripted === "lost") throw new Error("no connection");
    const { status, body: content, headers: said = {} } = scripted;
    return {
      status,
      headers: { get: (name) => said[name] ?? null },
      body: null,
      text: async () => (content === undefined ? "" : JSON.stringify(content)),
    };
  };
  return { fetch, asked };
}

/** A refusal as the API writes it. */
export const refusal = (
  status: number,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Scripted => ({ status, headers, body: { type: "about:blank", title: detail, status, detail } });

/** A timer whose time stands still. */
export const stillTimer: Timer = { now: () => 0, after: () => () => {} };

/** A storage in memory. */
export function memoryStorage(): KeyValueStorage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get: async (key) => kept.get(key),
    set: async (key, value) => void kept.set(key, value),
    delete: async (key) => void kept.delete(key),
    keys: async (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix)),
  };
}
