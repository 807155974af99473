import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { SyncClient } from "@sevenstar/core/template/client/sync-client";
import type { RunTask } from "./template-task.ts";
import { filled, type TemplateText, templateTexts } from "./template-texts.ts";

/** More names than these are counted, not shown. */
const MOST_NAMES = 5;

interface LeftBehindBarProps {
  readonly client: SyncClient;
  /** The names of the templates whose edits wait for another team. */
  readonly names: readonly string[];
  readonly text: TemplateText;
  readonly run: RunTask;
}

/** Edits on this device that wait for another team, and what may become of them. */
export function LeftBehindBar({ client, names, text, run }: LeftBehindBarProps) {
  const count = String(names.length);
  const shown = names.slice(0, MOST_NAMES).join("、");
  const drop = async () => {
    const problem = await client.dropLeftBehind();
    return problem ?? { done: text("droppedBehind") };
  };
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {filled(text("leftBehind"), { count, names: names.length > MOST_NAMES ? `${shown}…` : shown })}{" "}
        <Button
          size="small"
          onClick={() =>
            run(async () => {
              const problem = await client.takeLeftBehind();
              return problem ?? { done: filled(text("tookBehind"), { count }) };
            })
          }
        >
          {text("takeBehind")}
        </Button>{" "}
        <Button
          size="small"
          onClick={() =>
            run(async () => ({
              problem: filled(text("dropBehindWarning"), { count }),
              instead: { words: templateTexts.dropBehindNow, task: drop },
            }))
          }
        >
          {text("dropBehind")}
        </Button>
      </MessageBarBody>
    </MessageBar>
  );
}
