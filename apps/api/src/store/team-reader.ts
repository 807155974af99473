import type { Role } from "@sevenstar/core/template/team";
import type { Kysely } from "kysely";
import { preparedQuery } from "./prepared-query.ts";
import type { Tables } from "./tables.ts";

/** A team as its members see it. */
export interface Team {
  readonly id: string;
  readonly name: string;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** Who asks: a member of a team by a valid token. */
export interface Identity {
  readonly team: Team;
  readonly member: Member;
  readonly tokenHash: string;
}

const memberOfToken = preparedQuery((db, { tokenHash }: { tokenHash: string }) =>
  db
    .selectFrom("tokens")
    .innerJoin("members", "members.id", "tokens.memberId")
    .innerJoin("teams", "teams.id", "members.teamId")
    .where("tokens.hash", "=", tokenHash)
    .where("tokens.revokedAt", "is", null)
    .where("members.removedAt", "is", null)
    .select(["teams.id as teamId", "teams.name as team", "members.id", "members.name", "members.role"]),
);

/** Reads teams, members and tokens. */
export class TeamReader {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** The member whose valid token has this hash. */
  async identify(tokenHash: string): Promise<Identity | undefined> {
    const [row] = await memberOfToken(this.#db, { tokenHash });
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

  /** The first team and its first owner: the team of this machine. */
  async firstTeam(): Promise<{ team: Team; owner: Member } | undefined> {
    const row = await this.#db
      .selectFrom("teams")
      .innerJoin("members", "members.teamId", "teams.id")
      .where("members.role", "=", "owner")
      .where("members.removedAt", "is", null)
      .select(["teams.id as teamId", "teams.name as team", "members.id", "members.name", "members.role"])
      .orderBy("teams.createdAt")
      .orderBy("members.createdAt")
      .executeTakeFirst();
    if (!row) return undefined;
    const { id, name, role } = row;
    return { team: { id: row.teamId, name: row.team }, owner: { id, name, role } };
  }
}
