import { Button } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import type { ClientState } from "@sevenstar/core/template/client/client-states";
import type { SyncClient } from "@sevenstar/core/template/client/sync-client";
import type { Member, OpenInvite, Team } from "@sevenstar/core/template/wire/team";
import { useCallback, useEffect, useState } from "react";
import { useSay } from "../shell/language-context.ts";
import { InviteSection } from "./invite-section.tsx";
import { memberWords } from "./role-words.ts";
import type { RunTask } from "./template-task.ts";

const texts = {
  team: { zh: "团队", en: "Team" },
  removeMember: { zh: "移出团队", en: "Remove" },
  rotate: { zh: "更换令牌", en: "Change the token" },
  signOut: { zh: "退出登录", en: "Sign out" },
} as const satisfies Record<string, Words>;

/** While somebody is awaited, it is looked so often whether he has come: a colleague who joins changes no template. */
const LOOK_EVERY = 15_000;

interface TeamSectionProps {
  readonly client: SyncClient;
  readonly team: Team;
  readonly me: Member;
  /** How the sync stands: each time it is through, the members are looked at again. */
  readonly state: ClientState;
  readonly run: RunTask;
}

/** The team's members, invites, and this device's own token. */
export function TeamSection({ client, team, me, state, run }: TeamSectionProps) {
  const say = useSay();
  const [members, setMembers] = useState<readonly Member[]>([]);
  const [invites, setInvites] = useState<readonly OpenInvite[]>([]);
  const isOwner = me.role === "owner";
  // What cannot be read now stays as it was; why not is said above, where the sync says how it stands.
  const load = useCallback(async () => {
    const [found, open] = await Promise.all([client.team.members(), isOwner ? client.team.invites() : []]);
    if (!("problem" in found)) setMembers(found);
    if (!("problem" in open)) setInvites(open);
  }, [client, isOwner]);
  const isThrough = state === "synced" || state === "conflict";
  useEffect(() => {
    if (isThrough) void load();
  }, [isThrough, load]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") void load();
    };
    document.addEventListener("visibilitychange", look);
    addEventListener("focus", look);
    const timer = invites.length > 0 ? setInterval(look, LOOK_EVERY) : undefined;
    return () => {
      document.removeEventListener("visibilitychange", look);
      removeEventListener("focus", look);
      clearInterval(timer);
    };
  }, [load, invites.length]);
  const remove = async ({ id }: Member) => {
    const refusal = await client.team.removeMember(id);
    await load();
    return refusal;
  };
  return (
    <section aria-label={say(texts.team)}>
      <h2 style={{ fontSize: "inherit" }}>{say(texts.team)}</h2>
      <ul>
        {members.map((member) => (
          <li key={member.id}>
            {say(memberWords(member.name, member.role))}{" "}
            {isOwner && member.id !== me.id && (
              <Button
                size="small"
                aria-label={`${say(texts.removeMember)} ${member.name}`}
                onClick={() => run(() => remove(member))}
              >
                {say(texts.removeMember)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isOwner && <InviteSection client={client} team={team} invites={invites} run={run} onChange={load} />}
      <Button size="small" onClick={() => run(() => client.rotateToken())}>
        {say(texts.rotate)}
      </Button>{" "}
      <Button size="small" onClick={() => run(() => client.signOut())}>
        {say(texts.signOut)}
      </Button>
    </section>
  );
}
