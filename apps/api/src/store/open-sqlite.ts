import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { Migrator } from "kysely/migration";
import { StartError } from "../start-error.ts";
import { migrations } from "./migrations.ts";
import type { Tables } from "./tables.ts";

/**
 * Opens the SQLite file of a data folder and brings its tables up to date; every commit is on disk before it is
 * acknowledged (T4).
 *
 * Refused with one Chinese sentence: a folder that cannot be written, a file that is no database, a file written
 * by a newer version.
 */
export async function openSqlite(folder: string): Promise<Kysely<Tables>> {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new StartError(`数据文件夹 ${folder} 不能写入，请检查权限，或用 DATA_DIR 指定别的文件夹。`);
  }
  const file = join(folder, "sevenstar.sqlite");
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: connect(file) }) });
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
  }).migrateToLatest();
  if (!error) return db;
  await db.destroy();
  if (/previously executed migration/.test(String(error))) {
    throw new StartError(`数据文件 ${file} 是更新的版本写的，请升级程序，或用 DATA_DIR 指定别的文件夹。`);
  }
  throw unreadable(file, error);
}

function connect(file: string): Database.Database {
  try {
    const database = new Database(file);
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    database.pragma("foreign_keys = ON");
    return database;
  } catch (error) {
    throw unreadable(file, error);
  }
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
