import { chmodSync, copyFileSync } from "node:fs";
import { StartError } from "../start-error.ts";
import { walDamage } from "./wal-damage.ts";

/**
 * Keeps a copy of a SQLite file's write-ahead log where it is damaged, before SQLite goes on without what it cannot
 * read; gives the Chinese sentences that say so, none where nothing is wrong.
 *
 * Refused with one Chinese sentence: a log that cannot be copied.
 */
export function setDamagedWalAside(file: string): string[] {
  const damage = walDamage(file);
  if (damage === undefined) return [];
  const copy = `${file}-wal.damaged-${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`;
  try {
    copyFileSync(`${file}-wal`, copy);
    chmodSync(copy, 0o600);
  } catch {
    throw new StartError(
      `数据文件的日志 ${file}-wal 有损坏（${damage}），又不能复制留底，请检查磁盘的空间和权限后再启动。`,
    );
  }
  return [
    `数据文件的日志 ${file}-wal 有损坏（${damage}）：读得出的部分照常使用，原样留了一份在 ${copy}；请检查磁盘，缺了内容就执行 pnpm --filter @sevenstar/api restore 备份.sqlite 从最近的备份恢复。`,
  ];
}
