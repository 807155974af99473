import {
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Radio,
  RadioGroup,
  tokens,
} from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import { useState } from "react";
import { planHeader } from "../../plan/table/plan-table.ts";
import { type ReadBack, shownCell, type TableConflict, type TableEdit } from "../../plan/table/read-back.ts";
import { PLAN_TABLE } from "../../plan/table/written-plan.ts";
import { type Say, useSay } from "../../shell/language-context.ts";
import { ActionButton } from "../action-button.tsx";
import { writeMonths } from "../actions/write-months.ts";
import { writeTable as writeTableAction } from "../actions/write-table.ts";
import { writeTimeline } from "../actions/write-timeline.ts";
import { isUntouched } from "../keeper/table-state.ts";
import { usePlanner, usePlannerActions } from "../planner-context.ts";

const texts = {
  heading: { zh: "工作簿里的表", en: "In the workbook" },
  looking: { zh: "正在查看工作簿…", en: "Looking at the workbook…" },
  unwritten: {
    zh: "这个工作簿里还没有年度活动表；点“写入年度活动表”，就会生成一张，以后在表里改的也能读回来。",
    en: "This workbook has no plan table yet. “Write the plan's table” makes one; what you edit there can be read back.",
  },
  same: { zh: "表格和计划一致。", en: "The table and the plan agree." },
  edited: { zh: "表格里有手工改动：", en: "The table was edited by hand:" },
  conflicts: {
    zh: "下面几处计划和表格都改过，请逐一选择：",
    en: "These were changed in the plan and in the table; choose for each:",
  },
  takeEdits: { zh: "读回到计划", en: "Read back into the plan" },
  giveUp: { zh: "放弃表格里的改动，用计划覆盖", en: "Give the table's edits up and write the plan" },
  keepPlan: { zh: "保留计划：", en: "Keep the plan's: " },
  takeTable: { zh: "采用表格：", en: "Take the table's: " },
  added: { zh: "新增活动", en: "New activity" },
  removed: { zh: "删除活动", en: "Deleted activity" },
  stays: { zh: "保留这个活动", en: "Keep the activity" },
  goes: { zh: "删除这个活动", en: "Delete the activity" },
  staysOut: { zh: "不放回计划", en: "Leave it out" },
  comesBack: { zh: "放回计划", en: "Take it back" },
  goneFromTable: { zh: "表格里已删除，计划里改过", en: "deleted in the table, changed in the plan" },
  goneFromPlan: { zh: "计划里已停用或删除，表格里改过", en: "taken out of the plan, changed in the table" },
} as const satisfies Record<string, Words>;

const useStyles = makeStyles({
  heading: { margin: "12px 0 4px", fontSize: tokens.fontSizeBase400 },
  actions: { display: "flex", flexWrap: "wrap", gap: "6px", padding: "4px 0" },
  list: { margin: "4px 0", paddingLeft: "20px" },
  conflict: { border: "none", margin: "6px 0", padding: 0, minWidth: 0 },
});

/** The plan in the workbook: its table, with edits by hand read back, the month calendar and the timeline. */
export function WorkbookSection() {
  const { document, table } = usePlanner();
  const say = useSay();
  const { writeTable, takeTableEdits } = usePlannerActions();
  const styles = useStyles();
  const { state, isBusy } = table;
  const hasEdits = state.kind === "read" && !isUntouched(state.found);
  return (
    <section aria-labelledby="plan-workbook">
      <h2 id="plan-workbook" className={styles.heading}>
        {say(texts.heading)}
      </h2>
      <div className={styles.actions}>
        <ActionButton action={writeTableAction} appearance="primary" />
        <ActionButton action={writeMonths} />
        <ActionButton action={writeTimeline} />
      </div>
      <output style={{ display: "block" }}>
        {state.kind === "looking" && say(texts.looking)}
        {state.kind === "unwritten" && say(texts.unwritten)}
        {state.kind === "unreadable" && state.problem}
        {state.kind === "read" && !hasEdits && `${PLAN_TABLE}（${state.year}）：${say(texts.same)}`}
      </output>
      {state.kind === "read" &&
        state.found.notes?.map((note) => (
          <MessageBar key={note.zh} intent="info" layout="multiline">
            <MessageBarBody>{say(note)}</MessageBarBody>
          </MessageBar>
        ))}
      {state.kind === "read" && hasEdits && (
        <Edits
          key={JSON.stringify(state.found)}
          found={state.found}
          isBusy={isBusy}
          onTake={(choices) => takeTableEdits(state.found, choices)}
          onGiveUp={() => writeTable(document.year, true)}
        />
      )}
    </section>
  );
}

interface EditsProps {
  readonly found: ReadBack;
  readonly isBusy: boolean;
  readonly onTake: (choices: ReadonlyMap<string, "plan" | "table">) => void;
  readonly onGiveUp: () => void;
}

/** What was changed by hand, and what has to be decided before it is read back. */
function Edits({ found, isBusy, onTake, onGiveUp }: EditsProps) {
  const say = useSay();
  const styles = useStyles();
  const { edits, conflicts, faults } = found;
  const [choices, setChoices] = useState<ReadonlyMap<string, "plan" | "table">>(new Map());
  const isDecided = conflicts.every(({ key }) => choices.has(key));
  const canTake = isDecided && edits.length + conflicts.length > 0 && faults.length === 0;
  return (
    <>
      {edits.length > 0 && (
        <>
          <p>{say(texts.edited)}</p>
          <ul className={styles.list}>
            {edits.map((edit, index) => (
              <li key={index}>{editText(edit, say)}</li>
            ))}
          </ul>
        </>
      )}
      {faults.map((fault) => (
        <MessageBar key={fault.zh} intent="warning" layout="multiline">
          <MessageBarBody>{say(fault)}</MessageBarBody>
        </MessageBar>
      ))}
      {conflicts.length > 0 && <p>{say(texts.conflicts)}</p>}
      {conflicts.map((conflict) => (
        <Conflict
          key={conflict.key}
          conflict={conflict}
          choice={choices.get(conflict.key)}
          onChoose={(choice) => setChoices(new Map(choices).set(conflict.key, choice))}
        />
      ))}
      <div className={styles.actions}>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={isBusy || !canTake}
          onClick={() => canTake && onTake(choices)}
        >
          {say(texts.takeEdits)}
        </Button>
        <Button size="small" disabledFocusable={isBusy} onClick={onGiveUp}>
          {say(texts.giveUp)}
        </Button>
      </div>
    </>
  );
}

interface ConflictProps {
  readonly conflict: TableConflict;
  readonly choice: "plan" | "table" | undefined;
  readonly onChoose: (choice: "plan" | "table") => void;
}

function Conflict({ conflict, choice, onChoose }: ConflictProps) {
  const say = useSay();
  const styles = useStyles();
  const { about, plan, table } = conflictTexts(conflict, say);
  return (
    <fieldset className={styles.conflict}>
      <legend>
        {conflict.activity}：{about}
      </legend>
      <RadioGroup
        value={choice ?? ""}
        aria-label={`${conflict.activity}：${about}`}
        onChange={(_, { value }) => onChoose(value as "plan" | "table")}
      >
        <Radio value="plan" label={plan} />
        <Radio value="table" label={table} />
      </RadioGroup>
    </fieldset>
  );
}

function conflictTexts(conflict: TableConflict, say: Say) {
  switch (conflict.kind) {
    case "cell":
      return {
        about: planHeader(conflict.column),
        plan: `${say(texts.keepPlan)}${shownCell(conflict.column, conflict.inPlan)}`,
        table: `${say(texts.takeTable)}${shownCell(conflict.column, conflict.inTable)}`,
      };
    case "gone-from-table":
      return { about: say(texts.goneFromTable), plan: say(texts.stays), table: say(texts.goes) };
    case "gone-from-plan":
      return { about: say(texts.goneFromPlan), plan: say(texts.staysOut), table: say(texts.comesBack) };
  }
}

function editText(edit: TableEdit, say: Say): string {
  if (edit.kind === "add") return `${say(texts.added)}：${edit.activity}`;
  if (edit.kind === "remove") return `${say(texts.removed)}：${edit.activity}`;
  const { activity, column, from, to } = edit;
  return `${activity} ${planHeader(column)}：${shownCell(column, from)} → ${shownCell(column, to)}`;
}
