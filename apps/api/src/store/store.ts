import type { Kysely, Transaction } from "kysely";
import type { ChangeBus } from "../change-bus.ts";
import type { Settings } from "../settings.ts";
import { type AuditEntry, auditEntries } from "./audit-log.ts";
import { GroupCommit } from "./group-commit.ts";
import { KeptAnswers } from "./kept-answers.ts";
import { openPostgres } from "./open-postgres.ts";
import { openSqlite } from "./open-sqlite.ts";
import { PostgresListener } from "./postgres-listener.ts";
import type { Engine, Tables } from "./tables.ts";
import { TeamArchives } from "./team-archives.ts";
import { TeamReader } from "./team-reader.ts";
import { TeamWriter } from "./team-writer.ts";
import { TemplateReader } from "./template-reader.ts";
import { TemplateWriter } from "./template-writer.ts";

const LOOK_FOR_FOREIGN_WRITES_EVERY = 1_000;
const SWEEP_EVERY = 3_600_000;

/** What can be asked of the store at any time. */
export interface Reads {
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
  readonly db: Kysely<Tables>;
  readonly reads: Reads;
  /**
   * Does a job as one transaction: all of it is on disk when this resolves, none where the job throws (T4).
   * The job waits for nothing but the store.
   */
  write<Result>(job: (writes: Writes) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

type Transact = <Result>(job: (transaction: Transaction<Tables>) => Promise<Result>) => Promise<Result>;

/** Opens the store of the settings; each new revision is announced on the bus once it is committed. */
export async function openStore(
  settings: Pick<Settings, "DATABASE_URL" | "DATA_DIR">,
  changes: ChangeBus,
): Promise<Store> {
  return settings.DATABASE_URL === undefined
    ? overSqlite(settings.DATA_DIR, changes)
    : overPostgres(settings.DATABASE_URL, changes);
}

async function overSqlite(folder: string, changes: ChangeBus): Promise<Store> {
  const { db, foreignWrites } = await openSqlite(folder);
  const commits = new GroupCommit(db);
  const reads = readsOf(db);
  let seen = foreignWrites();
  const lookout = setInterval(() => {
    if (changes.count() === 0) return;
    const now = foreignWrites();
    if (now !== seen) announceNewest(reads, changes);
    seen = now;
  }, LOOK_FOR_FOREIGN_WRITES_EVERY).unref();
  return storeOver("sqlite", db, reads, (job) => commits.write(job), {
    changed: (teamId, rev) => changes.announce(teamId, rev),
    close: async () => clearInterval(lookout),
  });
}

async function overPostgres(url: string, changes: ChangeBus): Promise<Store> {
  const db = await openPostgres(url);
  const reads = readsOf(db);
  const listener = await PostgresListener.open(url, {
    changed: (teamId, rev) => changes.announce(teamId, rev),
    missed: () => announceNewest(reads, changes),
  });
  // PostgreSQL itself announces what was committed, to this process as to the others.
  return storeOver("postgres", db, reads, (job) => db.transaction().execute(job), {
    changed: () => {},
    close: () => listener.close(),
  });
}

function storeOver(
  engine: Engine,
  db: Kysely<Tables>,
  reads: Reads,
  transact: Transact,
  { changed, close }: { changed(teamId: string, rev: number): void; close(): Promise<void> },
): Store {
  const write: Store["write"] = async (job) => {
    const revs = new Map<string, number>();
    const result = await transact((transaction) => {
      const work = { transaction, engine };
      const moved = (teamId: string, rev: number) => revs.set(teamId, rev);
      return job({
        teams: new TeamWriter(work),
        templates: new TemplateWriter(work, moved),
        answers: new KeptAnswers(transaction),
        archives: new TeamArchives(work, moved),
      });
    });
    for (const [teamId, rev] of revs) changed(teamId, rev);
    return result;
  };
  const sweep = setInterval(() => {
    write(({ answers }) => answers.sweep()).catch(() => {});
  }, SWEEP_EVERY).unref();
  return {
    engine,
    db,
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
