import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import { useMemo, useState } from "react";
import { readPastedActivities } from "../../plan/exchange/read-pasted-activities.ts";
import { selectionText } from "../../plan/exchange/selection-text.ts";
import type { PlanActivity } from "../../plan/model/plan-document.ts";
import { newRowId } from "../../plan/model/row-id.ts";
import { useSay } from "../../shell/language-context.ts";
import { usePlanner, usePlannerActions } from "../planner-context.ts";

const texts = {
  heading: { zh: "导入自己的活动表", en: "Bring in your own table" },
  label: { zh: "连表头一起粘贴", en: "Paste it with its header" },
  hint: {
    zh: "表头写什么都行，如 活动名称、活动时间、报名截止、备货、负责人；日期可写 9.20、9月20日-22日 或 2026/9/20。",
    en: "Any headers will do, such as 活动名称, 活动时间, 报名截止; dates such as 9.20, 9月20日-22日 or 2026/9/20.",
  },
  selection: { zh: "读取表格里选中的区域", en: "Read the selected range" },
  added: { zh: "新增", en: "New" },
  changed: { zh: "更新同名活动", en: "Changes to activities of the same name" },
  take: { zh: "加入计划", en: "Add to the plan" },
  nothing: { zh: "没有读到活动。", en: "No activities found." },
  row: { zh: "第 {} 行：", en: "Row {}: " },
  enumerate: { zh: "、", en: ", " },
} as const satisfies Record<string, Words>;

const useStyles = makeStyles({
  heading: { margin: "12px 0 4px", fontSize: tokens.fontSizeBase400 },
  actions: { display: "flex", flexWrap: "wrap", gap: "6px", padding: "4px 0" },
});

/** A merchant's own activity table, pasted or selected in the sheet: first shown as it was read, then added. */
export function ImportSection() {
  const { plan, book, host } = usePlanner();
  const say = useSay();
  const { run, tell } = usePlannerActions();
  const styles = useStyles();
  const [text, setText] = useState("");
  const found = useMemo(
    () => (text.trim() === "" ? undefined : readPastedActivities(text, plan, book, newRowId)),
    [text, plan, book],
  );
  const readSelection = async () => {
    const answer = await host?.readSelection();
    if (answer && "problem" in answer)
      tell({ isProblem: true, words: { zh: answer.problem, en: answer.problem } });
    else if (answer) setText(selectionText(answer.values));
  };
  const names = (activities: readonly PlanActivity[]) =>
    activities.map(({ activity }) => activity).join(say(texts.enumerate));
  const take = () => {
    if (!found || "problem" in found) return;
    const { added, changed } = found;
    const { year } = plan;
    run(
      {
        kind: "together",
        words: { zh: "导入活动表", en: "bring in a table" },
        commands: [
          ...changed.map((activity) => ({ kind: "change-activity", year, activity }) as const),
          { kind: "add-activities", year, activities: added },
        ],
      },
      {
        zh: `已新增 ${added.length} 个、更新 ${changed.length} 个活动。`,
        en: `${added.length} activities added, ${changed.length} changed.`,
      },
    );
    setText("");
  };
  return (
    <section aria-labelledby="plan-import">
      <h2 id="plan-import" className={styles.heading}>
        {say(texts.heading)}
      </h2>
      <Field label={say(texts.label)} hint={say(texts.hint)} size="small">
        <Textarea value={text} size="small" rows={4} onChange={(_, { value }) => setText(value)} />
      </Field>
      <output style={{ display: "block" }}>
        {found && "problem" in found && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{found.problem}</MessageBarBody>
          </MessageBar>
        )}
        {found && !("problem" in found) && (
          <>
            {found.added.length > 0 && (
              <p>
                {say(texts.added)} ({found.added.length}): {names(found.added)}
              </p>
            )}
            {found.changed.length > 0 && (
              <p>
                {say(texts.changed)} ({found.changed.length}): {names(found.changed)}
              </p>
            )}
            {found.added.length + found.changed.length === 0 && <p>{say(texts.nothing)}</p>}
            {found.problems.map(({ row, sentence }) => (
              <p key={`${row} ${sentence}`}>
                {say(texts.row).replace("{}", String(row))}
                {sentence}
              </p>
            ))}
          </>
        )}
      </output>
      <div className={styles.actions}>
        {found && !("problem" in found) && found.added.length + found.changed.length > 0 && (
          <Button size="small" appearance="primary" onClick={take}>
            {say(texts.take)}
          </Button>
        )}
        {host && (
          <Button size="small" onClick={readSelection}>
            {say(texts.selection)}
          </Button>
        )}
      </div>
    </section>
  );
}
