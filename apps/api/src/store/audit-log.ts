import type { Kysely, Transaction } from "kysely";
import { preparedQuery } from "./prepared-query.ts";
import type { Tables } from "./tables.ts";
import type { Member } from "./team-reader.ts";

/** What members do to a team, as the log names it. */
export type Action =
  | "team.created"
  | "team.restored"
  | "member.joined"
  | "member.signed-in"
  | "member.removed"
  | "invite.created"
  | "invite.revoked"
  | "token.rotated"
  | "template.created"
  | "template.changed"
  | "template.deleted"
  | "template.restored";

/** Who did what to what, when; `rev` is the revision that came of it. */
export interface AuditEntry {
  readonly entry: number;
  readonly at: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly action: string;
  readonly subject: string;
  readonly rev: number | null;
}

/**
 * The number of a team's last entry, asked by way of the team: SQLite would plan the largest entry of a bound team
 * anew each time it is asked, which takes longer than to find it.
 */
const lastEntry = preparedQuery((db, { teamId }: { teamId: string }) =>
  db
    .selectFrom("teams")
    .where("id", "=", teamId)
    .select(({ selectFrom }) =>
      selectFrom("audit")
        .whereRef("audit.teamId", "=", "teams.id")
        .select(({ fn }) => fn.max("entry").as("entry"))
        .as("entry"),
    ),
);

const insertEntry = preparedQuery((db, row: Tables["audit"]) => {
  const { teamId, entry, at, memberId, memberName, action, subject, rev } = row;
  return db.insertInto("audit").values({ teamId, entry, at, memberId, memberName, action, subject, rev });
});

/** Writes an entry into a team's log, in the transaction of what it tells of; the team is locked. */
export async function recordAudit(
  transaction: Transaction<Tables>,
  teamId: string,
  by: Pick<Member, "id" | "name">,
  action: Action,
  subject: string,
  rev: number | null = null,
): Promise<void> {
  const at = new Date().toISOString();
  const [last] = await lastEntry(transaction, { teamId });
  const entry = (last?.entry ?? 0) + 1;
  const { id: memberId, name: memberName } = by;
  await insertEntry(transaction, { teamId, entry, at, memberId, memberName, action, subject, rev });
}

/** A team's log, newest first, of the entries before one. */
export function auditEntries(
  db: Kysely<Tables>,
  teamId: string,
  before: number,
  limit: number,
): Promise<AuditEntry[]> {
  return db
    .selectFrom("audit")
    .where("teamId", "=", teamId)
    .where("entry", "<", before)
    .select(["entry", "at", "memberId", "memberName", "action", "subject", "rev"])
    .orderBy("entry", "desc")
    .limit(limit)
    .execute();
}
