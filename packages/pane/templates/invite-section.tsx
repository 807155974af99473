import { Button, Field, Input, Select } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
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
import { useLanguage, useSay } from "../shell/language-context.ts";
import { roleWords } from "./role-words.ts";
import { changedAt, type RunTask } from "./template-task.ts";

const texts = {
  copied: { zh: "已复制，发给同事就行。", en: "Copied; send it to your colleague." },
  notCopied: {
    zh: "浏览器不让网页复制：请点链接框，按 Ctrl+A 全选，再按 Ctrl+C 复制。",
    en: "The browser does not let pages copy: select the link in its box and press Ctrl+C.",
  },
  revoked: { zh: "邀请已撤回，链接不能再用。", en: "The invite is taken back; its link no longer works." },
  inviteMessage: (team: string, role: string, until: string): Words => ({
    zh: `邀请你加入七星表格的团队“${team}”（${role}）。打开链接填上名字就能加入；${until} 前有效，只能用一次。`,
    en: `Join the SevenStar team “${team}” (${role}): open the link and enter your name. It works once, until ${until}.`,
  }),
  invite: { zh: "邀请同事", en: "Invite a colleague" },
  role: { zh: "权限", en: "Role" },
  inviteLink: { zh: "邀请链接（只显示这一次）", en: "Invite link (shown only now)" },
  inviteLocal: {
    zh: "这个链接只能在这台电脑上打开：服务现在只有本机能访问。要让别的电脑上的同事加入，先把服务放到大家都能访问的地址。",
    en: "This link opens on this computer only, as the service is reachable from nowhere else. To let colleagues join from theirs, run it at an address that they reach.",
  },
  copyLink: { zh: "复制链接", en: "Copy the link" },
  copyMessage: { zh: "连同说明一起复制", en: "Copy with the message" },
  openInvites: { zh: "还没用的邀请", en: "Open invites" },
  openInvite: (role: string, by: string, until: string): Words => ({
    zh: `${role}，${by}发出，${until} 前有效`,
    en: `${role}, by ${by}, until ${until}`,
  }),
  revoke: { zh: "撤回", en: "Revoke" },
};

/** Whether a link leads to this machine, wherever it is opened. */
const isLocal = (link: string) =>
  URL.canParse(link) && /^(?:localhost|127\..*|\[::1\])$/.test(new URL(link).hostname);

interface InviteSectionProps {
  readonly client: SyncClient;
  readonly team: Team;
  readonly invites: readonly OpenInvite[];
  readonly run: RunTask;
  /** The invites are others now. */
  readonly onChange: () => Promise<void>;
}

/** Inviting colleagues: a link to copy with what to tell them, and the invites that nobody has used yet. */
export function InviteSection({ client, team, invites, run, onChange }: InviteSectionProps) {
  const say = useSay();
  const language = useLanguage();
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
    (await copyText(words)) ? { done: texts.copied } : { problem: texts.notCopied };
  const revoke = async ({ id, expiresAt }: OpenInvite) => {
    const refusal = await client.team.revokeInvite(id);
    if (!refusal && invite?.expiresAt === expiresAt) setInvite(undefined);
    await onChange();
    return refusal ?? { done: texts.revoked };
  };
  const message =
    invite &&
    say(texts.inviteMessage(team.name, say(roleWords[invite.role]), changedAt(invite.expiresAt, language)));
  return (
    <section aria-label={say(texts.invite)}>
      <p style={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" }}>
        <label htmlFor={roleId}>{say(texts.role)}</label>
        <Select id={roleId} size="small" value={role} onChange={(_, { value }) => setRole(value as Role)}>
          {roles.map((each) => (
            <option key={each} value={each}>
              {say(roleWords[each])}
            </option>
          ))}
        </Select>
        <Button size="small" onClick={() => run(make)}>
          {say(texts.invite)}
        </Button>
      </p>
      {invite && message && (
        <div role="status">
          <Field label={say(texts.inviteLink)}>
            <Input readOnly value={invite.link} onFocus={({ target }) => target.select()} />
          </Field>
          <p>{message}</p>
          {isLocal(invite.link) && <p>{say(texts.inviteLocal)}</p>}
          <p style={{ display: "flex", flexWrap: "wrap", gap: "8px" }}>
            <Button size="small" appearance="primary" onClick={() => run(() => copy(invite.link))}>
              {say(texts.copyLink)}
            </Button>
            <Button size="small" onClick={() => run(() => copy(`${message}${invite.link}`))}>
              {say(texts.copyMessage)}
            </Button>
          </p>
        </div>
      )}
      {invites.length > 0 && (
        <>
          <h3 style={{ fontSize: "inherit" }}>{say(texts.openInvites)}</h3>
          <ul aria-label={say(texts.openInvites)}>
            {invites.map((each) => {
              const words = say(
                texts.openInvite(
                  say(roleWords[each.role]),
                  each.createdBy,
                  changedAt(each.expiresAt, language),
                ),
              );
              return (
                <li key={each.id}>
                  {words}{" "}
                  <Button
                    size="small"
                    aria-label={`${say(texts.revoke)} ${words}`}
                    onClick={() => run(() => revoke(each))}
                  >
                    {say(texts.revoke)}
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
