import { Button, Field, Input } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import type { SyncClient } from "@sevenstar/core/template/client/sync-client";
import { useState } from "react";
import { useSay } from "../shell/language-context.ts";
import type { RunTask } from "./template-task.ts";

const texts = {
  joined: (team: string): Words => ({ zh: `已加入团队“${team}”。`, en: `You have joined “${team}”.` }),
  joinTitle: { zh: "加入团队", en: "Join a team" },
  joinHint: {
    zh: "同事邀请你共用模板，填上名字就能加入。",
    en: "A colleague invites you to share templates: enter your name to join.",
  },
  joinInstead: (team: string): Words => ({
    zh: `这个浏览器已登录“${team}”。加入后换到新的团队；还没同步的改动留在本机，下次登录“${team}”时再推送。`,
    en: `This browser is signed in to “${team}”. Joining changes to the new team; unsynced edits stay here until you sign in to “${team}” again.`,
  }),
  joinName: { zh: "你的名字", en: "Your name" },
  joinNow: { zh: "加入", en: "Join" },
  notNow: { zh: "先不加入", en: "Not now" },
};

/** As long as the server takes a name. */
const LONGEST_NAME = 100;

interface JoinTeamProps {
  readonly code: string;
  /** The team that is signed in already, if any. */
  readonly team: string | undefined;
  readonly client: SyncClient;
  readonly run: RunTask;
  /** He joined, or would rather not. */
  readonly onDone: () => void;
}

/** Joining a team by an invite link that was opened. */
export function JoinTeam({ code, team, client, run, onDone }: JoinTeamProps) {
  const say = useSay();
  const [name, setName] = useState("");
  const join = async () => {
    const refusal = await client.acceptInvite(code, name.trim());
    if (refusal) return refusal;
    onDone();
    return { done: texts.joined(client.snapshot().team?.name ?? "") };
  };
  return (
    <form
      aria-label={say(texts.joinTitle)}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") run(join);
      }}
    >
      <h2 style={{ fontSize: "inherit" }}>{say(texts.joinTitle)}</h2>
      <p>{say(texts.joinHint)}</p>
      {team !== undefined && <p>{say(texts.joinInstead(team))}</p>}
      <Field label={say(texts.joinName)}>
        <Input value={name} onChange={(_, { value }) => setName(value.slice(0, LONGEST_NAME))} />
      </Field>
      <p>
        <Button appearance="primary" type="submit" disabled={name.trim() === ""}>
          {say(texts.joinNow)}
        </Button>{" "}
        <Button onClick={onDone}>{say(texts.notNow)}</Button>
      </p>
    </form>
  );
}
