import {
  Button,
  Link,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  tokens,
} from "@fluentui/react-components";
import { EVERY_INDUSTRY } from "@sevenstar/core/calendar/industry";
import { civilDate } from "@sevenstar/core/cells/calendar-day";
import type { Language, Words } from "@sevenstar/core/cells/words";
import { lazy, Suspense, useMemo, useRef, useState } from "react";
import { failureWords } from "../browser/failure-words.ts";
import { loadPart } from "../browser/load-part.ts";
import { newYearPlan } from "../plan/model/new-plan.ts";
import { planOfYear } from "../plan/model/plan-document.ts";
import { planSchedule } from "../plan/model/plan-schedule.ts";
import { planWarnings } from "../plan/model/plan-warnings.ts";
import type { SheetHost } from "../sheet-host/sheet-host.ts";
import { LoadFailure } from "../shell/load-failure.tsx";
import { OutcomeBar } from "../shell/outcome-bar.tsx";
import type { Outcome } from "../shell/outcome-context.ts";
import { paneTexts } from "../shell/pane-texts.ts";
import { TabBar, tabElementId } from "../shell/tab-bar.tsx";
import type { Opened } from "./keeper/open-plan.ts";
import type { Told } from "./keeper/plan-table-keeper.ts";
import type { PlannerKeeper, PlannerSnapshot } from "./keeper/planner-keeper.ts";
import { isUntouched } from "./keeper/table-state.ts";
import { usePlannerKeeper } from "./keeper/use-planner-keeper.ts";
import {
  type OpenPlanner,
  type PlannerActions,
  PlannerActionsContext,
  PlannerContext,
  type PlannerView,
} from "./planner-context.ts";
import { plannerTexts } from "./planner-texts.ts";
import { useHistoryKeys } from "./use-history-keys.ts";
import type { Copied } from "./views/moves-panel.tsx";
import { WarningList } from "./views/warning-list.tsx";
import { WeekView } from "./views/week-view.tsx";

const texts = {
  industries: { zh: "行业：", en: "Industries: " },
  chooseIndustries: { zh: "选择行业", en: "Choose" },
  loading: { zh: "正在打开活动计划…", en: "Opening the plan…" },
  year: { zh: "年份", en: "Year" },
  noPlan: { zh: "（未建立）", en: " (no plan)" },
  estimated: { zh: "假期为预计", en: "Holidays est." },
  announced: { zh: "假期已公布", en: "Holidays known" },
  undo: { zh: "撤消", en: "Undo" },
  redo: { zh: "重做", en: "Redo" },
  nothingToUndo: { zh: "没有可以撤消的", en: "Nothing to undo" },
  nothingToRedo: { zh: "没有可以重做的", en: "Nothing to redo" },
  views: { zh: "活动日历的视图", en: "Views of the planner" },
  week: { zh: "本周", en: "Week" },
  yearView: { zh: "全年", en: "Year" },
  activities: { zh: "活动", en: "Activities" },
  files: { zh: "表格", en: "Sheets" },
  settings: { zh: "设置", en: "Settings" },
} as const satisfies Record<string, Words>;

const EmptyYear = lazy(async () => ({
  default: (await loadPart(() => import("./views/empty-year.tsx"))).EmptyYear,
}));
const MovesPanel = lazy(async () => ({
  default: (await loadPart(() => import("./views/moves-panel.tsx"))).MovesPanel,
}));
const PlanTroublePanel = lazy(async () => ({
  default: (await loadPart(() => import("./views/plan-trouble-panel.tsx"))).PlanTroublePanel,
}));
const YearView = lazy(async () => ({
  default: (await loadPart(() => import("./views/year-view.tsx"))).YearView,
}));
const MonthView = lazy(async () => ({
  default: (await loadPart(() => import("./views/month-view.tsx"))).MonthView,
}));
const TimelineView = lazy(async () => ({
  default: (await loadPart(() => import("./views/timeline-view.tsx"))).TimelineView,
}));
const ActivitiesView = lazy(async () => ({
  default: (await loadPart(() => import("./views/activities-view.tsx"))).ActivitiesView,
}));
const FilesView = lazy(async () => ({
  default: (await loadPart(() => import("./views/files-view.tsx"))).FilesView,
}));
const SettingsView = lazy(async () => ({
  default: (await loadPart(() => import("./views/settings-view.tsx"))).SettingsView,
}));

const PANEL = "planner-panel";

const views: Readonly<Record<PlannerView, Words>> = {
  week: texts.week,
  year: texts.yearView,
  month: plannerTexts.month,
  timeline: plannerTexts.timeline,
  activities: texts.activities,
  files: texts.files,
  settings: texts.settings,
};

const useStyles = makeStyles({
  planner: { flex: "1 1 auto", display: "flex", flexDirection: "column", paddingTop: "8px" },
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px" },
  year: { width: "104px" },
  short: { minWidth: "44px", paddingLeft: "6px", paddingRight: "6px" },
  holidays: { flex: "1 1 auto", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  panel: { flex: "1 1 auto", padding: "8px 0", ":focus": { outlineStyle: "none" } },
  waiting: { padding: "24px 0" },
  industries: { paddingTop: "4px", fontSize: tokens.fontSizeBase200 },
  notices: { display: "flex", flexDirection: "column", rowGap: "6px", paddingTop: "6px" },
});

interface PlannerProps {
  readonly language: Language;
  readonly host: SheetHost | undefined;
  readonly members: readonly string[];
}

/** The annual activity planner: opens the plan that is kept and shows it, or says why it cannot. */
export function Planner({ language, host, members }: PlannerProps) {
  const styles = useStyles();
  const { keeper, snapshot } = usePlannerKeeper(host);
  const { state } = snapshot;
  if (state === "loading") {
    return <output className={styles.waiting}>{texts.loading[language]}</output>;
  }
  if ("trouble" in state) {
    return (
      <PlanTroublePanel
        trouble={state.trouble}
        language={language}
        onRemedy={(file, text) => keeper.remedy(file, text)}
        onRetry={() => keeper.reload()}
      />
    );
  }
  return (
    <OpenPlan
      keeper={keeper}
      snapshot={snapshot}
      opened={state.opened}
      language={language}
      host={host}
      members={members}
    />
  );
}

interface OpenPlanProps extends PlannerProps {
  readonly keeper: PlannerKeeper;
  readonly snapshot: PlannerSnapshot;
  readonly opened: Opened;
}

function OpenPlan({ keeper, snapshot, opened, language, host, members }: OpenPlanProps) {
  const styles = useStyles();
  const { book, table, today } = snapshot;
  const { history } = opened;
  const { document } = history;
  const { year } = document;
  const [view, setView] = useState<PlannerView>("week");
  const [edited, setEdited] = useState<string>();
  const [month, setMonth] = useState(civilDate(today).month);
  const [copied, setCopied] = useState<Copied>();
  const [outcome, setOutcome] = useState<Outcome>();
  const panel = useRef<HTMLDivElement>(null);
  const actions = useMemo((): PlannerActions => {
    const say = (words: Words) => words[language];
    const tell = (told: Told | undefined) =>
      told && setOutcome({ isProblem: told.isProblem, sentence: say(told.words) });
    const takeBack = () => {
      keeper.undo();
      setOutcome(undefined);
    };
    return {
      say,
      tell,
      run(command, told) {
        keeper.run(command);
        // What was used may be gone from the view; the keyboard then goes on from the view itself.
        setTimeout(() => {
          if (window.document.activeElement === window.document.body)
            panel.current?.focus({ preventScroll: true });
        });
        setOutcome(
          told && {
            isProblem: false,
            sentence: say(told),
            remedy: { words: texts.undo, onTake: takeBack },
          },
        );
      },
      undo: () => keeper.undo(),
      redo: () => keeper.redo(),
      showYear: (shown) => keeper.showYear(shown),
      show: setView,
      edit(id) {
        setEdited(id);
        setView("activities");
      },
      writeTable: async (written, givesUpEdits) => tell(await keeper.writeTable(written, givesUpEdits)),
      takeTableEdits: async (shown, choices) => tell(await keeper.takeTableEdits(shown, choices)),
    };
  }, [keeper, language]);
  const { say, run, undo, redo, showYear } = actions;
  const schedules = useMemo(
    () => document.plans.map((each) => planSchedule(each, book)),
    [document.plans, book],
  );
  const plan = planOfYear(document, year);
  const schedule = schedules.find((each) => each.year === year);
  const warnings = useMemo(
    () => (plan && schedule ? planWarnings({ document, plan, schedule, schedules, book, today }) : []),
    [document, plan, schedule, schedules, book, today],
  );
  const whole = useRef<HTMLDivElement>(null);
  useHistoryKeys(whole, undo, redo);
  const copyTo = async (from: number, to: number) => {
    const source = planOfYear(document, from);
    if (!source) return;
    try {
      const { copyPlan } = await loadPart(() => import("../plan/model/copy-plan.ts"));
      const { plan: copy, moves } = copyPlan(source, to, book);
      run({ kind: "add-year", plan: copy });
      setCopied({ from, to, moves });
      setView("year");
    } catch (error) {
      const { zh, en } = failureWords(error);
      const words = { zh: `没有复制到 ${to} 年：${zh}`, en: `Nothing was copied to ${to}: ${en}` };
      const remedy = { words: paneTexts.reload, onTake: () => location.reload() };
      setOutcome({ isProblem: true, sentence: words[language], remedy });
    }
  };
  const planner = useMemo(
    (): OpenPlanner | undefined =>
      plan &&
      schedule && {
        language,
        today,
        document,
        plan,
        schedule,
        schedules,
        warnings,
        book,
        table,
        host,
        members,
      },
    [language, today, document, plan, schedule, schedules, warnings, book, table, host, members],
  );
  const hasTableEdits = table.state.kind === "read" && !isUntouched(table.state.found);

  return (
    <div ref={whole} className={styles.planner}>
      <div className={styles.bar}>
        <Select
          size="small"
          className={styles.year}
          aria-label={say(texts.year)}
          value={String(year)}
          onChange={(_, { value }) => {
            showYear(Number(value));
            setCopied(undefined);
          }}
        >
          {offeredYears(document.plans, year, civilDate(today).year).map((each) => (
            <option key={each} value={each}>
              {each}
              {say(plannerTexts.yearSuffix)}
              {planOfYear(document, each) ? "" : say(texts.noPlan)}
            </option>
          ))}
        </Select>
        <span className={styles.holidays}>
          {say(book.calendar.isAnnounced(year) ? texts.announced : texts.estimated)}
        </span>
        <HistoryButton
          words={texts.undo}
          nothing={texts.nothingToUndo}
          next={history.done.at(-1)?.words}
          language={language}
          onClick={() => {
            undo();
            setOutcome(undefined);
          }}
        />
        <HistoryButton
          words={texts.redo}
          nothing={texts.nothingToRedo}
          next={history.undone.at(-1)?.words}
          language={language}
          onClick={redo}
        />
      </div>
      {plan && (
        <div className={styles.industries}>
          {say(texts.industries)}
          {[EVERY_INDUSTRY, ...plan.industries].join("、")}{" "}
          <Link as="button" inline onClick={() => setView("settings")}>
            {say(texts.chooseIndustries)}
          </Link>
        </div>
      )}
      <div className={styles.notices}>
        {snapshot.saveProblem && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{say(snapshot.saveProblem)}</MessageBarBody>
          </MessageBar>
        )}
        {opened.isFromBrowser && snapshot.place === "workbook" && (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>{say(fromBrowser)}</MessageBarBody>
          </MessageBar>
        )}
        {hasTableEdits && view !== "files" && (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>
              {say(tableEdited)}{" "}
              <Link as="button" inline onClick={() => setView("files")}>
                {say(plannerTexts.open)}
              </Link>
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
      {planner ? (
        <PlannerActionsContext value={actions}>
          <PlannerContext value={planner}>
            {copied && copied.to === year && (
              <Suspense>
                <MovesPanel copied={copied} onClose={() => setCopied(undefined)} />
              </Suspense>
            )}
            <WarningList key={view === "week" ? view : "other"} isBrief={view !== "week"} />
            <TabBar
              label={say(texts.views)}
              tabs={(Object.keys(views) as PlannerView[]).map((each) => [each, say(views[each])] as const)}
              selected={view}
              isSmall
              panelId={PANEL}
              onSelect={setView}
            />
            <div
              id={PANEL}
              ref={panel}
              tabIndex={-1}
              role="tabpanel"
              aria-labelledby={tabElementId(PANEL, view)}
              className={styles.panel}
            >
              <LoadFailure key={view} language={language}>
                <Suspense fallback={<output>{say(texts.loading)}</output>}>
                  {view === "week" && <WeekView />}
                  {view === "year" && (
                    <YearView
                      onMonth={(chosen) => {
                        setMonth(chosen);
                        setView("month");
                      }}
                    />
                  )}
                  {view === "month" && <MonthView month={month} onMonth={setMonth} />}
                  {view === "timeline" && <TimelineView />}
                  {view === "activities" && (
                    <ActivitiesView month={month} edited={edited} onEdit={setEdited} />
                  )}
                  {view === "files" && <FilesView />}
                  {view === "settings" && <SettingsView key={year} onCopy={(to) => copyTo(year, to)} />}
                </Suspense>
              </LoadFailure>
            </div>
          </PlannerContext>
        </PlannerActionsContext>
      ) : (
        <LoadFailure language={language}>
          <Suspense fallback={<output>{say(texts.loading)}</output>}>
            <EmptyYear
              year={year}
              years={document.plans
                .map((each) => each.year)
                .sort((a, b) => Math.abs(a - year) - Math.abs(b - year))}
              language={language}
              onCopy={(from) => copyTo(from, year)}
              onNew={() => run({ kind: "add-year", plan: newYearPlan(year, []) })}
            />
          </Suspense>
        </LoadFailure>
      )}
      <OutcomeBar outcome={outcome} onClose={() => setOutcome(undefined)} />
    </div>
  );
}

const fromBrowser: Words = {
  zh: "这个工作簿里还没有计划，下面是本机最近的计划；一有更改就存进这个工作簿。",
  en: "This workbook has no plan yet; this is the last one of this browser. A change saves it into this workbook.",
};
const tableEdited: Words = {
  zh: "工作簿里的年度活动表有手工改动，还没有读回计划。",
  en: "The plan's table in the workbook was edited by hand and not read back yet.",
};

/** The years that have a plan, this one, and those that may come next. */
function offeredYears(
  plans: readonly { readonly year: number }[],
  shown: number,
  thisYear: number,
): number[] {
  const planned = plans.map(({ year }) => year);
  const last = Math.max(thisYear, ...planned);
  return [...new Set([...planned, shown, thisYear, last + 1])].sort((a, b) => a - b);
}

interface HistoryButtonProps {
  readonly words: Words;
  readonly nothing: Words;
  /** What would be undone or done again. */
  readonly next: Words | undefined;
  readonly language: Language;
  readonly onClick: () => void;
}

function HistoryButton({ words, nothing, next, language, onClick }: HistoryButtonProps) {
  const styles = useStyles();
  const title = next ? `${words[language]}：${next[language]}` : nothing[language];
  return (
    <Button
      size="small"
      className={styles.short}
      disabledFocusable={!next}
      title={title}
      aria-label={title}
      onClick={() => next && onClick()}
    >
      {words[language]}
    </Button>
  );
}
