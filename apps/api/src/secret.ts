import { hash, randomBytes } from "node:crypto";

/** A random secret of 256 bits, in letters that a URL takes. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What is stored of a secret. */
export const hashOf = (secret: string): string => hash("sha256", secret, "base64url");

/** An id for a team or a member. */
export const newId = (): string => randomBytes(12).toString("base64url");
