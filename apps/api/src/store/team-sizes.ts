import { sql } from "kysely";
import type { TeamSize } from "./refuse-large-while-served.ts";
import type { Store } from "./store.ts";

/** How large each team is, the oldest first. */
export async function teamSizes({ db }: Store): Promise<(TeamSize & { readonly id: string })[]> {
  const rows = await db
    .selectFrom("teams")
    .leftJoin("revisions", "revisions.teamId", "teams.id")
    .select(({ fn }) => [
      "teams.id",
      "teams.name",
      fn.count("revisions.rev").as("states"),
      fn.coalesce(fn.sum(sql<number>`length(revisions.rows)`), sql<number>`0`).as("characters"),
    ])
    .groupBy(["teams.id", "teams.name", "teams.createdAt"])
    .orderBy("teams.createdAt")
    .execute();
  return rows.map(({ id, name, states, characters }) => ({
    id,
    name,
    states: Number(states),
    characters: Number(characters),
  }));
}
