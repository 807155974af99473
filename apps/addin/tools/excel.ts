import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:https";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { logErrorMessage, parseNumber } from "office-addin-cli";
import { getHttpsServerOptions } from "office-addin-dev-certs";
import { OfficeAddinManifest } from "office-addin-manifest";
import { serveAddin } from "./serve-addin.ts";

/** Fails to install on Linux (native keytar), so it is called here and never a dependency. */
const DEBUGGING = "office-addin-debugging@7.0.0";

/** Serves the built add-in over https and side-loads it into desktop Excel until Ctrl+C. */
async function excel(): Promise<void> {
  const { values } = parseArgs({ options: { s1688: { type: "boolean", default: false } } });
  if (process.platform !== "win32" && process.platform !== "darwin") {
    throw new Error(
      "pnpm excel 需要 Windows 或 macOS 上的桌面版 Excel；在这台机器上请用 pnpm start 打开工作台，或把 apps/addin/dist/manifest.xml 上传到 Excel 网页版。",
    );
  }
  const dist = new URL("../dist/", import.meta.url);
  const manifest = new URL(values.s1688 ? "manifest.s1688.xml" : "manifest.xml", dist);
  if (!existsSync(manifest)) throw new Error("加载项还没有构建，请先执行 pnpm build。");
  const path = fileURLToPath(manifest);
  const { defaultSettings, displayName } = await OfficeAddinManifest.readManifestFile(path);
  const page = new URL(defaultSettings?.sourceLocation ?? "");
  if (page.hostname !== "localhost") {
    throw new Error(
      `这份构建的地址是 ${page.origin}，不在本机；请去掉 SEVENSTAR_BASE_URL 后重新执行 pnpm excel。`,
    );
  }
  const port = parseNumber(page.port || "443");
  const server = createServer(await getHttpsServerOptions(), serveAddin(dist));
  server.listen(port, "localhost");
  try {
    await once(server, "listening");
  } catch {
    throw new Error(`端口 ${port} 已被占用，请关掉占用它的程序后再试。`);
  }
  console.log(`${displayName}：${page.href} 已就绪，正在打开 Excel…（按 Ctrl+C 结束并卸下加载项）`);
  debugging("start", path, "desktop", "--app", "excel", "--no-debug");
  await once(process, "SIGINT");
  debugging("stop", path);
  server.close();
  server.closeAllConnections();
}

function debugging(...commandLine: readonly string[]): void {
  const quoted = commandLine.map((each) => (process.platform === "win32" ? `"${each}"` : each));
  const { status } = spawnSync("npx", ["-y", DEBUGGING, ...quoted], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error(
      "Excel 没有自动加载，请在 Excel 里手动上传 apps/addin/dist/manifest.xml；文件仍在提供，按 Ctrl+C 结束。",
    );
  }
}

// A reader of the output that goes away, or its full disk, must not end the serving.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
try {
  await excel();
} catch (error) {
  logErrorMessage(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
