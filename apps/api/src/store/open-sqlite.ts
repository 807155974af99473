import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
} from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import Database from "better-sqlite3";
import { Kysely, SqliteAdapter, type SqliteDatabase, SqliteDialect, SqliteDriver } from "kysely";
import { StartError } from "../start-error.ts";
import { fsyncPath } from "./fsync-path.ts";
import { migrate } from "./migrate.ts";
import { quickCheck } from "./quick-check.ts";
import { setDamagedWalAside } from "./set-damaged-wal-aside.ts";
import type { Tables } from "./tables.ts";
import { unavailability } from "./unavailability.ts";

/** The name of the data file in the data folder. */
export const SQLITE_FILE = "sevenstar.sqlite";

/** Who opens a file waits so long for another process that is writing to it; a server that runs never does. */
const OPEN_MILLISECONDS = 5_000;
/** A file up to this size is checked before it is served, which takes a second; a larger one meanwhile. */
const MOST_CHECKED_FIRST = 268_435_456;
/** With less room than this a template of the largest size could not be saved. */
const LEAST_FREE_BYTES = 2_097_152;

/**
 * SQLite's tables can be changed in a transaction, which Kysely leaves unused by default. Where SQLite itself has
 * taken a transaction back, as on a full disk, nothing is left to roll back, and the first error is the one to tell.
 */
class TransactionalDialect extends SqliteDialect {
  readonly #database: Database.Database;
  readonly #prepared: SqliteDatabase;

  constructor(database: Database.Database, prepared: SqliteDatabase = preparedOnce(database)) {
    super({ database: prepared });
    this.#database = database;
    this.#prepared = prepared;
  }

  override createAdapter() {
    return new (class extends SqliteAdapter {
      override get supportsTransactionalDdl() {
        return true;
      }
    })();
  }

  override createDriver() {
    const database = this.#database;
    return new (class extends SqliteDriver {
      override async rollbackTransaction(
        ...given: Parameters<SqliteDriver["rollbackTransaction"]>
      ): Promise<void> {
        if (database.inTransaction) await super.rollbackTransaction(...given);
      }
    })({ database: this.#prepared });
  }
}

/** An open SQLite file. */
export interface SqliteFile {
  readonly db: Kysely<Tables>;
  /** A number that changes when another process has written to the file. */
  foreignWrites(): number;
  /** How many rows this process has written or tried to. */
  ownWrites(): number;
  /** Whether a transaction is under way. */
  inTransaction(): boolean;
  /** Throws where the file is damaged, as far as has been seen, or its disk has no room for a write. */
  checkState(): Promise<void>;
  /** Whether another connection has the file open. */
  isOpenElsewhere(): boolean;
  /** What whoever started this should know, in Chinese sentences. */
  readonly notices: readonly string[];
}

/**
 * Opens the SQLite file of a data folder and brings its tables up to date; every commit is on disk before it is
 * acknowledged (T4).
 *
 * Refused with one Chinese sentence: a folder that cannot be written, a file that is no database, is damaged or in
 * use by another program, a full disk, a file written by a newer version. A file too large to be checked at once is
 * checked while it is served.
 */
export async function openSqlite(folder: string, checkedFirst = MOST_CHECKED_FIRST): Promise<SqliteFile> {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch {
    throw new StartError(`数据文件夹 ${folder} 不能写入，请检查权限，或用 DATA_DIR 指定别的文件夹。`);
  }
  const file = join(folder, SQLITE_FILE);
  keepPrivate(folder, file);
  const notices = setDamagedWalAside(file);
  const size = existsSync(file) ? statSync(file).size : 0;
  const database = connect(file, size > 0 && size <= checkedFirst);
  // What SQLite could not read has been kept; what stays of it must not be found again.
  if (notices.length > 0) database.pragma("wal_checkpoint(TRUNCATE)");
  const db = new Kysely<Tables>({ dialect: new TransactionalDialect(database) });
  const outcome = await migrate(db, "sqlite").catch(async (error: unknown) => {
    await db.destroy();
    throw unreadable(file, error);
  });
  if (outcome === "newer") {
    await db.destroy();
    throw new StartError(`数据文件 ${file} 是更新的版本写的，请升级程序，或用 DATA_DIR 指定别的文件夹。`);
  }
  database.pragma("busy_timeout = 0");
  let isDamaged = false;
  if (size > checkedFirst) {
    checkMeanwhile(file, () => {
      isDamaged = true;
    });
  }
  const dataVersion = database.prepare("pragma data_version").pluck();
  const totalChanges = database.prepare("select total_changes()").pluck();
  return {
    db,
    foreignWrites: () => dataVersion.get() as number,
    ownWrites: () => totalChanges.get() as number,
    inTransaction: () => database.inTransaction,
    checkState: async () => {
      if (isDamaged) throw Object.assign(new Error("quick_check found damage"), { code: "SQLITE_CORRUPT" });
      const { bavail, bsize } = await statfs(folder);
      if (bavail * bsize >= LEAST_FREE_BYTES) return;
      throw Object.assign(new Error(`less than ${LEAST_FREE_BYTES} bytes free`), { code: "ENOSPC" });
    },
    isOpenElsewhere: () => isOpenElsewhere(database),
    notices,
  };
}

/** SQLite gives the write-ahead log up only where nobody else has the file open. */
function isOpenElsewhere(database: Database.Database): boolean {
  try {
    return database.pragma("journal_mode = DELETE", { simple: true }) !== "delete";
  } catch (error) {
    if (unavailability(error) === "busy") return true;
    throw error;
  } finally {
    database.pragma("journal_mode = WAL");
  }
}

/** Checks a file in a thread of its own, which ends with the process. */
function checkMeanwhile(file: string, found: () => void): void {
  const worker = new Worker(new URL("./quick-check-worker.ts", import.meta.url), { workerData: file });
  worker.unref();
  worker.once("message", (damage: string | undefined) => {
    if (damage === undefined) return;
    found();
    console.error(damaged(file, damage).message);
  });
  // A file that cannot be checked is served as before.
  worker.once("error", (error) => console.error(`数据文件 ${file} 没有检查完：${String(error)}`));
}

/** Makes a folder, and those above it, that are still there after a power loss. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
  fsyncPath(dirname(folder));
}

/**
 * Lets only the owner into the data folder and its files, also where an earlier version left them open; SQLite gives
 * its other files the mode of the database. A folder in which others keep things too stays as it is.
 */
function keepPrivate(folder: string, file: string): void {
  if (process.platform === "win32") return;
  try {
    closeSync(openSync(file, "a", 0o600));
    for (const path of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(path)) chmodSync(path, 0o600);
    const isOurs = readdirSync(folder).every((name) => name.startsWith(SQLITE_FILE) || name === "backups");
    if (!isOurs) return;
    if ((statSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700);
    const backups = join(folder, "backups");
    if (!existsSync(backups)) return;
    chmodSync(backups, 0o700);
    for (const name of readdirSync(backups)) {
      if (name.endsWith(".sqlite")) chmodSync(join(backups, name), 0o600);
    }
  } catch {
    // Another user's: whoever may write there may use it, and connecting says what is wrong with the file.
  }
}

function connect(file: string, isChecked: boolean): Database.Database {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { timeout: OPEN_MILLISECONDS });
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    database.pragma("foreign_keys = ON");
    // 16 MiB: rarely enough that a checkpoint writes a page once for many commits.
    database.pragma("wal_autocheckpoint = 4000");
    const found = isChecked ? quickCheck(database) : undefined;
    if (found !== undefined) throw damaged(file, found);
    return database;
  } catch (error) {
    database?.close();
    throw unreadable(file, error);
  }
}

/**
 * A database that prepares each statement once: preparing takes longer than running. Its transactions are all
 * writes, so they take the lock at once: one that began by reading could not get it after another process's write.
 */
function preparedOnce(database: Database.Database): SqliteDatabase {
  const statements = new Map<string, Database.Statement>();
  return {
    prepare(sql: string) {
      const found = statements.get(sql);
      if (found) return found;
      const statement = database.prepare(sql === "begin" ? "begin immediate" : sql);
      statements.set(sql, statement);
      return statement;
    },
    close: () => void database.close(),
  };
}

/** What to do about a damaged file; the command stands in the README too. */
const FROM_BACKUP =
  "请先把整个数据文件夹复制留底，再用 DATA_DIR 指定一个新的文件夹，执行 pnpm --filter @sevenstar/api restore 备份.sqlite 从最近的备份恢复";

const damaged = (file: string, found: string): StartError =>
  new StartError(`数据文件 ${file} 已损坏（${found}），${FROM_BACKUP}。`);

function unreadable(file: string, error: unknown): StartError {
  if (error instanceof StartError) return error;
  const code = (error as { code?: string }).code ?? "";
  const why = unavailability(error);
  if (why === "full") return new StartError(`数据文件 ${file} 所在的磁盘已满，请腾出空间后再启动。`);
  if (why === "busy") {
    return new StartError(`数据文件 ${file} 正被另一个程序写（如恢复、导入），请等它结束后再启动。`);
  }
  if (code.startsWith("SQLITE_READONLY") || code.startsWith("SQLITE_CANTOPEN")) {
    return new StartError(`数据文件 ${file} 不能写入，请检查权限，或用 DATA_DIR 指定别的文件夹。`);
  }
  return new StartError(`数据文件 ${file} 打不开（${code || "内容已损坏"}），${FROM_BACKUP}。`);
}
