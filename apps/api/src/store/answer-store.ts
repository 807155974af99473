import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import { hashOf } from "../secret.ts";
import type { Tables } from "./tables.ts";

/** Answers are repeated for a day (T3). */
const KEPT_MILLISECONDS = 86_400_000;

/** An answer as it was given. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Keeps the answers of requests that carry an Idempotency-Key.
 *
 * An answer may hold a token, so it is sealed with a key made of the Idempotency-Key, of which only the hash is
 * stored.
 */
export class AnswerStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** The kept answer; "other request" where the key was used with another one. */
  async find(scope: string, key: string, request: string): Promise<KeptAnswer | "other request" | undefined> {
    const row = await this.#db
      .selectFrom("answers")
      .where("scope", "=", scope)
      .where("keyHash", "=", hashOf(key))
      .where("createdAt", ">", new Date(Date.now() - KEPT_MILLISECONDS).toISOString())
      .selectAll()
      .executeTakeFirst();
    if (!row) return undefined;
    return row.request === request ? (JSON.parse(open(row.sealed, key)) as KeptAnswer) : "other request";
  }

  async keep(scope: string, key: string, request: string, answer: KeptAnswer): Promise<void> {
    const createdAt = new Date().toISOString();
    const row = {
      scope,
      keyHash: hashOf(key),
      request,
      sealed: seal(JSON.stringify(answer), key),
      createdAt,
    };
    await this.#db
      .insertInto("answers")
      .values(row)
      .onConflict((conflict) => conflict.columns(["scope", "keyHash"]).doUpdateSet(row))
      .execute();
    const oldest = new Date(Date.now() - KEPT_MILLISECONDS).toISOString();
    await this.#db.deleteFrom("answers").where("createdAt", "<=", oldest).execute();
  }
}

const cipherKey = (key: string) => createHash("sha256").update("sealed answer\n").update(key).digest();

function seal(text: string, key: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", cipherKey(key), nonce);
  return Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]).toString(
    "base64",
  );
}

function open(sealed: string, key: string): string {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", cipherKey(key), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  return decipher.update(bytes.subarray(12, -16), undefined, "utf8") + decipher.final("utf8");
}
