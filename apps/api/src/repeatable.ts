import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { Environment } from "./environment.ts";
import { Problem } from "./problem.ts";
import { bodyText } from "./read-body.ts";
import { requestHeader } from "./request-header.ts";
import { respond } from "./respond.ts";
import { hashOf } from "./secret.ts";
import type { Repeatable } from "./store/kept-answers.ts";
import type { KeptAnswer } from "./store/sealed-answer.ts";
import type { Writes } from "./store/store.ts";

/** The same request has been answered by another process meanwhile, so this one's work is taken back. */
class AnsweredMeanwhile extends Error {}

const underWay = new Map<string, Promise<void>>();

/**
 * Answers a request with the same Idempotency-Key as before with the same answer (T3); the key with another
 * request is refused (422). Answers of 5xx are not kept.
 */
export const repeatable = createMiddleware<Environment>(async (c, next) => {
  const key = requestHeader(c, "idempotency-key");
  if (key === undefined) return next();
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new Problem(422, "Idempotency-Key 应为 1 到 200 个英文字母、数字或符号。");
  }
  const scope = c.get("tokenHash");
  const lock = `${scope} ${key}`;
  while (underWay.has(lock)) await underWay.get(lock);
  let release = () => {};
  underWay.set(lock, new Promise((resolve) => (release = resolve)));
  try {
    const body = await bodyText(c);
    const bases = [requestHeader(c, "if-match"), requestHeader(c, "if-none-match")];
    const asked = { scope, key, request: hashOf(JSON.stringify([c.req.method, c.req.path, bases, body])) };
    const earlier = await earlierAnswer(c, asked);
    if (earlier) return responseOf(earlier);
    c.set("repeatable", asked);
    await next();
    if (c.get("repeatable") && c.res.status < 500) await keepRefusal(c, asked);
  } finally {
    underWay.delete(lock);
    release();
  }
});

/** Does a write and, for repeated requests, keeps its answer in the same transaction. */
export async function inTransaction(
  c: Context<Environment>,
  job: (writes: Writes) => Promise<KeptAnswer>,
): Promise<Response> {
  const { store } = c.get("services");
  const asked = c.get("repeatable");
  try {
    const answer = await store.write(async (writes) => {
      const answer = await job(writes);
      if (asked && !(await writes.answers.keep(asked, answer))) throw new AnsweredMeanwhile();
      return answer;
    });
    c.set("repeatable", undefined);
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
): KeptAnswer => ({
  status,
  headers: { "Content-Type": "application/json", ...headers },
  body: JSON.stringify(value),
});

/** A refusal wrote nothing, so it is kept by itself; an answer that another process kept first goes before it. */
async function keepRefusal(c: Context<Environment>, asked: Repeatable): Promise<void> {
  const { status, headers } = c.res;
  const kept = [...headers].filter(([name]) => /^(?:content-type|etag)$/i.test(name));
  const answer = { status, headers: Object.fromEntries(kept), body: await c.res.clone().text() };
  if (await c.get("services").store.write(({ answers }) => answers.keep(asked, answer))) return;
  const earlier = await earlierAnswer(c, asked);
  if (earlier) c.res = responseOf(earlier);
}

async function earlierAnswer(c: Context<Environment>, asked: Repeatable): Promise<KeptAnswer | undefined> {
  const kept = await c.get("services").store.reads.answers.find(asked);
  if (kept === "other request") {
    throw new Problem(422, "这个 Idempotency-Key 已用于另一个请求，请换一个新的。");
  }
  return kept;
}

const responseOf = ({ status, headers, body }: KeptAnswer): Response =>
  respond(status, body || null, headers);
