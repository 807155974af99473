import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** A new id of a history (T18). */
export const newHistoryId = (): string => randomBytes(9).toString("base64url");

/** The id of this database's history, as every answer carries it; read again when it may have changed. */
export class HistoryInMemory {
  readonly #db: Kysely<Tables>;
  #id = "";

  private constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  static async open(db: Kysely<Tables>): Promise<HistoryInMemory> {
    const history = new HistoryInMemory(db);
    history.#id = await idIn(db);
    return history;
  }

  get id(): string {
    return this.#id;
  }

  /** Keeps the id it has where the database cannot be asked: the next change or connection tells. */
  async refresh(): Promise<void> {
    try {
      this.#id = await idIn(this.#db);
    } catch {}
  }
}

const idIn = async (db: Kysely<Tables>): Promise<string> =>
  (await db.selectFrom("history").select("id").executeTakeFirstOrThrow()).id;

/** Begins another history, inside a write: what clients know of the former one is to be pulled anew. */
export async function beginHistory(db: Kysely<Tables>): Promise<void> {
  await db.updateTable("history").set({ id: newHistoryId() }).execute();
}
