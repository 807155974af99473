import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { serveStatic } from "@hono/node-server/serve-static";
import { ADDIN_HEADERS, PAGE_HEADERS } from "../csp-headers.ts";
import { EVERY_ANSWER, respond } from "../respond.ts";
import type { Api } from "./document.ts";

const folder = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const WORKBENCH = folder("apps/workbench/dist");
const ADDIN = folder("apps/addin/dist");

const NOT_BUILT = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>还没有构建</title>
<p>页面还没有构建，请在项目文件夹里执行 <code>pnpm build</code>，再刷新这一页。</p></html>`;

const YEAR = "public, max-age=31536000, immutable";

/** The built workbench at `/` and the built add-in at `/addin/`. */
export function staticRoutes(api: Api): void {
  api.get("/addin", () => respond(302, null, { Location: "/addin/taskpane.html" }));
  const served = [
    { path: "/addin/*", root: ADDIN, security: ADDIN_HEADERS, strip: "/addin" },
    { path: "/*", root: WORKBENCH, security: PAGE_HEADERS, strip: "" },
  ];
  for (const { path, root, security, strip } of served) {
    api.get(path, async (c, next) => {
      if (c.req.path.startsWith("/v1/")) return next();
      if (!existsSync(root)) return respond(503, NOT_BUILT, { "Content-Type": "text/html; charset=utf-8" });
      const answer = await serveStatic({
        root,
        rewriteRequestPath: (requested) => requested.slice(strip.length) || "/",
      })(c, next);
      if (answer instanceof Response && answer.ok) {
        const isVersioned = c.req.path.includes("/assets/") || c.req.query("v") !== undefined;
        answer.headers.set("Cache-Control", isVersioned ? YEAR : "no-cache");
        for (const [name, value] of Object.entries({ ...EVERY_ANSWER, ...security }))
          answer.headers.set(name, value);
      }
      return answer;
    });
  }
}
