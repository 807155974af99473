import { Button, MessageBar, MessageBarBody, SearchBox } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import { useCallback, useEffect, useState } from "react";
import { randomId } from "../browser/random-id.ts";
import { chineseOnly } from "../shell/chinese-only.ts";
import type { TabProps } from "../shell/define-tab.ts";
import { useSay } from "../shell/language-context.ts";
import { OutcomeBar } from "../shell/outcome-bar.tsx";
import type { Outcome } from "../shell/outcome-context.ts";
import { JoinTeam } from "./join-team.tsx";
import { LeftBehindBar } from "./left-behind-bar.tsx";
import { type CellProblem, readEdits, readLinks, type TableLink, writeTemplate } from "./linked-table.ts";
import { NewTemplate } from "./new-template.tsx";
import { ProblemCells } from "./problem-cells.tsx";
import { memberWords } from "./role-words.ts";
import { SignInForm } from "./sign-in-form.tsx";
import { StorageRefused } from "./storage-refused.tsx";
import { TeamSection } from "./team-section.tsx";
import { TemplateEntry } from "./template-entry.tsx";
import { hasSameRows, type RunTask, type TemplateTask } from "./template-task.ts";
import { useSync } from "./use-sync.ts";
import { useTableEdits } from "./use-table-edits.ts";

const texts = {
  comma: { zh: "，", en: ", " },
  failed: (reason: string): Words => ({ zh: `没有成功：${reason}`, en: `It did not succeed: ${reason}` }),
  opening: { zh: "正在打开模板…", en: "Opening the templates…" },
  waiting: {
    zh: "这个浏览器的另一个页面正在同步。请在那里操作，或关掉它，这里会接着同步。",
    en: "Another page of this browser is syncing. Work there, or close it and this one will go on.",
  },
  signedIn: { zh: "已登录：", en: "Signed in: " },
  syncNow: { zh: "立即同步", en: "Sync now" },
  dismiss: { zh: "知道了", en: "Dismiss" },
  merged: { zh: "刚合并了两个人改的行：", en: "Rows merged from two people: " },
  gone: {
    zh: "团队已删除这些表的模板，工作簿里的表格照旧可用：",
    en: "The team has deleted the templates of these tables, which stay in the workbook: ",
  },
  noHost: { zh: "旁边没有表格，只能查看。", en: "There is no sheet here: templates can only be looked at." },
  search: { zh: "找模板", en: "Find a template" },
  none: { zh: "团队里还没有模板。", en: "The team has no template yet." },
  undo: { zh: "撤消", en: "Undo" },
};

/** The templates' tab: signing in, the team's templates and their tables in the workbook, conflicts, history, members. */
export function Templates({ host, apiOrigin = "", invite, onInviteDone, onTeam }: TabProps) {
  const say = useSay();
  const { client, snapshot, start } = useSync(apiOrigin);
  const [outcome, setOutcome] = useState<Outcome>();
  const [wrong, setWrong] = useState<readonly CellProblem[]>([]);
  const [query, setQuery] = useState("");
  const [links, setLinks] = useState<readonly TableLink[]>([]);
  const edits = useTableEdits(host, links);

  const loadLinks = useCallback(async () => {
    if (!host) return;
    const answer = await readLinks(host);
    if ("problem" in answer) setOutcome({ isProblem: true, words: chineseOnly(answer.problem) });
    else setLinks(answer);
  }, [host]);
  useEffect(() => void loadLinks(), [loadLinks]);

  const run: RunTask = useCallback(
    (task: TemplateTask) => {
      setOutcome(undefined);
      setWrong([]);
      const told = async () => {
        const answer = await task();
        await loadLinks();
        if (!answer) return;
        if ("problem" in answer) {
          const { problem, cells = [], instead } = answer;
          setWrong(cells);
          const remedy = instead && { words: instead.words, onTake: () => run(instead.task) };
          const words = typeof problem === "string" ? chineseOnly(problem) : problem;
          setOutcome({ isProblem: true, words, ...(remedy ? { remedy } : {}) });
        } else {
          const { done, undo } = answer;
          const remedy = undo && { words: texts.undo, onTake: () => run(undo) };
          setOutcome({ isProblem: false, words: done, ...(remedy ? { remedy } : {}) });
        }
      };
      told().catch((error: unknown) => setOutcome({ isProblem: true, words: texts.failed(String(error)) }));
    },
    [loadLinks],
  );

  // What the team changed goes into the workbook's tables that nobody has edited meanwhile.
  useEffect(() => {
    if (!host) return;
    void (async () => {
      for (const link of links) {
        const content = client.read(link.id);
        const line = snapshot.templates.find(({ id }) => id === link.id);
        if (!content || !line || line.conflicts.length > 0) continue;
        if (hasSameRows(content, link.content)) continue;
        const edits = await readEdits(host, link, randomId);
        if (!("isEdited" in edits) || edits.isEdited) continue;
        if (!("problem" in (await writeTemplate(host, link.id, content)))) await loadLinks();
      }
    })();
  }, [host, links, client, snapshot, loadLinks]);

  const teamName = snapshot.team?.name;
  useEffect(() => {
    if (start === "begun") onTeam?.(teamName);
  }, [start, teamName, onTeam]);

  if (start === "storage-refused") return <StorageRefused />;
  // Not by the state, which passes through signing in: a form that goes and comes again loses what is typed.
  if (!snapshot.team && (start === "opening" || start === "waiting")) {
    return <output>{say(texts[start])}</output>;
  }
  const { state, sentence, notice, team, member, leftBehind, templates, merged } = snapshot;
  const shown = templates.filter(({ name, kind }) =>
    `${name} ${kind}`.toLowerCase().includes(query.trim().toLowerCase()),
  );
  const orphans =
    state === "synced" ? links.filter((link) => !templates.some(({ id }) => id === link.id)) : [];
  const bar = <OutcomeBar outcome={outcome} onClose={() => setOutcome(undefined)} />;
  const join = invite !== undefined && (
    <JoinTeam code={invite} team={team?.name} client={client} run={run} onDone={() => onInviteDone?.()} />
  );
  if (!team || !member || state === "signedOut") {
    return (
      <>
        {sentence && <p role="alert">{sentence}</p>}
        {join || <SignInForm client={client} run={run} />}
        {bar}
      </>
    );
  }
  return (
    <>
      {join}
      <p>
        {say(texts.signedIn)}
        <strong>{team.name}</strong>
        {say(texts.comma)}
        {say(memberWords(member.name, member.role))}{" "}
        <Button size="small" onClick={() => client.syncNow()}>
          {say(texts.syncNow)}
        </Button>
      </p>
      {sentence && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{sentence}</MessageBarBody>
        </MessageBar>
      )}
      {notice && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {notice}{" "}
            <Button size="small" onClick={() => run(() => client.dismissNotice())}>
              {say(texts.dismiss)}
            </Button>
          </MessageBarBody>
        </MessageBar>
      )}
      {leftBehind.length > 0 && <LeftBehindBar client={client} names={leftBehind} run={run} />}
      {merged.length > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {say(texts.merged)}
            {merged.map(({ name, row }) => `${name} ${row}`).join("、")}{" "}
            <Button size="small" onClick={() => run(() => client.dismissMerged())}>
              {say(texts.dismiss)}
            </Button>
          </MessageBarBody>
        </MessageBar>
      )}
      {orphans.length > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {say(texts.gone)}
            {orphans.map(({ table }) => table).join("、")}
          </MessageBarBody>
        </MessageBar>
      )}
      {!host && <p>{say(texts.noHost)}</p>}
      <SearchBox
        aria-label={say(texts.search)}
        placeholder={say(texts.search)}
        value={query}
        onChange={(_, { value }) => setQuery(value)}
      />
      {templates.length === 0 && <p>{say(texts.none)}</p>}
      <ul style={{ margin: 0, padding: 0, listStyleType: "none" }}>
        {shown.map((line) => (
          <TemplateEntry
            key={line.id}
            line={line}
            link={links.find(({ id }) => id === line.id)}
            edits={edits.get(line.id)}
            client={client}
            host={host}
            run={run}
          />
        ))}
      </ul>
      <NewTemplate client={client} host={host} run={run} />
      {host && wrong.length > 0 && <ProblemCells problems={wrong} host={host} />}
      <TeamSection client={client} team={team} me={member} state={state} run={run} />
      {bar}
    </>
  );
}
