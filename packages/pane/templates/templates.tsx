import { Button, MessageBar, MessageBarBody, SearchBox } from "@fluentui/react-components";
import type { Language } from "@sevenstar/core/cells/words";
import { useCallback, useEffect, useState } from "react";
import { randomId } from "../browser/random-id.ts";
import type { SheetHost } from "../sheet-host/sheet-host.ts";
import { OutcomeBar } from "../shell/outcome-bar.tsx";
import type { Outcome } from "../shell/outcome-context.ts";
import { JoinTeam } from "./join-team.tsx";
import { LeftBehindBar } from "./left-behind-bar.tsx";
import { type CellProblem, readEdits, readLinks, type TableLink, writeTemplate } from "./linked-table.ts";
import { NewTemplate } from "./new-template.tsx";
import { ProblemCells } from "./problem-cells.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import { StorageRefused } from "./storage-refused.tsx";
import { TeamSection } from "./team-section.tsx";
import { TemplateEntry } from "./template-entry.tsx";
import { hasSameRows, type RunTask, type TemplateTask } from "./template-task.ts";
import { type TemplateText, templateTexts } from "./template-texts.ts";
import { useSync } from "./use-sync.ts";
import { useTableEdits } from "./use-table-edits.ts";

interface TemplatesProps {
  readonly language: Language;
  readonly host: SheetHost | undefined;
  /** Where the API is; blank for the page's own origin. */
  readonly apiOrigin: string;
  /** The code of an invite that was opened, and what to do once it is answered. */
  readonly invite?: string | undefined;
  readonly onInviteDone?: (() => void) | undefined;
  /** Hears whose templates are shown, once it is known. */
  readonly onTeam?: ((name: string | undefined) => void) | undefined;
}

/** The templates' tab: signing in, the team's templates and their tables in the workbook, conflicts, history, members. */
export function Templates({ language, host, apiOrigin, invite, onInviteDone, onTeam }: TemplatesProps) {
  const { client, snapshot, start } = useSync(apiOrigin);
  const [outcome, setOutcome] = useState<Outcome>();
  const [wrong, setWrong] = useState<readonly CellProblem[]>([]);
  const [query, setQuery] = useState("");
  const [links, setLinks] = useState<readonly TableLink[]>([]);
  const edits = useTableEdits(host, links);
  const text: TemplateText = (key) => templateTexts[key][language];

  const loadLinks = useCallback(async () => {
    if (!host) return;
    const answer = await readLinks(host);
    if ("problem" in answer) setOutcome({ isProblem: true, sentence: answer.problem });
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
          setOutcome({ isProblem: true, sentence: problem, ...(remedy ? { remedy } : {}) });
        } else {
          const { done, undo } = answer;
          const remedy = undo && { words: templateTexts.undo, onTake: () => run(undo) };
          setOutcome({ isProblem: false, sentence: done, ...(remedy ? { remedy } : {}) });
        }
      };
      told().catch((error: unknown) =>
        setOutcome({ isProblem: true, sentence: `没有成功：${String(error)}` }),
      );
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

  if (start === "storage-refused") return <StorageRefused text={text} />;
  // Not by the state, which passes through signing in: a form that goes and comes again loses what is typed.
  if (!snapshot.team && (start === "opening" || start === "waiting")) {
    return <output>{text(start)}</output>;
  }
  const { state, sentence, notice, team, member, leftBehind, templates, merged } = snapshot;
  const shown = templates.filter(({ name, kind }) =>
    `${name} ${kind}`.toLowerCase().includes(query.trim().toLowerCase()),
  );
  const orphans =
    state === "synced" ? links.filter((link) => !templates.some(({ id }) => id === link.id)) : [];
  const bar = <OutcomeBar outcome={outcome} onClose={() => setOutcome(undefined)} />;
  const join = invite !== undefined && (
    <JoinTeam
      code={invite}
      team={team?.name}
      client={client}
      text={text}
      run={run}
      onDone={() => onInviteDone?.()}
    />
  );
  if (!team || !member || state === "signedOut") {
    return (
      <>
        {sentence && <p role="alert">{sentence}</p>}
        {join || <SignInForm client={client} text={text} run={run} />}
        {bar}
      </>
    );
  }
  return (
    <>
      {join}
      <p>
        {text("signedIn")}
        <strong>{team.name}</strong>，{member.name}（{text(member.role)}）{" "}
        <Button size="small" onClick={() => client.syncNow()}>
          {text("syncNow")}
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
              {text("dismiss")}
            </Button>
          </MessageBarBody>
        </MessageBar>
      )}
      {leftBehind.length > 0 && <LeftBehindBar client={client} names={leftBehind} text={text} run={run} />}
      {merged.length > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {text("merged")}
            {merged.map(({ name, row }) => `${name} ${row}`).join("、")}{" "}
            <Button size="small" onClick={() => run(() => client.dismissMerged())}>
              {text("dismiss")}
            </Button>
          </MessageBarBody>
        </MessageBar>
      )}
      {orphans.length > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {text("gone")}
            {orphans.map(({ table }) => table).join("、")}
          </MessageBarBody>
        </MessageBar>
      )}
      {!host && <p>{text("noHost")}</p>}
      <SearchBox
        aria-label={text("search")}
        placeholder={text("search")}
        value={query}
        onChange={(_, { value }) => setQuery(value)}
      />
      {templates.length === 0 && <p>{text("none")}</p>}
      <ul style={{ margin: 0, padding: 0, listStyleType: "none" }}>
        {shown.map((line) => (
          <TemplateEntry
            key={line.id}
            line={line}
            link={links.find(({ id }) => id === line.id)}
            edits={edits.get(line.id)}
            client={client}
            host={host}
            text={text}
            run={run}
          />
        ))}
      </ul>
      <NewTemplate client={client} host={host} text={text} run={run} />
      {host && wrong.length > 0 && <ProblemCells problems={wrong} host={host} text={text} />}
      <TeamSection client={client} team={team} me={member} state={state} text={text} run={run} />
      {bar}
    </>
  );
}
