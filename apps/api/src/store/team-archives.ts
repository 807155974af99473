import { type Selectable, sql, type Transaction } from "kysely";
import { StartError } from "../start-error.ts";
import { recordAudit } from "./audit-log.ts";
import { beginHistory } from "./history.ts";
import { unpackRows } from "./packed-rows.ts";
import { revisionDigest } from "./revision-digest.ts";
import type { Tables } from "./tables.ts";
import type { TeamArchive } from "./team-archive.ts";
import { lockTeam } from "./team-lock.ts";
import { REVISION_BYTES } from "./template-writer.ts";

type State = TeamArchive["templates"][number];
type Token = Selectable<Tables["tokens"]>;

/** Who is named where a template changed because its team was restored. */
const RESTORER = { id: "", name: "恢复备份" };

/**
 * A team that is not here, or not as far as in the archive, may have gone on elsewhere since. Its revisions go on
 * so far above the archive's that clients which saw later ones pull everything anew.
 */
const UNSEEN_REVISIONS = 1_000_000;

const STATE = [
  ...["id", "kind", "name", "rows", "rev", "updatedAt", "updatedBy", "deleted"],
  ...["against", "packed"],
] as const satisfies readonly (keyof Tables["revisions"])[];

/** What of a state makes it what it is, apart from when and by whom it was written. */
const contentOf = ({ kind, name, rows, deleted }: State) =>
  JSON.stringify(deleted ? "deleted" : [kind, name, rows]);

/** What a team has that bringing another one in its place would take away. */
interface Belongings {
  readonly name: string;
  readonly templates: number;
  readonly members: number;
  readonly tokens: number;
}

/** What bringing an archive back would do. */
export interface RestorePlan {
  /** What is here under the archive's id: no team, the same one, or one that was founded apart from it. */
  readonly found: "nothing" | "same team" | "other team";
  readonly here: Belongings;
  /** Templates whose content would be another than now, those that are not here included. */
  readonly changed: number;
  /** Templates that are here and would be deleted. */
  readonly deleted: number;
  /** Whether it would become this machine's own team, as there is none yet. */
  readonly becomesLocal: boolean;
}

const NOTHING: Belongings = { name: "", templates: 0, members: 0, tokens: 0 };

/** Whom a team began with: his random id tells teams apart that have the same one, as old local teams all have. */
function founderOf(members: readonly Pick<Selectable<Tables["members"]>, "id" | "createdAt">[]) {
  const isEarlier = (one: (typeof members)[number], other: (typeof members)[number]) =>
    one.createdAt === other.createdAt ? one.id < other.id : one.createdAt < other.createdAt;
  return members.reduce<(typeof members)[number] | undefined>(
    (first, member) => (first && !isEarlier(member, first) ? first : member),
    undefined,
  )?.id;
}

/** Takes teams out of the store and brings them back, inside one write. */
export class TeamArchives {
  readonly #transaction: Transaction<Tables>;
  readonly #changed: (teamId: string, rev: number) => void;

  constructor(transaction: Transaction<Tables>, changed: (teamId: string, rev: number) => void) {
    this.#transaction = transaction;
    this.#changed = changed;
  }

  /** The ids and names of all teams, the oldest first. */
  teams(): Promise<{ id: string; name: string }[]> {
    return this.#transaction.selectFrom("teams").select(["id", "name"]).orderBy("createdAt").execute();
  }

  /** Begins another history (T18), so that clients pull everything anew. */
  beginHistory(): Promise<void> {
    return beginHistory(this.#transaction);
  }

  /** The hashes of a team's tokens, also of the revoked ones. */
  tokens(teamId: string): Promise<Token[]> {
    return this.#transaction
      .selectFrom("tokens")
      .innerJoin("members", "members.id", "tokens.memberId")
      .where("members.teamId", "=", teamId)
      .selectAll("tokens")
      .execute();
  }

  /** Everything of a team at one moment. */
  async take(teamId: string): Promise<TeamArchive | undefined> {
    const transaction = this.#transaction;
    await lockTeam(this.#transaction, teamId);
    const team = await transaction
      .selectFrom("teams")
      .where("id", "=", teamId)
      .select(["id", "name", "rev", "createdAt"])
      .executeTakeFirst();
    if (!team) return undefined;
    const members = await transaction
      .selectFrom("members")
      .where("teamId", "=", teamId)
      .select(["id", "name", "role", "createdAt", "removedAt"])
      .orderBy("createdAt")
      .execute();
    const audit = await transaction
      .selectFrom("audit")
      .where("teamId", "=", teamId)
      .select(["entry", "at", "memberId", "memberName", "action", "subject", "rev"])
      .orderBy("entry")
      .execute();
    const states = await this.#states(teamId);
    const latest = latestOf(states);
    const templates = [...latest.values()].sort((one, other) => one.rev - other.rev);
    const history = states.filter((state) => latest.get(state.id) !== state);
    const exportedAt = new Date().toISOString();
    return { format: "sevenstar-team", version: 1, exportedAt, team, members, templates, history, audit };
  }

  /** What `restore` would do with an archive now. */
  async plan({ team, members, templates }: TeamArchive): Promise<RestorePlan> {
    await lockTeam(this.#transaction, team.id);
    const here = await this.#belongings(team.id);
    const wanted = new Map(templates.map((state) => [state.id, state]));
    const current = latestOf(await this.#states(team.id));
    const isGone = (state: State | undefined) => state?.deleted !== false;
    const remain = [...current.values()].filter((state) => !isGone(state));
    return {
      found: !here
        ? "nothing"
        : (await this.#founder(team.id)) === founderOf(members)
          ? "same team"
          : "other team",
      here: here ?? NOTHING,
      changed: templates.filter((state) => {
        const now = current.get(state.id);
        return !state.deleted && (!now || contentOf(now) !== contentOf(state));
      }).length,
      deleted: remain.filter(({ id }) => isGone(wanted.get(id))).length,
      becomesLocal: (await this.localTeamId()) === undefined,
    };
  }

  /** The team that this machine made for itself. */
  async localTeamId(): Promise<string | undefined> {
    const fact = await this.#transaction
      .selectFrom("facts")
      .where("name", "=", "localTeam")
      .select("value")
      .executeTakeFirst();
    return fact?.value;
  }

  /** Makes a team that came back the one of this machine, unless this machine's own has been worked with. */
  async adoptLocalTeam(teamId: string): Promise<void> {
    const own = await this.localTeamId();
    if (own !== undefined && (await this.#newest(own)) !== 0) return;
    await this.#transaction
      .insertInto("facts")
      .values({ name: "localTeam", value: teamId })
      .onConflict((conflict) => conflict.column("name").doUpdateSet({ value: teamId }))
      .execute();
  }

  /**
   * Makes a team's templates what they were in an archive: each that differs gets a new revision, one that was
   * not there a tombstone, so that every client follows. Nothing is forgotten: later history stays, members who
   * have been removed and tokens that have been revoked stay so, and what is missing here is added.
   *
   * A team that was founded apart from the archive's is left alone, with one Chinese sentence, or replaced where that
   * is wanted: then its members go, with their tokens, and its templates are deleted, which can be restored.
   *
   * Gives how many templates changed.
   */
  async restore(
    archive: TeamArchive,
    tokens: readonly Token[] = [],
    mayReplace = false,
  ): Promise<{ isNew: boolean; changed: number }> {
    const { team, members, templates } = archive;
    await lockTeam(this.#transaction, team.id);
    const newest = await this.#newest(team.id);
    if (newest === undefined) {
      await this.#transaction
        .insertInto("teams")
        .values({ ...team, bytes: 0 })
        .execute();
    } else if ((await this.#founder(team.id)) !== founderOf(members)) {
      if (!mayReplace) {
        throw new StartError(
          `“${team.name}”与这里 id 相同的团队不是同一个，为免顶替它，没有恢复。请换一个空的 DATA_DIR，或用 team-export 和 team-import 搬。`,
        );
      }
      await this.#dismissMembers(team.id);
    }
    const here = newest === undefined ? new Map<string, State>() : latestOf(await this.#states(team.id));
    await this.#addMissing(archive, tokens);
    const wanted = new Map(templates.map((state) => [state.id, state]));
    for (const [id, state] of here)
      if (!wanted.has(id)) wanted.set(id, { ...state, rows: [], deleted: true });
    const isAhead = newest !== undefined && newest >= team.rev;
    let rev = isAhead ? newest : team.rev + UNSEEN_REVISIONS;
    const updatedAt = new Date().toISOString();
    let changed = 0;
    for (const [id, state] of wanted) {
      const current = here.get(id);
      if (isAhead && current && contentOf(current) === contentOf(state)) continue;
      rev++;
      changed++;
      await this.#replace(team.id, { ...state, rev, updatedAt, updatedBy: RESTORER.name });
    }
    const { name } = team;
    const digest = await this.#digestBefore(team.id, rev + 1);
    const bytes = sql<number>`(
      select coalesce(sum(octet_length("rows") + coalesce(octet_length("packed"), 0) + ${sql.lit(REVISION_BYTES)}), 0)
      from "revisions" where "teamId" = ${team.id}
    )`;
    const renamed = newest !== undefined && mayReplace ? { name } : {};
    await this.#transaction
      .updateTable("teams")
      .set({ rev, digest, bytes, ...renamed })
      .where("id", "=", team.id)
      .execute();
    await recordAudit(this.#transaction, team.id, RESTORER, "team.restored", team.name, rev);
    this.#changed(team.id, rev);
    return { isNew: newest === undefined, changed };
  }

  async #newest(teamId: string): Promise<number | undefined> {
    const row = await this.#transaction
      .selectFrom("teams")
      .where("id", "=", teamId)
      .select("rev")
      .executeTakeFirst();
    return row?.rev;
  }

  async #founder(teamId: string): Promise<string | undefined> {
    const members = await this.#transaction
      .selectFrom("members")
      .where("teamId", "=", teamId)
      .select(["id", "createdAt"])
      .execute();
    return founderOf(members);
  }

  async #belongings(teamId: string): Promise<Belongings | undefined> {
    const team = await this.#transaction
      .selectFrom("teams")
      .where("id", "=", teamId)
      .select(({ selectFrom, fn }) => [
        "name",
        selectFrom("templates")
          .where("teamId", "=", teamId)
          .where("deleted", "=", 0)
          .select(fn.countAll<number>().as("count"))
          .as("templates"),
        selectFrom("members")
          .where("teamId", "=", teamId)
          .where("removedAt", "is", null)
          .select(fn.countAll<number>().as("count"))
          .as("members"),
        selectFrom("tokens")
          .innerJoin("members", "members.id", "tokens.memberId")
          .where("members.teamId", "=", teamId)
          .where("members.removedAt", "is", null)
          .where("tokens.revokedAt", "is", null)
          .select(fn.countAll<number>().as("count"))
          .as("tokens"),
      ])
      .executeTakeFirst();
    if (!team) return undefined;
    const { name, templates, members, tokens } = team;
    return { name, templates: Number(templates), members: Number(members), tokens: Number(tokens) };
  }

  /** Forgets who was in a team, so that it begins with whom another one began with. */
  async #dismissMembers(teamId: string): Promise<void> {
    const transaction = this.#transaction;
    await transaction
      .deleteFrom("tokens")
      .where("memberId", "in", ({ selectFrom }) =>
        selectFrom("members").where("teamId", "=", teamId).select("id"),
      )
      .execute();
    await transaction.deleteFrom("codes").where("teamId", "=", teamId).execute();
    await transaction.deleteFrom("members").where("teamId", "=", teamId).execute();
  }

  async #addMissing(
    { team, members, templates, history, audit }: TeamArchive,
    tokens: readonly Token[],
  ): Promise<void> {
    const transaction = this.#transaction;
    const add = async <Table extends "members" | "tokens" | "revisions" | "audit">(
      table: Table,
      row: Selectable<Tables[Table]>,
    ) => {
      await transaction
        .insertInto(table)
        .values(row as never)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    };
    for (const member of members) await add("members", { ...member, teamId: team.id });
    for (const token of tokens) await add("tokens", token);
    for (const state of [...history, ...templates].sort((one, other) => one.rev - other.rev)) {
      await add("revisions", await this.#revisionOf(team.id, state));
    }
    for (const entry of audit) await add("audit", { ...entry, teamId: team.id });
  }

  async #replace(teamId: string, state: State): Promise<void> {
    const revision = await this.#revisionOf(teamId, state);
    await this.#transaction.insertInto("revisions").values(revision).execute();
    const { id, kind, name, rev, updatedAt, updatedBy, deleted } = revision;
    const row = { teamId, id, kind, name, rev, updatedAt, updatedBy, deleted };
    await this.#transaction
      .insertInto("templates")
      .values(row)
      .onConflict((conflict) => conflict.columns(["teamId", "id"]).doUpdateSet(row))
      .execute();
  }

  /** Every state that the team's templates have had, by revision. */
  async #states(teamId: string): Promise<State[]> {
    const rows = await this.#transaction
      .selectFrom("revisions")
      .where("teamId", "=", teamId)
      .select(STATE)
      .orderBy("rev", "desc")
      .execute();
    const states: State[] = [];
    /** Of each template the rows of the revision read last, from which the one before it may be a difference. */
    const later = new Map<string, string>();
    for (const { packed, against, rows: plain, ...row } of rows) {
      const next = later.get(row.id);
      const rowsJson = packed ? await unpackRows(packed, against === null ? undefined : next) : plain;
      later.set(row.id, rowsJson);
      const { kind, deleted } = row;
      states.push({
        ...row,
        kind: kind as State["kind"],
        rows: JSON.parse(rowsJson),
        deleted: deleted === 1,
      });
    }
    return states.reverse();
  }

  /** A state as a revision of the team, its digest after the one before it. */
  async #revisionOf(
    teamId: string,
    { rows, deleted, ...state }: State,
  ): Promise<Selectable<Tables["revisions"]>> {
    const rowsJson = JSON.stringify(rows);
    const before = await this.#digestBefore(teamId, state.rev);
    const digest = revisionDigest(before, { ...state, deleted, rowsJson });
    const stored = { dependents: 0, against: null, packed: null, rows: rowsJson };
    return { ...state, teamId, deleted: deleted ? 1 : 0, digest, ...stored };
  }

  /** The digest of the last revision before one. */
  async #digestBefore(teamId: string, rev: number): Promise<string> {
    const row = await this.#transaction
      .selectFrom("revisions")
      .where("teamId", "=", teamId)
      .where("rev", "<", rev)
      .select("digest")
      .orderBy("rev", "desc")
      .limit(1)
      .executeTakeFirst();
    return row?.digest ?? "";
  }
}

/** The last state of each template. */
const latestOf = (states: readonly State[]) => new Map(states.map((state) => [state.id, state]));
