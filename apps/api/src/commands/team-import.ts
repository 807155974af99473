import { readFileSync } from "node:fs";
import { StartError } from "../start-error.ts";
import { refuseLargeWhileServed } from "../store/refuse-large-while-served.ts";
import { readArchive } from "../store/team-archive.ts";
import { runCommand, typedPath, withStore } from "./run-command.ts";

function textOf(path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch {
    throw new StartError(`${path} 读不出来，请检查路径，文件应为 UTF-8 的 JSON。`);
  }
}

await runCommand(async ({ settings, words: [file] }) => {
  if (!file) throw new StartError("请写明导出的文件，如 team-import 团队.json。");
  const text = textOf(typedPath(file));
  const archive = readArchive(text);
  if (typeof archive === "string") throw new StartError(archive);
  return withStore(settings, async (store) => {
    const states = archive.templates.length + archive.history.length;
    await refuseLargeWhileServed(store, { name: archive.team.name, states, characters: text.length });
    return store.write(async ({ archives, teams }) => {
      const { isNew, changed } = await archives.restore(archive);
      const { team } = archive;
      if (!isNew) return `“${team.name}”：${changed} 个模板恢复成导出时的内容，历史、成员和令牌不变`;
      const lines: string[] = [];
      for (const member of await teams.members(team.id)) {
        lines.push(`\n${member.name}（${member.role}）：#signin=${await teams.signInCode(team.id, member)}`);
      }
      return `已导入“${team.name}”：${changed} 个模板。令牌不在文件里，请把各人的一次性登录码（加在工作台地址后面，7 天内有效）交给他们：${lines.join("")}`;
    });
  });
});
