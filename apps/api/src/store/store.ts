import { type Kysely, sql, type Transaction } from "kysely";
import type { ChangeBus } from "../change-bus.ts";
import type { Settings } from "../settings.ts";
import { type AuditEntry, auditEntries } from "./audit-log.ts";
import { CachingTeamReader, CachingTemplateReader } from "./caching-readers.ts";
import { GroupCommit } from "./group-commit.ts";
import { HistoryInMemory } from "./history.ts";
import { IdempotencyStore } from "./idempotency-store.ts";
import type { Patience } from "./open-postgres.ts";
import { openSqlite } from "./open-sqlite.ts";
import type { Engine, Tables } from "./tables.ts";
import { TeamArchives } from "./team-archives.ts";
import { TeamReader } from "./team-reader.ts";
import { TeamWriter } from "./team-writer.ts";
import { TemplateReader } from "./template-reader.ts";
import { TemplateWriter } from "./template-writer.ts";
import { unavailability } from "./unavailability.ts";

const LOOK_FOR_FOREIGN_WRITES_EVERY = 200;
const SWEEP_EVERY = 3_600_000;
const MIB = 2 ** 20;
/** How long a write waits for another process that is writing to the same SQLite file. */
const SQLITE_PATIENCE: Readonly<Record<Patience, number>> = { request: 4_000, job: 60_000 };
/** Whether the store can be written is looked at this often at most, as to look is to write. */
const PROBE_EVERY = 1_000;
/** After a write that found the disk full the store counts as full this long, unless another write succeeds. */
const FULL_MILLISECONDS = 5_000;

/** What can be asked of the store at any time. */
interface Reads {
  readonly teams: TeamReader;
  readonly templates: TemplateReader;
  readonly answers: Pick<IdempotencyStore, "find">;
  /** A team's log, newest first, of the entries before one. */
  audit(teamId: string, before: number, limit: number): Promise<AuditEntry[]>;
}

/** What can be done in a write. */
export interface Writes {
  readonly teams: TeamWriter;
  readonly templates: TemplateWriter;
  readonly answers: IdempotencyStore;
  readonly archives: TeamArchives;
}

/** The teams and their templates, over SQLite or PostgreSQL with the same queries. */
export interface Store {
  readonly engine: Engine;
  /** The id of the history (T18). */
  history(): string;
  readonly db: Kysely<Tables>;
  readonly reads: Reads;
  /**
   * Does a job as one transaction: all of it is on disk when this resolves, none where the job throws (T4).
   * The job waits for nothing but the store.
   */
  write<Result>(job: (writes: Writes) => Promise<Result>): Promise<Result>;
  /** Rejects while the store cannot be written: away, full or damaged. */
  checkWritable(): Promise<void>;
  /** What whoever started the process should know of the data, in Chinese sentences. */
  readonly notices: readonly string[];
  /** Whether another process has the store open; a server's own processes ask nothing of the kind. */
  isOpenElsewhere(): Promise<boolean>;
  /** Ends in time, also where the database hangs. */
  close(): Promise<void>;
}

/** What follows from a write once it is committed, before anybody is told of it. */
interface Consequences {
  teamsChanged(): void;
  templatesChanged(revs: ReadonlyMap<string, number>): void;
}

/** What the engines do each in their own way. */
interface EngineParts {
  readonly db: Kysely<Tables>;
  /** The bytes that a team may store, 0 for any number. */
  readonly quota: number;
  readonly reads: Reads;
  readonly history: HistoryInMemory;
  readonly transact: Transact;
  readonly consequences: Consequences;
  /** Writes what nobody reads. */
  readonly probe: (transaction: Transaction<Tables>) => Promise<unknown>;
  /** Rejects where more is known against the engine than a write would tell. */
  checkState(): Promise<void>;
  readonly notices: readonly string[];
  isOpenElsewhere(): Promise<boolean>;
  close(): Promise<void>;
}

type Transact = <Result>(job: (transaction: Transaction<Tables>) => Promise<Result>) => Promise<Result>;

/** Opens the store of the settings; each new revision is announced on the bus once it is committed. */
export async function openStore(
  settings: Pick<Settings, "DATABASE_URL" | "DATA_DIR"> & Partial<Pick<Settings, "TEAM_QUOTA">>,
  changes: ChangeBus,
  patience: Patience = "request",
): Promise<Store> {
  const quota = (settings.TEAM_QUOTA ?? 0) * MIB;
  return settings.DATABASE_URL === undefined
    ? overSqlite(settings.DATA_DIR, changes, patience, quota)
    : overPostgres(settings.DATABASE_URL, changes, patience, quota);
}

async function overSqlite(
  folder: string,
  changes: ChangeBus,
  patience: Patience,
  quota: number,
): Promise<Store> {
  const file = await openSqlite(folder);
  const { db, foreignWrites, ownWrites, inTransaction, checkState, notices } = file;
  const connection = { written: ownWrites, inTransaction };
  const commits = new GroupCommit(db, connection, SQLITE_PATIENCE[patience]);
  const teams = new CachingTeamReader(db);
  const templates = new CachingTemplateReader(db);
  const reads = { ...readsOf(db), teams, templates };
  const history = await HistoryInMemory.open(db);
  let seen: number | undefined = foreignWrites();
  const lookout = setInterval(() => {
    const now = unlessFailing(foreignWrites);
    if (now === seen) return;
    seen = now;
    teams.forget();
    templates.forget();
    void history.refresh();
    void announceNewest(reads, changes);
  }, LOOK_FOR_FOREIGN_WRITES_EVERY).unref();
  return storeOver("sqlite", {
    db,
    quota,
    reads,
    history,
    transact: (job) => commits.write(job),
    consequences: {
      teamsChanged: () => teams.forget(),
      templatesChanged: (revs) => {
        templates.forget();
        for (const [teamId, rev] of revs) changes.announce(teamId, rev);
      },
    },
    probe: (transaction) => sql`pragma user_version = 1`.execute(transaction),
    checkState,
    notices,
    isOpenElsewhere: async () => file.isOpenElsewhere(),
    close: async () => {
      clearInterval(lookout);
      await db.destroy();
    },
  });
}

async function overPostgres(
  url: string,
  changes: ChangeBus,
  patience: Patience,
  quota: number,
): Promise<Store> {
  // Loaded only where it is needed.
  const { cannotOpen, openPostgres, SERVER_NAME } = await import("./open-postgres.ts");
  const { PostgresListener } = await import("./postgres-listener.ts");
  const { db, close } = await openPostgres(url, patience);
  const reads = readsOf(db);
  const history = await HistoryInMemory.open(db).catch(async (error: unknown) => {
    await close();
    throw cannotOpen(url, error);
  });
  const ears = {
    changed: (teamId: string, rev: number) => {
      void history.refresh();
      changes.announce(teamId, rev);
    },
    missed: () => {
      void history.refresh();
      void announceNewest(reads, changes);
    },
  };
  const listener = await PostgresListener.open(url, ears).catch(async (error: unknown) => {
    await close();
    throw cannotOpen(url, error);
  });
  return storeOver("postgres", {
    db,
    quota,
    reads,
    history,
    transact: (job) => db.transaction().execute(job),
    // PostgreSQL itself announces what was committed, to this process as to the others.
    consequences: { teamsChanged: () => {}, templatesChanged: () => {} },
    probe: (transaction) => sql`select pg_logical_emit_message(true, 'sevenstar', '')`.execute(transaction),
    checkState: async () => {},
    notices: [],
    isOpenElsewhere: async () => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from pg_stat_activity
        where datname = current_database() and application_name = ${SERVER_NAME}`.execute(db);
      return (rows[0]?.count ?? 0) > 0;
    },
    close: async () => {
      await Promise.all([listener.close(), close()]);
    },
  });
}

function storeOver(engine: Engine, parts: EngineParts): Store {
  const {
    db,
    quota,
    reads,
    history,
    transact,
    consequences,
    probe,
    checkState,
    notices,
    isOpenElsewhere,
    close,
  } = parts;
  let fullUntil = Number.NEGATIVE_INFINITY;
  const watched: Transact = async (job) => {
    try {
      const result = await transact(job);
      fullUntil = Number.NEGATIVE_INFINITY;
      return result;
    } catch (error) {
      if (unavailability(error) === "full") fullUntil = performance.now() + FULL_MILLISECONDS;
      throw error;
    }
  };
  const write: Store["write"] = async (job) => {
    const revs = new Map<string, number>();
    const moved = (teamId: string, rev: number) => revs.set(teamId, rev);
    let touchesTeams = false;
    let touchesHistory = false;
    const result = await watched((transaction) => {
      revs.clear();
      return job({
        get teams() {
          touchesTeams = true;
          return new TeamWriter(transaction);
        },
        get templates() {
          return new TemplateWriter(transaction, moved, quota);
        },
        get answers() {
          return new IdempotencyStore(transaction);
        },
        get archives() {
          touchesTeams = true;
          touchesHistory = true;
          return new TeamArchives(transaction, moved);
        },
      });
    });
    if (touchesHistory) await history.refresh();
    if (touchesTeams) consequences.teamsChanged();
    if (revs.size > 0) consequences.templatesChanged(revs);
    return result;
  };
  const sweep = setInterval(() => {
    sweepStore(write).catch(() => {});
  }, SWEEP_EVERY).unref();
  const look = async () => {
    await checkState();
    if (performance.now() < fullUntil)
      throw Object.assign(new Error("the disk was full"), { code: "ENOSPC" });
    await transact(probe);
  };
  let lookedAt = Number.NEGATIVE_INFINITY;
  let seen = Promise.resolve();
  return {
    engine,
    db,
    history: () => history.id,
    reads,
    write,
    checkWritable: async () => {
      if (performance.now() < fullUntil) {
        throw Object.assign(new Error("the disk was full"), { code: "ENOSPC" });
      }
      if (performance.now() - lookedAt >= PROBE_EVERY) {
        lookedAt = performance.now();
        seen = look();
      }
      await seen;
    },
    notices,
    isOpenElsewhere,
    close: async () => {
      clearInterval(sweep);
      await close();
    },
  };
}

const readsOf = (db: Kysely<Tables>): Reads => ({
  teams: new TeamReader(db),
  templates: new TemplateReader(db),
  answers: new IdempotencyStore(db),
  audit: (teamId, before, limit) => auditEntries(db, teamId, before, limit),
});

/** Forgets the kept answers and the one-time codes whose time is over. */
export const sweepStore = (write: Store["write"]): Promise<void> =>
  write(async ({ answers, teams }) => {
    await answers.sweep();
    await teams.sweepCodes();
  });

/** Tells every listener its team's newest revision, after a time in which some may have been missed. */
async function announceNewest(reads: Reads, changes: ChangeBus): Promise<void> {
  for (const teamId of changes.teams()) {
    // Where it cannot be read, the next change or the next connection tells it.
    const rev = await reads.templates.newestRevision(teamId).catch(() => undefined);
    if (rev !== undefined) changes.announce(teamId, rev);
  }
}

/** What is looked at again and again: where it cannot be seen, the next look tells. */
function unlessFailing<Seen>(look: () => Seen): Seen | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
