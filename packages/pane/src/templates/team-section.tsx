import { Button, Select } from "@fluentui/react-components";
import type { SyncClient } from "@sevenstar/core/template/sync-client";
import { type Member, type Role, roles } from "@sevenstar/core/template/team";
import { useCallback, useEffect, useId, useState } from "react";
import type { RunTask } from "./template-task.ts";
import type { TemplateText } from "./template-texts.ts";

interface TeamSectionProps {
  readonly client: SyncClient;
  readonly me: Member;
  readonly text: TemplateText;
  readonly run: RunTask;
}

/** The team's members, invites, and this device's own token. */
export function TeamSection({ client, me, text, run }: TeamSectionProps) {
  const [members, setMembers] = useState<readonly Member[]>([]);
  const [role, setRole] = useState<Role>("editor");
  const [code, setCode] = useState("");
  const roleId = useId();
  const load = useCallback(async () => {
    const answer = await client.members();
    if ("problem" in answer) return answer;
    setMembers(answer);
    return undefined;
  }, [client]);
  useEffect(() => run(load), [run, load]);
  const invite = async () => {
    const answer = await client.invite(role, 7);
    if ("problem" in answer) return answer;
    setCode(answer.code);
    return undefined;
  };
  const isOwner = me.role === "owner";
  return (
    <section aria-label={text("team")}>
      <h2 style={{ fontSize: "inherit" }}>{text("team")}</h2>
      <ul>
        {members.map((member) => (
          <li key={member.id}>
            {member.name}（{text(member.role)}）{" "}
            {isOwner && member.id !== me.id && (
              <Button
                size="small"
                onClick={() => run(async () => (await client.removeMember(member.id)) ?? load())}
              >
                {text("removeMember")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isOwner && (
        <p>
          <label htmlFor={roleId}>{text("invite")} </label>
          <Select id={roleId} size="small" value={role} onChange={(_, { value }) => setRole(value as Role)}>
            {roles.map((each) => (
              <option key={each} value={each}>
                {text(each)}
              </option>
            ))}
          </Select>
          <Button size="small" onClick={() => run(invite)}>
            {text("invite")}
          </Button>
        </p>
      )}
      {code && (
        <p role="status">
          {text("inviteShown")}
          <code>{code}</code>
        </p>
      )}
      <Button size="small" onClick={() => run(() => client.rotateToken())}>
        {text("rotate")}
      </Button>{" "}
      <Button size="small" onClick={() => run(() => client.signOut())}>
        {text("signOut")}
      </Button>
    </section>
  );
}
