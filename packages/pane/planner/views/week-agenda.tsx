import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import { useMemo } from "react";
import { copyText } from "../../browser/copy-text.ts";
import { type AgendaItem, agenda, isIdle, type Running } from "../../plan/model/agenda.ts";
import { dayWords } from "../../plan/model/day-words.ts";
import { isSettled } from "../../plan/model/milestone-statuses.ts";
import { agendaHeadings, agendaText, runningWords } from "../../plan/model/plan-text.ts";
import { stepWords } from "../../plan/model/step-words.ts";
import { timeLeftWords } from "../../plan/model/time-left-words.ts";
import { useSay } from "../../shell/language-context.ts";
import { StatusSelect } from "../fields/status-select.tsx";
import { usePlanner, usePlannerActions } from "../planner-context.ts";
import { plannerTexts } from "../planner-texts.ts";

const texts = {
  copyAgenda: { zh: "复制为文字", en: "Copy as text" },
  until: { zh: "到", en: "until" },
  today: { zh: "今天", en: "Today" },
} as const satisfies Record<string, Words>;

const useStyles = makeStyles({
  top: { display: "flex", justifyContent: "space-between", alignItems: "center", columnGap: "8px" },
  date: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  heading: {
    margin: "12px 0 4px",
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground2,
  },
  overdue: { color: tokens.colorPaletteRedForeground1 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: {
    display: "grid",
    columnGap: "8px",
    alignItems: "center",
    padding: "6px 0",
    borderBottomWidth: "1px",
    borderBottomStyle: "solid",
    borderBottomColor: tokens.colorNeutralStroke2,
  },
  withStatus: { gridTemplateColumns: "minmax(0, 1fr) 90px" },
  settled: { color: tokens.colorNeutralForeground3, textDecorationLine: "line-through" },
  facts: { fontSize: tokens.fontSizeBase200 },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  name: { fontWeight: tokens.fontWeightSemibold },
});

/** What to do now: what is overdue, what goes on, and what is due this week, next week and after it. */
export function WeekAgenda() {
  const { language, schedules, book, today, document } = usePlanner();
  const say = useSay();
  const { tell } = usePlannerActions();
  const styles = useStyles();
  const found = useMemo(() => agenda(schedules, book, today), [schedules, book, today]);
  const { year } = document;
  const lists = [
    ["overdue", found.overdue],
    ["thisWeek", found.thisWeek],
    ["nextWeek", found.nextWeek],
    ["later", found.later],
  ] as const;
  const copy = async () => {
    const isCopied = await copyText(agendaText(found, year, language));
    tell({ isProblem: !isCopied, words: isCopied ? plannerTexts.copied : plannerTexts.copyRefused });
  };
  const [overdue, ...ahead] = lists;
  return (
    <div>
      <div className={styles.top}>
        <p className={styles.date}>
          {say(texts.today)} {say(dayWords(today, year))}
        </p>
        {!isIdle(found) && (
          <Button size="small" onClick={copy}>
            {say(texts.copyAgenda)}
          </Button>
        )}
      </div>
      <Items heading={overdue[0]} items={overdue[1]} />
      {found.running.length > 0 && (
        <section aria-labelledby="agenda-running">
          <h3 id="agenda-running" className={styles.heading}>
            {say(agendaHeadings.running)}
          </h3>
          <ul className={styles.list}>
            {found.running.map((running) => (
              <RunningItem key={`${running.scheduled.activity.id} ${running.what}`} running={running} />
            ))}
          </ul>
        </section>
      )}
      {ahead.map(([heading, items]) => (
        <Items key={heading} heading={heading} items={items} />
      ))}
    </div>
  );
}

interface ItemsProps {
  readonly heading: keyof typeof agendaHeadings;
  readonly items: readonly AgendaItem[];
}

function Items({ heading, items }: ItemsProps) {
  const say = useSay();
  const styles = useStyles();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={`agenda-${heading}`}>
      <h3
        id={`agenda-${heading}`}
        className={mergeClasses(styles.heading, heading === "overdue" && styles.overdue)}
      >
        {say(agendaHeadings[heading])}
      </h3>
      <ul className={styles.list}>
        {items.map((item) => (
          <Item key={`${item.scheduled.year} ${item.scheduled.activity.id} ${item.step}`} item={item} />
        ))}
      </ul>
    </section>
  );
}

function Item({ item }: { readonly item: AgendaItem }) {
  const { today, document } = usePlanner();
  const say = useSay();
  const { edit } = usePlannerActions();
  const styles = useStyles();
  const { scheduled, milestone, day, workdaysLeft } = item;
  const { activity, year } = scheduled;
  const left = isSettled(milestone?.status) ? undefined : say(timeLeftWords(today, day, workdaysLeft));
  const facts = [say(dayWords(day, document.year)), left, activity.owner].filter(Boolean).join(" · ");
  return (
    <li className={mergeClasses(styles.item, milestone && styles.withStatus)}>
      <div>
        <div className={isSettled(milestone?.status) ? styles.settled : undefined}>
          {year === document.year ? (
            <Link as="button" inline className={styles.name} onClick={() => edit(activity.id)}>
              {activity.activity}
            </Link>
          ) : (
            <span className={styles.name}>
              {activity.activity} {year}
            </span>
          )}{" "}
          {say(stepWords(item.step))}
        </div>
        <div className={styles.facts}>{facts}</div>
        {milestone?.moved && <div className={styles.quiet}>{say(milestone.moved)}</div>}
      </div>
      {milestone && <StatusSelect scheduled={scheduled} milestone={milestone} />}
    </li>
  );
}

function RunningItem({ running }: { readonly running: Running }) {
  const { document, today } = usePlanner();
  const say = useSay();
  const { edit } = usePlannerActions();
  const styles = useStyles();
  const { activity, year } = running.scheduled;
  return (
    <li className={styles.item}>
      <div>
        <div>
          {year === document.year ? (
            <Link as="button" inline className={styles.name} onClick={() => edit(activity.id)}>
              {activity.activity}
            </Link>
          ) : (
            <span className={styles.name}>{activity.activity}</span>
          )}{" "}
          {say(runningWords(running))}
        </div>
        <div className={styles.facts}>
          {say(texts.until)} {say(dayWords(running.until, document.year))} ·{" "}
          {say(timeLeftWords(today, running.until, running.workdaysLeft))}
        </div>
      </div>
    </li>
  );
}
