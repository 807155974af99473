import { join } from "node:path";
import { StartError } from "../start-error.ts";
import { backupSqlite } from "../store/backup-sqlite.ts";
import { runCommand, typedPath } from "./run-command.ts";

await runCommand(async ({ settings, words: [target] }) => {
  if (settings.DATABASE_URL !== undefined) {
    throw new StartError("数据在 PostgreSQL 里（DATABASE_URL），请用 pg_dump 备份，见 apps/api/README.md。");
  }
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const file = target ? typedPath(target) : join(settings.DATA_DIR, "backups", `sevenstar-${stamp}.sqlite`);
  backupSqlite(settings.DATA_DIR, file);
  return `已备份到 ${file}`;
});
