import type { OpenInvite, Role } from "@sevenstar/core/template/wire/team";
import type { ExpressionBuilder, Kysely } from "kysely";
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

/** Whether a code's maker may still make one: an invite lives no longer than its maker is an owner. */
export const isMadeByOwner = (code: ExpressionBuilder<Tables, "codes">) =>
  code.or([
    code("createdBy", "is", null),
    code(
      "createdBy",
      "in",
      code
        .selectFrom("members")
        .where("members.role", "=", "owner")
        .where("members.removedAt", "is", null)
        .select("members.id"),
    ),
  ]);

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

  /** The invites of a team by which somebody can still join, the newest first. */
  async invites(teamId: string): Promise<OpenInvite[]> {
    const rows = await this.#db
      .selectFrom("codes")
      .where("teamId", "=", teamId)
      .where("memberId", "is", null)
      .where("usedAt", "is", null)
      .where("expiresAt", ">", new Date().toISOString())
      .where(isMadeByOwner)
      .select(({ selectFrom }) => [
        "id",
        "role",
        "createdAt",
        "expiresAt",
        selectFrom("members").whereRef("members.id", "=", "codes.createdBy").select("name").as("createdBy"),
      ])
      .orderBy("createdAt", "desc")
      .orderBy("id")
      .execute();
    return rows.map((row) => ({ ...row, createdBy: row.createdBy ?? "", createdAt: row.createdAt ?? "" }));
  }

  /** A team and its first owner, by default the team that this machine made for itself, wherever others came from. */
  async teamOfOwner(teamId?: string): Promise<{ team: Team; owner: Member } | undefined> {
    const row = await this.#db
      .selectFrom("teams")
      .innerJoin("members", "members.teamId", "teams.id")
      .where("teams.id", "=", ({ selectFrom, val }) =>
        teamId === undefined
          ? selectFrom("facts").where("facts.name", "=", "localTeam").select("facts.value")
          : val(teamId),
      )
      .where("members.role", "=", "owner")
      .where("members.removedAt", "is", null)
      .select(["teams.id as teamId", "teams.name as team", "members.id", "members.name", "members.role"])
      .orderBy("members.createdAt")
      .orderBy("members.id")
      .executeTakeFirst();
    if (!row) return undefined;
    const { id, name, role } = row;
    return { team: { id: row.teamId, name: row.team }, owner: { id, name, role } };
  }
}
