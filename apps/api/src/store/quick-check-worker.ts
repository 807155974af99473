import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";
import { quickCheck } from "./quick-check.ts";

/** Checks the SQLite file that it is given and tells what it finds. */
const database = new Database(workerData as string, { readonly: true, fileMustExist: true });
parentPort?.postMessage(found());
database.close();

function found(): string | undefined {
  try {
    return quickCheck(database);
  } catch (error) {
    const { code = "" } = error as { code?: string };
    if (/^SQLITE_(?:CORRUPT|NOTADB)/.test(code)) return code;
    throw error;
  }
}
