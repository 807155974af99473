import { createReadStream, statSync } from "node:fs";
import type { RequestListener } from "node:http";
import { extname } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".xml": "text/xml; charset=utf-8",
};

/**
 * Serves a built add-in under /addin/, uncached, for development and tests.
 *
 * @param dist the folder of the build, with a slash at its end
 * @param headers sent with each file
 */
export function serveAddin(dist: URL, headers: Readonly<Record<string, string>> = {}): RequestListener {
  return (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "https://localhost");
    const file = new URL(pathname.replace(/^\/addin\//, "./"), dist);
    const isBuilt = pathname.startsWith("/addin/") && file.href.startsWith(dist.href);
    if (!isBuilt || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
      response.end("这里只提供 Excel 加载项的文件；手册和工作台请运行 pnpm start 后打开。");
      return;
    }
    response.writeHead(200, {
      ...headers,
      "cache-control": "no-store",
      "content-type": TYPES[extname(file.pathname)] ?? "application/octet-stream",
    });
    createReadStream(file).pipe(response);
  };
}
