import type { Transaction } from "kysely";
import { preparedQuery } from "./prepared-query.ts";
import type { Tables } from "./tables.ts";

const lockRow = preparedQuery((db, { teamId }: { teamId: string }, engine) =>
  db
    .selectFrom("teams")
    .where("id", "=", teamId)
    .select("rev")
    .$if(engine === "postgres", (query) => query.forUpdate()),
);

/**
 * Lets one write of a team happen at a time and gives the team's newest revision; undefined where there is no
 * such team.
 *
 * PostgreSQL locks the team's row until the transaction ends; SQLite has one writer anyway. Every write takes
 * this lock before any other.
 */
export async function lockTeam(
  transaction: Transaction<Tables>,
  teamId: string,
): Promise<number | undefined> {
  const [row] = await lockRow(transaction, { teamId });
  return row?.rev;
}
