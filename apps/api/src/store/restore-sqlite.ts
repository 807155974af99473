import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ChangeBus } from "../change-bus.ts";
import { StartError } from "../start-error.ts";
import { checkIntegrity } from "./backup-sqlite.ts";
import { SQLITE_FILE } from "./open-sqlite.ts";
import { refuseLargeWhileServed } from "./refuse-large-while-served.ts";
import { openStore, type Store } from "./store.ts";
import { teamSizes } from "./team-sizes.ts";

/** A team that was brought back. */
export interface RestoredTeam {
  readonly name: string;
  readonly isNew: boolean;
  readonly changed: number;
}

/**
 * Brings every team of a backup back into a store, while the server may be running; the store may be another
 * than the one that was backed up, PostgreSQL too.
 *
 * Refused with one Chinese sentence: a file that is no whole backup, one of a newer version, or one with a team so
 * large that the store must not be in use meanwhile.
 */
export async function restoreSqlite(file: string, store: Store): Promise<RestoredTeam[]> {
  if (!existsSync(file)) throw new StartError(`没有备份文件 ${file}，请检查路径。`);
  checkIntegrity(file);
  const folder = mkdtempSync(join(tmpdir(), "sevenstar-restore-"));
  try {
    // A copy, as an old backup is brought up to date before it is read.
    copyFileSync(file, join(folder, SQLITE_FILE));
    const backup = await openStore({ DATA_DIR: folder }, new ChangeBus());
    try {
      for (const size of await teamSizes(backup)) await refuseLargeWhileServed(store, size);
      const restored: RestoredTeam[] = [];
      for (const { id, name } of await backup.write(({ archives }) => archives.teams())) {
        const [archive, tokens] = await backup.write(async ({ archives }) => [
          await archives.take(id),
          await archives.tokens(id),
        ]);
        if (!archive) continue;
        const outcome = await store.write(({ archives }) => archives.restore(archive, tokens));
        restored.push({ name, ...outcome });
      }
      const local = await backup.write(({ archives }) => archives.localTeamId());
      if (local !== undefined) await store.write(({ archives }) => archives.adoptLocalTeam(local));
      await store.write(({ archives }) => archives.beginHistory());
      return restored;
    } finally {
      await backup.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
