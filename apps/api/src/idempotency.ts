import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { Environment } from "./environment.ts";
import { Problem } from "./problem.ts";
import { bodyText } from "./read-body.ts";
import { requestHeader } from "./request-header.ts";
import { respond } from "./respond.ts";
import { hashOf } from "./secret.ts";
import type { IdempotentRequest } from "./store/idempotency-store.ts";
import type { StoredAnswer } from "./store/sealed-answer.ts";
import type { Writes } from "./store/store.ts";

/** The same request has been answered by another process meanwhile, so this one's work is taken back. */
class AnsweredMeanwhile extends Error {}

/** Longer refusals are worked out anew when they are asked for again: they wrote nothing. */
const LONGEST_KEPT_REFUSAL = 4_096;
/** A key that stands alone between strangers and a new team's token must be as hard to guess as a random UUID. */
const SHORTEST_LONE_KEY = 20;

const underWay = new Map<string, Promise<void>>();

/** What a request asks, whole. */
interface Asked {
  readonly key: string;
  readonly request: string;
}

/**
 * Answers a request with the same Idempotency-Key as before with the same answer (T3), to those whose `whose` says
 * it is. Answers of 5xx are not kept, nor refusals of strangers, of which there is no end.
 */
const repeating = (whose: (c: Context<Environment>, asked: Asked) => IdempotentRequest) =>
  createMiddleware<Environment>(async (c, next) => {
    const key = requestHeader(c, "idempotency-key");
    if (key === undefined) return next();
    if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
      throw new Problem(422, "Idempotency-Key 应为 1 到 200 个英文字母、数字或符号。");
    }
    // Before the key is taken: a body that never comes to its end would hold it against its own repetition.
    const body = await bodyText(c);
    const bases = [requestHeader(c, "if-match"), requestHeader(c, "if-none-match")];
    const asked = whose(c, { key, request: JSON.stringify([c.req.method, c.req.path, bases, body]) });
    const lock = hashOf(`${asked.scope} ${asked.key}`);
    while (underWay.has(lock)) await underWay.get(lock);
    let release = () => {};
    underWay.set(lock, new Promise((resolve) => (release = resolve)));
    try {
      const earlier = await earlierAnswer(c, asked);
      if (earlier) return responseOf(earlier);
      c.set("idempotent", asked);
      await next();
      if (c.get("idempotent") && c.get("identity") && c.res.status < 500) await keepRefusal(c, asked);
    } finally {
      underWay.delete(lock);
      release();
    }
  });

/** Repeats answers to the bearer of the same token; the key with another request is refused (422). */
export const idempotent = repeating((c, { key, request }) => ({
  scope: c.get("tokenHash"),
  key,
  request: hashOf(request),
}));

/**
 * Repeats answers to a caller without a token, whose body holds a one-time code: the whole request belongs to the
 * key, so only a bearer of the code gets the answer.
 */
export const idempotentByCode = repeating((_, { key, request }) => ({
  scope: "",
  key: `${key} ${request}`,
  request: hashOf(request),
}));

/** Repeats answers to a caller who has neither token nor code: to the same address, for a key nobody can guess. */
export const idempotentByAddress = repeating((c, { key, request }) => {
  if (key.length < SHORTEST_LONE_KEY) {
    throw new Problem(
      422,
      `没有登录时 Idempotency-Key 应为别人猜不到的随机值，至少 ${SHORTEST_LONE_KEY} 个字符，如一个 UUID。`,
    );
  }
  const whole = JSON.stringify([c.get("address")(), request]);
  return { scope: "", key: `${key} ${whole}`, request: hashOf(whole) };
});

/** Does a write and, for repeated requests, keeps its answer in the same transaction. */
export async function inTransaction(
  c: Context<Environment>,
  job: (writes: Writes) => Promise<StoredAnswer>,
): Promise<Response> {
  const { store } = c.get("services");
  const asked = c.get("idempotent");
  try {
    const answer = await store.write(async (writes) => {
      const answer = await job(writes);
      if (asked && !(await writes.answers.keep(asked, answer))) throw new AnsweredMeanwhile();
      return answer;
    });
    c.set("idempotent", undefined);
    return responseOf(answer);
  } catch (error) {
    const earlier = asked && error instanceof AnsweredMeanwhile && (await earlierAnswer(c, asked));
    if (!earlier) throw error;
    return responseOf(earlier);
  }
}

/** An answer in JSON. */
export const jsonAnswer = (
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): StoredAnswer => ({
  status,
  headers: { "Content-Type": "application/json", ...headers },
  body: JSON.stringify(value),
});

/** A refusal wrote nothing, so it is kept by itself; an answer that another process kept first goes before it. */
async function keepRefusal(c: Context<Environment>, asked: IdempotentRequest): Promise<void> {
  const { status, headers } = c.res;
  const body = await c.res.clone().text();
  if (body.length > LONGEST_KEPT_REFUSAL) return;
  const kept = [...headers].filter(([name]) => /^(?:content-type|etag)$/i.test(name));
  const answer = { status, headers: Object.fromEntries(kept), body };
  if (await c.get("services").store.write(({ answers }) => answers.keep(asked, answer))) return;
  const earlier = await earlierAnswer(c, asked);
  if (earlier) c.res = responseOf(earlier);
}

async function earlierAnswer(
  c: Context<Environment>,
  asked: IdempotentRequest,
): Promise<StoredAnswer | undefined> {
  const kept = await c.get("services").store.reads.answers.find(asked);
  if (kept === "other request") {
    throw new Problem(422, "这个 Idempotency-Key 已用于另一个请求，请换一个新的。");
  }
  return kept;
}

const responseOf = ({ status, headers, body }: StoredAnswer): Response =>
  respond(status, body || null, headers);
