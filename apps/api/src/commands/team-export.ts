import { writeFileSync } from "node:fs";
import { StartError } from "../start-error.ts";
import { refuseLargeWhileServed } from "../store/refuse-large-while-served.ts";
import { teamSizes } from "../store/team-sizes.ts";
import { runCommand, typedPath, withStore } from "./run-command.ts";

await runCommand(async ({ settings, words: [file, teamId] }) => {
  if (!file)
    throw new StartError("请写明导出到哪个文件，如 team-export 团队.json；有几个团队时再写团队的 id。");
  const archive = await withStore(settings, async (store) => {
    const sizes = await teamSizes(store);
    const size = teamId ? sizes.find(({ id }) => id === teamId) : sizes[0];
    if (size) await refuseLargeWhileServed(store, size);
    return store.write(async ({ archives }) => {
      const teams = await archives.teams();
      const list = teams.map(({ id, name }) => `\n${id}\t${name}`).join("");
      if (!teamId && teams.length > 1)
        throw new StartError(`有 ${teams.length} 个团队，请再写团队的 id：${list}`);
      const taken = await archives.take(teamId ?? teams[0]?.id ?? "");
      if (!taken) throw new StartError(teams.length > 0 ? `没有这个团队，现有：${list}` : "还没有团队。");
      return taken;
    });
  });
  const target = typedPath(file);
  try {
    writeFileSync(target, `${JSON.stringify(archive, undefined, 1)}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    const exists = (error as { code?: string }).code === "EEXIST";
    throw new StartError(`${target} ${exists ? "已经存在，请换一个文件名" : "不能写入，请检查路径和权限"}。`);
  }
  const { team, templates, history, members } = archive;
  return `已导出“${team.name}”：${templates.length} 个模板，${history.length} 个旧版本，${members.length} 个成员，到 ${target}`;
});
