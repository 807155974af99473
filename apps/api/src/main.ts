import { serveApi } from "./serve-api.ts";
import { openServices } from "./services.ts";
import { readSettings } from "./settings.ts";
import { StartError } from "./start-error.ts";

/** Says why the start failed and ends. */
function refuse(sentences: readonly string[]): never {
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
}

const settings = readSettings(process.env);
if (Array.isArray(settings)) refuse(settings);

try {
  const services = await openServices(settings);
  const { port, stop } = await serveApi(services);
  const code = await services.store.write(async ({ teams }) => {
    const { team, owner } = await teams.localTeam();
    return teams.signInCode(team.id, owner);
  });
  console.log(`七星表格已启动，请打开 http://${settings.HOST}:${port}/#signin=${code}`);
  const shutDown = async () => {
    await stop();
    process.exit(0);
  };
  process.once("SIGTERM", shutDown);
  process.once("SIGINT", shutDown);
} catch (error) {
  if (error instanceof StartError) refuse([error.message]);
  const { code } = error as { code?: string };
  if (code === "EADDRINUSE") {
    refuse([
      `端口 ${settings.PORT} 已被占用：七星表格可能已经在运行，请先关掉它，或换一个端口，如 PORT=${settings.PORT + 1}。`,
    ]);
  }
  if (code === "EACCES")
    refuse([`没有权限使用端口 ${settings.PORT}，请换一个大于 1023 的端口，如 PORT=5188。`]);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    refuse([`这台机器没有地址 ${settings.HOST}，请把 HOST 改成 127.0.0.1 或本机的地址。`]);
  }
  throw error;
}
