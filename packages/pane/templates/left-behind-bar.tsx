import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import type { SyncClient } from "@sevenstar/core/template/client/sync-client";
import { useSay } from "../shell/language-context.ts";
import type { RunTask } from "./template-task.ts";

const texts = {
  droppedBehind: { zh: "已删掉。", en: "Removed." },
  leftBehind: (count: string, names: string): Words => ({
    zh: `这台设备上有 ${count} 份模板的修改是给另一个团队的，还没推送：${names}。可以作为新模板放进这个团队，也可以留着，登录那个团队时再推送。`,
    en: `Edits of ${count} templates on this device are meant for another team and are not pushed: ${names}. Put them into this team as new templates, or leave them until you sign in to that team.`,
  }),
  tookBehind: (count: string): Words => ({
    zh: `已把 ${count} 份修改作为新模板放进这个团队。`,
    en: `${count} edits are new templates of this team.`,
  }),
  takeBehind: { zh: "放进这个团队", en: "Put into this team" },
  dropBehindWarning: (count: string): Words => ({
    zh: `这 ${count} 份修改会从这台设备上删掉，不能恢复。`,
    en: `The ${count} edits are removed from this device for good.`,
  }),
  dropBehind: { zh: "不要了", en: "Drop them" },
  dropBehindNow: { zh: "确定删掉", en: "Remove them" },
};

/** More names than these are counted, not shown. */
const MOST_NAMES = 5;

interface LeftBehindBarProps {
  readonly client: SyncClient;
  /** The names of the templates whose edits wait for another team. */
  readonly names: readonly string[];
  readonly run: RunTask;
}

/** Edits on this device that wait for another team, and what may become of them. */
export function LeftBehindBar({ client, names, run }: LeftBehindBarProps) {
  const say = useSay();
  const count = String(names.length);
  const shown = names.slice(0, MOST_NAMES).join("、");
  const drop = async () => {
    const problem = await client.dropLeftBehind();
    return problem ?? { done: texts.droppedBehind };
  };
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {say(texts.leftBehind(count, names.length > MOST_NAMES ? `${shown}…` : shown))}{" "}
        <Button
          size="small"
          onClick={() =>
            run(async () => {
              const problem = await client.takeLeftBehind();
              return problem ?? { done: texts.tookBehind(count) };
            })
          }
        >
          {say(texts.takeBehind)}
        </Button>{" "}
        <Button
          size="small"
          onClick={() =>
            run(async () => ({
              problem: texts.dropBehindWarning(count),
              instead: { words: texts.dropBehindNow, task: drop },
            }))
          }
        >
          {say(texts.dropBehind)}
        </Button>
      </MessageBarBody>
    </MessageBar>
  );
}
