import { Button, Field, Input } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import type { SyncClient } from "@sevenstar/core/template/client/sync-client";
import { useState } from "react";
import { useSay } from "../shell/language-context.ts";
import type { RunTask } from "./template-task.ts";

const texts = {
  signInTitle: { zh: "和同事共用模板", en: "Share templates with your team" },
  signInHint: {
    zh: "费率、规则、活动计划等存在团队里，谁改了大家都更新，离线也能改。",
    en: "Rates, rules and plans are kept by the team: one edits, all are updated, offline too.",
  },
  link: { zh: "登录链接或邀请码", en: "Sign-in link or invite code" },
  yourName: { zh: "你的名字（加入团队时）", en: "Your name (to join a team)" },
  signIn: { zh: "登录", en: "Sign in" },
  join: { zh: "用邀请码加入", en: "Join by invite" },
  teamName: { zh: "新团队的名称", en: "Name of a new team" },
  newTeam: { zh: "新建团队", en: "New team" },
} as const satisfies Record<string, Words>;

interface SignInFormProps {
  readonly client: SyncClient;
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
export function SignInForm({ client, run }: SignInFormProps) {
  const say = useSay();
  const [link, setLink] = useState("");
  const [name, setName] = useState("");
  const [team, setTeam] = useState("");
  return (
    <section aria-label={say(texts.signInTitle)}>
      <h2 style={{ fontSize: "inherit" }}>{say(texts.signInTitle)}</h2>
      <p>{say(texts.signInHint)}</p>
      <Field label={say(texts.link)}>
        <Input value={link} onChange={(_, { value }) => setLink(value.slice(0, LONGEST_LINK))} />
      </Field>
      <Field label={say(texts.yourName)}>
        <Input value={name} onChange={(_, { value }) => setName(value)} />
      </Field>
      <p>
        <Button
          appearance="primary"
          disabled={link.trim() === "" || useOf(link) === "invite"}
          onClick={() => run(() => client.signIn(codeOf(link)))}
        >
          {say(texts.signIn)}
        </Button>{" "}
        <Button
          disabled={link.trim() === "" || name.trim() === "" || useOf(link) === "signin"}
          onClick={() => run(() => client.acceptInvite(codeOf(link), name.trim()))}
        >
          {say(texts.join)}
        </Button>
      </p>
      <Field label={say(texts.teamName)}>
        <Input value={team} onChange={(_, { value }) => setTeam(value)} />
      </Field>
      <p>
        <Button
          disabled={team.trim() === "" || name.trim() === ""}
          onClick={() => run(() => client.createTeam(team.trim(), name.trim()))}
        >
          {say(texts.newTeam)}
        </Button>
      </p>
    </section>
  );
}
