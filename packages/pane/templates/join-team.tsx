import { Button, Field, Input } from "@fluentui/react-components";
import type { SyncClient } from "@sevenstar/core/template/client/sync-client";
import { useState } from "react";
import type { RunTask } from "./template-task.ts";
import { filled, type TemplateText } from "./template-texts.ts";

/** As long as the server takes a name. */
const LONGEST_NAME = 100;

interface JoinTeamProps {
  readonly code: string;
  /** The team that is signed in already, if any. */
  readonly team: string | undefined;
  readonly client: SyncClient;
  readonly text: TemplateText;
  readonly run: RunTask;
  /** He joined, or would rather not. */
  readonly onDone: () => void;
}

/** Joining a team by an invite link that was opened. */
export function JoinTeam({ code, team, client, text, run, onDone }: JoinTeamProps) {
  const [name, setName] = useState("");
  const join = async () => {
    const refusal = await client.acceptInvite(code, name.trim());
    if (refusal) return refusal;
    onDone();
    return { done: filled(text("joined"), { team: client.snapshot().team?.name ?? "" }) };
  };
  return (
    <form
      aria-label={text("joinTitle")}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") run(join);
      }}
    >
      <h2 style={{ fontSize: "inherit" }}>{text("joinTitle")}</h2>
      <p>{text("joinHint")}</p>
      {team !== undefined && <p>{filled(text("joinInstead"), { team })}</p>}
      <Field label={text("joinName")}>
        <Input value={name} onChange={(_, { value }) => setName(value.slice(0, LONGEST_NAME))} />
      </Field>
      <p>
        <Button appearance="primary" type="submit" disabled={name.trim() === ""}>
          {text("joinNow")}
        </Button>{" "}
        <Button onClick={onDone}>{text("notNow")}</Button>
      </p>
    </form>
  );
}
