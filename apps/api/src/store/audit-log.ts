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

type NewEntry = Omit<Tables["audit"], "entry">;

const insertEntry = preparedQuery((db, entry: NewEntry) =>
  db.insertInto("audit").values(({ selectFrom, eb }) => ({
    teamId: entry.teamId,
    entry: selectFrom("audit")
      .where("teamId", "=", entry.teamId)
      .select(({ fn, lit }) => eb(fn.coalesce(fn.max("entry"), lit(0)), "+", lit(1)).as("next")),
    at: entry.at,
    memberId: entry.memberId,
    memberName: entry.memberName,
    action: entry.action,
    subject: entry.subject,
    rev: entry.rev,
  })),
);

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
  const entry = { teamId, at, memberId: by.id, memberName: by.name, action, subject, rev };
  await insertEntry(transaction, entry);
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
