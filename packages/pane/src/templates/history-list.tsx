import { Button } from "@fluentui/react-components";
import type { SyncClient } from "@sevenstar/core/template/sync-client";
import type { TemplateSummary } from "@sevenstar/core/template/template";
import { useEffect, useState } from "react";
import { changedAt } from "./template-task.ts";
import type { TemplateText } from "./template-texts.ts";

interface HistoryListProps {
  readonly client: SyncClient;
  readonly id: string;
  readonly rev: number;
  readonly text: TemplateText;
  readonly onRestore: (rev: number) => void;
}

/** Every revision of a template, newest first, each of which can be brought back. */
export function HistoryList({ client, id, rev, text, onRestore }: HistoryListProps) {
  const [revisions, setRevisions] = useState<readonly TemplateSummary[]>([]);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    void client.revisions(id).then((answer) => {
      if ("problem" in answer) setProblem(answer.problem);
      else setRevisions(answer);
    });
  }, [client, id, rev]);
  if (problem) return <p role="alert">{problem}</p>;
  return (
    <ol aria-label={text("history")}>
      {revisions.map((revision) => (
        <li key={revision.rev}>
          {changedAt(revision.updatedAt)} {revision.updatedBy}
          {revision.deleted && text("deleted")}{" "}
          {revision.rev !== rev && !revision.deleted && (
            <Button size="small" onClick={() => onRestore(revision.rev)}>
              {text("restore")}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}
