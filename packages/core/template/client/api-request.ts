import type { z } from "zod";
import {
  HISTORY_HEADER,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
  type Problem,
  type ProtocolVersion,
  problemSchema,
} from "../wire/template.ts";
import { parsedJson } from "./parsed-json.ts";
import type { Fetch, FetchAnswer, Signal, SyncPorts, Timer } from "./sync-ports.ts";

/** A global of browsers, panes and Node, which core's types do not know. */
declare const AbortController: new () => { readonly signal: Signal; abort(): void };

const LONGEST_WAIT = 30_000;

export interface ApiRequest {
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  readonly path: string;
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What the headers of an answer say of the server. */
export interface ServerSigns {
  /** The newest protocol that it speaks. */
  readonly protocol?: string | undefined;
  /** The id of its history (T18). */
  readonly history?: string | undefined;
}

/** What came of a request. */
export type Reply<Value> = ServerSigns & Outcome<Value>;

type Outcome<Value> =
  | { readonly type: "answer"; readonly value: Value }
  /** The server refuses it for good. */
  | { readonly type: "refusal"; readonly problem: Problem }
  /** No answer, or one that says to try again; nobody knows whether it was done. */
  | { readonly type: "lost"; readonly sentence: string; readonly waitMilliseconds: number };

const NOT_OURS = "收到的答复不是模板服务的，请检查网址，或者是否要先登录网络。";
const TOO_LARGE = {
  type: "about:blank",
  title: "内容太大",
  status: 413,
  detail: "内容太大，服务没有收下，请减少行数或分成几个模板。",
};

const lost = (sentence: string, waitMilliseconds = 0): Outcome<never> => ({
  type: "lost",
  sentence,
  waitMilliseconds,
});

/** A fetch that is given up after a while, or by `cancel`. */
export function cancellableFetch(
  fetch: Fetch,
  origin: string,
  asked: ApiRequest,
  protocol: ProtocolVersion = PROTOCOL_VERSION,
) {
  const { method, path, token, headers, body } = asked;
  const controller = new AbortController();
  const answer = fetch(origin + path, {
    method,
    headers: {
      [PROTOCOL_HEADER]: protocol,
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: controller.signal,
  });
  return { answer, cancel: () => controller.abort() };
}

/** Settles like the promise, or with undefined after that time. */
async function within<Value>(
  timer: Timer,
  milliseconds: number,
  promise: Promise<Value>,
): Promise<Value | undefined> {
  let stop = () => {};
  const late = new Promise<undefined>((resolve) => {
    stop = timer.after(milliseconds, () => resolve(undefined));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    stop();
  }
}

/**
 * Sends a request of the sync API and reads its answer by a schema.
 *
 * An answer that is not as the schema says, and a refusal that is no problem document, come from something in
 * between, so they count as lost.
 */
export async function askApi<Schema extends z.ZodType>(
  ports: Pick<SyncPorts, "fetch" | "timer">,
  origin: string,
  schema: Schema,
  asked: ApiRequest,
  protocol: ProtocolVersion = PROTOCOL_VERSION,
): Promise<Reply<z.infer<Schema>>> {
  const { answer, cancel } = cancellableFetch(ports.fetch, origin, asked, protocol);
  const reading = answer.then(async (response) => ({ response, text: await response.text() }));
  reading.catch(() => {});
  let read: Awaited<typeof reading> | undefined;
  try {
    read = await within(ports.timer, LONGEST_WAIT, reading);
  } catch {
    return lost("没有连上服务，请检查网络。");
  }
  if (!read) {
    cancel();
    return lost("服务很久没有答复，请检查网络。");
  }
  const { headers } = read.response;
  const signs = {
    protocol: headers.get(PROTOCOL_HEADER) ?? undefined,
    history: headers.get(HISTORY_HEADER)?.slice(0, 100) ?? undefined,
  };
  return { ...signs, ...outcome(schema, read.response, read.text) };
}

function outcome<Schema extends z.ZodType>(
  schema: Schema,
  { status, headers }: FetchAnswer,
  text: string,
): Outcome<z.infer<Schema>> {
  const body = parsedJson(text);
  if (status >= 200 && status < 300) {
    const value = schema.safeParse(body);
    return value.success ? { type: "answer", value: value.data } : lost(NOT_OURS);
  }
  const problem = problemSchema.safeParse(body).data;
  if (status === 429 || status >= 500) {
    const seconds = Number(headers.get("Retry-After") ?? 0) || 0;
    return lost(problem?.detail ?? `服务暂时不能用（${status}）。`, seconds * 1000);
  }
  if (problem?.status === status) return { type: "refusal", problem };
  if (status === 413) return { type: "refusal", problem: TOO_LARGE };
  return lost(NOT_OURS);
}
