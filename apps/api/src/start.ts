import { mayShowSecrets } from "./may-show-secrets.ts";
import { outliveOutput } from "./outlive-output.ts";
import { serveApi } from "./serve-api.ts";
import { openServices } from "./services.ts";
import { readSettings, type Settings } from "./settings.ts";
import { LINK_MINUTES, signInLink, workbenchAddress } from "./sign-in-link.ts";
import { StartError } from "./start-error.ts";
import { sweepStore } from "./store/store.ts";

/** Other users of this machine read nothing that the API writes. */
const OWNER_ONLY = 0o077;

/** Says why the start failed and ends. */
function refuse(sentences: readonly string[]): never {
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
}

/** Starts the API by the environment's settings, prints where it listens, and ends in order when it is told to. */
export async function start(): Promise<void> {
  outliveOutput();
  const settings = readSettings(process.env);
  if (Array.isArray(settings)) refuse(settings);
  process.umask(OWNER_ONLY);
  try {
    const services = await openServices(settings);
    for (const notice of services.store.notices) console.error(notice);
    const { port, stop } = await serveApi(services);
    const shutDown = async () => {
      const failure: unknown = await stop().then(
        () => undefined,
        (error: unknown) => error ?? new Error(),
      );
      if (failure !== undefined) console.error(failure);
      process.exit(failure === undefined ? 0 : 1);
    };
    process.once("SIGTERM", shutDown);
    process.once("SIGINT", shutDown);
    const { store } = services;
    await sweepStore(store.write);
    const local = await store.write(({ teams }) => teams.localTeam());
    const address = workbenchAddress(settings, port);
    console.log(
      mayShowSecrets(settings.HOST, process.stdout.isTTY === true, process.env)
        ? `七星表格已启动，请在 ${LINK_MINUTES} 分钟内打开 ${await signInLink(store, local, address)}`
        : `七星表格已启动：${address} 。登录链接不写进服务日志；要登录，请在这台机器上用同样的设定执行 pnpm --filter @sevenstar/api sign-in-link`,
    );
  } catch (error) {
    refuse(whyNot(error, settings));
  }
}

/** What to tell the person who started the API in vain; a fault of ours is thrown on. */
function whyNot(error: unknown, { HOST, PORT }: Settings): string[] {
  if (error instanceof StartError) return [error.message];
  const { code } = error as { code?: string };
  if (code === "EADDRINUSE") {
    return [`端口 ${PORT} 已被占用：七星表格可能已经在运行，请先关掉它，或换一个端口，如 PORT=${PORT + 1}。`];
  }
  if (code === "EACCES") return [`没有权限使用端口 ${PORT}，请换一个大于 1023 的端口，如 PORT=5188。`];
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return [`这台机器没有地址 ${HOST}，请把 HOST 改成 127.0.0.1 或本机的地址。`];
  }
  throw error;
}
