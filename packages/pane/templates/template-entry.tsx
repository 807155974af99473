import { Badge, Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import type { SyncClient } from "@sevenstar/core/template/client/sync-client";
import type { TemplateLine, TemplateStatus } from "@sevenstar/core/template/client/sync-snapshot";
import { differences } from "@sevenstar/core/template/merge/differences";
import { findKind } from "@sevenstar/core/template/rows";
import { useState } from "react";
import { randomId } from "../browser/random-id.ts";
import type { SheetHost } from "../sheet-host/sheet-host.ts";
import { useLanguage, useSay } from "../shell/language-context.ts";
import { afterSubmit } from "./after-submit.ts";
import { ConflictList } from "./conflict-list.tsx";
import { DifferenceList } from "./difference-list.tsx";
import { HistoryList } from "./history-list.tsx";
import { readEdits, type TableLink, writeTemplate } from "./linked-table.ts";
import { ProblemCells } from "./problem-cells.tsx";
import { statusWords } from "./status-words.ts";
import { changedAt, type RunTask, type TemplateTask, wrongCells } from "./template-task.ts";
import { templateTexts } from "./template-texts.ts";
import type { FoundEdits } from "./use-table-edits.ts";

const texts = {
  written: (name: string, address: string): Words => ({
    zh: `“${name}”已写入 ${address}。`,
    en: `“${name}” was written to ${address}.`,
  }),
  hasEdits: (table: string): Words => ({
    zh: `“${table}”里有没提交的改动，没有覆盖；请先点“提交表格改动”。`,
    en: `“${table}” holds edits that were not submitted and was not overwritten: press “Submit table edits” first.`,
  }),
  noEdits: (table: string): Words => ({
    zh: `“${table}”表里没有改动，不用提交；已更新到最新。`,
    en: `There are no edits in “${table}” to submit; it is up to date now.`,
  }),
  deleted: (name: string): Words => ({
    zh: `已删除“${name}”；工作簿里的表格还在。`,
    en: `“${name}” was deleted; its table stays in the workbook.`,
  }),
  update: { zh: "更新表格", en: "Update the table" },
  write: { zh: "写入表格", en: "Write to sheet" },
  read: { zh: "提交表格改动", en: "Submit table edits" },
  discard: { zh: "放弃我的改动", en: "Give up my edits" },
  remove: { zh: "删除", en: "Delete" },
  unsubmitted: { zh: "表格里未提交的改动：", en: "Edits in the table not submitted yet: " },
  overwrite: { zh: "仍用模板覆盖", en: "Overwrite all the same" },
};

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
  /** What stands in its table that has not been submitted. */
  readonly edits: FoundEdits | undefined;
  readonly client: SyncClient;
  readonly host: SheetHost | undefined;
  readonly run: RunTask;
}

/** One template: its state, who changed it last, and what can be done with it. */
export function TemplateEntry({ line, link, edits, client, host, run }: TemplateEntryProps) {
  const say = useSay();
  const language = useLanguage();
  const styles = useStyles();
  const [isHistoryOpen, setIsHistoryOpen] = useState(false);
  const { id, name, kind, isReadOnly, status, rev, updatedAt, updatedBy, conflicts, setAside } = line;
  const by = `${updatedBy} ${changedAt(updatedAt, language)}`;
  const button = (words: string, task: TemplateTask, isPrimary = false) => (
    <Button
      size="small"
      {...(isPrimary ? { appearance: "primary" as const } : {})}
      aria-label={`${words} ${name}`}
      onClick={() => run(task)}
    >
      {words}
    </Button>
  );
  const unsubmitted =
    link && edits && "content" in edits && edits.isEdited ? differences(link.content, edits.content) : [];

  const put = async () => {
    const content = client.read(id);
    if (!host || !content) return undefined;
    const answer = await writeTemplate(host, id, content);
    return "problem" in answer ? answer : { done: texts.written(name, answer.address) };
  };
  /** Writes the template where the table holds no edits of the merchant's; those are never overwritten unasked. */
  const write: TemplateTask = async () => {
    if (!host || !link) return put();
    const standing = await readEdits(host, link, randomId);
    if ("problem" in standing || ("content" in standing && !standing.isEdited)) return put();
    return { problem: texts.hasEdits(link.table), instead: { words: texts.overwrite, task: put } };
  };
  const submit: TemplateTask = async () => {
    if (!host || !link) return undefined;
    const standing = await readEdits(host, link, randomId);
    if ("problem" in standing) return standing;
    if ("problems" in standing) return { problem: wrongCells(standing.problems) };
    if (!standing.isEdited) {
      const written = await put();
      if (written && "problem" in written) return written;
      return { done: texts.noEdits(link.table) };
    }
    const submitted = { ...standing.content, name };
    const problem = await client.save(id, submitted, link.content);
    if (problem) return problem;
    const written = await put();
    if (written && "problem" in written) return written;
    return afterSubmit(client, id, link.content, submitted);
  };

  const remove = async () => {
    const content = client.read(id);
    const problem = await client.remove(id);
    if (problem || !content) return problem;
    return { done: texts.deleted(name), undo: () => client.save(id, content) };
  };

  return (
    <li className={styles.entry}>
      <h2 className={styles.heading}>
        {name} <Badge color={colours[status]}>{say(statusWords[status])}</Badge>
      </h2>
      <div className={styles.quiet}>
        {say(findKind(kind)?.name ?? { zh: kind, en: kind })} · {by}
        {link && ` · ${link.table}`}
      </div>
      {isReadOnly && <p>{say(templateTexts.readOnly)}</p>}
      {setAside && <p role="alert">{setAside.detail}</p>}
      <div className={styles.actions}>
        {host && !isReadOnly && button(say(link ? texts.update : texts.write), write)}
        {host && link && !isReadOnly && button(say(texts.read), submit, unsubmitted.length > 0)}
        <Button size="small" aria-expanded={isHistoryOpen} onClick={() => setIsHistoryOpen(!isHistoryOpen)}>
          {say(templateTexts.history)}
        </Button>
        {setAside && button(say(templateTexts.retry), () => client.retry(id))}
        {(setAside || status === "待推送") && button(say(texts.discard), () => client.discard(id))}
        {!isReadOnly && button(say(texts.remove), remove)}
      </div>
      {unsubmitted.length > 0 && (
        <details>
          <summary>{`${say(texts.unsubmitted)}${unsubmitted.length}`}</summary>
          <DifferenceList
            label={say(texts.unsubmitted)}
            isTitled={false}
            kind={kind}
            differences={unsubmitted}
          />
        </details>
      )}
      {host && edits && "problems" in edits && <ProblemCells problems={edits.problems} host={host} />}
      {conflicts.length > 0 && (
        <ConflictList
          kind={kind}
          rows={client.read(id)?.rows ?? []}
          conflicts={conflicts}
          by={by}
          onChoose={(choices) => run(async () => (await client.resolve(id, choices)) ?? write())}
        />
      )}
      {isHistoryOpen && (
        <HistoryList
          client={client}
          id={id}
          kind={kind}
          rev={rev}
          isReadOnly={isReadOnly}
          onRestore={(old) => run(() => client.restore(id, old))}
        />
      )}
    </li>
  );
}
