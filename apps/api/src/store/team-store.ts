import type { Admission, Member, Role, Team } from "@sevenstar/core/template/team";
import type { Kysely } from "kysely";
import { hashOf, newId, newSecret } from "../secret.ts";
import type { Tables } from "./tables.ts";

/** Who asks: a member of a team by a valid token. */
export interface Identity {
  readonly team: Team;
  readonly member: Member;
  readonly tokenHash: string;
}

export type CodeProblem = "unknown" | "spent";

const now = () => new Date().toISOString();
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** Teams, members, tokens and one-time codes. */
export class TeamStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** A new team with its owner. */
  createTeam(name: string, owner: string): Promise<Admission> {
    return this.#db.transaction().execute(async (transaction) => {
      const team = { id: newId(), name };
      await transaction
        .insertInto("teams")
        .values({ ...team, rev: 0, createdAt: now() })
        .execute();
      return admit(transaction, team, owner, "owner");
    });
  }

  /** The member whose valid token this is. */
  async identify(token: string): Promise<Identity | undefined> {
    const tokenHash = hashOf(token);
    const row = await this.#db
      .selectFrom("tokens")
      .innerJoin("members", "members.id", "tokens.memberId")
      .innerJoin("teams", "teams.id", "members.teamId")
      .where("tokens.hash", "=", tokenHash)
      .where("tokens.revokedAt", "is", null)
      .where("members.removedAt", "is", null)
      .select(["teams.id as teamId", "teams.name as team", "members.id", "members.name", "members.role"])
      .executeTakeFirst();
    if (!row) return undefined;
    const { id, name, role } = row;
    return { team: { id: row.teamId, name: row.team }, member: { id, name, role }, tokenHash };
  }

  members(teamId: string): Promise<Member[]> {
    return this.#db
      .selectFrom("members")
      .where("teamId", "=", teamId)
      .where("removedAt", "is", null)
      .select(["id", "name", "role"])
      .orderBy("createdAt")
      .orderBy("id")
      .execute();
  }

  /** Removes a member and revokes its tokens; the last owner stays. */
  removeMember(teamId: string, memberId: string): Promise<"removed" | "unknown" | "last owner"> {
    return this.#db.transaction().execute(async (transaction) => {
      const members = await transaction
        .selectFrom("members")
        .where("teamId", "=", teamId)
        .where("removedAt", "is", null)
        .select(["id", "role"])
        .execute();
      const member = members.find(({ id }) => id === memberId);
      if (!member) return "unknown";
      if (member.role === "owner" && members.filter(({ role }) => role === "owner").length === 1)
        return "last owner";
      await transaction.updateTable("members").set({ removedAt: now() }).where("id", "=", memberId).execute();
      await transaction
        .updateTable("tokens")
        .set({ revokedAt: now() })
        .where("memberId", "=", memberId)
        .execute();
      return "removed";
    });
  }

  /** A new token for a member; the old one dies in the same step. */
  rotateToken(memberId: string, oldHash: string): Promise<string> {
    return this.#db.transaction().execute(async (transaction) => {
      await transaction.updateTable("tokens").set({ revokedAt: now() }).where("hash", "=", oldHash).execute();
      return mintToken(transaction, memberId);
    });
  }

  /** A one-time code with which somebody joins the team. */
  async invite(teamId: string, role: Role, days: number): Promise<{ code: string; expiresAt: string }> {
    return this.#newCode({ teamId, role, memberId: null }, days);
  }

  /** A one-time code with which a member signs in on another device. */
  async signInCode(teamId: string, member: Member): Promise<string> {
    return (await this.#newCode({ teamId, role: member.role, memberId: member.id }, 7)).code;
  }

  async #newCode(of: { teamId: string; role: Role; memberId: string | null }, days: number) {
    const code = newSecret();
    const expiresAt = inDays(days);
    await this.#db
      .insertInto("codes")
      .values({ ...of, hash: hashOf(code), expiresAt, usedAt: null })
      .execute();
    return { code, expiresAt };
  }

  /** Joins by an invite under a name of one's own. */
  acceptInvite(code: string, name: string): Promise<Admission | CodeProblem> {
    return this.#spend(code, "invite", (transaction, team, spent) =>
      admit(transaction, team, name, spent.role),
    );
  }

  /** Signs a member in by a sign-in code. */
  signIn(code: string): Promise<Admission | CodeProblem> {
    return this.#spend(code, "sign-in", async (transaction, team, { memberId }) => {
      const member = await transaction
        .selectFrom("members")
        .where("id", "=", memberId)
        .where("removedAt", "is", null)
        .select(["id", "name", "role"])
        .executeTakeFirst();
      return member ? { team, member, token: await mintToken(transaction, member.id) } : "spent";
    });
  }

  #spend(
    code: string,
    use: "invite" | "sign-in",
    then: (
      transaction: Kysely<Tables>,
      team: Team,
      spent: { role: Role; memberId: string | null },
    ) => Promise<Admission | CodeProblem>,
  ): Promise<Admission | CodeProblem> {
    return this.#db.transaction().execute(async (transaction) => {
      const spent = await transaction
        .selectFrom("codes")
        .innerJoin("teams", "teams.id", "codes.teamId")
        .where("hash", "=", hashOf(code))
        .where("memberId", use === "invite" ? "is" : "is not", null)
        .select(["teams.id", "teams.name", "codes.role", "codes.memberId", "codes.expiresAt", "codes.usedAt"])
        .executeTakeFirst();
      if (!spent) return "unknown";
      if (spent.usedAt !== null || spent.expiresAt <= now()) return "spent";
      await transaction
        .updateTable("codes")
        .set({ usedAt: now() })
        .where("hash", "=", hashOf(code))
        .execute();
      return then(transaction, { id: spent.id, name: spent.name }, spent);
    });
  }

  /** The team of this machine and its first owner, created on the first start. */
  async localTeam(): Promise<{ team: Team; owner: Member }> {
    const row = await this.#db
      .selectFrom("teams")
      .innerJoin("members", "members.teamId", "teams.id")
      .where("members.role", "=", "owner")
      .where("members.removedAt", "is", null)
      .select(["teams.id as teamId", "teams.name as team", "members.id", "members.name", "members.role"])
      .orderBy("teams.createdAt")
      .orderBy("members.createdAt")
      .executeTakeFirst();
    if (row) {
      const { id, name, role } = row;
      return { team: { id: row.teamId, name: row.team }, owner: { id, name, role } };
    }
    const { team, member } = await this.createTeam("本机团队", "店主");
    return { team, owner: member };
  }
}

async function admit(transaction: Kysely<Tables>, team: Team, name: string, role: Role): Promise<Admission> {
  const member = { id: newId(), name, role };
  await transaction
    .insertInto("members")
    .values({ ...member, teamId: team.id, createdAt: now(), removedAt: null })
    .execute();
  return { team, member, token: await mintToken(transaction, member.id) };
}

async function mintToken(transaction: Kysely<Tables>, memberId: string): Promise<string> {
  const token = newSecret();
  await transaction
    .insertInto("tokens")
    .values({ hash: hashOf(token), memberId, createdAt: now(), revokedAt: null })
    .execute();
  return token;
}
