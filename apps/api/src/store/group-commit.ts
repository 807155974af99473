import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./tables.ts";

type Job<Result> = (transaction: Transaction<Tables>) => Promise<Result>;

interface Waiting {
  /** Does the work in the transaction; gives what to say once it is committed. */
  readonly work: Job<() => void>;
  readonly fail: (error: unknown) => void;
}

/**
 * Lets the writes that wait at the same moment share one transaction, hence one fsync, on a database with one
 * connection; none is answered before the commit (T4).
 *
 * A job that fails after it has written takes the transaction back; the others are then done one by one, so jobs
 * must be repeatable.
 */
export class GroupCommit {
  readonly #db: Kysely<Tables>;
  /** How many rows have been written on the connection, committed or not. */
  readonly #written: () => number;
  #waiting: Waiting[] = [];

  constructor(db: Kysely<Tables>, written: () => number) {
    this.#db = db;
    this.#written = written;
  }

  write<Result>(job: Job<Result>): Promise<Result> {
    return new Promise((resolve, fail) => {
      const work: Job<() => void> = async (transaction) => {
        const result = await job(transaction);
        return () => resolve(result);
      };
      this.#waiting.push({ work, fail });
      // After the requests that are readable now have been read.
      if (this.#waiting.length === 1) setImmediate(() => void this.#commitWaiting());
    });
  }

  async #commitWaiting(): Promise<void> {
    const group = this.#waiting;
    this.#waiting = [];
    if (await this.#commit(group)) return;
    for (const each of group) await this.#commit([each]);
  }

  /** Commits a group and tells it; false where one failed half done, whose group is to be done again singly. */
  async #commit(group: readonly Waiting[]): Promise<boolean> {
    const outcomes: (() => void)[] = [];
    try {
      await this.#db.transaction().execute(async (transaction) => {
        for (const { work, fail } of group) {
          const before = this.#written();
          try {
            outcomes.push(await work(transaction));
          } catch (error) {
            if (this.#written() !== before) throw error;
            outcomes.push(() => fail(error));
          }
        }
      });
    } catch (error) {
      if (group.length > 1) return false;
      for (const { fail } of group) fail(error);
      return true;
    }
    for (const tell of outcomes) tell();
    return true;
  }
}
