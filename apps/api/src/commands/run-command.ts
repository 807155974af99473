import { isAbsolute, resolve } from "node:path";
import { ChangeBus } from "../change-bus.ts";
import { outliveOutput } from "../outlive-output.ts";
import { readSettings, type Settings } from "../settings.ts";
import { StartError } from "../start-error.ts";
import { openStore, type Store } from "../store/store.ts";

/** What a command works with. */
interface Command {
  readonly settings: Settings;
  /** What was written after the command's name. */
  readonly words: readonly string[];
}

/** Other users of this machine read nothing that a command writes. */
const OWNER_ONLY = 0o077;

/** A path as it was meant where the command was typed, which pnpm leaves for the package's folder. */
export const typedPath = (path: string): string =>
  isAbsolute(path) ? path : resolve(process.env["INIT_CWD"] ?? process.cwd(), path);

/** Runs a command of the command line; prints what it gives, or one Chinese sentence of what is wrong. */
export async function runCommand(command: (given: Command) => Promise<string>): Promise<void> {
  outliveOutput();
  const settings = readSettings(process.env);
  try {
    process.umask(OWNER_ONLY);
    if (Array.isArray(settings)) throw new StartError(settings.join("\n"));
    const words = process.argv.slice(2).filter((word) => word !== "--");
    console.log(await command({ settings, words }));
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** Opens the settings' store for the time of a job; the server may be running. */
export async function withStore<Result>(
  settings: Settings,
  job: (store: Store) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(settings, new ChangeBus(), "job");
  for (const notice of store.notices) console.error(notice);
  try {
    return await job(store);
  } finally {
    await store.close();
  }
}
