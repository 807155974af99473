import { createCipheriv, createDecipheriv, hash, randomBytes } from "node:crypto";

/** An answer as it was given. */
export interface StoredAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const cipherKey = (key: string) => hash("sha256", `sealed answer\n${key}`, "buffer");

/** Seals an answer, which may hold a token, so that only the bearer of its Idempotency-Key can read it. */
export function sealAnswer(answer: StoredAnswer, key: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", cipherKey(key), nonce);
  const parts = [nonce, cipher.update(JSON.stringify(answer), "utf8"), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(parts).toString("base64");
}

/** Opens what `sealAnswer` sealed with the same key. */
export function openAnswer(sealed: string, key: string): StoredAnswer {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", cipherKey(key), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  const text = decipher.update(bytes.subarray(12, -16), undefined, "utf8") + decipher.final("utf8");
  return JSON.parse(text) as StoredAnswer;
}
