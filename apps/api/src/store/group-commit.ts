import { type Kysely, sql, type Transaction } from "kysely";
import type { Tables } from "./tables.ts";

interface Waiting {
  /** Does the work in the transaction; gives what to say once it is committed. */
  readonly work: (transaction: Transaction<Tables>) => Promise<() => void>;
  readonly fail: (error: unknown) => void;
}

/**
 * Lets the writes that wait at the same moment share one transaction, hence one fsync, on a database with one
 * connection; none is answered before the commit (T4), and one that fails takes back only its own work.
 */
export class GroupCommit {
  readonly #db: Kysely<Tables>;
  #waiting: Waiting[] = [];

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  write<Result>(job: (transaction: Transaction<Tables>) => Promise<Result>): Promise<Result> {
    return new Promise((resolve, fail) => {
      const work = async (transaction: Transaction<Tables>) => {
        const result = await job(transaction);
        return () => resolve(result);
      };
      this.#waiting.push({ work, fail });
      // After the requests that are readable now have been read.
      if (this.#waiting.length === 1) setImmediate(() => void this.#commit());
    });
  }

  async #commit(): Promise<void> {
    const group = this.#waiting;
    this.#waiting = [];
    const outcomes: (() => void)[] = [];
    try {
      await this.#db.transaction().execute(async (transaction) => {
        for (const { work, fail } of group) {
          await sql`savepoint one`.execute(transaction);
          try {
            outcomes.push(await work(transaction));
          } catch (error) {
            await sql`rollback to one`.execute(transaction);
            outcomes.push(() => fail(error));
          }
          await sql`release one`.execute(transaction);
        }
      });
    } catch (error) {
      for (const { fail } of group) fail(error);
      return;
    }
    for (const tell of outcomes) tell();
  }
}
