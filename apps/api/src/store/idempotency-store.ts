import type { Kysely } from "kysely";
import { hashOf } from "../secret.ts";
import { openAnswer, type StoredAnswer, sealAnswer } from "./sealed-answer.ts";
import type { Tables } from "./tables.ts";

/** Answers are repeated for a day (T3). */
const KEPT_MILLISECONDS = 86_400_000;

const oldest = () => new Date(Date.now() - KEPT_MILLISECONDS).toISOString();

/** A request that may be repeated: whose it is, its Idempotency-Key and the hash of what it asks. */
export interface IdempotentRequest {
  readonly scope: string;
  readonly key: string;
  readonly request: string;
}

/** The answers of requests that carry an Idempotency-Key (T3). */
export class IdempotencyStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** The kept answer; "other request" where the key was used with another one. */
  async find({
    scope,
    key,
    request,
  }: IdempotentRequest): Promise<StoredAnswer | "other request" | undefined> {
    const row = await this.#db
      .selectFrom("answers")
      .where("scope", "=", scope)
      .where("keyHash", "=", hashOf(key))
      .where("createdAt", ">", oldest())
      .select(["request", "sealed"])
      .executeTakeFirst();
    if (!row) return undefined;
    return row.request === request ? openAnswer(row.sealed, key) : "other request";
  }

  /** Keeps an answer, inside a write; false where another answer has been kept for the key meanwhile. */
  async keep({ scope, key, request }: IdempotentRequest, answer: StoredAnswer): Promise<boolean> {
    const row = {
      scope,
      keyHash: hashOf(key),
      request,
      sealed: sealAnswer(answer, key),
      createdAt: new Date().toISOString(),
    };
    const { numInsertedOrUpdatedRows } = await this.#db
      .insertInto("answers")
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(["scope", "keyHash"]).doUpdateSet(row).where("answers.createdAt", "<=", oldest()),
      )
      .executeTakeFirstOrThrow();
    return Number(numInsertedOrUpdatedRows) === 1;
  }

  /** Forgets the answers that are no longer repeated, inside a write. */
  async sweep(): Promise<void> {
    await this.#db.deleteFrom("answers").where("createdAt", "<=", oldest()).execute();
  }
}
