import { Button } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import type { SyncClient } from "@sevenstar/core/template/client/sync-client";
import { type Difference, differences } from "@sevenstar/core/template/merge/differences";
import type { Content } from "@sevenstar/core/template/wire/template";
import { useEffect, useState } from "react";
import { chineseOnly } from "../shell/chinese-only.ts";
import { useSay } from "../shell/language-context.ts";
import { DifferenceList } from "./difference-list.tsx";
import { templateTexts } from "./template-texts.ts";

const texts = {
  notRead: (reason: string): Words => ({
    zh: `这一版没有读成，请再试一次。原因：${reason}`,
    en: `This revision was not read, please try again. Reason: ${reason}`,
  }),
  made: { zh: "这一版改了：", en: "This revision changed: " },
  undone: { zh: "恢复后，和现在相比：", en: "Bringing it back would change: " },
};

interface RevisionDifferencesProps {
  readonly client: SyncClient;
  readonly id: string;
  readonly kind: string;
  readonly rev: number;
  /** The revision before it; undefined: it was the first. */
  readonly previous: number | undefined;
  /** Whether it is what the template is now. */
  readonly isNewest: boolean;
}

type Reading =
  | { readonly problem: Words }
  | { readonly made: readonly Difference[]; readonly undone: readonly Difference[] };

/** What a revision changed, and what bringing it back would change now. */
export function RevisionDifferences(props: RevisionDifferencesProps) {
  const say = useSay();
  const { client, id, kind, rev, previous, isNewest } = props;
  const [reading, setReading] = useState<Reading>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<Reading> => {
      const after = await contentOf(client, id, rev);
      if ("problem" in after) return { problem: chineseOnly(after.problem) };
      const before = previous === undefined ? { content: null } : await contentOf(client, id, previous);
      if ("problem" in before) return { problem: chineseOnly(before.problem) };
      return {
        made: differences(before.content, after.content),
        undone: differences(client.read(id) ?? null, after.content),
      };
    };
    setReading(undefined);
    read().then(
      (answer) => isCurrent && setReading(answer),
      (error: unknown) => isCurrent && setReading({ problem: texts.notRead(String(error)) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, id, rev, previous, attempt]);
  if (!reading) return <output>{say(templateTexts.loading)}</output>;
  if ("problem" in reading) {
    return (
      <p role="alert">
        {say(reading.problem)}{" "}
        <Button size="small" onClick={() => setAttempt(attempt + 1)}>
          {say(templateTexts.retry)}
        </Button>
      </p>
    );
  }
  return (
    <>
      <DifferenceList label={say(texts.made)} kind={kind} differences={reading.made} />
      {!isNewest && <DifferenceList label={say(texts.undone)} kind={kind} differences={reading.undone} />}
    </>
  );
}

async function contentOf(
  client: SyncClient,
  id: string,
  rev: number,
): Promise<{ readonly content: Content | null } | { readonly problem: string }> {
  const answer = await client.team.revision(id, rev);
  if (answer && "problem" in answer) return answer;
  return { content: answer ?? null };
}
