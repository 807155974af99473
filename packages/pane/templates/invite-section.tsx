import { Button, Field, Input, Select } from "@fluentui/react-components";
import type { SyncClient } from "@sevenstar/core/template/client/sync-client";
import {
  type Invite,
  type OpenInvite,
  type Role,
  roles,
  type Team,
} from "@sevenstar/core/template/wire/team";
import { useId, useState } from "react";
import { copyText } from "../browser/copy-text.ts";
import { changedAt, type RunTask } from "./template-task.ts";
import { filled, type TemplateText } from "./template-texts.ts";

/** Whether a link leads to this machine, wherever it is opened. */
const isLocal = (link: string) =>
  URL.canParse(link) && /^(?:localhost|127\..*|\[::1\])$/.test(new URL(link).hostname);

interface InviteSectionProps {
  readonly client: SyncClient;
  readonly team: Team;
  readonly invites: readonly OpenInvite[];
  readonly text: TemplateText;
  readonly run: RunTask;
  /** The invites are others now. */
  readonly onChange: () => Promise<void>;
}

/** Inviting colleagues: a link to copy with what to tell them, and the invites that nobody has used yet. */
export function InviteSection({ client, team, invites, text, run, onChange }: InviteSectionProps) {
  const [role, setRole] = useState<Role>("editor");
  const [invite, setInvite] = useState<Invite>();
  const roleId = useId();
  const make = async () => {
    const answer = await client.team.invite(role);
    if ("problem" in answer) return answer;
    setInvite(answer);
    await onChange();
    return undefined;
  };
  const copy = async (words: string) =>
    (await copyText(words)) ? { done: text("copied") } : { problem: text("notCopied") };
  const revoke = async ({ id, expiresAt }: OpenInvite) => {
    const refusal = await client.team.revokeInvite(id);
    if (!refusal && invite?.expiresAt === expiresAt) setInvite(undefined);
    await onChange();
    return refusal ?? { done: text("revoked") };
  };
  const message =
    invite &&
    filled(text("inviteMessage"), {
      team: team.name,
      role: text(invite.role),
      until: changedAt(invite.expiresAt),
    });
  return (
    <section aria-label={text("invite")}>
      <p style={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" }}>
        <label htmlFor={roleId}>{text("role")}</label>
        <Select id={roleId} size="small" value={role} onChange={(_, { value }) => setRole(value as Role)}>
          {roles.map((each) => (
            <option key={each} value={each}>
              {text(each)}
            </option>
          ))}
        </Select>
        <Button size="small" onClick={() => run(make)}>
          {text("invite")}
        </Button>
      </p>
      {invite && message && (
        <div role="status">
          <Field label={text("inviteLink")}>
            <Input readOnly value={invite.link} onFocus={({ target }) => target.select()} />
          </Field>
          <p>{message}</p>
          {isLocal(invite.link) && <p>{text("inviteLocal")}</p>}
          <p style={{ display: "flex", flexWrap: "wrap", gap: "8px" }}>
            <Button size="small" appearance="primary" onClick={() => run(() => copy(invite.link))}>
              {text("copyLink")}
            </Button>
            <Button size="small" onClick={() => run(() => copy(`${message}${invite.link}`))}>
              {text("copyMessage")}
            </Button>
          </p>
        </div>
      )}
      {invites.length > 0 && (
        <>
          <h3 style={{ fontSize: "inherit" }}>{text("openInvites")}</h3>
          <ul aria-label={text("openInvites")}>
            {invites.map((each) => {
              const words = filled(text("openInvite"), {
                role: text(each.role),
                by: each.createdBy,
                until: changedAt(each.expiresAt),
              });
              return (
                <li key={each.id}>
                  {words}{" "}
                  <Button
                    size="small"
                    aria-label={`${text("revoke")} ${words}`}
                    onClick={() => run(() => revoke(each))}
                  >
                    {text("revoke")}
                  </Button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
