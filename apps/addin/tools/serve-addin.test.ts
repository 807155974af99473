import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, get } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generateCertificates } from "office-addin-dev-certs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { serveAddin } from "./serve-addin.ts";

const folder = mkdtempSync(join(tmpdir(), "serve-addin-"));
const file = (name: string) => join(folder, name);
const server = createServer();
let ca: Buffer;

beforeAll(async () => {
  await generateCertificates(file("ca.crt"), file("localhost.crt"), file("localhost.key"), 1);
  ca = readFileSync(file("ca.crt"));
  server.setSecureContext({
    cert: readFileSync(file("localhost.crt")),
    key: readFileSync(file("localhost.key")),
  });
  const dist = mkdtempSync(join(folder, "dist-"));
  writeFileSync(join(dist, "functions.js"), "(function(){})();");
  server.on("request", serveAddin(pathToFileURL(`${dist}/`)));
  server.listen(0, "localhost");
  await once(server, "listening");
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** What the server answers to one who trusts the development certificate, as `pnpm excel` makes Excel do. */
async function answer(path: string): Promise<{ status?: number; type?: string; text: string }> {
  const { port } = server.address() as AddressInfo;
  const [response] = await once(get({ host: "localhost", port, path, ca, agent: false }), "response");
  const text = Buffer.concat(await response.toArray()).toString("utf8");
  return { status: response.statusCode, type: response.headers["content-type"], text };
}

it("serves the build under /addin/ with Microsoft's development certificate", async () => {
  expect(await answer("/addin/functions.js?v=1")).toEqual({
    status: 200,
    type: "text/javascript; charset=utf-8",
    text: "(function(){})();",
  });
});

it.each([
  "/functions.js",
  "/addin/",
  "/addin/none.js",
  "/addin/../localhost.key",
  "/addin/%2e%2e/localhost.key",
])("serves nothing else: %s", async (path) => {
  expect(await answer(path)).toMatchObject({ status: 404, text: expect.stringContaining("pnpm start") });
});
