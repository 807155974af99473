import { StartError } from "../start-error.ts";
import type { Store } from "./store.ts";

/** What is up to this large is read or written in about a second, for which the writes of others wait. */
const MOST_STATES = 5_000;
const MOST_CHARACTERS = 8_000_000;

/** How much one transaction is to move. */
export interface TeamSize {
  readonly name: string;
  /** Templates and their revisions. */
  readonly states: number;
  /** Of all their rows. */
  readonly characters: number;
}

/**
 * Refuses with one Chinese sentence to move a team that is so large that nobody could save meanwhile, while the
 * store is open in another process.
 */
export async function refuseLargeWhileServed(
  store: Store,
  { name, states, characters }: TeamSize,
): Promise<void> {
  if (states <= MOST_STATES && characters <= MOST_CHARACTERS) return;
  if (!(await store.isOpenElsewhere())) return;
  throw new StartError(
    `“${name}”有 ${states} 个版本（${Math.ceil(characters / 1e6)} MB），搬动它的几秒里别人都不能保存；服务正在运行，请先停止服务，再执行这个命令。`,
  );
}
