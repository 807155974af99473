import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { PROTOCOL_HEADER, problemSchema, servedProtocols } from "@sevenstar/core/template/wire/template";
import type { Environment } from "../environment.ts";

/** The OpenAPI document's registry and the app that serves it. */
export type Api = OpenAPIHono<Environment>;

/** What the OpenAPI document says of a route, besides what all routes share. */
export interface Description {
  readonly method: "get" | "put" | "post" | "delete";
  readonly path: string;
  readonly summary: string;
  /** Whether a bearer token is needed. */
  readonly open?: boolean;
  readonly body?: z.ZodType;
  readonly query?: z.ZodObject;
  readonly headers?: readonly string[];
  readonly answers: Readonly<Record<number, { readonly words: string; readonly schema?: z.ZodType }>>;
  readonly refusals?: readonly number[];
}

const REFUSALS: Readonly<Record<number, string>> = {
  400: "请求读不懂",
  401: "没有登录或登录失效",
  403: "权限不够",
  404: "找不到",
  408: "请求没有发完",
  409: "有冲突",
  410: "已用过或过期",
  412: "内容已更新，附当前内容",
  413: "内容太大",
  415: "不是 JSON",
  421: "不认识的主机名",
  422: "内容有误，逐项列出",
  426: "协议版本不符",
  428: "没有说明以哪一版为基础",
  429: "请求太多",
};

const json = (schema: z.ZodType) => ({ content: { "application/json": { schema } } });

/** Writes a route into the OpenAPI document. */
export function document(api: Api, description: Description): void {
  const { method, path, summary, body, query, headers = [], answers, refusals = [] } = description;
  const shared = [
    ...[421, 426, 429],
    ...(description.open ? [] : [401]),
    ...(method === "get" ? [] : [400, 408, 413, 422]),
    ...(body ? [415] : []),
  ];
  const parameters = [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
  const text = (names: readonly string[]) =>
    z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
  const asHeaders = [PROTOCOL_HEADER, ...(method === "get" ? [] : ["Idempotency-Key"]), ...headers];
  api.openAPIRegistry.registerPath({
    method,
    path: path.replace(/:(\w+)/g, "{$1}"),
    summary,
    ...(description.open ? {} : { security: [{ token: [] }] }),
    request: {
      ...(parameters.length > 0 ? { params: text(parameters) } : {}),
      ...(query ? { query } : {}),
      headers: z.object(
        Object.fromEntries(
          asHeaders.map((name) => [
            name,
            name === PROTOCOL_HEADER ? z.enum(servedProtocols).optional() : z.string().optional(),
          ]),
        ),
      ),
      ...(body ? { body: { ...json(body), required: true } } : {}),
    },
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, { words, schema }]) => [
          status,
          { description: words, ...(schema ? json(schema) : {}) },
        ]),
      ),
      ...Object.fromEntries(
        [...new Set([...refusals, ...shared])].sort().map((status) => [
          status,
          {
            description: REFUSALS[status] ?? "",
            content: { "application/problem+json": { schema: problemSchema } },
          },
        ]),
      ),
    },
  });
}
