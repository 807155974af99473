import { Button } from "@fluentui/react-components";
import type { ClientState } from "@sevenstar/core/template/client/client-states";
import type { SyncClient } from "@sevenstar/core/template/client/sync-client";
import type { Member, OpenInvite, Team } from "@sevenstar/core/template/wire/team";
import { useCallback, useEffect, useState } from "react";
import { InviteSection } from "./invite-section.tsx";
import type { RunTask } from "./template-task.ts";
import type { TemplateText } from "./template-texts.ts";

/** While somebody is awaited, it is looked so often whether he has come: a colleague who joins changes no template. */
const LOOK_EVERY = 15_000;

interface TeamSectionProps {
  readonly client: SyncClient;
  readonly team: Team;
  readonly me: Member;
  /** How the sync stands: each time it is through, the members are looked at again. */
  readonly state: ClientState;
  readonly text: TemplateText;
  readonly run: RunTask;
}

/** The team's members, invites, and this device's own token. */
export function TeamSection({ client, team, me, state, text, run }: TeamSectionProps) {
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
    <section aria-label={text("team")}>
      <h2 style={{ fontSize: "inherit" }}>{text("team")}</h2>
      <ul>
        {members.map((member) => (
          <li key={member.id}>
            {member.name}（{text(member.role)}）{" "}
            {isOwner && member.id !== me.id && (
              <Button
                size="small"
                aria-label={`${text("removeMember")} ${member.name}`}
                onClick={() => run(() => remove(member))}
              >
                {text("removeMember")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isOwner && (
        <InviteSection client={client} team={team} invites={invites} text={text} run={run} onChange={load} />
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
