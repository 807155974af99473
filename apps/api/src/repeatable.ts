import { createMiddleware } from "hono/factory";
import type { Environment } from "./environment.ts";
import { bearerToken } from "./member.ts";
import { Problem } from "./problem.ts";
import { bodyText } from "./read-body.ts";
import { hashOf } from "./secret.ts";

const underWay = new Map<string, Promise<void>>();

/**
 * Answers a request with the same Idempotency-Key as before with the same answer (T3); the key with another
 * request is refused (422). Answers of 5xx are not kept.
 */
export const repeatable = createMiddleware<Environment>(async (c, next) => {
  const key = c.req.header("Idempotency-Key");
  if (key === undefined) return next();
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new Problem(422, "Idempotency-Key 应为 1 到 200 个英文字母、数字或符号。");
  }
  const scope = hashOf(bearerToken(c.req.header("Authorization")) ?? "");
  const lock = `${scope} ${key}`;
  while (underWay.has(lock)) await underWay.get(lock);
  let release = () => {};
  underWay.set(lock, new Promise((resolve) => (release = resolve)));
  try {
    const body = await bodyText(c);
    const bases = [c.req.header("If-Match"), c.req.header("If-None-Match")];
    const request = hashOf(JSON.stringify([c.req.method, c.req.path, bases, body]));
    const kept = await c.var.services.answers.find(scope, key, request);
    if (kept === "other request") {
      throw new Problem(422, "这个 Idempotency-Key 已用于另一个请求，请换一个新的。");
    }
    if (kept) return new Response(kept.body || null, { status: kept.status, headers: kept.headers });
    await next();
    if (c.res.status >= 500) return;
    const headers = Object.fromEntries(
      [...c.res.headers].filter(([name]) => /^(?:content-type|etag)$/i.test(name)),
    );
    const answer = { status: c.res.status, headers, body: await c.res.clone().text() };
    await c.var.services.answers.keep(scope, key, request, answer);
  } finally {
    underWay.delete(lock);
    release();
  }
});
