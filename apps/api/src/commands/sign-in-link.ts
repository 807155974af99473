import { LINK_MINUTES, signInLink, workbenchAddress } from "../sign-in-link.ts";
import { StartError } from "../start-error.ts";
import { runCommand, withStore } from "./run-command.ts";

await runCommand(({ settings, words: [teamId] }) =>
  withStore(settings, async (store) => {
    const found = await store.reads.teams.teamOfOwner(teamId);
    if (!found) {
      const teams = await store.write(({ archives }) => archives.teams());
      const list = teams.map(({ id, name }) => `\n${id}\t${name}`).join("");
      throw new StartError(
        list === ""
          ? "还没有团队，请先启动一次服务。"
          : `没有这个团队，请写明团队的 id，如 sign-in-link ${teams[0]?.id}，现有：${list}`,
      );
    }
    const link = await signInLink(store, found, workbenchAddress(settings, settings.PORT));
    return `${LINK_MINUTES} 分钟内、只能用一次，登录“${found.team.name}”的${found.owner.name}：${link}`;
  }),
);
