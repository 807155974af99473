import { StartError } from "../start-error.ts";
import { restoreSqlite } from "../store/restore-sqlite.ts";
import { runCommand, typedPath, withStore } from "./run-command.ts";

await runCommand(async ({ settings, words: [file] }) => {
  if (!file) throw new StartError("请写明备份文件，如 restore .data/backups/sevenstar-….sqlite。");
  const teams = await withStore(settings, (store) => restoreSqlite(typedPath(file), store));
  const lines = teams.map(({ name, isNew, changed }) =>
    isNew ? `${name}：已恢复，${changed} 个模板` : `${name}：${changed} 个模板恢复成备份时的内容`,
  );
  return lines.length > 0 ? lines.join("\n") : "备份里没有团队。";
});
