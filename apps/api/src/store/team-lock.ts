import type { Transaction } from "kysely";
import { engineOf, preparedQuery } from "./prepared-query.ts";
import type { Tables } from "./tables.ts";

const lockRow = preparedQuery((db, { teamId }: { teamId: string }) =>
  db.selectFrom("teams").where("id", "=", teamId).select("id").forUpdate(),
);

/**
 * Lets one write of a team happen at a time: PostgreSQL locks the team's row until the transaction ends, SQLite
 * has one writer anyway. Every write takes this lock before it reads what it builds on.
 */
export async function lockTeam(transaction: Transaction<Tables>, teamId: string): Promise<void> {
  if (engineOf(transaction) === "postgres") await lockRow(transaction, { teamId });
}
