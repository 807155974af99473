import { readFile } from "node:fs/promises";
import type { Domain } from "@sevenstar/core/functions/define-function";
import { domains } from "@sevenstar/core/functions/domains";
import { PAGE_HEADERS } from "../csp-headers.ts";
import { respond, respondJson } from "../respond.ts";
import { version } from "../version.ts";
import type { Api } from "./document.ts";

const MANUAL = new URL("../../../../packages/core/MANUAL.md", import.meta.url);
const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? "");

const DOMAIN_LINKS = Object.entries(domains)
  .map(([domain, { zh }]) => `<a href="/docs/${domain}">${zh}</a>`)
  .join(" ");
const page = (title: string, body: string) => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><link rel="stylesheet" href="/docs/style.css"></head>
<body><nav><a href="/">工作台</a> <a href="/docs">函数手册</a> ${DOMAIN_LINKS} <a href="/docs/symptoms">公式出错怎么办</a> <a href="/docs/api">接口</a></nav>
<main>${body}</main></body></html>`;

const STYLE = `:root{color-scheme:light dark;font-family:system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;line-height:1.6}
body{margin:0}nav{padding:.6rem 1rem;border-bottom:1px solid #8884}nav a{margin-right:1rem;white-space:nowrap;display:inline-block}
main{max-width:60rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}table{border-collapse:collapse;display:block;overflow-x:auto;overflow-wrap:break-word}
td,th{border:1px solid #8886;padding:.3rem .5rem;text-align:left;vertical-align:top;min-width:5rem}pre{overflow-x:auto;background:#8882;padding:.6rem}
code{background:#8882;padding:0 .2rem}a{color:#0b62c4}@media(prefers-color-scheme:dark){a{color:#7ab7ff}}h3{scroll-margin-top:1rem}`;

const SYMPTOMS = `# 公式出错怎么办

| 看到的 | 原因 | 怎么办 |
|---|---|---|
| \`#NAME?\` | 加载项没有加载，或公式前缀不对 | 打开“七星工具”窗格等它加载完；用的是带前缀的版本时写成 \`=S1688.SEVENSTAR(…)\`；再按 Ctrl+Alt+F9 重新计算 |
| \`#BUSY!\` | 加载项还在启动 | 等几秒；一直如此就关掉工作簿重新打开 |
| \`#SPILL!\` | 结果要占的格子里有内容 | 清空公式右边和下边的格子 |
| \`#VALUE!\` | 参数有误 | 把鼠标放在单元格旁的感叹号上，看中文说明：哪个参数、现在是什么、应该怎么写 |
| \`#N/A\` | 没有人公布过，例如费率未知 | 按说明在费率表里填写，把费率表作为参数传给公式 |
| \`#REF!\` | 与别的加载项重名 | 改用 manifest.s1688.xml，公式写成 \`=S1688.…\` |
| 数字像是 0，其实没填 | 旧版 Excel 把空单元格当作 0 | 更新 Excel，或删去那一格的引用 |`;

/** Turns Markdown into HTML; what does so is loaded when a page is first asked for. */
async function htmlOf(markdown: string): Promise<string> {
  const { Marked } = await import("marked");
  return new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        const id = /^[A-Z0-9]+$/.test(text) ? ` id="${text.toLowerCase()}"` : "";
        return `<h${depth}${id}>${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
    },
  }).parse(markdown);
}

/** The manual, the page of symptoms, the API's reference and its OpenAPI document. */
export function docsRoutes(api: Api): void {
  api.openAPIRegistry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });
  const openApi = () =>
    api.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "七星表格：模板同步", version } });
  const html = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache", ...PAGE_HEADERS };

  api.get("/openapi.json", () => respondJson(openApi()));
  api.get("/docs/style.css", () => respond(200, STYLE, { "Content-Type": "text/css; charset=utf-8" }));
  api.get("/docs", async () => {
    const manual = await readFile(MANUAL, "utf8");
    return respond(200, page("函数手册", await htmlOf(manual)), html);
  });
  api.get("/docs/symptoms", async () => respond(200, page("公式出错怎么办", await htmlOf(SYMPTOMS)), html));
  api.get("/docs/api", () => {
    const { paths = {} } = openApi();
    const rows = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods ?? {}).map(([method, operation]) => {
        const { summary = "", responses = {} } = operation as { summary?: string; responses?: object };
        const cells = [
          `<code>${method.toUpperCase()} ${escaped(path)}</code>`,
          escaped(summary),
          Object.keys(responses).join(" "),
        ];
        return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
      }),
    );
    const head = "<tr><th>地址</th><th>作用</th><th>状态</th></tr>";
    const body = `<h1>模板同步接口</h1><p>完整定义见 <a href="/openapi.json">openapi.json</a>。</p><table>${head}${rows.join("")}</table>`;
    return respond(200, page("接口", body), html);
  });
  // Not a parameter with a pattern: Hono's fast router does not know those, and would be put out for all routes.
  api.get("/docs/*", async (c, next) => {
    const [, id = ""] = /^\/docs\/([A-Za-z0-9]+)$/.exec(c.req.path) ?? [];
    const { describedCatalogue } = await import("@sevenstar/core/catalogue/catalogue");
    const { domainPage, functionPage } = await import("@sevenstar/core/catalogue/manual");
    if (Object.hasOwn(domains, id)) {
      const domain = id as Domain;
      return respond(
        200,
        page(domains[domain].zh, await htmlOf(domainPage(describedCatalogue, domain))),
        html,
      );
    }
    const definition = describedCatalogue.find((each) => each.id === id.toUpperCase());
    if (!definition) return next();
    if (id !== definition.id) return respond(302, null, { Location: `/docs/${definition.id}` });
    return respond(200, page(id, await htmlOf(functionPage(definition))), html);
  });
}
