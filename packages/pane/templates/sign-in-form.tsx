import { Button, Field, Input } from "@fluentui/react-components";
import type { SyncClient } from "@sevenstar/core/template/client/sync-client";
import { useState } from "react";
import type { RunTask } from "./template-task.ts";
import type { TemplateText } from "./template-texts.ts";

interface SignInFormProps {
  readonly client: SyncClient;
  readonly text: TemplateText;
  readonly run: RunTask;
}

/** More characters than these no link has. */
const LONGEST_LINK = 2_000;
const LINK = /#(signin|invite)=([\w-]+)/;

/** The code of a link such as `https://…/#signin=CODE`, also amid other words, or the code itself. */
const codeOf = (text: string) => LINK.exec(text)?.[2] ?? text.trim();
/** What a link is for, where the text is one. */
const useOf = (text: string) => LINK.exec(text)?.[1];

/** Signing in by a link, joining a team by an invite, or a new team. */
export function SignInForm({ client, text, run }: SignInFormProps) {
  const [link, setLink] = useState("");
  const [name, setName] = useState("");
  const [team, setTeam] = useState("");
  return (
    <section aria-label={text("signInTitle")}>
      <h2 style={{ fontSize: "inherit" }}>{text("signInTitle")}</h2>
      <p>{text("signInHint")}</p>
      <Field label={text("link")}>
        <Input value={link} onChange={(_, { value }) => setLink(value.slice(0, LONGEST_LINK))} />
      </Field>
      <Field label={text("yourName")}>
        <Input value={name} onChange={(_, { value }) => setName(value)} />
      </Field>
      <p>
        <Button
          appearance="primary"
          disabled={link.trim() === "" || useOf(link) === "invite"}
          onClick={() => run(() => client.signIn(codeOf(link)))}
        >
          {text("signIn")}
        </Button>{" "}
        <Button
          disabled={link.trim() === "" || name.trim() === "" || useOf(link) === "signin"}
          onClick={() => run(() => client.acceptInvite(codeOf(link), name.trim()))}
        >
          {text("join")}
        </Button>
      </p>
      <Field label={text("teamName")}>
        <Input value={team} onChange={(_, { value }) => setTeam(value)} />
      </Field>
      <p>
        <Button
          disabled={team.trim() === "" || name.trim() === ""}
          onClick={() => run(() => client.createTeam(team.trim(), name.trim()))}
        >
          {text("newTeam")}
        </Button>
      </p>
    </section>
  );
}
