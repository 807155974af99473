import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedApi, serveApi } from "./serve-api.ts";
import { openServices } from "./services.ts";
import { TestApi } from "./test-api.fixture.ts";

let api: TestApi;
let served: ServedApi;
beforeAll(async () => {
  api = await TestApi.open();
  served = await serveApi(await openServices({ ...api.services.settings, PORT: 0 }));
});
afterAll(async () => {
  await served.stop();
  await api.close();
});

/** Sends bytes as they are; gives the answer once the server has closed the connection. */
async function send(text: string): Promise<{ status: number; head: string; body: string }> {
  const socket = connect(served.port, "127.0.0.1");
  let answer = "";
  socket.setEncoding("utf8").on("data", (chunk) => (answer += chunk));
  socket.on("error", () => {});
  socket.write(text);
  await once(socket, "close");
  const [head = "", body = ""] = answer.split("\r\n\r\n");
  return { status: Number(head.split(" ")[1]), head, body };
}

const host = "Host: 127.0.0.1\r\nConnection: close\r\n";

describe("[A6][T16] what the HTTP server itself refuses", () => {
  it.each([
    ["a path that is not ASCII", `GET /模板 HTTP/1.1\r\n${host}\r\n`, 400],
    ["no HTTP at all", "hello\r\n\r\n", 400],
    ["two Hosts", `GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n${host}\r\n`, 400],
    ["no Host", "GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
    ["a Host that is none", "GET /healthz HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n", 400],
    ["a header of 20 KiB", `GET /healthz HTTP/1.1\r\nX-Long: ${"x".repeat(20_480)}\r\n${host}\r\n`, 431],
    [
      "chunks with 20 KiB of extensions",
      `POST /v1/signin HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n1;${"x".repeat(20_480)}\r\n`,
      413,
    ],
    ["two lengths", `POST /v1/signin HTTP/1.1\r\n${host}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`, 400],
    ["an expectation nobody knows", `GET /healthz HTTP/1.1\r\n${host}Expect: 999-x\r\n\r\n`, 417],
  ])("%s is a problem document in Chinese", async (_, text, status) => {
    const answer = await send(text);
    expect(answer.status).toBe(status);
    expect(answer.head).toMatch(/^content-type: application\/problem\+json/im);
    expect(answer.head).toMatch(/^seven-star-protocol: /im);
    expect(JSON.parse(answer.body)).toEqual({
      type: "about:blank",
      title: expect.stringMatching(/\p{Script=Han}/u),
      status,
      detail: expect.stringMatching(/\p{Script=Han}.*。$/u),
    });
  });

  it("does not put a refusal into an answer that is under way", async () => {
    const token = await api.team();
    const socket = connect(served.port, "127.0.0.1");
    let answer = "";
    socket.setEncoding("utf8").on("data", (chunk) => (answer += chunk));
    socket.on("error", () => {});
    socket.write(`GET /v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\n\r\n`);
    while (!answer.includes("已连接")) await once(socket, "data");
    socket.write("nonsense\r\n\r\n");
    await once(socket, "close");
    expect(answer).not.toContain("HTTP/1.1 400");
  });
});
