import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { isAnnounced } from "@sevenstar/core/calendar/public-holidays";
import type { Words } from "@sevenstar/core/cells/words";
import { useMemo, useState } from "react";
import { readNotice } from "../../plan/exchange/read-notice.ts";
import { noticeLines } from "../../plan/model/notice-lines.ts";
import type { HolidayNotice } from "../../plan/model/plan-document.ts";
import { useSay } from "../../shell/language-context.ts";
import { usePlanner, usePlannerActions } from "../planner-context.ts";

const texts = {
  heading: { zh: "放假安排", en: "Public holidays" },
  builtIn: { zh: "已内置国务院通知。", en: "The State Council's notice is built in." },
  estimated: {
    zh: "还没有通知，按周末和法定假日预计。",
    en: "No notice yet: estimated from weekends and statutory days.",
  },
  entered: { zh: "已录入：", en: "Entered: " },
  off: { zh: "天放假，", en: " days off, " },
  worked: { zh: "天调休上班。", en: " make-up working days." },
  label: { zh: "粘贴放假通知", en: "Paste the notice" },
  hint: {
    zh: "粘贴通知里“一、元旦：1月1日……放假”开始的几段，或带 日期、名称、类型（休/班）三列的表格；读到的每一天会先列出来，核对后再录入。",
    en: "Its paragraphs beginning “一、元旦：1月1日……放假”, or a table with 日期 (date), 名称 (name) and 类型 (休 off, 班 work). Every day is shown before it is entered.",
  },
  found: { zh: "读到的放假安排：", en: "What was read: " },
  shown: { zh: "查看每一天", en: "Every day" },
  enter: { zh: "录入", en: "Enter" },
  remove: { zh: "删除录入的安排", en: "Remove what was entered" },
  done: { zh: "已录入放假安排，各节点已重算。", en: "Entered; the milestones were worked out again." },
} as const satisfies Record<string, Words>;

const useStyles = makeStyles({
  heading: { margin: "16px 0 4px", fontSize: tokens.fontSizeBase400 },
  days: { margin: "4px 0", paddingLeft: "18px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "6px", padding: "6px 0" },
});

/** The holidays of the year on show: built in, estimated, or entered from the notice. */
export function NoticeSection() {
  const { document } = usePlanner();
  const say = useSay();
  const { run } = usePlannerActions();
  const styles = useStyles();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string>();
  const { year } = document;
  const entered = document.notices.find((notice) => notice.year === year);
  const found = useMemo(() => (text.trim() === "" ? undefined : readNotice(text, year)), [text, year]);
  const check = () => setProblem(found && "problem" in found ? found.problem : undefined);
  const enter = () => {
    check();
    if (!found || "problem" in found) return;
    setText("");
    run({ kind: "set-notice", notice: { year, days: found.days } }, texts.done);
  };
  const counts = ({ days }: HolidayNotice) => {
    const count = (type: "休" | "班") => days.filter((day) => day.type === type).length;
    return `${count("休")} ${say(texts.off).trimStart()}${count("班")} ${say(texts.worked).trimStart()}`;
  };
  const lines = (notice: HolidayNotice) => (
    <ul className={styles.days}>
      {noticeLines(notice).map((line) => (
        <li key={line.zh}>{say(line)}</li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="plan-notice">
      <h2 id="plan-notice" className={styles.heading}>
        {say(texts.heading)} {year}
      </h2>
      <p>
        {entered
          ? `${say(texts.entered)}${counts(entered)}`
          : say(isAnnounced(year) ? texts.builtIn : texts.estimated)}
      </p>
      {entered && (
        <details>
          <summary>{say(texts.shown)}</summary>
          {lines(entered)}
        </details>
      )}
      <Field
        label={say(texts.label)}
        hint={say(texts.hint)}
        size="small"
        {...(problem ? { validationMessage: problem, validationState: "error" as const } : {})}
      >
        <Textarea
          value={text}
          size="small"
          rows={4}
          onBlur={check}
          onChange={(_, { value }) => {
            setText(value);
            setProblem(undefined);
          }}
        />
      </Field>
      <output style={{ display: "block" }}>
        {found && !("problem" in found) && (
          <>
            <p>
              {say(texts.found)}
              {counts(found)}
            </p>
            {lines(found)}
            {found.notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
          </>
        )}
      </output>
      <div className={styles.actions}>
        <Button size="small" disabledFocusable={text.trim() === ""} onClick={enter}>
          {say(texts.enter)}
        </Button>
        {entered && (
          <Button size="small" onClick={() => run({ kind: "remove-notice", year })}>
            {say(texts.remove)}
          </Button>
        )}
      </div>
    </section>
  );
}
