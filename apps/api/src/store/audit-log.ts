import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";
import type { Work } from "./team-lock.ts";
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

/** Writes an entry into a team's log, in the transaction of what it tells of; the team is locked. */
export async function recordAudit(
  { transaction }: Work,
  teamId: string,
  by: Pick<Member, "id" | "name">,
  action: Action,
  subject: string,
  rev: number | null = null,
): Promise<void> {
  const at = new Date().toISOString();
  await transaction
    .insertInto("audit")
    .values((each) => ({
      teamId,
      entry: each
        .selectFrom("audit")
        .where("teamId", "=", teamId)
        .select(({ fn, val }) => each(fn.coalesce(fn.max("entry"), val(0)), "+", 1).as("next")),
      at,
      memberId: by.id,
      memberName: by.name,
      action,
      subject,
      rev,
    }))
    .execute();
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
