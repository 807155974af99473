import { Button } from "@fluentui/react-components";
import type { SyncClient } from "@sevenstar/core/template/client/sync-client";
import { type Difference, differences } from "@sevenstar/core/template/merge/differences";
import type { Content } from "@sevenstar/core/template/wire/template";
import { useEffect, useState } from "react";
import { DifferenceList } from "./difference-list.tsx";
import type { TemplateText } from "./template-texts.ts";

interface RevisionDifferencesProps {
  readonly client: SyncClient;
  readonly id: string;
  readonly kind: string;
  readonly rev: number;
  /** The revision before it; undefined: it was the first. */
  readonly previous: number | undefined;
  /** Whether it is what the template is now. */
  readonly isNewest: boolean;
  readonly text: TemplateText;
}

type Reading =
  | { readonly problem: string }
  | { readonly made: readonly Difference[]; readonly undone: readonly Difference[] };

/** What a revision changed, and what bringing it back would change now. */
export function RevisionDifferences(props: RevisionDifferencesProps) {
  const { client, id, kind, rev, previous, isNewest, text } = props;
  const [reading, setReading] = useState<Reading>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<Reading> => {
      const after = await contentOf(client, id, rev);
      if ("problem" in after) return after;
      const before = previous === undefined ? { content: null } : await contentOf(client, id, previous);
      if ("problem" in before) return before;
      return {
        made: differences(before.content, after.content),
        undone: differences(client.read(id) ?? null, after.content),
      };
    };
    setReading(undefined);
    read().then(
      (answer) => isCurrent && setReading(answer),
      (error: unknown) =>
        isCurrent && setReading({ problem: `这一版没有读成，请再试一次。原因：${String(error)}` }),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, id, rev, previous, attempt]);
  if (!reading) return <output>{text("loading")}</output>;
  if ("problem" in reading) {
    return (
      <p role="alert">
        {reading.problem}{" "}
        <Button size="small" onClick={() => setAttempt(attempt + 1)}>
          {text("retry")}
        </Button>
      </p>
    );
  }
  return (
    <>
      <DifferenceList label={text("made")} kind={kind} differences={reading.made} text={text} />
      {!isNewest && (
        <DifferenceList label={text("undone")} kind={kind} differences={reading.undone} text={text} />
      )}
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
