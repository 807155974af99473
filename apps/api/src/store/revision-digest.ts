import { hash } from "node:crypto";

/** What a digest names of a revision. */
interface Digested {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly deleted: boolean | number;
  readonly rowsJson: string;
}

/**
 * The digest of a revision's content and of the digest before it in its team: 8 hexadecimal digits.
 *
 * Two histories that gave a number to other content, or to the same content after another past, differ in it
 * (T18).
 */
export function revisionDigest(before: string, { id, kind, name, deleted, rowsJson }: Digested): string {
  const head = JSON.stringify([before, id, kind, name, Boolean(deleted)]);
  return hash("sha256", head + rowsJson, "hex").slice(0, 8);
}
