import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { StartError } from "../start-error.ts";
import { fsyncPath } from "./fsync-path.ts";
import { SQLITE_FILE } from "./open-sqlite.ts";

/**
 * Writes the SQLite file of a data folder, as it is at one moment, into a new file, while the server may go on
 * writing; the file has its name only once it is whole, checked and on disk.
 *
 * Refused with one Chinese sentence: nothing to back up, a target that exists or cannot be written.
 */
export function backupSqlite(folder: string, target: string): void {
  const file = join(folder, SQLITE_FILE);
  if (!existsSync(file)) {
    throw new StartError(`没有数据文件 ${file}，请检查 DATA_DIR；服务至少要启动过一次。`);
  }
  if (existsSync(target)) throw new StartError(`${target} 已经存在，请换一个文件名。`);
  const part = `${target}.part`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    rmSync(part, { force: true });
    const database = new Database(file, { fileMustExist: true });
    try {
      database.prepare("vacuum into ?").run(part);
    } finally {
      database.close();
    }
    chmodSync(part, 0o600);
    checkIntegrity(part);
    fsyncPath(part);
    renameSync(part, target);
    fsyncPath(dirname(target));
  } catch (error) {
    rmSync(part, { force: true });
    if (error instanceof StartError) throw error;
    const { code = "" } = error as { code?: string };
    throw new StartError(
      `备份没有完成（${code || String(error)}），请检查 ${target} 能否写入、磁盘是否已满。`,
    );
  }
}

/** Refuses a file that is not a whole SQLite database. */
export function checkIntegrity(file: string): void {
  const damaged = (why: string) => new StartError(`${file} 不是完整的备份（${why}），请用另一个备份。`);
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true, fileMustExist: true });
    const found = database.pragma("integrity_check", { simple: true });
    if (found !== "ok") throw damaged(String(found).slice(0, 100));
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw damaged((error as { code?: string }).code ?? "读不出来");
  } finally {
    database?.close();
  }
}
