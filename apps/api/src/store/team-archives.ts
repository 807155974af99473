import type { Selectable, Transaction } from "kysely";
import { recordAudit } from "./audit-log.ts";
import { beginHistory } from "./history.ts";
import { unpackRows } from "./packed-rows.ts";
import { revisionDigest } from "./revision-digest.ts";
import type { Tables } from "./tables.ts";
import type { TeamArchive } from "./team-archive.ts";
import { lockTeam } from "./team-lock.ts";

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

  /**
   * Makes a team's templates what they were in an archive: each that differs gets a new revision, one that was
   * not there a tombstone, so that every client follows. Nothing is forgotten: later history stays, members who
   * have been removed and tokens that have been revoked stay so, and what is missing here is added.
   *
   * Gives how many templates changed.
   */
  async restore(
    archive: TeamArchive,
    tokens: readonly Token[] = [],
  ): Promise<{ isNew: boolean; changed: number }> {
    const { team, templates } = archive;
    await lockTeam(this.#transaction, team.id);
    const newest = await this.#newest(team.id);
    if (newest === undefined) {
      await this.#transaction.insertInto("teams").values(team).execute();
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
    const digest = await this.#digestBefore(team.id, rev + 1);
    await this.#transaction.updateTable("teams").set({ rev, digest }).where("id", "=", team.id).execute();
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
    const later = new Map<string, { readonly rev: number; readonly rows: string }>();
    for (const { packed, against, rows: plain, ...row } of rows) {
      const next = later.get(row.id);
      const rowsJson = packed ? await unpackRows(packed, against === null ? undefined : next?.rows) : plain;
      later.set(row.id, { rev: row.rev, rows: rowsJson });
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
