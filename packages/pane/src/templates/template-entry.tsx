import { Badge, Button, makeStyles, tokens } from "@fluentui/react-components";
import type { SyncClient } from "@sevenstar/core/template/sync-client";
import type { TemplateLine, TemplateStatus } from "@sevenstar/core/template/sync-snapshot";
import { useState } from "react";
import type { SheetHost } from "../sheet-host.ts";
import { ConflictList } from "./conflict-list.tsx";
import { HistoryList } from "./history-list.tsx";
import { kindWords } from "./kind-words.ts";
import { readEdits, type TableLink, writeTemplate } from "./linked-table.ts";
import { changedAt, type RunTask, type TemplateTask } from "./template-task.ts";
import type { TemplateText } from "./template-texts.ts";

const useStyles = makeStyles({
  entry: {
    borderBottomWidth: "1px",
    borderBottomStyle: "solid",
    borderBottomColor: tokens.colorNeutralStroke2,
    padding: "8px 0",
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  actions: { display: "flex", flexWrap: "wrap", gap: "4px" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300 },
});

const colours: Readonly<Record<TemplateStatus, "success" | "informative" | "danger" | "warning" | "subtle">> =
  {
    同步: "success",
    待推送: "informative",
    冲突: "danger",
    搁置: "warning",
    离线: "subtle",
  };

interface TemplateEntryProps {
  readonly line: TemplateLine;
  readonly link: TableLink | undefined;
  readonly client: SyncClient;
  readonly host: SheetHost | undefined;
  readonly text: TemplateText;
  readonly run: RunTask;
}

/** One template: its state, who changed it last, and what can be done with it. */
export function TemplateEntry({ line, link, client, host, text, run }: TemplateEntryProps) {
  const styles = useStyles();
  const [isHistoryOpen, setIsHistoryOpen] = useState(false);
  const { id, name, kind, status, rev, updatedAt, updatedBy, conflicts, setAside } = line;
  const by = `${updatedBy} ${changedAt(updatedAt)}`;
  const button = (words: string, task: TemplateTask) => (
    <Button size="small" aria-label={`${words} ${name}`} onClick={() => run(task)}>
      {words}
    </Button>
  );

  const write = async () => {
    const content = client.read(id);
    if (!host || !content) return undefined;
    const answer = await writeTemplate(host, id, content);
    return "problem" in answer ? answer : { done: `“${name}”已写入 ${answer.address}。` };
  };
  const submit = async () => {
    if (!host || !link) return undefined;
    const edits = await readEdits(host, link, () => crypto.randomUUID());
    if ("problem" in edits) return edits;
    if ("problems" in edits) return { problem: edits.problems.slice(0, 5).join("") };
    if (!edits.isEdited) return write();
    const problem = await client.save(id, { ...edits.content, name }, link.content);
    if (problem) return problem;
    return (await write()) ?? { done: `“${name}”的改动已提交。` };
  };

  const remove = async () => {
    const content = client.read(id);
    const problem = await client.remove(id);
    if (problem || !content) return problem;
    return { done: `已删除“${name}”；工作簿里的表格还在。`, undo: () => client.save(id, content) };
  };

  return (
    <li className={styles.entry}>
      <h2 className={styles.heading}>
        {name} <Badge color={colours[status]}>{status}</Badge>
      </h2>
      <div className={styles.quiet}>
        {kindWords[kind].zh} · {by}
        {link && ` · ${link.table}`}
      </div>
      {setAside && <p role="alert">{setAside.detail}</p>}
      <div className={styles.actions}>
        {host && button(text(link ? "update" : "write"), write)}
        {host && link && button(text("read"), submit)}
        <Button size="small" aria-expanded={isHistoryOpen} onClick={() => setIsHistoryOpen(!isHistoryOpen)}>
          {text("history")}
        </Button>
        {setAside && button(text("retry"), () => client.retry(id))}
        {(setAside || status === "待推送") && button(text("discard"), () => client.discard(id))}
        {button(text("remove"), remove)}
      </div>
      {conflicts.length > 0 && (
        <ConflictList
          kind={kind}
          conflicts={conflicts}
          by={by}
          text={text}
          onChoose={(choices) => run(async () => (await client.resolve(id, choices)) ?? write())}
        />
      )}
      {isHistoryOpen && (
        <HistoryList
          client={client}
          id={id}
          rev={rev}
          text={text}
          onRestore={(old) => run(() => client.restore(id, old))}
        />
      )}
    </li>
  );
}
