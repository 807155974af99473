import type { Kysely, Transaction } from "kysely";
import type { ChangeBus } from "../change-bus.ts";
import type { Settings } from "../settings.ts";
import { type AuditEntry, auditEntries } from "./audit-log.ts";
import { GroupCommit } from "./group-commit.ts";
import { HistoryInMemory } from "./history.ts";
import { KeptAnswers } from "./kept-answers.ts";
import { openSqlite } from "./open-sqlite.ts";
import { RememberingTeamReader, RememberingTemplateReader } from "./remembering-readers.ts";
import type { Engine, Tables } from "./tables.ts";
import { TeamArchives } from "./team-archives.ts";
import { TeamReader } from "./team-reader.ts";
import { TeamWriter } from "./team-writer.ts";
import { TemplateReader } from "./template-reader.ts";
import { TemplateWriter } from "./template-writer.ts";

const LOOK_FOR_FOREIGN_WRITES_EVERY = 200;
const SWEEP_EVERY = 3_600_000;
const MIB = 2 ** 20;

/** What can be asked of the store at any time. */
interface Reads {
  readonly teams: TeamReader;
  readonly templates: TemplateReader;
  readonly answers: Pick<KeptAnswers, "find">;
  /** A team's log, newest first, of the entries before one. */
  audit(teamId: string, before: number, limit: number): Promise<AuditEntry[]>;
}

/** What can be done in a write. */
export interface Writes {
  readonly teams: TeamWriter;
  readonly templates: TemplateWriter;
  readonly answers: KeptAnswers;
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
  close(): Promise<void>;
}

/** What follows from a write once it is committed, before anybody is told of it. */
interface Consequences {
  teamsChanged(): void;
  templatesChanged(revs: ReadonlyMap<string, number>): void;
  close(): Promise<void>;
}

type Transact = <Result>(job: (transaction: Transaction<Tables>) => Promise<Result>) => Promise<Result>;

/** Opens the store of the settings; each new revision is announced on the bus once it is committed. */
export async function openStore(
  settings: Pick<Settings, "DATABASE_URL" | "DATA_DIR"> & Partial<Pick<Settings, "TEAM_QUOTA">>,
  changes: ChangeBus,
): Promise<Store> {
  const quota = (settings.TEAM_QUOTA ?? 0) * MIB;
  return settings.DATABASE_URL === undefined
    ? overSqlite(settings.DATA_DIR, changes, quota)
    : overPostgres(settings.DATABASE_URL, changes, quota);
}

async function overSqlite(folder: string, changes: ChangeBus, quota: number): Promise<Store> {
  const { db, foreignWrites, ownWrites } = await openSqlite(folder);
  const commits = new GroupCommit(db, ownWrites);
  const teams = new RememberingTeamReader(db);
  const templates = new RememberingTemplateReader(db);
  const reads = { ...readsOf(db), teams, templates };
  const history = await HistoryInMemory.open(db);
  let seen = foreignWrites();
  const lookout = setInterval(() => {
    const now = foreignWrites();
    if (now === seen) return;
    seen = now;
    teams.forget();
    templates.forget();
    void history.refresh();
    announceNewest(reads, changes);
  }, LOOK_FOR_FOREIGN_WRITES_EVERY).unref();
  return storeOver("sqlite", db, quota, reads, history, (job) => commits.write(job), {
    teamsChanged: () => teams.forget(),
    templatesChanged: (revs) => {
      templates.forget();
      for (const [teamId, rev] of revs) changes.announce(teamId, rev);
    },
    close: async () => clearInterval(lookout),
  });
}

async function overPostgres(url: string, changes: ChangeBus, quota: number): Promise<Store> {
  // Loaded only where it is needed.
  const { openPostgres } = await import("./open-postgres.ts");
  const { PostgresListener } = await import("./postgres-listener.ts");
  const db = await openPostgres(url);
  const reads = readsOf(db);
  const history = await HistoryInMemory.open(db);
  const listener = await PostgresListener.open(url, {
    changed: (teamId, rev) => {
      void history.refresh();
      changes.announce(teamId, rev);
    },
    missed: () => {
      void history.refresh();
      announceNewest(reads, changes);
    },
  });
  // PostgreSQL itself announces what was committed, to this process as to the others.
  return storeOver("postgres", db, quota, reads, history, (job) => db.transaction().execute(job), {
    teamsChanged: () => {},
    templatesChanged: () => {},
    close: () => listener.close(),
  });
}

function storeOver(
  engine: Engine,
  db: Kysely<Tables>,
  quota: number,
  reads: Reads,
  history: HistoryInMemory,
  transact: Transact,
  { teamsChanged, templatesChanged, close }: Consequences,
): Store {
  const write: Store["write"] = async (job) => {
    const revs = new Map<string, number>();
    const moved = (teamId: string, rev: number) => revs.set(teamId, rev);
    let touchesTeams = false;
    let touchesHistory = false;
    const result = await transact((transaction) => {
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
          return new KeptAnswers(transaction);
        },
        get archives() {
          touchesTeams = true;
          touchesHistory = true;
          return new TeamArchives(transaction, moved);
        },
      });
    });
    if (touchesHistory) await history.refresh();
    if (touchesTeams) teamsChanged();
    if (revs.size > 0) templatesChanged(revs);
    return result;
  };
  const sweep = setInterval(() => {
    sweepStore(write).catch(() => {});
  }, SWEEP_EVERY).unref();
  return {
    engine,
    db,
    history: () => history.id,
    reads,
    write,
    close: async () => {
      clearInterval(sweep);
      await close();
      await db.destroy();
    },
  };
}

const readsOf = (db: Kysely<Tables>): Reads => ({
  teams: new TeamReader(db),
  templates: new TemplateReader(db),
  answers: new KeptAnswers(db),
  audit: (teamId, before, limit) => auditEntries(db, teamId, before, limit),
});

/** Forgets the kept answers and the one-time codes whose time is over. */
export const sweepStore = (write: Store["write"]): Promise<void> =>
  write(async ({ answers, teams }) => {
    await answers.sweep();
    await teams.sweepCodes();
  });

/** Tells every listener its team's newest revision, after a time in which some may have been missed. */
function announceNewest(reads: Reads, changes: ChangeBus): void {
  for (const teamId of changes.teams()) {
    reads.templates.newestRevision(teamId).then(
      (rev) => changes.announce(teamId, rev),
      // The next change, or the next connection, tells it.
      () => {},
    );
  }
}
