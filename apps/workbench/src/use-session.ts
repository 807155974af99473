import type { Words } from "@sevenstar/core/cells/words";
import { useCallback, useEffect, useRef, useState } from "react";
import { hasEntry, keptSession, type SignedIn, signIn, takeLink } from "./sign-in.ts";

/** What the workbench knows of the team and of the link it was opened by. */
export interface PageSession {
  /** The name of the team that is signed in. */
  readonly team: string | undefined;
  readonly onTeam: (name: string | undefined) => void;
  /** Whether a sign-in is under way; what needs the session waits for it. */
  readonly isPending: boolean;
  /** What came of it, where that is to be said. */
  readonly notice: { readonly kind: "done" | "problem"; readonly words: readonly Words[] } | undefined;
  readonly retry: (() => void) | undefined;
  readonly dismiss: () => void;
  /** The code of the invite that was opened. */
  readonly invite: string | undefined;
  readonly onInviteDone: () => void;
}

/** The signed-in team, and what came of the sign-in or invite link by which the page was opened. */
export function useSession(): PageSession {
  const [link] = useState(takeLink);
  const [team, setTeam] = useState(() => keptSession()?.team.name);
  const [isPending, setIsPending] = useState(link?.use === "signin" || hasEntry());
  const [answer, setAnswer] = useState<SignedIn>();
  const [invite, setInvite] = useState(link?.use === "invite" ? link.code : undefined);
  const isAsked = useRef(false);

  const enter = useCallback(async (code?: string) => {
    setIsPending(true);
    setAnswer(undefined);
    try {
      const answer = await signIn(code);
      if (answer && "session" in answer) setTeam(answer.session.team.name);
      setAnswer(answer);
    } finally {
      setIsPending(false);
    }
  }, []);
  useEffect(() => {
    if (isAsked.current || !isPending) return;
    isAsked.current = true;
    void enter(link?.use === "signin" ? link.code : undefined);
  }, [enter, link, isPending]);
  useEffect(() => {
    // A link pasted into this page's own address: the page begins anew with it.
    const open = () => /^#(?:signin|invite)=/.test(location.hash) && location.reload();
    addEventListener("hashchange", open);
    return () => removeEventListener("hashchange", open);
  }, []);

  const problem = answer && "problem" in answer ? answer : undefined;
  const words = answer && "session" in answer ? answer.words : undefined;
  return {
    team,
    onTeam: setTeam,
    isPending,
    notice: problem
      ? { kind: "problem", words: [problem.problem] }
      : words === undefined
        ? undefined
        : { kind: "done", words: [words] },
    retry: problem?.mayRetry ? () => void enter() : undefined,
    dismiss: () => setAnswer(undefined),
    invite,
    onInviteDone: useCallback(() => setInvite(undefined), []),
  };
}
