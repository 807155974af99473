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
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { Kysely, SqliteAdapter, SqliteDialect } from "kysely";
import { StartError } from "../start-error.ts";
import { fsyncPath } from "./fsync-path.ts";
import { migrate } from "./migrate.ts";
import type { Tables } from "./tables.ts";

/** The name of the data file in the data folder. */
export const SQLITE_FILE = "sevenstar.sqlite";

/** SQLite's tables can be changed in a transaction, which Kysely leaves unused by default. */
class TransactionalDialect extends SqliteDialect {
  override createAdapter() {
    return new (class extends SqliteAdapter {
      override get supportsTransactionalDdl() {
        return true;
      }
    })();
  }
}

/** An open SQLite file. */
export interface SqliteFile {
  readonly db: Kysely<Tables>;
  /** A number that changes when another process has written to the file. */
  foreignWrites(): number;
  /** How many rows this process has written or tried to. */
  ownWrites(): number;
}

/**
 * Opens the SQLite file of a data folder and brings its tables up to date; every commit is on disk before it is
 * acknowledged (T4).
 *
 * Refused with one Chinese sentence: a folder that cannot be written, a file that is no database, a file written
 * by a newer version.
 */
export async function openSqlite(folder: string): Promise<SqliteFile> {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch {
    throw new StartError(`数据文件夹 ${folder} 不能写入，请检查权限，或用 DATA_DIR 指定别的文件夹。`);
  }
  const file = join(folder, SQLITE_FILE);
  keepPrivate(folder, file);
  const database = connect(file);
  const db = new Kysely<Tables>({ dialect: new TransactionalDialect({ database: preparedOnce(database) }) });
  const outcome = await migrate(db, "sqlite").catch(async (error: unknown) => {
    await db.destroy();
    throw unreadable(file, error);
  });
  if (outcome === "newer") {
    await db.destroy();
    throw new StartError(`数据文件 ${file} 是更新的版本写的，请升级程序，或用 DATA_DIR 指定别的文件夹。`);
  }
  const dataVersion = database.prepare("pragma data_version").pluck();
  const totalChanges = database.prepare("select total_changes()").pluck();
  return {
    db,
    foreignWrites: () => dataVersion.get() as number,
    ownWrites: () => totalChanges.get() as number,
  };
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

function connect(file: string): Database.Database {
  try {
    const database = new Database(file);
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    database.pragma("foreign_keys = ON");
    // 16 MiB: rarely enough that a checkpoint writes a page once for many commits.
    database.pragma("wal_autocheckpoint = 4000");
    return database;
  } catch (error) {
    throw unreadable(file, error);
  }
}

/**
 * A database that prepares each statement once: preparing takes longer than running. Its transactions are all
 * writes, so they take the lock at once: one that began by reading could not get it after another process's write.
 */
function preparedOnce(database: Database.Database) {
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

function unreadable(file: string, error: unknown): StartError {
  const code = (error as { code?: string }).code ?? "";
  if (code.startsWith("SQLITE_READONLY") || code.startsWith("SQLITE_CANTOPEN")) {
    return new StartError(`数据文件 ${file} 不能写入，请检查权限，或用 DATA_DIR 指定别的文件夹。`);
  }
  return new StartError(
    `数据文件 ${file} 打不开（${code || "内容已损坏"}），请从备份恢复，或用 DATA_DIR 指定别的文件夹。`,
  );
}
