import { readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { INVITE_DAYS } from "@sevenstar/core/template/wire/team";
import { StartError } from "../start-error.ts";
import { refuseLargeWhileServed } from "../store/refuse-large-while-served.ts";
import { readArchive, type TeamArchive } from "../store/team-archive.ts";
import type { RestorePlan } from "../store/team-archives.ts";
import { runCommand, typedPath, withStore } from "./run-command.ts";

function textOf(path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch {
    throw new StartError(`${path} 读不出来，请检查路径，文件应为 UTF-8 的 JSON。`);
  }
}

/** What an archive holds, in words. */
function contentsOf({ team, templates, members }: TeamArchive): string {
  const counts = [
    `${templates.filter(({ deleted }) => !deleted).length} 个模板`,
    `${members.filter(({ removedAt }) => removedAt === null).length} 个成员`,
  ];
  return `“${team.name}”（${counts.join("、")}，没有令牌）`;
}

/** What the import will do, in one sentence. */
function planned(archive: TeamArchive, { found, here, changed, deleted, becomesLocal }: RestorePlan): string {
  const gone = deleted > 0 ? `，${deleted} 个不在文件里的模板成为“已删除”（历史里还能恢复）` : "";
  if (found === "nothing") {
    const after = becomesLocal ? "这里还没有团队，以后启动打印的链接就打开它。" : "这里原有的团队不受影响。";
    return `导入新的团队${contentsOf(archive)}，${after}`;
  }
  if (found === "same team") {
    return `这里已有同一个团队“${here.name}”：${changed} 个模板恢复成导出时的内容${gone}；它的 ${here.members} 个成员和 ${here.tokens} 个令牌不变。`;
  }
  return `用文件里的${contentsOf(archive)}顶替这里的“${here.name}”：写入 ${changed} 个模板${gone}；这里的 ${here.members} 个成员被移除，${here.tokens} 个令牌立即失效，不能恢复。`;
}

/** Asks the person at the terminal; elsewhere the answer must have been given beforehand. */
async function isAgreed(): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    // Ctrl+D and Ctrl+C are no answer.
    const answer = await terminal.question("继续请输入 yes：").catch(() => "");
    return /^(?:yes|y|是)$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}

await runCommand(async ({ settings, words }) => {
  const flags = new Set(words.filter((word) => word.startsWith("--")));
  const [file, ...more] = words.filter((word) => !word.startsWith("--"));
  const unknown = [...flags].find((flag) => flag !== "--yes" && flag !== "--replace") ?? more[0];
  if (unknown !== undefined) throw new StartError(`不认识“${unknown}”，可以写 --yes 和 --replace。`);
  if (!file) throw new StartError("请写明导出的文件，如 team-import 团队.json。");
  const text = textOf(typedPath(file));
  const archive = readArchive(text);
  if (typeof archive === "string") throw new StartError(archive);
  return withStore(settings, async (store) => {
    const states = archive.templates.length + archive.history.length;
    await refuseLargeWhileServed(store, { name: archive.team.name, states, characters: text.length });
    const plan = await store.write(({ archives }) => archives.plan(archive));
    const { found, here, changed, deleted } = plan;
    if (found === "other team" && !flags.has("--replace")) {
      throw new StartError(
        `没有导入，什么都没改：文件里的${contentsOf(archive)}和这里的“${here.name}”（${here.templates} 个模板、${here.members} 个成员、${here.tokens} 个令牌）不是同一个团队，只是 id 相同。要用文件顶替它，请先备份，再加 --replace。`,
      );
    }
    console.log(planned(archive, plan));
    const isHarmless = found === "nothing" || (found === "same team" && changed + deleted === 0);
    if (!isHarmless && !flags.has("--yes") && !(await isAgreed())) {
      throw new StartError("没有导入，什么都没改；确定的话请加 --yes 再执行一次。");
    }
    return store.write(async ({ archives, teams }) => {
      const now = await archives.plan(archive);
      if (JSON.stringify(now) !== JSON.stringify(plan)) {
        throw new StartError("没有导入，什么都没改：团队在这期间有了改动，请再执行一次。");
      }
      const outcome = await archives.restore(archive, [], flags.has("--replace"));
      const { team } = archive;
      if (plan.becomesLocal) await archives.adoptLocalTeam(team.id);
      if (found === "same team") {
        return `“${team.name}”：${outcome.changed} 个模板恢复成导出时的内容，历史、成员和令牌不变`;
      }
      const lines: string[] = [];
      for (const member of await teams.members(team.id)) {
        lines.push(`\n${member.name}（${member.role}）：#signin=${await teams.signInCode(team.id, member)}`);
      }
      return `已导入“${team.name}”：${outcome.changed} 个模板。令牌不在文件里，请把各人的一次性登录码（加在工作台地址后面，${INVITE_DAYS} 天内有效）交给他们：${lines.join("")}`;
    });
  });
});
