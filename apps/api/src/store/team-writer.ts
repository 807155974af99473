import { INVITE_DAYS, type Role } from "@sevenstar/core/template/wire/team";
import type { Transaction } from "kysely";
import { hashOf, newId, newSecret } from "../secret.ts";
import { recordAudit } from "./audit-log.ts";
import type { Tables } from "./tables.ts";
import { lockTeam } from "./team-lock.ts";
import { type Identity, isMadeByOwner, type Member, type Team, TeamReader } from "./team-reader.ts";

/** A new member with the token that is shown once. */
export interface Admission {
  readonly team: Team;
  readonly member: Member;
  readonly token: string;
}

export type CodeProblem = "unknown" | "spent";

const LOCAL_TEAM = "本机团队";
const DAY_MINUTES = 1_440;

const now = () => new Date().toISOString();
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

/** Changes teams, members, tokens and one-time codes, inside one write. */
export class TeamWriter extends TeamReader {
  readonly #transaction: Transaction<Tables>;

  constructor(transaction: Transaction<Tables>) {
    super(transaction);
    this.#transaction = transaction;
  }

  /** A new team with its owner. */
  async createTeam(name: string, owner: string): Promise<Admission> {
    const { team, member } = await this.#found(name, owner);
    return { team, member, token: await this.#mintToken(member.id) };
  }

  async #found(name: string, owner: string): Promise<Omit<Admission, "token">> {
    const team = { id: newId(), name };
    await this.#transaction
      .insertInto("teams")
      .values({ ...team, rev: 0, bytes: 0, createdAt: now() })
      .execute();
    const member = await this.#addMember(team, owner, "owner");
    await recordAudit(this.#transaction, team.id, member, "team.created", team.name);
    return { team, member };
  }

  /** The team of this machine and its first owner, created on the first start, once among several processes. */
  async localTeam(): Promise<{ team: Team; owner: Member }> {
    // The other processes wait here until the first one's team is committed.
    const { numInsertedOrUpdatedRows } = await this.#transaction
      .insertInto("facts")
      .values({ name: "localTeam", value: "" })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (Number(numInsertedOrUpdatedRows) === 1) {
      const { team, member } = await this.#found(LOCAL_TEAM, "店主");
      await this.#transaction.updateTable("facts").set({ value: team.id }).execute();
      return { team, owner: member };
    }
    const found = await this.teamOfOwner();
    if (!found) throw new Error("the local team has no owner");
    return found;
  }

  /** Removes a member and revokes its tokens; the last owner stays. */
  async removeMember(by: Identity, memberId: string): Promise<"removed" | "unknown" | "last owner"> {
    const transaction = this.#transaction;
    await lockTeam(this.#transaction, by.team.id);
    const members = await this.members(by.team.id);
    const member = members.find(({ id }) => id === memberId);
    if (!member) return "unknown";
    if (member.role === "owner" && members.filter(({ role }) => role === "owner").length === 1)
      return "last owner";
    await transaction.updateTable("members").set({ removedAt: now() }).where("id", "=", memberId).execute();
    await transaction
      .updateTable("tokens")
      .set({ revokedAt: now() })
      .where("memberId", "=", memberId)
      .where("revokedAt", "is", null)
      .execute();
    await transaction
      .updateTable("codes")
      .set({ usedAt: now() })
      .where("teamId", "=", by.team.id)
      .where("usedAt", "is", null)
      .where((code) =>
        code.or([
          code("createdBy", "=", memberId),
          code("memberId", "=", memberId),
          // An invite whose maker is not known may be this owner's.
          ...(member.role === "owner"
            ? [code.and([code("createdBy", "is", null), code("memberId", "is", null)])]
            : []),
        ]),
      )
      .execute();
    await recordAudit(this.#transaction, by.team.id, by.member, "member.removed", member.name);
    return "removed";
  }

  /** A new token for a member; the old one dies in the same step, undefined where it is dead already. */
  async rotateToken(by: Identity): Promise<string | undefined> {
    await lockTeam(this.#transaction, by.team.id);
    const { numUpdatedRows } = await this.#transaction
      .updateTable("tokens")
      .set({ revokedAt: now() })
      .where("hash", "=", by.tokenHash)
      .where("revokedAt", "is", null)
      .executeTakeFirstOrThrow();
    if (Number(numUpdatedRows) === 0) return undefined;
    await recordAudit(this.#transaction, by.team.id, by.member, "token.rotated", by.member.name);
    return this.#mintToken(by.member.id);
  }

  /** A one-time code with which somebody joins the team. */
  async invite(by: Identity, role: Role, days: number): Promise<{ code: string; expiresAt: string }> {
    await lockTeam(this.#transaction, by.team.id);
    await recordAudit(this.#transaction, by.team.id, by.member, "invite.created", role);
    const of = { teamId: by.team.id, role, memberId: null, createdBy: by.member.id };
    return this.#newCode(of, days * DAY_MINUTES);
  }

  /** Takes an invite back; false where nobody could join by it any more. */
  async revokeInvite(by: Identity, id: string): Promise<boolean> {
    await lockTeam(this.#transaction, by.team.id);
    const invite = (await this.invites(by.team.id)).find((each) => each.id === id);
    if (!invite) return false;
    await this.#transaction
      .updateTable("codes")
      .set({ usedAt: now() })
      .where("teamId", "=", by.team.id)
      .where("id", "=", id)
      .execute();
    await recordAudit(this.#transaction, by.team.id, by.member, "invite.revoked", invite.role);
    return true;
  }

  /** A one-time code with which a member signs in on another device. */
  async signInCode(teamId: string, member: Member, minutes = INVITE_DAYS * DAY_MINUTES): Promise<string> {
    const of = { teamId, role: member.role, memberId: member.id, createdBy: null };
    return (await this.#newCode(of, minutes)).code;
  }

  async #newCode(of: Pick<Tables["codes"], "teamId" | "role" | "memberId" | "createdBy">, minutes: number) {
    const code = newSecret();
    const expiresAt = inMinutes(minutes);
    await this.#transaction
      .insertInto("codes")
      .values({ ...of, id: newId(), hash: hashOf(code), createdAt: now(), expiresAt, usedAt: null })
      .execute();
    return { code, expiresAt };
  }

  /** Forgets the codes that let nobody in; for a day they are still told from those that never were. */
  async sweepCodes(): Promise<void> {
    const yesterday = inMinutes(-DAY_MINUTES);
    await this.#transaction
      .deleteFrom("codes")
      .where((code) => code.or([code("expiresAt", "<=", yesterday), code("usedAt", "<=", yesterday)]))
      .execute();
  }

  /** Joins by an invite under a name of one's own. */
  acceptInvite(code: string, name: string): Promise<Admission | CodeProblem> {
    return this.#spend(code, "invite", (team, spent) => this.#admit(team, name, spent.role));
  }

  /** Signs a member in by a sign-in code. */
  signIn(code: string): Promise<Admission | CodeProblem> {
    return this.#spend(code, "sign-in", async (team, { memberId }) => {
      const member = (await this.members(team.id)).find(({ id }) => id === memberId);
      if (!member) return "spent";
      await recordAudit(this.#transaction, team.id, member, "member.signed-in", member.name);
      return { team, member, token: await this.#mintToken(member.id) };
    });
  }

  async #spend(
    code: string,
    use: "invite" | "sign-in",
    then: (team: Team, spent: { role: Role; memberId: string | null }) => Promise<Admission | CodeProblem>,
  ): Promise<Admission | CodeProblem> {
    const hash = hashOf(code);
    const found = await this.#transaction
      .selectFrom("codes")
      .innerJoin("teams", "teams.id", "codes.teamId")
      .where("hash", "=", hash)
      .where("memberId", use === "invite" ? "is" : "is not", null)
      .select(["teams.id", "teams.name", "codes.role", "codes.memberId"])
      .executeTakeFirst();
    if (!found) return "unknown";
    await lockTeam(this.#transaction, found.id);
    const { numUpdatedRows } = await this.#transaction
      .updateTable("codes")
      .set({ usedAt: now() })
      .where("hash", "=", hash)
      .where("usedAt", "is", null)
      .where("expiresAt", ">", now())
      .where(isMadeByOwner)
      .executeTakeFirstOrThrow();
    if (Number(numUpdatedRows) === 0) return "spent";
    return then({ id: found.id, name: found.name }, found);
  }

  async #admit(team: Team, name: string, role: Role): Promise<Admission> {
    const member = await this.#addMember(team, name, role);
    return { team, member, token: await this.#mintToken(member.id) };
  }

  async #addMember(team: Team, name: string, role: Role): Promise<Member> {
    const member = { id: newId(), name, role };
    await this.#transaction
      .insertInto("members")
      .values({ ...member, teamId: team.id, createdAt: now(), removedAt: null })
      .execute();
    await recordAudit(this.#transaction, team.id, member, "member.joined", role);
    return member;
  }

  async #mintToken(memberId: string): Promise<string> {
    const token = newSecret();
    await this.#transaction
      .insertInto("tokens")
      .values({ hash: hashOf(token), memberId, createdAt: now(), revokedAt: null })
      .execute();
    return token;
  }
}
