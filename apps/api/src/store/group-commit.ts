import { setTimeout as sleep } from "node:timers/promises";
import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./tables.ts";

/** While another process writes, the lock is asked for so often. */
const ASK_EVERY = 10;

type Job<Result> = (transaction: Transaction<Tables>) => Promise<Result>;

interface Waiting {
  /** Does the work in the transaction; gives what to say once it is committed. */
  readonly work: Job<() => void>;
  readonly fail: (error: unknown) => void;
  /** Until when, by the monotonic clock, another process's write is waited for. */
  readonly until: number;
}

/** What of the database's one connection a group needs to know. */
interface Connection {
  /** How many rows have been written on it, committed or not. */
  written(): number;
  /** False once SQLite itself has taken a transaction back, as it does where the disk is full. */
  inTransaction(): boolean;
}

/**
 * Lets the writes that wait at the same moment share one transaction, hence one fsync, on a database with one
 * connection; none is answered before the commit (T4).
 *
 * A job that fails after it has written takes the transaction back; the others are then done one by one, so jobs
 * must be idempotent. Where another process is writing, the writes wait between turns of the event loop, each for a
 * bounded time.
 */
export class GroupCommit {
  readonly #db: Kysely<Tables>;
  readonly #connection: Connection;
  readonly #patience: number;
  #waiting: Waiting[] = [];
  #isCommitting = false;

  /** Other processes' writes are waited for so many milliseconds. */
  constructor(db: Kysely<Tables>, connection: Connection, patience: number) {
    this.#db = db;
    this.#connection = connection;
    this.#patience = patience;
  }

  write<Result>(job: Job<Result>): Promise<Result> {
    return new Promise((resolve, fail) => {
      const work: Job<() => void> = async (transaction) => {
        const result = await job(transaction);
        return () => resolve(result);
      };
      this.#waiting.push({ work, fail, until: performance.now() + this.#patience });
      if (this.#isCommitting) return;
      this.#isCommitting = true;
      // After the requests that are readable now have been read.
      setImmediate(() => void this.#commitWaiting());
    });
  }

  async #commitWaiting(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      if (await this.#commit(group)) continue;
      for (const each of group) await this.#commit([each]);
    }
    this.#isCommitting = false;
  }

  /** Commits a group and tells it; false where one failed half done, whose group is to be done again singly. */
  async #commit(group: readonly Waiting[]): Promise<boolean> {
    let left = group;
    while (left.length > 0) {
      const outcome = await this.#attempt(left);
      if (typeof outcome === "boolean") return outcome;
      const now = performance.now();
      for (const { fail, until } of left) if (until <= now) fail(outcome.locked);
      left = left.filter(({ until }) => until > now);
      if (left.length > 0) await sleep(ASK_EVERY);
    }
    return true;
  }

  async #attempt(group: readonly Waiting[]): Promise<boolean | { readonly locked: unknown }> {
    const outcomes: (() => void)[] = [];
    let hasBegun = false;
    try {
      await this.#db.transaction().execute(async (transaction) => {
        hasBegun = true;
        for (const { work, fail } of group) {
          const before = this.#connection.written();
          try {
            outcomes.push(await work(transaction));
          } catch (error) {
            if (this.#connection.written() !== before || !this.#connection.inTransaction()) throw error;
            outcomes.push(() => fail(error));
          }
        }
      });
    } catch (error) {
      if (!hasBegun && isBusy(error)) return { locked: error };
      if (group.length > 1) return false;
      for (const { fail } of group) fail(error);
      return true;
    }
    for (const tell of outcomes) tell();
    return true;
  }
}

const isBusy = (error: unknown) => String((error as { code?: unknown }).code).startsWith("SQLITE_BUSY");
