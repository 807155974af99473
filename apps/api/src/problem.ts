import type { ContentfulStatusCode } from "hono/utils/http-status";
import { respond } from "./respond.ts";

const TITLES: Readonly<Record<number, string>> = {
  400: "请求有误",
  401: "需要登录",
  403: "没有权限",
  404: "找不到",
  405: "方法不对",
  408: "请求没有发完",
  409: "有冲突",
  410: "已失效",
  412: "内容已更新",
  413: "内容太大",
  415: "格式不支持",
  417: "要求不支持",
  421: "主机名不对",
  422: "内容有误",
  426: "协议版本不符",
  428: "缺少版本",
  429: "请求太多",
  431: "请求头太大",
  500: "服务出错",
  503: "暂不可用",
};

/** More mistakes than these are counted, not listed: a small request must not make a huge answer. */
const MOST_LISTED = 1000;

/** What is wrong with a body, as far as a problem lists it (T9). */
export const listed = <Mistake>(errors: readonly Mistake[]) => ({ errors: errors.slice(0, MOST_LISTED) });

/** A refusal on its way to the client; `detail` is one Chinese sentence, `more` are members of its own (RFC 9457). */
export class Problem extends Error {
  readonly status: ContentfulStatusCode;
  readonly more: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: ContentfulStatusCode,
    detail: string,
    more: Readonly<Record<string, unknown>> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
    this.status = status;
    this.more = more;
    this.headers = headers;
  }
}

/** The media type of a problem document. */
export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/** The text of a problem document (T16). */
export const problemText = ({ status, message: detail, more }: Problem): string =>
  JSON.stringify({ type: "about:blank", title: TITLES[status] ?? "出错", status, detail, ...more });

/** An answer with a problem document (T16). */
export const problemResponse = (problem: Problem): Response =>
  respond(problem.status, problemText(problem), { "Content-Type": PROBLEM_TYPE, ...problem.headers });
