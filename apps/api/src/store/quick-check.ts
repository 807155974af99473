import type Database from "better-sqlite3";

/**
 * What SQLite's quick check finds wrong with a database, undefined where it finds nothing.
 *
 * It reads the whole file and sees pages that are torn, missing or in the wrong place, not a letter that has become
 * another.
 */
export function quickCheck(database: Database.Database): string | undefined {
  const found = String(database.pragma("quick_check(1)", { simple: true }));
  return found === "ok" ? undefined : found.replaceAll(/\s+/g, " ").slice(0, 100);
}
