import { type Server, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { PROBLEM_TYPE, Problem, problemText } from "./problem.ts";
import { EVERY_ANSWER } from "./respond.ts";

const PROBLEMS: Readonly<Record<string, Problem>> = {
  HPE_HEADER_OVERFLOW: new Problem(431, "请求头超过 16 KiB，请清除本站的 Cookie，或缩短网址。"),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: new Problem(413, "请求的分块说明太长，请改用 Content-Length 发送。"),
  ERR_HTTP_REQUEST_TIMEOUT: new Problem(408, "请求很久没有发完，请检查网络后再试。"),
};
const UNREADABLE = new Problem(400, "请求不符合 HTTP 的格式，请检查网址（中文要编码）和请求头。");

/**
 * Answers what Node's HTTP parser refuses, before there is a request, with a problem document too (T16), and closes
 * the connection. Where an answer is already under way, nothing is put into it.
 */
export function answerClientErrors(server: Server): void {
  const underWay = new WeakMap<Socket, { readonly headersSent: boolean; readonly writableEnded: boolean }>();
  server.on("request", ({ socket }, response) => underWay.set(socket, response));
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    const response = underWay.get(socket);
    const isAnswering = response?.headersSent && !response.writableEnded;
    if (error.code === "ECONNRESET" || !socket.writable || isAnswering) {
      socket.destroy();
      return;
    }
    const problem = PROBLEMS[error.code ?? ""] ?? UNREADABLE;
    socket.end(
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${headLines(problem)}\r\n\r\n${problemText(problem)}`,
    );
  });
  server.on("checkExpectation", (_, response) => {
    const problem = new Problem(417, "这台服务只支持 Expect: 100-continue，请去掉 Expect。");
    response.writeHead(problem.status, headersOf(problem)).end(problemText(problem));
  });
}

const headersOf = (problem: Problem) => ({
  ...EVERY_ANSWER,
  "Content-Type": PROBLEM_TYPE,
  "Content-Length": String(Buffer.byteLength(problemText(problem))),
  Connection: "close",
});

const headLines = (problem: Problem) =>
  Object.entries(headersOf(problem))
    .map(([name, value]) => `${name}: ${value}`)
    .join("\r\n");
