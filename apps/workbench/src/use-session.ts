import { useEffect, useRef, useState } from "react";
import { keptSession, type Session, signInByLink } from "./sign-in.ts";

/** The signed-in team, and why a sign-in link did not work. */
export function useSession(): {
  readonly session: Session | undefined;
  readonly problem: string | undefined;
  readonly dismiss: () => void;
} {
  const [session, setSession] = useState(keptSession);
  const [problem, setProblem] = useState<string>();
  const isAsked = useRef(false);
  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    signInByLink().then(
      (answer) => {
        if (!answer) return;
        if ("problem" in answer) setProblem(answer.problem);
        else setSession(answer);
      },
      () => setProblem("登录链接不完整，未登录；表格照常可用，请复制完整的链接再打开。"),
    );
  }, []);
  return { session, problem, dismiss: () => setProblem(undefined) };
}
