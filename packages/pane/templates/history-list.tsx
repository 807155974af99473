import { Button } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import type { SyncClient } from "@sevenstar/core/template/client/sync-client";
import type { TemplateSummary } from "@sevenstar/core/template/wire/template";
import { useEffect, useState } from "react";
import { useLanguage, useSay } from "../shell/language-context.ts";
import { RevisionDifferences } from "./revision-differences.tsx";
import { changedAt } from "./template-task.ts";
import { templateTexts } from "./template-texts.ts";

const texts = {
  changes: { zh: "查看改动", en: "Changes" },
  restore: { zh: "恢复这一版", en: "Restore this one" },
} as const satisfies Record<string, Words>;

interface HistoryListProps {
  readonly client: SyncClient;
  readonly id: string;
  readonly kind: string;
  readonly rev: number;
  readonly isReadOnly: boolean;
  readonly onRestore: (rev: number) => void;
}

/** Every revision of a template, newest first, each with what it changed, and each of which can be brought back. */
export function HistoryList({ client, id, kind, rev, isReadOnly, onRestore }: HistoryListProps) {
  const say = useSay();
  const language = useLanguage();
  const [revisions, setRevisions] = useState<readonly TemplateSummary[]>();
  const [problem, setProblem] = useState("");
  const [opened, setOpened] = useState<number>();
  useEffect(() => {
    let isCurrent = true;
    void client.team.revisions(id).then((answer) => {
      if (!isCurrent) return;
      setProblem("problem" in answer ? answer.problem : "");
      if (!("problem" in answer)) setRevisions(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [client, id, rev]);
  if (problem) return <p role="alert">{problem}</p>;
  if (!revisions) return <output>{say(templateTexts.loading)}</output>;
  return (
    <ol aria-label={say(templateTexts.history)} style={{ paddingInlineStart: "24px" }}>
      {revisions.map((revision, index) => {
        const isOpened = revision.rev === opened;
        const when = `${changedAt(revision.updatedAt, language)} ${revision.updatedBy}`;
        return (
          <li key={revision.rev}>
            {when}
            {revision.deleted && say(templateTexts.deleted)}{" "}
            <Button
              size="small"
              aria-expanded={isOpened}
              aria-label={`${say(texts.changes)} ${when}`}
              onClick={() => setOpened(isOpened ? undefined : revision.rev)}
            >
              {say(texts.changes)}
            </Button>{" "}
            {revision.rev !== rev && !revision.deleted && !isReadOnly && (
              <Button size="small" onClick={() => onRestore(revision.rev)}>
                {say(texts.restore)}
              </Button>
            )}
            {isOpened && (
              <RevisionDifferences
                client={client}
                id={id}
                kind={kind}
                rev={revision.rev}
                previous={revisions[index + 1]?.rev}
                isNewest={revision.rev === rev}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}
