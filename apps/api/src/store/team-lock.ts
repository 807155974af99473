import type { Transaction } from "kysely";
import type { Engine, Tables } from "./tables.ts";

/** A write under way. */
export interface Work {
  readonly transaction: Transaction<Tables>;
  readonly engine: Engine;
}

/**
 * Lets one write of a team happen at a time and gives the team's newest revision; undefined where there is no
 * such team.
 *
 * PostgreSQL locks the team's row until the transaction ends; SQLite has one writer anyway. Every write takes
 * this lock before any other.
 */
export async function lockTeam({ transaction, engine }: Work, teamId: string): Promise<number | undefined> {
  const row = await transaction
    .selectFrom("teams")
    .where("id", "=", teamId)
    .select("rev")
    .$if(engine === "postgres", (query) => query.forUpdate())
    .executeTakeFirst();
  return row?.rev;
}
